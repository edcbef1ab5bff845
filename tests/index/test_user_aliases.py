"""A user's aliases: what is merged, renamed, hidden or retyped is so at once, in facets, filters, queries and hits."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.corrections.toml_file import TomlFile
from index.corrections.user_aliases import BadAliases, UserAliases, load, parsed
from search.searcher import Searcher
from search.types.request import Facet, SearchRequest
from tests.archive import archive, document

ALIASES = """
hide = ["Wire Desk"]

[merge]
"Northern League" = ["NL", "League of the North"]

[rename]
"Harbour Board" = "Port Authority"

[type]
"Port Authority" = "place"
"""


@pytest.fixture
def searcher(tmp_path: Path) -> Searcher:
    found = archive(
        tmp_path,
        document("1", "Talks one.", entities=["NL", "Northern League", "Wire Desk"]),
        document("2", "Talks two.", entities=["League of the North", "Harbour Board"]),
        document("3", "Talks three.", entities=["NL", "Other"]),
    )
    (tmp_path / "aliases.toml").write_text(ALIASES, encoding="utf-8")
    return found


def entities(searcher: Searcher, **asked: object) -> list[tuple[str, int, str | None]]:
    result = searcher.search(SearchRequest(q="talks", **asked))  # type: ignore[arg-type]
    return [(value.label, value.count, value.type) for value in result.facets[Facet.ENTITY]]


def found(searcher: Searcher, request: SearchRequest) -> set[str]:
    return {hit.document.article.id for hit in searcher.search(request).hits}


def test_values_that_are_merged_are_one_and_count_articles_once(searcher: Searcher) -> None:
    assert entities(searcher) == [
        ("Northern League", 3, "organization"),
        ("Port Authority", 1, "place"),
        ("Other", 1, "organization"),
    ]


@pytest.mark.parametrize("name", ["NL", "League of the North", "northern league"])
def test_any_of_the_names_finds_all(searcher: Searcher, name: str) -> None:
    assert found(searcher, SearchRequest(q="", filters={Facet.ENTITY: (name,)})) == {"1", "2", "3"}
    assert found(searcher, SearchRequest(q=f'entity:"{name}"')) == {"1", "2", "3"}
    assert found(searcher, SearchRequest(q="", exclude={Facet.ENTITY: (name,)})) == set()


@pytest.mark.parametrize("name", ["Wire Desk", "wire*"])
def test_a_hidden_name_finds_nothing(searcher: Searcher, name: str) -> None:
    assert found(searcher, SearchRequest(q="", filters={Facet.ENTITY: ("Wire Desk",)})) == set()
    assert found(searcher, SearchRequest(q="", exclude={Facet.ENTITY: ("Wire Desk",)})) == {"1", "2", "3"}
    assert found(searcher, SearchRequest(q=f"entity:{name}" if "*" in name else f'entity:"{name}"')) == set()


def test_a_name_that_is_hidden_and_merged_leaves_the_others(searcher: Searcher, tmp_path: Path) -> None:
    text = 'hide = ["NL"]\n[merge]\n"Northern League" = ["NL", "League of the North"]\n'
    (tmp_path / "aliases.toml").write_text(text, encoding="utf-8")
    (count,) = [count for name, count, _ in entities(searcher) if name == "Northern League"]
    chosen = found(searcher, SearchRequest(q="", filters={Facet.ENTITY: ("Northern League",)}))
    asked = found(searcher, SearchRequest(q='entity:"League of the North"'))
    assert (count, chosen, asked) == (2, {"1", "2"}, {"1", "2"})


def test_a_prefix_is_looked_for_in_the_names_that_are_shown(searcher: Searcher) -> None:
    shown = {
        prefix: searcher.facet(SearchRequest(), Facet.ENTITY, prefix)[0] for prefix in ("auth", "harb", "lea", "nl")
    }
    assert {prefix: [(value.label, value.count) for value in values] for prefix, values in shown.items()} == {
        "auth": [("Port Authority", 1)],
        "harb": [],
        "lea": [("Northern League", 3)],
        "nl": [],
    }


def test_a_chosen_value_is_shown_as_chosen_under_its_name(searcher: Searcher) -> None:
    result = searcher.search(SearchRequest(q="", filters={Facet.ENTITY: ("NL",)}))
    assert [value.label for value in result.facets[Facet.ENTITY] if value.selected] == ["Northern League"]


def test_hits_show_what_the_facet_shows(searcher: Searcher) -> None:
    hits = searcher.search(SearchRequest(q="")).hits
    shown = {hit.document.article.id: [entity.name for entity in hit.document.entities] for hit in hits}
    assert shown == {
        "1": ["Northern League"],
        "2": ["Northern League", "Port Authority"],
        "3": ["Northern League", "Other"],
    }


def test_a_change_is_seen_by_the_next_search(searcher: Searcher, tmp_path: Path) -> None:
    before = searcher.generation
    (tmp_path / "aliases.toml").write_text('hide = ["Other"]\n', encoding="utf-8")
    assert searcher.generation != before
    assert ("NL", 2, "organization") in entities(searcher)
    (tmp_path / "aliases.toml").unlink()
    assert ("Other", 1, "organization") in entities(searcher)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("merge = 3", "line 1: merge is no table; write [merge]"),
        ("# ours\n\n[merge]\nA = 'B'", "line 4: A is 'B', and no list of names"),
        ("[merge]\nA = ['B']\nC = [\n 'D',\n 'b',\n]", "line 3: b is merged into A already"),
        ("[rename]\nA = 'B'\nC = 4", "line 3: C is renamed 4; write another name in quotes"),
        ("hide = 'A'", "line 1: hide is 'A', and no list of names"),
        ("[type]\nA = 'animal'", "line 2: A has the type 'animal'; write person, organization or place"),
        ("[type]\nA = ['place']", "line 2: A has the type ['place']; write person, organization or place"),
        ("[type]\nA.B = 'place'", "line 2: A has the type {'B': 'place'}; write person, organization or place"),
        ("[rename]\nA = 'B'\nB = 'C'\nC = 'A'", "line 2: A leads back to itself; take one of the entries out"),
        ("\nmerges = []", "line 2: there is no merges; write hide, [merge], [rename] or [type]"),
        ("[merge", "line 1: this is no TOML"),
        ("hide = ['A'\n\n[type]\nB = 'place'", "line 1: this is no TOML"),
        ("[type]\nB = 'place'\nB = 'person'", "line 3: cannot overwrite a value; write each name"),
        ("[type]\nB = 'place'\nnonsense\nA = 'place'", "line 3: this is no TOML"),
    ],
)
def test_what_is_wrong_in_the_file_is_told_with_its_line_and_the_rest_holds(
    searcher: Searcher, tmp_path: Path, content: str, said: str
) -> None:
    text = f"{content}\n[rename]\n'Harbour Board' = 'Port Authority'\n"
    if "[rename]" in content:
        text = f"{content}\n'Harbour Board' = 'Port Authority'\n"
    (tmp_path / "aliases.toml").write_text(text, encoding="utf-8")
    result = searcher.search(SearchRequest(q="talks"))
    assert result.notices[0].startswith(f"aliases.toml, {said}")
    assert [value.label for value in result.facets[Facet.ENTITY] if value.label.startswith("Port")]
    with pytest.raises(BadAliases, match=r"aliases\.toml, line"):
        parsed(text, tmp_path / "aliases.toml")


def test_the_entries_of_a_table_whose_head_is_wrong_do_not_fall_to_the_one_before(tmp_path: Path) -> None:
    (tmp_path / "aliases.toml").write_text("[rename]\nA = 'B'\n[type\nC = 'place'\n[merge]\nD = ['E']\n")
    loaded = load(tmp_path)
    assert loaded.names == {"a": "B", "d": "D", "e": "D"}
    assert loaded.faults[0].startswith("line 3: this is no TOML")
    assert "the table below it is left out" in loaded.faults[0]
    assert len(loaded.faults) == 1


@given(st.text(alphabet="[]='\"ab,\n# {}\\", max_size=60))
def test_nothing_that_stands_in_the_file_stops_a_search(text: str) -> None:
    file = TomlFile.read(text)
    assert all(fault.line is None or 0 < fault.line <= text.count("\n") + 1 for fault in file.faults)
    try:
        whole = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        assert file.faults
    else:
        assert file.tables == whole


def test_a_file_that_is_no_text_is_told(searcher: Searcher, tmp_path: Path) -> None:
    (tmp_path / "aliases.toml").write_bytes(b"\xff\xfe\x00")
    result = searcher.search(SearchRequest(q="talks"))
    assert result.total == 3
    assert "cannot be read" in result.notices[0]


def test_brackets_without_end_are_a_fault_of_their_entry(tmp_path: Path) -> None:
    (tmp_path / "aliases.toml").write_text(f"[rename]\nA = 'B'\n[merge]\nC = {'[' * 3000}\n", encoding="utf-8")
    loaded = load(tmp_path)
    assert loaded.names == {"a": "B"}
    assert loaded.faults[0].startswith("line 4: this is no TOML (too many brackets within brackets)")


def test_a_file_from_a_windows_editor_is_read(tmp_path: Path) -> None:
    (tmp_path / "aliases.toml").write_bytes(b"\xef\xbb\xbf[rename]\r\nA = 'B'\r\n")
    assert load(tmp_path) == UserAliases({"a": "B"}, written={"a": "A"})
