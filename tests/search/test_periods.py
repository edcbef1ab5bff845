"""When the matches are from: years with those of them that are inferred, months within one year, ranges of both."""

from pathlib import Path

import pytest

from corpus.article import Article, Basis, PartialDate
from corpus.document import Document
from search.searcher import Searcher
from search.types.request import BadRequest, Facet, SearchRequest
from search.types.result import SearchResult
from tests.archive import archive

DATES = {
    "a": PartialDate(2019, 4, 9, Basis.STATED),
    "b": PartialDate(2019, 4, basis=Basis.INFERRED),
    "c": PartialDate(2019, 6, 1, Basis.STATED),
    "d": PartialDate(2019, basis=Basis.INFERRED),
    "e": PartialDate(2018, 12, 31, Basis.STATED),
    "f": PartialDate(),
}


@pytest.fixture
def searcher(tmp_path: Path) -> Searcher:
    return archive(tmp_path, *(Document(Article(name, "", "Talks."), (), (), date) for name, date in DATES.items()))


def ask(searcher: Searcher, *years: str) -> SearchResult:
    return searcher.search(SearchRequest(filters={Facet.YEAR: years} if years else {}))


def test_an_inferred_year_is_counted_as_such(searcher: Searcher) -> None:
    years = {each.value: (each.count, each.inferred) for each in ask(searcher).facets[Facet.YEAR]}
    assert years == {"2019": (4, 2), "2018": (1, 0), "unknown": (1, 0)}


@pytest.mark.parametrize(
    ("years", "found"),
    [
        (["2019-04"], "ab"),
        (["2019-05"], ""),
        (["2019-04..2019-06"], "abc"),
        (["2018-11..2019-04"], "abe"),
        (["2018..2019"], "abcde"),
        (["2019-06", "unknown"], "cf"),
        (["2019-04-09"], "a"),
        (["2019-04-08..2019-06-01"], "ac"),
        (["2019-04-01..2019-04-30"], "ab"),
        (["2019-01..2019-12"], "abcd"),
        (["2019.."], "abcd"),
        (["..2018-12"], "e"),
    ],
)
def test_a_time_has_what_is_known_to_lie_in_it(searcher: Searcher, years: list[str], found: str) -> None:
    assert sorted(hit.document.article.id for hit in ask(searcher, *years).hits) == list(found)


def test_the_months_of_one_year_are_counted(searcher: Searcher) -> None:
    assert ask(searcher).months == ()
    months = ask(searcher, "2019-04..2019-05").months
    assert [each.value for each in months if each.selected] == ["2019-04", "2019-05"]
    assert {each.value: (each.count, each.inferred) for each in months if each.count} == {
        "2019-04": (2, 1),
        "2019-06": (1, 0),
    }


def test_months_are_there_where_everything_is_of_one_year_unasked(searcher: Searcher) -> None:
    result = searcher.search(SearchRequest(exclude={Facet.YEAR: ("2018", "unknown")}))
    assert [each.count for each in result.months] == [0, 0, 0, 2, 0, 1, 0, 0, 0, 0, 0, 0]


@pytest.mark.parametrize(
    "year", ["2019-00", "2019-4", "2019-04..2019", "2019-06..2019-04", "2019-02-29", "2019-04-09..2019-04-08", ".."]
)
def test_what_is_no_time_is_refused(year: str) -> None:
    with pytest.raises(BadRequest, match="write"):
        SearchRequest(filters={Facet.YEAR: (year,)})
