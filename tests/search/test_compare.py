"""Searches side by side, as a count of every article by hand has them."""

import random
from collections import Counter

import pytest

from corpus.article import Article, Basis, PartialDate
from corpus.document import Document
from search.searcher import Searcher
from search.types.request import Facet, SearchRequest
from search.types.trend import Comparison, Spread
from tests.archive import archive

WORDS = ("cod", "herring", "quay", "harbour")
SEARCHES = ("cod", "herring", "quay cod", "nothing")


def _article(number: int, chance: random.Random) -> Document:
    year = chance.choice([None, 1999, 2001, 2002])
    month = chance.choice([None, 1, 7, 12]) if year else None
    date = PartialDate(year, month, basis=Basis.STATED if year else Basis.UNKNOWN)
    text = " ".join(chance.sample(WORDS, 2))
    source = chance.choice([None, "Argus", "Courier", "Herald"])
    return Document(Article(f"{number:03}", "", text, source=source, published=date), (), (), date)


@pytest.fixture(scope="module")
def articles() -> list[Document]:
    chance = random.Random(7)  # noqa: S311
    return [_article(number, chance) for number in range(300)]


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory, articles: list[Document]) -> Searcher:
    location = tmp_path_factory.mktemp("trends")
    archive(location, *articles[:200])
    return archive(location, *articles[200:])


def value(document: Document, by: Spread) -> str | None:
    if by is Spread.SOURCE:
        return document.article.source
    iso = document.published.iso
    return iso and iso[: 4 if by is Spread.YEAR else 7]


def compared(searcher: Searcher, by: Spread | None, *queries: str, **filters: str) -> Comparison:
    chosen = {Facet(name): (given,) for name, given in filters.items()}
    return searcher.compare([SearchRequest(q=q, filters=chosen) for q in queries], by)


@pytest.mark.parametrize("by", list(Spread))
def test_each_count_and_total_is_that_of_a_count_by_hand(
    searcher: Searcher, articles: list[Document], by: Spread
) -> None:
    found = compared(searcher, by, *SEARCHES)
    totals = Counter(value(each, by) for each in articles)
    for series in found.series:
        words = set(series.request.q.split())
        there = [each for each in articles if words <= set(each.article.text.split())]
        assert series.total == len(there)
        counted = {each.value: each.count for each in series.buckets if each.count}
        assert counted == Counter(value(each, by) for each in there)
        assert all(each.total == totals[each.value] for each in series.buckets)
    assert len({tuple(each.value for each in series.buckets) for series in found.series}) == 1


def test_times_are_whole_years_in_order_and_sources_those_of_most_first(searcher: Searcher) -> None:
    years = [each.value for each in compared(searcher, Spread.YEAR, "cod").series[0].buckets]
    assert years == ["1999", "2000", "2001", "2002", None]
    months = [each.value for each in compared(searcher, Spread.MONTH, "cod").series[0].buckets]
    assert (months[0], months[47], months[48:]) == ("1999-01", "2002-12", ["1999", "2001", "2002", None])
    sources = compared(searcher, Spread.SOURCE, "cod", "herring").series
    sums = [one.count + other.count for one, other in zip(*(each.buckets for each in sources), strict=True)]
    assert sums[:-1] == sorted(sums[:-1], reverse=True)
    assert (len(sums), sources[0].buckets[-1].value) == (4, None)


def test_what_is_of_one_year_is_counted_by_its_months_unless_years_are_asked_for(searcher: Searcher) -> None:
    assert compared(searcher, None, "cod", "herring", year="2001").by is Spread.MONTH
    assert compared(searcher, None, "cod", "herring").by is Spread.YEAR
    [one] = compared(searcher, Spread.YEAR, "cod", year="2001").series
    assert [each.value for each in one.buckets] == ["2001"]


def test_nothing_at_all_is_compared_to_nothing(searcher: Searcher) -> None:
    for by in Spread:
        assert compared(searcher, by, "nothing", "nowhere").series[1].buckets == []
