"""Names settled across the collection: one body is one value, two people stay two, and what a user says wins."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from cli.main import main
from corpus.article import Article, Country, Entity, EntityType, PartialDate
from corpus.document import Document
from corpus.enrichment.annotation import annotate
from search.searcher import Searcher
from search.types.request import Facet, SearchRequest
from tests.archive import archive, write

P, O, L = EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE  # noqa: E741 - a letter for each type
TYPES = {"p": P, "o": O, "l": L}
GOLDQUIM = [
    "Goldquim Barr o|Goldquim l",
    "Goldquim Barr Group o|Goldquim l|Lima l",
    "Goldquim Barr o|Goldquim p",
    "Goldquim Barr o|Goldquim o|LIMA o",
    "GOLDQUIM BARR CORP o|Zelda Barr p",
    "Lima l|Otto Barr p|Barr p",
]


def story(article_id: str, named: str, country: str = "") -> Document:
    """An article that names these, each with the letter of its type behind it."""
    entities = [Entity(each[:-2], TYPES[each[-1]]) for each in named.split("|")]
    countries = (Country(country),) if country else ()
    return Document(Article(article_id, "", "A story."), tuple(entities), countries, PartialDate())


def stories(*named: str) -> list[Document]:
    return [story(f"{place}", each) for place, each in enumerate(named)]


def who(searcher: Searcher) -> dict[str, tuple[str | None, int]]:
    values, _ = searcher.facet(SearchRequest(), Facet.ENTITY)
    return {each.label: (each.type, each.count) for each in values}


def chosen(searcher: Searcher, name: str) -> set[str]:
    found = searcher.search(SearchRequest(filters={Facet.ENTITY: (name,)})).hits
    asked = searcher.search(SearchRequest(q=f'entity:"{name}"')).hits
    assert {hit.document.article.id for hit in found} == {hit.document.article.id for hit in asked}
    return {hit.document.article.id for hit in found}


def read(given: Mapping[object, Iterable[Entity]]) -> list[Document]:
    """Articles as they are read from a file that gives their names."""
    return [
        annotate(Article(f"{name}", "", "A story.", entities=tuple(each), countries=())) for name, each in given.items()
    ]


def entities(searcher: Searcher) -> dict[object, tuple[Entity, ...]]:
    """The names that each article is shown with."""
    return {hit.document.article.id: hit.document.entities for hit in searcher.search(SearchRequest(per_page=100)).hits}


def test_the_forms_of_one_body_are_one_value_of_its_type(tmp_path: Path) -> None:
    searcher = archive(tmp_path, *stories(*GOLDQUIM))
    assert who(searcher) == {
        "Goldquim Barr": (O, 5),
        "Lima": (L, 3),
        "Zelda Barr": (P, 1),
        "Otto Barr": (P, 1),
        "Barr": (P, 1),
    }
    assert chosen(searcher, "Goldquim") == chosen(searcher, "Goldquim Barr Group") == {"0", "1", "2", "3", "4"}
    [hit] = [hit for hit in searcher.search(SearchRequest()).hits if hit.document.article.id == "1"]
    assert [(each.name, each.type) for each in hit.document.entities] == [("Goldquim Barr", O), ("Lima", L)]


def test_what_a_company_is_by_law_tells_that_it_is_one(tmp_path: Path) -> None:
    named = ["Quimart p"] * 4 + ["Quimart Inc o|Quimart p"] * 2
    assert who(archive(tmp_path, *stories(*named))) == {"Quimart": (O, 6)}


def test_what_is_read_as_several_types_is_an_organization_where_nothing_tells_else(tmp_path: Path) -> None:
    doubtful = ["Quimstra p", "Quimstra p", "Quimstra l", "Sanquim Barr l", "Sanquim Barr p"]
    told = ["Angela Quimby p", "Angela Quimby p", "Angela Quimby o", "Quimby p", "Quimby p", "Quimby l"]
    told += [
        "Boston l",
        "Boston l",
        "Boston p",
        "Quimby Bay l",
        "Quimby Bay l",
        "Quimby Bay o",
        *["Lula p"] * 9,
        "Lula l",
    ]
    assert who(archive(tmp_path, *stories(*doubtful, *told))) == {
        "Quimstra": (O, 3),
        "Sanquim Barr": (O, 2),
        "Angela Quimby": (P, 3),
        "Quimby": (P, 3),
        "Boston": (L, 3),
        "Quimby Bay": (L, 3),
        "Lula": (P, 10),
    }


def test_what_is_settled_does_not_depend_on_the_order_of_runs(tmp_path: Path) -> None:
    documents = stories(*GOLDQUIM)
    whole = who(archive(tmp_path / "whole", *documents))
    for each in reversed(documents):
        write(tmp_path / "pieces", [each])
    assert who(Searcher(tmp_path / "pieces")) == whole
    write(tmp_path / "pieces", [story("gone", "Goldquim Rivers o|Goldquim o")])
    write(tmp_path / "pieces", [], remove=["gone"])
    assert who(Searcher(tmp_path / "pieces")) == whole


def test_two_people_who_share_a_surname_or_sound_alike_stay_apart(tmp_path: Path) -> None:
    named = ["Haider Quimri p", "Otto Quimri p", "Quimri p", "Haydar Quimry p", "Berta Solo p", "Solo p"]
    searcher = archive(tmp_path, *stories(*named))
    assert set(who(searcher)) == {each[:-2] for each in named}
    pairs = {(each["name"]["name"], each["other"]["name"], each["settled"]) for each in duplicates(tmp_path)}
    assert pairs == {("Haydar Quimry", "Haider Quimri", False), ("Solo", "Berta Solo", False)}


def test_a_short_name_of_several_bodies_or_of_a_place_stays_by_itself(tmp_path: Path) -> None:
    named = ["Nordbank Oil o|Nordbank o"] * 3 + ["Nordbank Steel o|Nordbank o"] * 3 + ["Boston Group o|Boston l"] * 3
    found = who(archive(tmp_path, *stories(*named)))
    assert found == {
        "Nordbank": (O, 6),
        "Nordbank Oil": (O, 3),
        "Nordbank Steel": (O, 3),
        "Boston Group": (O, 3),
        "Boston": (L, 3),
    }


def test_a_name_in_capitals_is_shown_as_it_is_written_elsewhere(tmp_path: Path) -> None:
    named = ["OTTO QUIMB & ASSOCIATES o", "BANK OF QUIMBAY o", "QRX o", "ABC QUIMBY o|Abc Quimby o"]
    assert set(who(archive(tmp_path, *stories(*named)))) == {
        "Otto Quimb & Associates",
        "Bank of Quimbay",
        "QRX",
        "Abc Quimby",
    }


def test_an_index_of_what_an_index_shows_has_the_same_names(tmp_path: Path) -> None:
    firms = [
        "WEEDLOCK & CO",
        "OTTO QUIMB & SONS LTD",
        "WEEDLOCK QUIMB INC.",
        "THE BARR COMPANY",
        "BARR AND CO",
        "QUIMBAY SA",
    ]
    written = [*firms, *map(str.title, firms), *(f"{firm} GROUP" for firm in firms)]
    named = [[Entity(firm, O), Entity(firm.title(), P)] for firm in written]
    shown = entities(archive(tmp_path / "first", *read(dict(enumerate(named)))))
    assert entities(archive(tmp_path / "again", *read(shown))) == shown


def test_an_acronym_that_one_of_few_articles_explains_letter_for_letter_is_its_long_name(tmp_path: Path) -> None:
    texts = [
        "The Quimbo Harbour Workers Union (QHWU) called a strike.",
        "Talks with the QHWU broke down on Monday.",
        "The QHWU said that it would return to the talks.",
    ]
    documents = [annotate(Article(f"{place}", "", text)) for place, text in enumerate(texts)]
    assert set(who(archive(tmp_path, *documents)).values()) == {("organization", 3)}


def test_an_acronym_that_articles_explain_alike_is_its_long_name(tmp_path: Path) -> None:
    text = "The Quimby Rail Union (QRU) met."
    union = Entity("Quimby Rail Union", O, ((4, 21), (23, 26)))
    explained = [Document(Article(f"long {at}", "", text), (union,), (), PartialDate()) for at in range(2)]
    searcher = archive(tmp_path, *explained, *stories("QRU o", "QRU o"))
    assert who(searcher) == {"Quimby Rail Union": (O, 4)}
    assert chosen(searcher, "QRU") == {"long 0", "long 1", "0", "1"}


def test_an_office_with_its_nation_is_the_one_without_where_no_other_nation_has_it(tmp_path: Path) -> None:
    us = [story(f"us {at}", "US Widget Department o", "US") for at in range(2)]
    bare = [story(f"bare {at}", "Widget Department o", "US") for at in range(3)]
    assert who(archive(tmp_path / "one", *us, *bare)) == {"Widget Department": (O, 5)}
    other = [story("fr", "French Widget Department o", "FR")]
    assert len(who(archive(tmp_path / "two", *us, *bare, *other))) == 3


def test_a_body_that_every_nation_has_is_not_one_nations(tmp_path: Path) -> None:
    own = [story(f"cn {at}", "Chinese Widget Party o", "CN") for at in range(2)]
    bare = [story(f"bare {at}", "Widget Party o", "CN") for at in range(20)]
    assert who(archive(tmp_path / "one", *own, *bare)) == {"Widget Party": (O, 22)}
    elsewhere = story("cu", "Widget Party o", "CU")
    assert who(archive(tmp_path / "two", *own, *bare, elsewhere)) == {
        "Widget Party": (O, 21),
        "Chinese Widget Party": (O, 2),
    }


def test_a_partnership_is_the_name_before_it_unless_other_bodies_are_called_so(tmp_path: Path) -> None:
    named = ["Quimb o"] * 3 + ["Quimb & Company o"] * 2 + ["Quimb and Company o"]
    assert who(archive(tmp_path / "one", *stories(*named))) == {"Quimb": (O, 6)}
    named += ["Quimb Barr & Company o", "Quimb Barr o", "Quimb Barr o"]
    found = who(archive(tmp_path / "two", *stories(*named, *["Quimb Capital o|Quimb o"] * 3)))
    assert found == {"Quimb Capital": (O, 3), "Quimb": (O, 6), "Quimb & Company": (O, 3), "Quimb Barr": (O, 3)}


def test_two_bodies_in_one_value_count_as_both(tmp_path: Path) -> None:
    named = ["Alder Bank o"] * 3 + ["Birch Oil o"] * 3 + ["Alder Bank and Birch o", "Salt and Pepper o"]
    named += ["Birch Oil o|Birch l"] * 2
    searcher = archive(tmp_path, *stories(*named))
    assert who(searcher) == {"Alder Bank": (O, 4), "Birch Oil": (O, 6), "Salt and Pepper": (O, 1)}
    assert chosen(searcher, "Birch Oil") == {"3", "4", "5", "6", "8", "9"}
    [hit] = [hit for hit in searcher.search(SearchRequest()).hits if hit.document.article.id == "6"]
    assert [each.name for each in hit.document.entities] == ["Alder Bank", "Birch Oil"]


@pytest.mark.parametrize(
    ("aliases", "found"),
    [
        ('[rename]\n"Goldquim" = "Goldquim"', {"Goldquim Barr": (O, 5), "Goldquim": (O, 4)}),
        ('[rename]\n"Goldquim Barr" = "GB"', {"GB": (O, 5)}),
        ('[merge]\n"Barr & Co" = ["Goldquim Barr"]', {"Barr & Co": (O, 5)}),
        ('[type]\n"Goldquim" = "place"', {"Goldquim Barr": (L, 5)}),
        ('hide = ["Goldquim Barr"]', {}),
    ],
)
def test_what_a_user_puts_right_wins(tmp_path: Path, aliases: str, found: dict[str, tuple[str, int]]) -> None:
    searcher = archive(tmp_path, *stories(*GOLDQUIM[:5]))
    (tmp_path / "aliases.toml").write_text(aliases, encoding="utf-8")
    others = {"Lima": (L, 2), "Zelda Barr": (P, 1)}
    assert who(searcher) == {**found, **others}


def duplicates(location: Path) -> list[dict[str, Any]]:
    printed = CliRunner().invoke(main, ["names", "--duplicates", "--json", "--index", str(location)])
    assert printed.exit_code == 0, printed.output
    return [json.loads(line) for line in printed.output.splitlines()]


def test_likely_duplicates_are_told_with_their_evidence(tmp_path: Path) -> None:
    archive(tmp_path, *stories(*GOLDQUIM))
    told = CliRunner().invoke(main, ["names", "--duplicates", "--index", str(tmp_path)]).output.splitlines()
    assert told[0] == (
        "settled  Goldquim (organization, 4) = Goldquim Barr (organization, 3): "
        "4 of the 4 articles that have “Goldquim” have “Goldquim Barr”, too"
    )
    (tmp_path / "aliases.toml").write_text('[rename]\n"Goldquim" = "Goldquim"\n', encoding="utf-8")
    assert "Goldquim" not in {each["name"]["name"] for each in duplicates(tmp_path)}


def test_the_names_of_the_index_are_listed(tmp_path: Path) -> None:
    archive(tmp_path, *stories(*GOLDQUIM))
    told = CliRunner().invoke(main, ["names", "--most", "1", "--index", str(tmp_path)]).output
    assert told == "        5  organization  Goldquim Barr\n"
