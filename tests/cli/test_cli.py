"""The command line as its users type it."""

import errno
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.main import main
from index.storage.location import NoIndex, damage_told

TALKS = "Ministers from France and Jordan held talks about a border crossing.\n\nThey will meet again in the spring."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "talks.txt").write_text(f"Border talks\n\n{TALKS}\n", encoding="utf-8")
    (folder / "peace.md").write_text("# Peace\n\nEnvoys signed a treaty in Amman on Friday.\n", encoding="utf-8")
    return folder


def run(tmp_path: Path, *words: str) -> Result:
    return CliRunner().invoke(main, words, env={"DATELINE_INDEX": str(tmp_path / "index")})


def test_index_says_what_it_did_in_numbers_that_add_up(tmp_path: Path, folder: Path) -> None:
    first = run(tmp_path, "index", str(folder))
    assert first.exit_code == 0
    assert "Read 2 articles: 2 indexed, 0 unchanged, 0 refused." in first.output
    (folder / "empty.txt").write_text("", encoding="utf-8")
    second = run(tmp_path, "index")
    assert second.exit_code == 3
    assert "Read 3 articles: 0 indexed, 2 unchanged, 1 refused." in second.output
    assert f"refused: {folder / 'empty.txt'}: " in second.output


def test_index_says_in_which_languages_not_everything_is_derived(tmp_path: Path, folder: Path) -> None:
    stories = {"ko": "한국과 미국은 답했다.", "sw": "Waziri alisema kazi itaendelea.", "de": "Die Sitzung endete."}
    lines = [json.dumps({"id": code, "text": text, "language": code}) for code, text in stories.items()]
    (folder / "others.jsonl").write_text("\n".join(lines), encoding="utf-8")
    told = run(tmp_path, "index", str(folder)).stderr
    assert "1 article is in Korean: only names that the tables have are found, countries are derived.\n" in told
    assert "1 article is in Swahili: names are looked for by capitals, as in English, countries are derived.\n" in told
    assert "German" not in told
    assert "English:" not in told


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["index", "NOWHERE"], 1, "NOWHERE"),
        (["index", "EMPTY"], 1, "there is no article in"),
        (["index", "--wrong"], 2, "No such option"),
        (["search", "peace"], 1, "build one with: dateline index FOLDER"),
        (["search", "peace", "--sort", "best"], 2, "is not one of"),
        (["serch", "peace"], 2, "there is no command 'serch'; did you mean search?"),
        (["frobnicate"], 2, "No such command 'frobnicate'"),
        (["search", "peace", "--page", "0"], 2, "pages are counted from 1"),
        (["search", "peace", "--entity", "\udcff"], 2, "it is not UTF-8"),
        (["search", "caf\udce9"], 2, "it is not UTF-8"),
        (["export", "caf\udce9"], 2, "it is not UTF-8"),
        (["index", "--language", "english"], 2, "'english' is no ISO 639-1 code; write two letters: en, de, fr, …"),
        (["annotate", "--language", "\udcff\udcff", "X"], 2, "it is not UTF-8"),
        (
            ["search", "peace", "--year", "soon"],
            2,
            "write a year (2019), a month (2019-04), a range (2014..2019) or unknown",
        ),
        (["annotate", "NOWHERE"], 1, "NOWHERE"),
        (["serve", "--port", "99999"], 2, "99999"),
        (["serve", "--host", "\udcff"], 2, "it is not UTF-8"),
        (["serve", "--host", "a" * 70], 1, "choose others with --host and --port"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(tmp_path: Path, words: list[str], code: int, said: str) -> None:
    (tmp_path / "EMPTY").mkdir()
    placed = [str(tmp_path / word) if word.isupper() else word for word in words]
    result = run(tmp_path, *placed)
    assert result.exit_code == code
    assert said in result.output
    assert "Traceback" not in result.output


def test_search_prints_results_and_facets(tmp_path: Path, folder: Path) -> None:
    run(tmp_path, "index", str(folder))
    result = run(tmp_path, "search", "talks")
    assert result.exit_code == 0
    assert run(tmp_path, "search", "talks OR treaty", "--sort", "oldest", "--match", "any").exit_code == 0
    assert "1 article\n" in result.output
    assert "1. Border talks" in result.output
    assert (
        "There is nothing on page 2; --page 1 is the first." in run(tmp_path, "search", "talks", "--page", "2").output
    )
    assert "Try fewer filters, fewer words" in run(tmp_path, "search", "talks", "--country", "Chad").output
    assert "country France 1 · Jordan 1" in result.output


def test_search_json_is_what_the_endpoint_returns(tmp_path: Path, folder: Path) -> None:
    run(tmp_path, "index", str(folder))
    found = json.loads(run(tmp_path, "search", "talks", "--country", "JO", "--json").output)
    assert found["query"] == {
        "q": "talks",
        "match": "all",
        "filters": {"country": ["JO"]},
        "exclude": {},
        "sort": "relevance",
    }
    assert [each["id"] for each in found["results"]] == ["talks.txt"]
    assert {each["value"]: each["selected"] for each in found["facets"]["country"]} == {"FR": False, "JO": True}


def test_annotate_prints_what_is_derived_in_the_order_of_the_input(tmp_path: Path, folder: Path) -> None:
    lines = [json.loads(line) for line in run(tmp_path, "annotate", str(folder)).output.splitlines()]
    assert [line["id"] for line in lines] == ["peace.md", "talks.txt"]
    talks = lines[1]
    assert talks["text"] == TALKS
    assert {country["code"] for country in talks["countries"]} == {"FR", "JO"}
    assert set(talks) >= {"title", "removed", "published", "published_basis", "published_evidence", "year", "entities"}
    for entity in talks["entities"]:
        assert all(talks["text"][start:end] for start, end in entity["mentions"])


def test_export_gives_records_that_can_be_indexed_again(tmp_path: Path, folder: Path) -> None:
    run(tmp_path, "index", str(folder))
    exported = run(tmp_path, "export", "talks OR treaty").output
    (tmp_path / "again.jsonl").write_text(exported, encoding="utf-8")
    again = CliRunner().invoke(main, ["index", str(tmp_path / "again.jsonl"), "--index", str(tmp_path / "copy")])
    assert "Read 2 articles: 2 indexed" in again.output
    assert run(tmp_path, "export", "talks", "--format", "csv").output.startswith("id,title,source")


def test_a_language_without_a_stemmer_is_said(tmp_path: Path, folder: Path) -> None:
    assert "words of the language sw are not stemmed" in run(tmp_path, "index", str(folder), "--language", "SW").output
    assert "are not stemmed" in run(tmp_path, "index").output
    assert "stemmed" not in run(tmp_path, "index", str(folder), "--rebuild", "--language", "fr").output


def test_an_index_among_the_articles_is_left_out(tmp_path: Path, folder: Path) -> None:
    for place in (tmp_path / "index", folder / "mine", folder / "of" / "another"):
        result = CliRunner().invoke(main, ["index", str(folder), "--index", str(place)])
        assert (result.exit_code, result.output[:39]) == (0, "Read 2 articles: 2 indexed, 0 unchanged")
    assert "Read 2 articles: 0 indexed, 2 unchanged, 0 refused." in run(tmp_path, "index").output


def test_a_full_disk_is_said_with_the_place_and_the_mend(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("cli.destinations.refresh", full)
    result = run(tmp_path, "index", str(folder))
    assert result.exit_code == 1
    said = f"Error: the index at {tmp_path / 'index'}: No space left on device; make room on that disk and try again"
    assert result.output.startswith(said)


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (PermissionError(errno.EACCES, "Permission denied", "/x"), "/x: Permission denied; check who may read"),
        (OSError(errno.EMFILE, "Too many open files", "/x"), "/x: Too many open files; raise the number of files"),
        (OSError(errno.EINVAL, "Invalid argument"), "is damaged"),
    ],
)
def test_what_the_machine_refuses_is_no_damage(tmp_path: Path, fault: OSError, said: str) -> None:
    with pytest.raises(NoIndex) as told, damage_told(tmp_path):
        raise fault
    assert said in str(told.value)
    assert ("--rebuild" in str(told.value)) == ("damaged" in said)


def test_a_reader_that_has_enough_ends_an_export_without_a_word(tmp_path: Path, folder: Path) -> None:
    for number in range(50):
        (folder / f"{number}.txt").write_text(f"Number {number}\n\n" + "A word. " * 2_000, encoding="utf-8")
    run(tmp_path, "index", str(folder))
    command = [
        sys.executable,
        "-c",
        "from cli.main import main; main()",
        "export",
        "",
        "--index",
        str(tmp_path / "index"),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as export:
        assert export.stdout
        assert export.stderr
        assert b"A word." in export.stdout.readline()
        export.stdout.close()
        assert export.stderr.read() == b""


ESCAPES = "\x1b]0;pwned\x07\x1b[2J\x9b31m\r"


def test_nothing_that_an_article_says_steers_the_terminal(tmp_path: Path) -> None:
    record = {"id": f"i{ESCAPES}", "title": f"Peace {ESCAPES} now", "text": f"Talks {ESCAPES} of peace.", "clean": True}
    name = f"{ESCAPES.replace('/', '')}.jsonl"
    (tmp_path / name).write_text(
        json.dumps({**record, "source": ESCAPES, "entities": [{"name": f"U{ESCAPES}N", "type": "organization"}]})
        + '\n{"text": 7}\n',
        encoding="utf-8",
    )
    printed = run(tmp_path, "index", str(tmp_path / name)).output + run(tmp_path, "search", "peace year:[/]").output
    assert "“year:[/]” was not understood" in printed
    printed += run(tmp_path, "search", "peace").output
    assert re.search(r"1\. Peace .*pwned.*31m now", printed)
    as_json = [run(tmp_path, *words).output for words in (["search", "peace", "--json"], ["export", "peace"])]
    as_json.append(run(tmp_path, "annotate", str(tmp_path / name)).output)
    assert all("31m now" in each for each in as_json)
    assert not set(printed + "".join(as_json)) & {"\x1b", "\x07", "\x9b", "\r"}


def test_a_search_says_what_it_made_of_the_words_and_how_to_go_on(tmp_path: Path) -> None:
    news = tmp_path / "news.jsonl"
    lines = [{"id": f"{at}", "title": "Talks", "text": f"Islamic State fled {at}.", "clean": True} for at in range(3)]
    news.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    index = ["--index", str(tmp_path / "index")]
    assert CliRunner().invoke(main, ["index", str(news), *index]).exit_code == 0
    told = CliRunner().invoke(main, ["search", "ISIS", "--per-page", "2", *index]).output.splitlines()
    assert told[:2] == ["also searched: Islamic State", "3 articles"]
    assert "1 more: --page 2" in told
    assert told[-2].split() == ["entity", "Islamic", "State", "3"]
    last = CliRunner().invoke(main, ["search", "ISIS", "--per-page", "2", "--page", "2", *index]).output
    assert "more: --page" not in last
    nothing = CliRunner().invoke(main, ["search", "unheard", *index]).output
    assert nothing.startswith("0 articles\n\nTry fewer words")


def test_check_tells_what_is_wrong_in_the_file_of_aliases(folder: Path, tmp_path: Path) -> None:
    index = ["--index", str(tmp_path / "index")]
    assert CliRunner().invoke(main, ["index", str(folder), *index]).exit_code == 0
    assert CliRunner().invoke(main, ["check", *index]).stderr == ""
    (tmp_path / "index" / "aliases.toml").write_text("[type]\nNATO = 'club'\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["check", *index])
    assert (result.exit_code, result.stderr) == (
        0,
        "note: aliases.toml, line 2: NATO has the type 'club'; write person, organization or place\n",
    )
