"""Entities put right: from the page, at once, logged, undone; the file stays the user's."""

import errno
import json
import threading
import tomllib
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from index.corrections.corrections import CannotCorrect, Correction, correct, last_correction, undo
from index.corrections.user_aliases import load
from tests.archive import archive, document
from tests.newsroom import visit
from web.app import create_app
from web.views.edit import Editing

BY_HAND = """# Kept by the desk.
hide = ["Wire Desk"]  # our own

[merge]
# two spellings
"Northern League" = ["NL"]
"""
HERE = {"Origin": "http://localhost"}


@pytest.fixture
def editing(tmp_path: Path) -> Editing:
    return Editing(tmp_path)


@pytest.fixture
def client(tmp_path: Path, editing: Editing) -> FlaskClient:
    searcher = archive(
        tmp_path,
        document("1", "Talks one.", entities=["NL", "Northern League"]),
        document("2", "Talks two.", entities=["League of the North", "Harbour Board"]),
    )
    return create_app(searcher, editing=editing).test_client()


def post(client: FlaskClient, token: str, headers: dict[str, str] | None = None, **form: object) -> TestResponse:
    data = {"token": token, "back": "/facets/entity", **form}
    return client.post("/corrections", data=data, headers=HERE if headers is None else headers)


def facet(client: FlaskClient) -> dict[str, int]:
    values = client.get("/api/facets/entity").json["values"]  # type: ignore[index]
    return {each["value"]: each["count"] for each in values}


def test_names_are_merged_renamed_hidden_and_typed_at_once_and_taken_back(
    client: FlaskClient, editing: Editing
) -> None:
    page = visit(client, "/facets/entity?q=talks")
    tokens = [field["value"] for field in page.all("input") if field.get("name") == "token"]
    assert tokens == [editing.token]

    answer = post(client, editing.token, action="merge", name=["NL", "League of the North"], to="Northern League")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/facets/entity")
    assert facet(client) == {"Northern League": 2, "Harbour Board": 1}
    assert client.get('/api/search?q=entity:"NL"').json["total"] == 2  # type: ignore[index]
    post(client, editing.token, action="rename", name="Harbour Board", to="Port Authority")
    post(client, editing.token, action="type:place", name="Port Authority")
    (port,) = client.get("/api/facets/entity?prefix=port").json["values"]  # type: ignore[index]
    assert (port["value"], port["type"]) == ("Port Authority", "place")
    post(client, editing.token, action="hide", name="Northern League")
    assert facet(client) == {"Port Authority": 1}

    assert "Northern League hidden. Take it back" in visit(client, "/facets/entity").text
    for _ in range(4):
        assert post(client, editing.token, action="undo").status_code == 303
    assert facet(client) == {"NL": 1, "Northern League": 1, "League of the North": 1, "Harbour Board": 1}
    assert "there is no correction to take back" in post(client, editing.token, action="undo").text


def test_a_correction_is_told_in_words() -> None:
    assert str(Correction("merge", ("Fed", "Federal Reserve"), "Federal Reserve")) == "Fed merged into Federal Reserve"
    assert str(Correction("rename", ("Fed",), "Federal Reserve")) == "Fed renamed Federal Reserve"
    assert str(Correction("hide", ("Fed", "NL"))) == "Fed, NL hidden"
    assert str(Correction("type", ("Fed",), "organization")) == "Fed now of the type organization"


def test_what_was_written_by_hand_stays(tmp_path: Path) -> None:
    (tmp_path / "aliases.toml").write_text(BY_HAND, encoding="utf-8")
    correct(tmp_path, Correction("merge", ("League of the North",), "northern league"))
    correct(tmp_path, Correction("hide", ("Harbour Board",)))
    assert (tmp_path / "aliases.toml").read_text(encoding="utf-8") == BY_HAND.replace(
        '["NL"]', '["NL", "League of the North"]'
    ).replace('["Wire Desk"]', '["Wire Desk", "Harbour Board"]')
    undo(tmp_path)
    undo(tmp_path)
    assert (tmp_path / "aliases.toml").read_text(encoding="utf-8") == BY_HAND
    correct(tmp_path, Correction("hide", ("Harbour Board",)))
    (tmp_path / "aliases.toml").write_text(BY_HAND + "# more\n", encoding="utf-8")
    assert last_correction(tmp_path) is None
    with pytest.raises(CannotCorrect, match="was changed by hand since"):
        undo(tmp_path)


def test_each_change_is_logged_with_what_was_before(tmp_path: Path) -> None:
    correct(tmp_path, Correction("rename", ("A",), "B"))
    correct(tmp_path, Correction("hide", ("C",)))
    undo(tmp_path)
    log = [json.loads(line) for line in (tmp_path / "aliases.log").read_text(encoding="utf-8").splitlines()]
    assert [(entry["action"], entry["offset"], entry["old"], entry["new"]) for entry in log] == [
        ("rename", 0, "", '[rename]\nA = "B"\n'),
        ("hide", 0, "", 'hide = ["C"]\n\n'),
        ("undo", 0, 'hide = ["C"]\n\n', ""),
    ]
    assert all(entry["time"].endswith("+00:00") for entry in log)


def test_the_log_grows_with_the_corrections_and_not_with_the_file(tmp_path: Path) -> None:
    for number in range(200):
        correct(tmp_path, Correction("rename", (f"Name {number}",), f"Another name {number}"))
    lines = (tmp_path / "aliases.log").read_bytes().splitlines()
    assert max(map(len, lines)) < 2 * len(lines[0])


def test_a_line_that_was_cut_off_swallows_no_other(tmp_path: Path) -> None:
    correct(tmp_path, Correction("rename", ("A",), "B"))
    with (tmp_path / "aliases.log").open("ab") as log:
        log.write(b'{"time": "2026-01-01T00:00:00+00:00", "action": "hi')
    correct(tmp_path, Correction("hide", ("C",)))
    assert str(undo(tmp_path)) == "C hidden"
    assert str(undo(tmp_path)) == "A renamed B"
    assert (tmp_path / "aliases.toml").read_text(encoding="utf-8") == ""


def test_what_was_logged_and_not_made_blocks_no_undo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    correct(tmp_path, Correction("rename", ("A",), "B"))
    for change in (lambda: correct(tmp_path, Correction("hide", ("C",))), lambda: undo(tmp_path)):
        with monkeypatch.context() as stopped:
            stopped.setattr("index.corrections.kept_file.write_durably", killed)
            with pytest.raises(KeyboardInterrupt):
                change()
        assert str(last(tmp_path)) == "A renamed B"
    correct(tmp_path, Correction("hide", ("D",)))
    assert [str(undo(tmp_path)) for _ in range(2)] == ["D hidden", "A renamed B"]
    assert last(tmp_path) is None


def last(location: Path) -> Correction | None:
    found = last_correction(location)
    return found[0] if found else None


def test_a_full_disk_is_said_and_nothing_is_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as filled:
        filled.setattr("index.corrections.kept_file.write_durably", full)
        with pytest.raises(CannotCorrect, match=r"nothing was changed: .*No space left on device; make room"):
            correct(tmp_path, Correction("rename", ("A",), "B"))
    assert last(tmp_path) is None
    correct(tmp_path, Correction("rename", ("A",), "B"))
    assert str(undo(tmp_path)) == "A renamed B"


def test_a_log_of_an_earlier_version_is_still_taken_back(tmp_path: Path) -> None:
    text = '[rename]\nA = "B"\n'
    (tmp_path / "aliases.toml").write_text(text, encoding="utf-8")
    entry = {"time": "2026-01-01T00:00:00+00:00", "action": "rename", "names": ["A"], "to": "B", "before": ""}
    (tmp_path / "aliases.log").write_text(json.dumps({**entry, "after": text}) + "\n", encoding="utf-8")
    assert str(undo(tmp_path)) == "A renamed B"
    assert (tmp_path / "aliases.toml").read_text(encoding="utf-8") == ""


def test_two_at_once_lose_nothing(tmp_path: Path) -> None:
    names = [f"Name {number}" for number in range(12)]
    threads = [threading.Thread(target=correct, args=(tmp_path, Correction("hide", (name,)))) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    hidden = (tmp_path / "aliases.toml").read_text(encoding="utf-8")
    assert all(f'"{name}"' in hidden for name in names)


@pytest.mark.parametrize(
    ("correction", "said"),
    [
        (("merge", (), "B"), "no name was chosen"),
        (("rename", ("A", "B"), "C"), "one name can be renamed at a time"),
        (("type", ("A",), "animal"), "write person, organization, place"),
        (("merge", ("A",), " "), "the new name is empty"),
        (("explode", ("A",), ""), "there are merge, rename, hide, type"),
    ],
)
def test_what_makes_no_sense_is_refused(correction: tuple[str, tuple[str, ...], str], said: str) -> None:
    with pytest.raises(CannotCorrect, match=said):
        Correction(*correction)


def test_what_goes_round_in_a_circle_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    correct(tmp_path, Correction("rename", ("A",), "B"))
    correct(tmp_path, Correction("rename", ("B",), "C"))
    before = (tmp_path / "aliases.toml").read_bytes()
    with pytest.raises(CannotCorrect, match="against what was corrected before"):
        correct(tmp_path, Correction("rename", ("C",), "A"))
    assert (tmp_path / "aliases.toml").read_bytes() == before


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "http://evil.example", "Host": "evil.example"},
    ],
)
def test_another_site_can_change_nothing(
    client: FlaskClient, editing: Editing, tmp_path: Path, headers: dict[str, str]
) -> None:
    answer = post(client, editing.token, headers, action="hide", name="NL")
    assert answer.status_code == 403
    assert not (tmp_path / "aliases.toml").exists()


def test_without_the_token_or_the_option_nothing_can_be_changed(client: FlaskClient, tmp_path: Path) -> None:
    assert post(client, "guessed", action="hide", name="NL").status_code == 403
    plain = create_app(archive(tmp_path / "other", document("1", "Talks."))).test_client()
    assert post(plain, "", action="hide", name="NL").status_code == 404
    assert "token" not in plain.get("/facets/entity").text


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil.example", "x"])
def test_it_leads_back_to_this_site_alone(client: FlaskClient, editing: Editing, back: str) -> None:
    answer = client.post(
        "/corrections", data={"token": editing.token, "back": back, "action": "hide", "name": "NL"}, headers=HERE
    )
    assert answer.headers["Location"] == "/"


def test_a_file_that_was_broken_by_hand_is_told_and_the_rest_of_it_holds(
    client: FlaskClient, editing: Editing, tmp_path: Path
) -> None:
    (tmp_path / "aliases.toml").write_text('hide = ["NL"]\n[merge\n', encoding="utf-8")
    answer = client.get("/api/search?q=talks")
    assert answer.status_code == 200
    assert json.loads(answer.data)["notices"][0].startswith("aliases.toml, line 2: this is no TOML")
    assert "NL" not in facet(client)
    for address in ("/?q=talks", "/facets/entity"):
        assert "aliases.toml, line 2: this is no TOML" in visit(client, address).text
    page = visit_refused(post(client, editing.token, action="hide", name="Harbour Board"))
    assert "Nothing was changed" in page
    assert "line 2" in page
    assert (tmp_path / "aliases.toml").read_text(encoding="utf-8") == 'hide = ["NL"]\n[merge\n'


def visit_refused(answer: TestResponse) -> str:
    assert answer.status_code == 400
    assert '<a href="/facets/entity">Back to the names</a>' in answer.text
    return answer.text


def test_nobody_takes_back_what_another_one_did_meanwhile(client: FlaskClient, editing: Editing) -> None:
    post(client, editing.token, action="hide", name="NL")
    (mark,) = [field["value"] for field in visit(client, "/facets/entity").all("input") if field.get("name") == "last"]
    post(client, editing.token, action="hide", name="Harbour Board")
    refused = visit_refused(post(client, editing.token, action="undo", last=mark))
    assert "another correction was made meanwhile: Harbour Board hidden" in refused
    assert facet(client) == {"Northern League": 1, "League of the North": 1}


HOSTILE = [
    'say "no"', '"] = 1\n[hide]\nx="', "C:\\new\\table", "it's", "# no comment", "名前", "a = ['b']", "[type]", "{x}",
    "A\u2028B",
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_is_hidden_and_no_name_writes_anything_else(tmp_path: Path, name: str) -> None:
    correct(tmp_path, Correction("hide", (name,)))
    correct(tmp_path, Correction("merge", (name, "A"), "B"))
    correct(tmp_path, Correction("type", (name,), "place"))
    written = tomllib.loads((tmp_path / "aliases.toml").read_text(encoding="utf-8"))
    assert written == {"hide": [name], "merge": {"B": [name, "A"]}, "type": {name: "place"}}
    for _ in range(3):
        undo(tmp_path)
    assert (tmp_path / "aliases.toml").read_text(encoding="utf-8") == ""


@pytest.mark.parametrize("name", ["x" * 201, "a\nb", "a\x00b", "\u202egnp.exe"])
def test_a_new_name_is_one_line_that_can_be_read(name: str) -> None:
    with pytest.raises(CannotCorrect, match="write one line of at most 200 letters"):
        Correction("rename", ("A",), name)


def test_the_address_of_corrections_cannot_be_read(client: FlaskClient) -> None:
    answer = client.get("/corrections")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "OPTIONS, POST")
    assert "GET cannot be used here; go to the start page." in answer.text


@pytest.mark.parametrize("action", ["rename", "merge"])
def test_the_name_of_a_merge_can_be_put_right_in_its_turn(tmp_path: Path, action: str) -> None:
    correct(tmp_path, Correction("merge", ("NL", "League"), "Lega"))
    correct(tmp_path, Correction(action, ("Lega",), "Lega Nord"))
    shown = load(tmp_path).names
    assert [shown[name] for name in ("nl", "league", "lega")] == ["Lega Nord"] * 3


def test_a_file_from_a_windows_editor_is_as_it_was_when_a_correction_is_taken_back(tmp_path: Path) -> None:
    written = b"\xef\xbb\xbf# ours\r\n[rename]\r\nA = 'B'\r\n"
    (tmp_path / "aliases.toml").write_bytes(written)
    correct(tmp_path, Correction("rename", ("C",), "D"))
    assert (tmp_path / "aliases.toml").read_bytes().startswith(written)
    assert load(tmp_path).names == {"a": "B", "c": "D"}
    undo(tmp_path)
    assert (tmp_path / "aliases.toml").read_bytes() == written


def test_of_several_merges_all_are_made_or_none(client: FlaskClient, editing: Editing) -> None:
    good, circle = ["NL", "Northern League"], ["Northern League", "NL"]
    refused = post(client, editing.token, action="pairs", pair=[json.dumps(good), "no pair", json.dumps(circle)])
    assert "against what was corrected before" in visit_refused(refused)
    assert facet(client) == {"NL": 1, "Northern League": 1, "League of the North": 1, "Harbour Board": 1}
    post(client, editing.token, action=f"pair:{json.dumps(good)}")
    assert facet(client) == {"Northern League": 1, "League of the North": 1, "Harbour Board": 1}
