"""The order of results: words over title and text against their formula by hand, what stands together, other words."""

import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.sample import SAMPLE
from index.ingest.pipeline import refresh
from index.snapshots.snapshot import Snapshot
from search.execution.executor import execute
from search.query.parser import read
from search.query.tree import CombinedTerm
from search.ranking import rerank
from search.scoring.parameters import K1, WEIGHTS, B
from search.searcher import Searcher
from search.types.request import Facet, Match, SearchRequest, Sort
from tests.archive import archive, document, write
from tests.newsroom import visit
from tests.search.test_execution import stock
from web.app import create_app

SIGNS = ("ant", "bee", "cat", "dog")
texts = st.lists(st.sampled_from(SIGNS), max_size=9).map(tuple)
commits = st.lists(st.lists(st.tuples(texts, texts), max_size=6), min_size=1, max_size=3)


def by_hand(word: str, articles: list[tuple[tuple[str, ...], tuple[str, ...]]]) -> list[float]:
    """The score of a word in each article, given by its title and text."""
    fields = [("title", [title for title, _ in articles]), ("text", [text for _, text in articles])]
    held = sum(word in title or word in text for title, text in articles)
    idf = math.log(1 + (len(articles) - held + 0.5) / (held + 0.5))
    scores = []
    for number in range(len(articles)):
        frequency = 0.0
        for field, values in fields:
            average = sum(map(len, values)) / len(values) or 1
            length = 1 - B + B * len(values[number]) / average
            frequency += WEIGHTS[field] * values[number].count(word) / length
        scores.append(idf * frequency * (K1 + 1) / (frequency + K1))
    return scores


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    base = tmp_path_factory.mktemp("words")
    return (base / str(number) for number in range(10_000))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=commits)
def test_a_word_is_scored_as_the_formula_has_it(
    folders: Iterator[Path], drawn: list[list[tuple[tuple[str, ...], tuple[str, ...]]]]
) -> None:
    location = next(folders)
    for turn, commit in enumerate(drawn):
        write(
            location,
            [
                document(f"{turn}-{place}", " ".join(text), title=" ".join(title))
                for place, (title, text) in enumerate(commit)
            ],
        )
    snapshot = Snapshot(location)
    articles = [article for commit in drawn for article in commit]
    order = [f"{turn}-{place}" for turn, commit in enumerate(drawn) for place in range(len(commit))]
    for word in SIGNS:
        matches = execute(CombinedTerm(word), snapshot)
        assert matches.doc_ids.tolist() == sorted(stock(CombinedTerm(word), location))
        found = [order.index(snapshot.ids[number]) for number in matches.doc_ids.tolist()]
        expected = by_hand(word, articles)
        assert np.allclose(matches.scores, [expected[place] for place in found], rtol=1e-4)
        assert len(found) == sum(score > 0 for score in expected)


def ids(searcher: Searcher, q: str, **how: object) -> list[str]:
    result = searcher.search(SearchRequest(q=q, **how))  # type: ignore[arg-type]  # the test names what it sets
    return [hit.document.article.id for hit in result.hits]


def test_a_word_that_is_repeated_counts_as_often_as_it_stands_there(tmp_path: Path) -> None:
    searcher = archive(tmp_path, document("a", "peace talks"), document("b", "war news"), document("c", "rain and sun"))
    once, twice = (read(q, Snapshot(tmp_path)).all_words for q in ("peace", "peace peace"))
    [score], [doubled] = (execute(each, Snapshot(tmp_path)).scores.tolist() for each in (once, twice))
    assert doubled == pytest.approx(2 * score)
    assert ids(searcher, "war peace peace", match=Match.ANY) == ["a", "b"]


def test_any_word_of_several_with_hyphens_is_enough(tmp_path: Path) -> None:
    searcher = archive(
        tmp_path, document("a", "a two dimensional flow"), document("b", "two flows"), document("c", "rain")
    )
    assert ids(searcher, "two-dimensional flow", match=Match.ANY) == ["a", "b"]
    assert ids(searcher, "two-dimensional flow") == ["a"]


@pytest.fixture
def near(tmp_path: Path) -> Searcher:
    """Of articles of one length that have the same words as often, `m` alone has them together, and in order."""
    apart = [document(name, f"forces were special operations there {name}") for name in "abcdefgh"]
    return archive(tmp_path, *apart, document("m", "were special forces operations there m"))


def test_words_that_stand_together_come_first(near: Searcher) -> None:
    assert ids(near, "special forces") == ["m", "a", "b", "c", "d", "e", "f", "g", "h"]
    assert ids(near, "forces special")[:2] == ["a", "b"]
    assert ids(near, "special OR forces")[:2] == ["a", "b"]


def test_pages_and_cursors_see_one_order_where_few_are_looked_at(
    near: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rerank, "DEPTH", 4)
    whole = near.search(SearchRequest(q="special forces"))
    order = [hit.document.article.id for hit in whole.hits]
    assert order == [*"abcdefgh", "m"], "m is not among the four that are looked at"
    paged = [ids(near, "special forces", page=page, per_page=2) for page in range(1, 6)]
    assert [each for page in paged for each in page] == order
    followed: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        page = near.search(SearchRequest(q="special forces", per_page=2, cursor=cursor))
        followed += [hit.document.article.id for hit in page.hits]
        cursor = page.next_cursor
    assert followed == order


def test_what_a_second_look_gives_is_explained(near: Searcher) -> None:
    [hit, *_] = near.search(SearchRequest(q="special forces", explain=True)).hits
    [pair] = [each for each in hit.reasons if each.how == "pair"]
    assert (pair.typed, pair.field, pair.found) == ("special forces", "text", ("special forces",))
    assert sum(each.score for each in hit.reasons) == pytest.approx(hit.score, abs=1e-6)
    assert pair.score > 0


@pytest.fixture
def feedback(tmp_path: Path) -> Searcher:
    """The best articles on Kerry speak of Amman and Jeddah; of the others that name him, `z` does too."""
    best = [document(f"a{n}", f"Kerry Kerry mission to Amman and Jeddah {n}", countries=["JO"]) for n in range(5)]
    others = [document(f"b{n}", f"Kerry was at home and read a book {n}", countries=["US"]) for n in range(3)]
    late = document("z", "Kerry was in Amman and in Jeddah then 9 times", countries=["SA"])
    filler = [document(f"f{n}", f"rain fell on town number {n}") for n in range(60)]
    return archive(tmp_path, *best, *others, late, *filler)


def test_words_of_the_best_articles_raise_others_that_have_them(feedback: Searcher) -> None:
    plain, expanded = (feedback.search(SearchRequest(q="kerry", expand=each)) for each in (False, True))
    assert plain.hits[-1].document.article.id == "z"
    assert plain.expanded == ()
    assert [hit.document.article.id for hit in expanded.hits][5] == "z"
    assert {"Amman", "Jeddah", "mission"} <= set(expanded.expanded)
    assert (plain.total, plain.facets, plain.facet_totals) == (expanded.total, expanded.facets, expanded.facet_totals)
    assert plain.facet_totals[Facet.COUNTRY] == 3


def test_words_of_the_best_articles_are_explained(feedback: Searcher) -> None:
    hits = feedback.search(SearchRequest(q="kerry", expand=True, explain=True)).hits
    for hit in hits:
        assert sum(each.score for each in hit.reasons) == pytest.approx(hit.score, abs=1e-6)
    [late] = [hit for hit in hits if hit.document.article.id == "z"]
    assert {each.typed for each in late.reasons if each.how == "expansion"} >= {"Amman", "Jeddah"}


def test_the_page_and_the_endpoint_say_which_words(feedback: Searcher) -> None:
    client = create_app(feedback).test_client()
    assert "Amman" in client.get("/api/search?q=kerry&expand=1").get_json()["expanded"]
    assert client.get("/api/search?q=kerry").get_json()["expanded"] == []
    assert client.get("/api/search?q=kerry&expand=2").status_code == 400
    page = visit(client, visit(client, "/?q=kerry").links["those like the best first"])
    assert "what the best articles have in common: " in page.text
    assert page.links["only by kerry"] == "/?q=kerry&expand=0"


def test_a_long_query_for_any_word_takes_them_unless_told_not_to(feedback: Searcher) -> None:
    def expanded(q: str, **how: object) -> bool:
        result = feedback.search(SearchRequest(q=q, **how))  # type: ignore[arg-type]
        return bool(result.expanded)

    long = "what did kerry do in town"
    assert expanded(long, match=Match.ANY)
    assert not expanded(long, match=Match.ANY, expand=False)
    assert not expanded(long, match=Match.ANY, sort=Sort.NEWEST)
    assert not expanded("kerry amman", match=Match.ANY)
    assert not expanded("kerry was at home and read a book")


def test_every_article_of_the_sample_corpus_is_found_first_by_its_title(tmp_path: Path) -> None:
    refresh(tmp_path / "index", [SAMPLE])
    searcher = Searcher(tmp_path / "index")
    titles = {each.article.id: each.article.title for each in searcher.matches(SearchRequest())}
    assert len(titles) == 60
    first = {each: searcher.search(SearchRequest(q=title, per_page=1)).hits[0] for each, title in titles.items()}
    assert {each: hit.document.article.id for each, hit in first.items()} == {each: each for each in titles}


@pytest.mark.parametrize("dash", ["-sources", "-paper", " -sources "])
def test_a_pasted_headline_that_ends_with_a_dash_is_found(tmp_path: Path, dash: str) -> None:
    searcher = archive(
        tmp_path, document("bank", "It was said so.", title="Bank to sell its Asian unit -sources, paper")
    )
    result = searcher.search(SearchRequest(q=f"Bank to sell its Asian unit {dash}"))
    assert result.total == 1
    assert "dash of a headline" in result.notices[0]
    assert searcher.search(SearchRequest(q="Bank sell -sources")).total == 0


@pytest.mark.parametrize("behind", [" - Harbour Courier", " | Harbour Courier", " — harbour courier"])
def test_a_headline_pasted_with_its_source_is_found(tmp_path: Path, behind: str) -> None:
    text = document("bank", "It was said so.", title="Bank sells its Asian unit", source="Harbour Courier")
    searcher = archive(tmp_path, text)
    result = searcher.search(SearchRequest(q=f"Bank sells its Asian unit{behind}"))
    assert (result.total, result.relaxed) == (1, False)
    assert "is the name of a source" in result.notices[0]


@pytest.mark.parametrize("behind", [" - Harbour", " - Courier", " - the Harbour"])
def test_a_part_of_a_sources_name_is_searched(tmp_path: Path, behind: str) -> None:
    text = document("bank", "It was said so.", title="Bank sells its Asian unit", source="Harbour Courier")
    result = archive(tmp_path, text).search(SearchRequest(f"Bank sells its Asian unit{behind}"))
    assert not any("is the name of a source" in notice for notice in result.notices)
