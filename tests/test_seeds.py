"""The user's own five articles, as they are: what the first issue promised of them."""

from pathlib import Path

import pytest

from corpus.article import Basis
from index.ingest.pipeline import refresh
from search.searcher import Searcher
from search.types.request import Facet, SearchRequest


@pytest.fixture(scope="module")
def searcher(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    location = tmp_path_factory.mktemp("seeds") / "index"
    summary = refresh(location, [seeds])
    assert (summary.indexed, summary.refusals) == (5, [])
    return Searcher(location)


def found(searcher: Searcher, q: str = "", **filters: str) -> list[str]:
    """The numbers that the seeds' names begin with."""
    request = SearchRequest(q=q, filters={Facet(facet): (value,) for facet, value in filters.items()})
    return sorted(hit.document.article.id[:3] for hit in searcher.search(request).hits)


def test_each_article_is_found_by_its_words(searcher: Searcher) -> None:
    assert found(searcher, "coalition") == ["000", "001", "002", "003", "004"]
    assert found(searcher, '"special forces"') == ["002", "003"]
    assert found(searcher, country="JO") == ["004"]


@pytest.mark.parametrize(
    ("q", "first"),
    [
        ("withdrawal of US forces", "001"),  # "planning to withdraw all forces … reverse the withdrawal decision"
        ("who refused to send troops", "002"),  # NATO "has ruled out sending ground troops"
        ("special operations Bahrain", "002"),
        ("Kerry coalition 40 nations", "004"),
        ("French special forces north-east", "003"),
    ],
)
def test_the_right_article_comes_first(searcher: Searcher, q: str, first: str) -> None:
    assert searcher.search(SearchRequest(q=q)).hits[0].document.article.id[:3] == first


def test_forms_of_a_word_are_found_and_marked(searcher: Searcher) -> None:
    result = searcher.search(SearchRequest(q="withdrawing"))
    assert sorted(hit.document.article.id[:3] for hit in result.hits) == ["000", "001", "003"]
    marked = {
        snippet.text[start:end] for hit in result.hits for snippet in hit.snippets for start, end in snippet.highlights
    }
    assert marked == {"withdraw", "withdrawal"}


def test_names_of_one_organization_find_the_same_articles(searcher: Searcher) -> None:
    assert found(searcher, entity="Daesh") == found(searcher, entity="ISIS") == ["000", "001", "002", "003", "004"]


def test_countries_are_those_that_an_article_is_about(searcher: Searcher) -> None:
    codes = {
        hit.document.article.id[:3]: [country.code for country in hit.document.countries]
        for hit in searcher.search(SearchRequest()).hits
    }
    assert codes["000"][:2] == ["US", "SY"]
    assert {"FR", "RU", "QA", "GB", "IQ"} <= set(codes["003"])
    assert "BH" in codes["002"]


def test_years_are_inferred_and_said_to_be(searcher: Searcher) -> None:
    assert found(searcher, year="2019") == ["000", "001", "003"]
    assert found(searcher, year="2015") == ["002"]
    assert found(searcher, year="2014") == ["004"]
    dates = [hit.document.published for hit in searcher.search(SearchRequest()).hits]
    assert {date.basis for date in dates} == {Basis.INFERRED}
