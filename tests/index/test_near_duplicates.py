"""The same story sent again, cut, updated or merged is one group, whatever order it came in; nothing else is."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Article, Basis, PartialDate
from corpus.document import Document
from corpus.sample import SAMPLE
from index.ingest.pipeline import refresh
from index.snapshots.integrity import faults
from index.snapshots.snapshot import Snapshot
from search.searcher import Searcher
from search.types.request import Facet, SearchRequest, Sort
from tests.archive import archive, write
from tests.newsroom import browse, visit

LETTERS = "abdeghiklmnoprstuvz"


def sentences(seed: int, count: int) -> list[str]:
    """Sentences that have nothing in common with those of another seed."""
    draw = Random(seed)  # noqa: S311 - no secret

    def word() -> str:
        return "".join(draw.choices(LETTERS, k=draw.randint(3, 9)))

    return [" ".join(word() for _ in range(draw.randint(8, 18))).capitalize() + "." for _ in range(count)]


def story(article_id: str, text: Sequence[str], published: PartialDate | None = None, title: str = "") -> Document:
    article = Article(article_id, title or article_id, " ".join(text), source=f"{article_id}.example")
    return Document(article, (), (), published or PartialDate())


def day(number: int) -> PartialDate:
    return PartialDate(2019, 4, number, Basis.STATED)


def groups(location: Path) -> set[frozenset[str]]:
    snapshot = Snapshot(location)
    numbers = [number for number in range(snapshot.size) if snapshot.live[number]]
    found = {frozenset([number, *snapshot.groups.others(number)]) for number in numbers}
    return {frozenset(map(snapshot.ids.__getitem__, each)) for each in found if len(each) > 1}


def versions(location: Path, article_id: str) -> list[str]:
    return [each.article.id for each in Searcher(location).article(article_id).versions]


TALKS, STRIKE = sentences(1, 14), sentences(2, 9)


@pytest.mark.parametrize(
    "edited",
    [
        TALKS,
        TALKS[:5],
        [*sentences(3, 2), *TALKS[2:]],
        ["From our correspondents and agencies.", *TALKS[1:-1], "All rights reserved by whoever has them."],
        [*TALKS[:6], *sentences(4, 3), *TALKS[6:]],
        [TALKS[1], TALKS[0], *TALKS[2:]],
    ],
    ids=["sent again", "cut", "new lead", "agency line", "updated", "turned"],
)
def test_versions_of_a_story_are_one_group(edited: list[str], tmp_path: Path) -> None:
    archive(
        tmp_path, story("talks", TALKS), story("version", edited, title="Another headline"), story("strike", STRIKE)
    )
    assert groups(tmp_path) == {frozenset({"talks", "version"})}


def test_a_merged_story_is_listed_with_both_and_joins_them_not(tmp_path: Path) -> None:
    archive(tmp_path, story("talks", TALKS), story("strike", STRIKE), story("merged", [*TALKS, *STRIKE]))
    assert groups(tmp_path) == {frozenset({"talks", "merged"})}
    assert versions(tmp_path, "merged") == ["talks", "strike"]
    assert versions(tmp_path, "strike") == ["merged"]


REPORT = (
    "Wheat for delivery in {} closed at {} a tonne on the exchange of the harbour towns, {} more than the day before, "
    "while barley fetched {} and oats {}; brokers counted {} lots of wheat and {} of barley in the morning session, "
    "and said that buyers from overseas had asked for {} tonnes in all, of which {} were refused for want of ships."
)


def test_another_day_of_the_same_template_is_another_article(tmp_path: Path) -> None:
    reports = [REPORT.format(*range(start, start + 27, 3)) for start in (101, 305, 512)]
    archive(tmp_path, *(story(f"day-{number}", [text]) for number, text in enumerate(reports)))
    assert groups(tmp_path) == set()
    write(tmp_path, [story("sent-again", [reports[1], "The exchange is closed tomorrow."])])
    assert groups(tmp_path) == {frozenset({"day-1", "sent-again"})}


def test_the_sample_has_two_pairs(tmp_path: Path) -> None:
    refresh(tmp_path / "index", [SAMPLE])
    assert groups(tmp_path / "index") == {
        frozenset({"harbour-courier/riyadh-tehran-restore-ties.txt", "meridian-wire/saudi-iran-beijing.txt"}),
        frozenset({"levant-observer/lima-group-rejects-maduro.txt", "levant-observer/maduro-sworn-in-isolated.txt"}),
    }


def test_the_seeds_have_none(tmp_path: Path, seeds: Path) -> None:
    refresh(tmp_path / "index", [seeds])
    assert groups(tmp_path / "index") == set()


def test_the_first_published_stands_for_its_group_then_the_longest_then_the_lowest_id(tmp_path: Path) -> None:
    archive(
        tmp_path,
        story("undated", TALKS),
        story("late", TALKS, day(9)),
        story("short", TALKS[:-1], day(2)),
        story("early-b", TALKS, day(2)),
        story("early-a", TALKS, day(2)),
        story("year", TALKS, PartialDate(2019, basis=Basis.STATED)),
    )
    assert versions(tmp_path, "undated") == ["early-a", "early-b", "short", "late", "year"]
    write(tmp_path, [], remove=["early-a", "early-b"])
    assert versions(tmp_path, "undated") == ["short", "late", "year"]
    assert list(faults(tmp_path)) == []


POOL = [sentences(10 + number, 5) for number in range(5)]
TEXTS = st.lists(st.lists(st.integers(0, 4), min_size=1, max_size=3, unique=True), min_size=2, max_size=9)


@settings(max_examples=25)
@given(texts=TEXTS, data=st.data())
def test_groups_do_not_depend_on_how_the_articles_came(
    texts: list[list[int]], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    articles = [story(f"a{n}", [line for part in text for line in POOL[part]]) for n, text in enumerate(texts)]
    gone = data.draw(st.sets(st.sampled_from(range(len(articles)))))
    order = data.draw(st.permutations(articles))
    cuts = data.draw(st.sets(st.integers(1, len(articles)), max_size=4))
    bounds = [0, *sorted(cuts), len(articles)]
    pieces, whole = tmp_path_factory.mktemp("pieces"), tmp_path_factory.mktemp("whole")
    for first, last in pairwise(bounds):
        if first < last:
            write(pieces, order[first:last])
    if gone:
        write(pieces, [], remove=[f"a{number}" for number in gone])
    write(whole, [article for number, article in enumerate(articles) if number not in gone])
    assert groups(pieces) == groups(whole)
    assert list(faults(pieces)) == []


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve stories of one to four copies each, in two commits."""
    location = tmp_path_factory.mktemp("copies")
    articles = [
        story(
            f"{number}-{copy}",
            [*sentences(100 + number, 6)[: 6 - copy % 2], "Peace."],
            day(1 + (number * 7 + copy) % 28),
        )
        for number in range(12)
        for copy in range(1 + number % 4)
    ]
    archive(location, *articles[:17])
    write(location, articles[17:])
    return location


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("q", ["", "peace"])
def test_folding_leaves_one_of_each_group_and_pages_add_up(q: str, sort: Sort, copies: Path) -> None:
    searcher = Searcher(copies)
    every = searcher.search(SearchRequest(q=q, sort=sort, per_page=100))
    assert (every.total, every.groups) == (30, None)
    pages = [searcher.search(SearchRequest(q=q, sort=sort, per_page=5, page=page, group=True)) for page in (1, 2, 3)]
    listed = [hit.document.article.id for page in pages for hit in page.hits]
    representatives = {hit.document.article.id for hit in every.hits} & set(listed)
    assert sorted(each.split("-")[0] for each in representatives) == sorted({str(number) for number in range(12)})
    assert listed == [hit.document.article.id for hit in every.hits if hit.document.article.id in representatives]
    assert [(page.total, page.groups, page.listed) for page in pages] == [(30, 12, 12)] * 3
    cursor, by_cursor = None, list[str]()
    while True:
        page = searcher.search(SearchRequest(q=q, sort=sort, per_page=5, group=True, cursor=cursor))
        by_cursor += [hit.document.article.id for hit in page.hits]
        cursor = page.next_cursor
        if cursor is None:
            break
    assert by_cursor == listed
    assert [each.article.id for each in searcher.matches(SearchRequest(q=q, sort=sort, group=True))] == listed


def test_under_filters_the_first_that_matches_stands_for_its_group(tmp_path: Path) -> None:
    searcher = archive(
        tmp_path,
        story("first", TALKS, PartialDate(2018, 1, 1, Basis.STATED)),
        story("second", TALKS, day(1)),
        story("third", TALKS, day(2)),
    )
    result = searcher.search(SearchRequest(filters={Facet.YEAR: ("2019",)}, group=True))
    assert [hit.document.article.id for hit in result.hits] == ["second"]
    assert (result.total, result.groups, result.hits[0].near_duplicates) == (2, 1, 2)
    assert {value.value: value.count for value in result.facets[Facet.YEAR]} == {"2019": 2, "2018": 1}


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    return browse(tmp_path, story("talks", TALKS, day(3)), story("copy", TALKS, day(4)), story("strike", STRIKE))


def get(client: FlaskClient, address: str) -> Any:
    return client.get(address).json


def test_the_page_folds_and_shows_each_on_request(client: FlaskClient) -> None:
    page = visit(client, "/")
    assert "3 articles" in page.text
    assert "1 near-duplicate folded" in page.text
    assert page.links["1 similar article"] == "/articles/talks#versions"
    assert "/articles/copy" not in page.links.values()
    each = visit(client, page.links["show each"])
    assert {"/articles/talks?group=0", "/articles/copy?group=0"} <= set(each.links.values())
    assert each.links["fold them"] == "/"


def test_the_page_of_an_article_lists_its_versions(client: FlaskClient) -> None:
    page = visit(client, "/articles/talks")
    assert "1 similar version" in page.text
    assert page.links["copy"] == "/articles/copy"


def test_the_endpoint_folds_where_it_is_asked_to_and_says_what_is_counted(client: FlaskClient) -> None:
    answer = get(client, "/api/search")
    assert (answer["total"], answer["grouped"], answer["groups"], len(answer["results"])) == (3, False, None, 3)
    folded = get(client, "/api/search?group=1&per_page=1")
    assert (folded["total"], folded["grouped"], folded["groups"]) == (3, True, 2)
    assert [hit["near_duplicates"] for hit in folded["results"]] == [1]
    assert folded["links"]["next"] == "http://localhost/api/search?page=2&per_page=1&group=1"
    assert get(client, folded["links"]["next"])["links"]["next"] is None
    assert client.get("/api/search?group=perhaps").status_code == 400


def test_an_article_names_its_near_duplicates(client: FlaskClient) -> None:
    answer = get(client, "/api/articles/copy")
    assert answer["near_duplicate_count"] == 1
    assert answer["near_duplicates"] == [
        {
            "id": "talks",
            "title": "talks",
            "source": "talks.example",
            "published": "2019-04-03",
            "published_basis": "stated",
            "links": {
                "self": "http://localhost/api/articles/talks",
                "html": "http://localhost/articles/talks",
            },
        }
    ]
