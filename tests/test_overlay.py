"""A user's aliases: what is merged, renamed, hidden or retyped is so at once, in facets, filters, queries and hits."""

from pathlib import Path

import pytest

from index.naming.overlay import BadAliases
from search.request import Facet, SearchRequest
from search.searcher import Searcher
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
        ("merge = 3", r"a merge that is no table; write \[merge\]"),
        ("[merge]\nA = 'B'", "merge 'A' that is no list"),
        ("[type]\nA = 'animal'", "the type 'animal'; write person, organization or place"),
        ("[rename]\nA = 'B'\nB = 'C'\nC = 'A'", "leads from"),
        ("merges = []", "has merges; it may have hide, merge, rename and type"),
        ("[merge", "cannot be read as TOML"),
    ],
)
def test_what_is_wrong_in_the_file_is_named(searcher: Searcher, tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "aliases.toml").write_text(content, encoding="utf-8")
    with pytest.raises(BadAliases, match=said):
        searcher.search(SearchRequest(q=""))
