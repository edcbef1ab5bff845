"""The names of a result as they are shown: people first, then organizations, then places that are no countries."""

from pathlib import Path

import pytest

from corpus.article import Article, Entity, EntityType, PartialDate
from corpus.document import Document
from search.searcher import Searcher
from search.types.request import Facet, SearchRequest
from tests.archive import archive
from web.app import create_app

P, O, L = EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE  # noqa: E741 - a letter for each type


def story(number: int) -> Document:
    names = [Entity("Wire Desk", O)] if number < 55 else []
    names += [Entity("Otto Barr", P)] if number % 10 == 0 else []
    names += [Entity("Zelda Quimby", P), Entity("Harbour Board", O)] if number % 20 == 0 else []
    names += [Entity("France", L), Entity("Lyon", L)] if number % 3 == 0 else []
    return Document(Article(str(number), "", "port" if number % 20 == 0 else "talks"), tuple(names), (), PartialDate())


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    return archive(tmp_path_factory.mktemp("names"), *map(story, range(60)))


def named(searcher: Searcher, request: SearchRequest) -> dict[str, list[tuple[str, int]]]:
    names = searcher.search(request).names
    return {kind: [(each.label, each.count) for each in values] for kind, values in names.items()}


def test_people_come_first_and_a_name_of_most_articles_leads_no_list(searcher: Searcher) -> None:
    found = named(searcher, SearchRequest())
    assert list(found) == [P, O, L]
    assert found[P] == [("Otto Barr", 6), ("Zelda Quimby", 3)]
    assert found[O] == [("Harbour Board", 3), ("Wire Desk", 55)]
    assert found[L] == [("Lyon", 20)]


def test_a_country_is_among_the_places_where_it_was_chosen(searcher: Searcher) -> None:
    found = named(searcher, SearchRequest(filters={Facet.ENTITY: ("France",)}))
    assert found[L] == [("France", 20), ("Lyon", 20)]


def test_places_are_listed_beside_a_thousand_people_who_are_named_oftener(tmp_path: Path) -> None:
    crowds = [tuple(Entity(f"Person {crowd} {at}", P) for at in range(50)) for crowd in range(24)]
    towns = [Entity(f"Town {at:02}", L) for at in range(12)]
    named_twice = [
        Document(
            Article(f"{crowd}-{at}", "", "talks"),
            (*people, *(towns[crowd : crowd + 1] if at else ())),
            (),
            PartialDate(),
        )
        for crowd, people in enumerate(crowds)
        for at in range(2)
    ]
    found = named(archive(tmp_path, *named_twice), SearchRequest())
    assert found[P] == [(f"Person 0 {at}", 2) for at in sorted(range(50), key=str)[:10]]
    assert found[O] == []
    assert found[L] == [(f"Town {at:02}", 1) for at in range(10)]


def test_the_endpoint_has_them_by_type(searcher: Searcher) -> None:
    answer = create_app(searcher).test_client().get("/api/search?q=port").get_json()
    assert {kind: [each["value"] for each in values] for kind, values in answer["names"].items()} == {
        "person": ["Otto Barr", "Zelda Quimby"],
        "organization": ["Harbour Board", "Wire Desk"],
        "place": ["Lyon"],
    }


def test_telling_pairs_stand_in_the_order_of_their_association(tmp_path: Path) -> None:
    often = [("Otto Barr", "Anna Common")] * 6 + [("Lena Rare", "Pia Seldom")] * 4 + [("Anna Common",)] * 30
    documents = [
        Document(Article(str(at), "", "talks"), tuple(Entity(name, P) for name in names), (), PartialDate())
        for at, names in enumerate([*often, *[("Nobody Else",)] * 20])
    ]
    searcher = archive(tmp_path, *documents)
    pairs = searcher.cooccurrence(SearchRequest(), telling=True).pairs
    assert [(each.one, each.other, each.count) for each in pairs] == [
        ("Lena Rare", "Pia Seldom", 4),
        ("Anna Common", "Otto Barr", 6),
    ]
    assert [each.count for each in searcher.cooccurrence(SearchRequest()).pairs] == [6, 4]
