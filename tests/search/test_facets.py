"""Filters and counts: each number is what a reader would count by hand."""

import base64
import json
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.article import Article
from corpus.document import Document
from corpus.enrichment.annotation import annotate
from search.searcher import Searcher
from search.types.request import BadRequest, Facet, Match, SearchRequest, Selection, Sort
from tests.archive import archive, document, write
from web.app import create_app

ARTICLES = [
    document("a", "peace talks", entities=["Islamic State", "Blue Shield"], countries=["SY", "US"], year=2019),
    document("b", "peace", entities=["Islamic State"], countries=["SY"], year=2014),
    document("c", "talks", entities=["Blue Shield"], countries=["FR", "US"]),
    document("d", "peace", countries=["FR"], year=2019),
]


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    return archive(tmp_path_factory.mktemp("news"), *ARTICLES)


def counts(searcher: Searcher, request: SearchRequest, facet: Facet) -> dict[str, int]:
    return {value.value: value.count for value in searcher.search(request).facets[facet]}


def test_counts_leave_out_their_own_selection_and_honour_the_others(news: Searcher) -> None:
    request = SearchRequest(filters={Facet.COUNTRY: ("SY",), Facet.YEAR: ("2019",)})
    result = news.search(request)
    assert [hit.document.article.id for hit in result.hits] == ["a"]
    assert counts(news, request, Facet.COUNTRY) == {"FR": 1, "SY": 1, "US": 1}
    assert counts(news, request, Facet.YEAR) == {"2019": 1, "2014": 1}
    assert counts(news, request, Facet.ENTITY) == {"Islamic State": 1, "Blue Shield": 1}
    assert [value.value for value in result.facets[Facet.COUNTRY] if value.selected] == ["SY"]


def test_values_of_a_facet_add_up_and_facets_narrow_each_other(news: Searcher) -> None:
    assert news.search(SearchRequest(filters={Facet.COUNTRY: ("SY", "FR")})).total == 4
    assert news.search(SearchRequest(filters={Facet.COUNTRY: ("SY", "FR"), Facet.ENTITY: ("Blue Shield",)})).total == 2


def test_names_of_one_thing_are_one_value(news: Searcher) -> None:
    for name in ("ISIS", "Daesh", "islamic state"):
        request = SearchRequest(filters={Facet.ENTITY: (name,)})
        assert {hit.document.article.id for hit in news.search(request).hits} == {"a", "b"}


def test_an_author_is_whoever_wrote_it_or_reported_for_it(tmp_path: Path) -> None:
    credit = "(Reporting by Ann Lund in Oslo; Editing by Olav Berg)"
    stated = Article("stated", "Fish", f"Boats came home to Bergen with much fish. {credit}", author="Ida Moe")
    searcher = archive(tmp_path, annotate(stated), annotate(replace(stated, id="credited", author=None)))
    assert counts(searcher, SearchRequest(), Facet.AUTHOR) == {"Ann Lund": 2, "Ida Moe": 1}
    assert searcher.search(SearchRequest('author:"Ann Lund"')).total == 2
    assert searcher.search(SearchRequest('author:"Olav Berg"')).total == 0
    page = create_app(searcher).test_client().get("/articles/credited").text
    assert "<bdi>Ann Lund</bdi>" in page


def test_exclusion_takes_articles_away_and_stays_visible(news: Searcher) -> None:
    result = news.search(SearchRequest(exclude={Facet.COUNTRY: ("US",)}))
    assert {hit.document.article.id for hit in result.hits} == {"b", "d"}
    assert [(value.value, value.count) for value in result.facets[Facet.COUNTRY] if value.excluded] == [("US", 0)]


def test_years_come_latest_first_with_the_undated_apart(news: Searcher) -> None:
    assert list(counts(news, SearchRequest(), Facet.YEAR).items()) == [("2019", 2), ("2014", 1), ("unknown", 1)]
    ranged = news.search(SearchRequest(filters={Facet.YEAR: ("2010..2015", "unknown")}))
    assert {hit.document.article.id for hit in ranged.hits} == {"b", "c"}
    assert ("2010..2015", "2010–2015", 1, True) in [
        (value.value, value.label, value.count, value.selected) for value in ranged.facets[Facet.YEAR]
    ]


def test_a_value_nowhere_in_the_index_finds_nothing_and_is_shown(news: Searcher) -> None:
    result = news.search(SearchRequest(filters={Facet.ENTITY: ("Nobody",)}))
    assert result.total == 0
    assert ("Nobody", 0, True) in [(each.value, each.count, each.selected) for each in result.facets[Facet.ENTITY]]


def test_all_values_of_a_facet_by_prefix_and_page(news: Searcher) -> None:
    values, total = news.facet(SearchRequest(), Facet.COUNTRY, prefix="unit")
    assert ([(value.value, value.label, value.count) for value in values], total) == ([("US", "United States", 2)], 1)
    second, total = news.facet(SearchRequest(), Facet.COUNTRY, page=2, per_page=2)
    assert ([value.value for value in second], total) == (["US"], 3)


def test_a_second_name_narrows_where_all_are_asked_for(news: Searcher) -> None:
    names = ("Islamic State", "Blue Shield")
    every = SearchRequest(filters={Facet.ENTITY: names}, facet_match={Facet.ENTITY: Match.ALL})
    assert news.search(SearchRequest(filters={Facet.ENTITY: names})).total == 3
    assert [hit.document.article.id for hit in news.search(every).hits] == ["a"]
    # The count beside a name is what one finds that chooses it, too.
    one = replace(every, filters={Facet.ENTITY: names[:1]})
    assert counts(news, one, Facet.ENTITY) == {"Islamic State": 2, "Blue Shield": 1}


def test_another_name_is_a_prefix_too(tmp_path: Path) -> None:
    searcher = archive(
        tmp_path, document("a", "x", entities=["International Monetary Fund"], countries=["GB", "TR", "MM", "UA"])
    )
    for prefix, value in {"uk": "GB", "turkey": "TR", "Burm": "MM", "ukr": "UA"}.items():
        assert value in [each.value for each in searcher.facet(SearchRequest(), Facet.COUNTRY, prefix)[0]]
    assert searcher.facet(SearchRequest(), Facet.ENTITY, "IMF")[0][0].value == "International Monetary Fund"


names = st.lists(st.sampled_from(["aa", "ba", "b", "é", "aab"]), min_size=1, max_size=3).map(" ".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    drawn=st.lists(
        names, min_size=1, max_size=12, unique_by=lambda name: name.replace(" ", "")
    ),  # else one is the other
    prefix=st.sampled_from(["a", "aa", "b", "ba aa", "É", "ab", "b b"]),
)
def test_a_prefix_finds_what_has_a_word_that_begins_so(folders: Iterator[Path], drawn: list[str], prefix: str) -> None:
    location, listed = next(folders), sorted(drawn)
    write(location, [document("1", "peace", entities=listed[::2])])
    write(location, [document("2", "peace", entities=listed[1::2])])
    start = prefix.lower().replace("é", "e")
    wanted = {name for name in drawn if f" {start}" in f" {name.replace('é', 'e')}"}
    values, total = Searcher(location).facet(SearchRequest(), Facet.ENTITY, prefix)
    assert ({value.label for value in values}, total) == (wanted, len(wanted))


def test_sorting_by_date_puts_the_undated_last(news: Searcher) -> None:
    newest = [hit.document.article.id for hit in news.search(SearchRequest(sort=Sort.NEWEST)).hits]
    oldest = [hit.document.article.id for hit in news.search(SearchRequest(sort=Sort.OLDEST)).hits]
    assert (newest, oldest) == (["a", "d", "b", "c"], ["b", "a", "d", "c"])


@pytest.mark.parametrize("sort", list(Sort))
def test_pages_and_cursors_show_every_article_once(news: Searcher, sort: Sort) -> None:
    paged = [
        hit.document.article.id
        for page in (1, 2, 3, 4, 5)
        for hit in news.search(SearchRequest(q="peace OR talks", sort=sort, per_page=1, page=page)).hits
    ]
    walked, cursor = list[str](), None
    while True:
        result = news.search(SearchRequest(q="peace OR talks", sort=sort, per_page=1, cursor=cursor))
        walked += [hit.document.article.id for hit in result.hits]
        cursor = result.next_cursor
        if cursor is None:
            break
    assert walked == paged
    assert sorted(paged) == ["a", "b", "c", "d"]


def test_a_cursor_by_date_survives_a_commit_and_one_by_relevance_says_that_it_does_not(tmp_path: Path) -> None:
    searcher = archive(tmp_path, *ARTICLES)
    by_date = searcher.search(SearchRequest(sort=Sort.NEWEST, per_page=2)).next_cursor
    by_relevance = searcher.search(SearchRequest(q="peace", per_page=1)).next_cursor
    write(tmp_path, [document("e", "peace", year=2020)])
    later = searcher.search(SearchRequest(sort=Sort.NEWEST, cursor=by_date))
    assert [hit.document.article.id for hit in later.hits] == ["b", "c"]
    with pytest.raises(BadRequest, match="start again at page 1"):
        searcher.search(SearchRequest(q="peace", cursor=by_relevance))


@pytest.mark.parametrize(
    "content",
    ['["g", "newest", NaN, "a"]', f'["g", "newest", {"9" * 400}, "a"]', "[" * 5_000, "[1]", '"' + "a" * 99_999],
)
def test_what_is_no_cursor_is_refused(news: Searcher, content: str) -> None:
    for cursor in ("garbage!", base64.urlsafe_b64encode(content.encode()).decode()):
        with pytest.raises(BadRequest, match="no cursor"):
            news.search(SearchRequest(sort=Sort.NEWEST, cursor=cursor))


@pytest.mark.parametrize(
    ("request_", "parameter"),
    [
        ({"page": 0}, "page"),
        ({"per_page": 101}, "per_page"),
        ({"filters": {Facet.YEAR: ("soon",)}}, "year"),
        ({"exclude": {Facet.YEAR: ("2019..2014",)}}, "year"),
        ({"filters": {Facet.YEAR: ("2019-02-30",)}}, "year"),
        ({"filters": {Facet.BASIS: ("guessed",)}}, "basis"),
    ],
)
def test_what_cannot_be_honoured_is_refused_by_name(request_: dict[str, object], parameter: str) -> None:
    with pytest.raises(BadRequest) as fault:
        SearchRequest(**request_)  # type: ignore[arg-type]
    assert fault.value.parameter == parameter


SEVERAL = [facet for facet in Facet if facet.field.several]
VALUES = {
    Facet.ENTITY: st.sampled_from(["Blue Shield", "African Union", "Green Cross"]),
    Facet.COUNTRY: st.sampled_from(["SY", "US", "FR"]),
    Facet.YEAR: st.sampled_from(["2014", "2019", "unknown", "2013..2015"]),
    Facet.SOURCE: st.sampled_from(["Herald", "wire.example"]),
    Facet.AUTHOR: st.sampled_from(["Jane Doe", "John Roe"]),
    Facet.LANGUAGE: st.sampled_from(["en", "de"]),
    Facet.TAG: st.sampled_from(["to read", "Série"]),
    Facet.BASIS: st.sampled_from(["stated", "undated"]),
}


def _of(article: dict[str, str | None], tags: set[str], found: Document) -> Document:
    return replace(found, article=replace(found.article, **article), tags=tuple(sorted(tags)))  # type: ignore[arg-type]


documents = st.lists(
    st.builds(
        _of,
        st.fixed_dictionaries(
            {
                "source": VALUES[Facet.SOURCE],
                "author": st.sampled_from([None, "Jane Doe", "Jane Doe and John Roe"]),
                "language": VALUES[Facet.LANGUAGE],
            }
        ),
        st.sets(VALUES[Facet.TAG]),
        st.builds(
            document,
            st.just(""),
            st.sampled_from(["peace", "talks", "peace talks"]),
            entities=st.sets(VALUES[Facet.ENTITY]).map(sorted),
            countries=st.sets(VALUES[Facet.COUNTRY]).map(sorted),
            year=st.sampled_from([2014, 2019, None]),
        ),
    ),
    min_size=1,
    max_size=8,
)
selections = st.fixed_dictionaries(
    {}, optional={facet: st.sets(drawn, min_size=1, max_size=2).map(tuple) for facet, drawn in VALUES.items()}
)


def of(found: Document, facet: Facet) -> set[str]:
    if facet is Facet.ENTITY:
        return {entity.name for entity in found.entities}
    if facet is Facet.COUNTRY:
        return {country.code for country in found.countries}
    if facet is Facet.TAG:
        return set(found.tags)
    if facet is Facet.AUTHOR:
        return set((found.article.author or "").split(" and ")) - {""}
    values = {
        Facet.YEAR: str(found.published.year or "unknown"),
        Facet.SOURCE: found.article.source,
        Facet.LANGUAGE: found.article.language,
        Facet.BASIS: "stated" if found.published.year else "undated",
    }
    return {str(values[facet])}


def has(found: Document, facet: Facet, wanted: tuple[str, ...], every: Collection[Facet] = ()) -> bool:
    chosen = [{"2013", "2014", "2015"} if each == "2013..2015" else {each} for each in wanted]
    return (all if facet in every else any)(of(found, facet) & each for each in chosen)


def passes(found: Document, filters: Selection, excluded: Selection, every: Collection[Facet]) -> bool:
    wanted = all(has(found, *each, every) for each in filters.items())
    return wanted and not any(has(found, *each) for each in excluded.items())


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    base = tmp_path_factory.mktemp("laws")
    return (base / str(number) for number in range(10_000))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=documents, filters=selections, excluded=selections, every=st.sets(st.sampled_from(SEVERAL)))
def test_counts_are_those_of_brute_force(
    folders: Iterator[Path], drawn: list[Document], filters: Selection, excluded: Selection, every: set[Facet]
) -> None:
    location = next(folders)
    numbered = [replace(each, article=replace(each.article, id=str(at))) for at, each in enumerate(drawn)]
    # Two commits and a removal: several segments, and numbers that no article has any more.
    write(location, [*numbered[::2], document("gone", "peace", countries=["SY"], entities=["Blue Shield"])])
    write(location, numbered[1::2], remove=["gone"])
    tagged = {each.article.id: each.tags for each in numbered} | {"gone": ("to read",)}
    lines = (f"[{json.dumps(name)}]\ntags = {json.dumps(tags)}\n" for name, tags in tagged.items())
    (location / "notes.toml").write_text("".join(lines), encoding="utf-8")
    result = Searcher(location).search(
        SearchRequest(q="peace", filters=filters, exclude=excluded, facet_match=dict.fromkeys(every, Match.ALL))
    )
    matching = [each for each in numbered if "peace" in each.article.text]
    assert result.total == sum(passes(each, filters, excluded, every) for each in matching)
    for facet in Facet:
        kept = {other: chosen for other, chosen in filters.items() if other is not facet or facet in every}
        counted = Counter(
            value for each in matching if passes(each, kept, excluded, every) for value in of(each, facet)
        )
        shown = {each.value: each.count for each in result.facets[facet] if each.count and ".." not in each.value}
        assert shown == counted
        assert result.facet_totals[facet] == len(counted)
