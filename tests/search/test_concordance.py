"""Lines of key words in context, and words that tell: as brute force and NLTK count them."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from nltk.metrics.association import BigramAssocMeasures
from nltk.text import ConcordanceIndex

from corpus.sample import SAMPLE
from index.analysis.analyzer import TOKENIZER, form_of
from index.ingest.pipeline import refresh
from search.scoring.log_likelihood import surplus
from search.searcher import Searcher
from search.types.concordance import ConcordanceLine, LineOrder
from search.types.request import BadRequest, SearchRequest, Sort
from tests.archive import archive, document


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    refresh(folder := tmp_path_factory.mktemp("sample") / "index", [SAMPLE])
    return Searcher(folder)


def pages(searcher: Searcher, q: str, order: LineOrder, per_page: int = 7) -> Iterator[ConcordanceLine]:
    for page in range(1, 1000):
        found = searcher.concordance(SearchRequest(q=q, page=page, per_page=per_page), order)
        yield from found.lines
        if not found.more:
            return


@pytest.mark.parametrize("order", list(LineOrder))
def test_every_match_is_one_line_however_the_lines_are_ordered(sample: Searcher, order: LineOrder) -> None:
    texts = {each.article.id: each.article.text for each in sample.matches(SearchRequest(q='"ministers"'))}
    tokens = {name: list(map(form_of, TOKENIZER.tokenize(text))) for name, text in texts.items()}
    expected = {name: len(ConcordanceIndex(each).offsets("ministers")) for name, each in tokens.items()}
    lines = list(pages(sample, '"ministers"', order))
    assert Counter(line.article_id for line in lines) == Counter(expected)
    assert len({(line.article_id, line.start) for line in lines}) == len(lines) > 5
    for line in lines:
        assert texts[line.article_id][line.start : line.end].lower() == line.match.lower() == "ministers"
        whole = " ".join(texts[line.article_id].split())
        assert " ".join(f"{line.left} {line.match}".split()) in whole


def test_lines_are_sorted_by_the_words_beside_the_match(tmp_path: Path) -> None:
    searcher = archive(
        tmp_path,
        document("a", "The old bank failed. A new bank opened.", source="Courier"),
        document("b", "Every bank closed; no bank opened.", source="Argus"),
    )
    left = [f"{line.left.split()[-1]} {line.match}" for line in pages(searcher, "bank", LineOrder.LEFT)]
    right = [f"{line.match} {line.right.split()[0]}" for line in pages(searcher, "bank", LineOrder.RIGHT)]
    assert left == ["Every bank", "new bank", "no bank", "old bank"]
    assert right == ["bank closed;", "bank failed.", "bank opened.", "bank opened."]
    assert [line.left[-3:] for line in searcher.concordance_lines(SearchRequest(q="bank"), order=LineOrder.LEFT)] == [
        "ery", "new", " no", "old"
    ]  # fmt: skip
    assert [line.match for line in pages(searcher, '="new bank" OR closed', LineOrder.MATCH)] == ["closed", "new bank"]


def test_lines_are_sorted_by_date_and_by_source_whatever_their_number(tmp_path: Path) -> None:
    sources = {2019: "Courier", 2011: "Argus", 2014: None, None: "argus"}
    texts = [
        document(f"{year}-{number:03}", "The bank.", year=year, source=source)
        for number in range(30)
        for year, source in sources.items()
    ]
    searcher = archive(tmp_path, *texts)
    dates = [line.published for line in pages(searcher, "bank", LineOrder.DATE)]
    assert dates == ["2011"] * 30 + ["2014"] * 30 + ["2019"] * 30 + [None] * 30
    found = [line.source for line in pages(searcher, "bank", LineOrder.SOURCE)]
    assert [each and each.lower() for each in found] == ["argus"] * 60 + ["courier"] * 30 + [None] * 30
    assert searcher.concordance(SearchRequest(q="bank"), LineOrder.DATE).sorted_of is None
    assert [
        line.published for line in searcher.concordance_lines(SearchRequest(q="bank"), order=LineOrder.DATE)
    ] == dates


def test_lines_that_are_too_many_to_sort_are_refused_with_the_mend(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    searcher = archive(tmp_path, document("a", "One bank, then another bank."))
    monkeypatch.setattr("search.concordance.concordance.MOST_EXPORTED", 1)
    with pytest.raises(BadRequest, match="narrow the search"):
        searcher.concordance_lines(SearchRequest(q="bank"), order=LineOrder.LEFT)


def test_a_line_is_whole_words_of_one_line_and_an_order_says_how_far_it_holds(tmp_path: Path) -> None:
    texts = [document(f"{number:04}", "One match,\n\nthen another match. " * 300) for number in range(4)]
    searcher = archive(tmp_path, *texts)
    found = searcher.concordance(SearchRequest(q="match", per_page=1), LineOrder.LEFT)
    assert (found.sorted_of, found.more, found.articles) == (2_000, True, 4)
    [line] = searcher.concordance(SearchRequest(q="match", page=2, per_page=1), width=22).lines
    assert (line.left, line.match, line.right) == ("match, then another", "match", ". One match, then")
    assert sum(1 for _ in searcher.concordance_lines(SearchRequest(q="match", sort=Sort.NEWEST))) == 2_400


def test_a_search_without_words_has_no_lines_and_says_so(sample: Searcher) -> None:
    found = sample.concordance(SearchRequest(q="country:FR"))
    assert (len(found.lines), found.articles > 0) == (0, True)
    assert found.notices == ("No word is looked for in texts; type one to see where it stands.",)


def test_collocates_and_keywords_are_those_of_brute_force(sample: Searcher) -> None:
    everything = {each.article.id: each.article.text for each in sample.matches(SearchRequest())}
    tokens = {name: list(map(form_of, TOKENIZER.tokenize(text))) for name, text in everything.items()}
    request = SearchRequest(q='"ministers"')
    there = {each.article.id for each in sample.matches(request)}
    about: Counter[str] = Counter()
    for name in there:
        for at, word in enumerate(tokens[name]):
            if word == "ministers":
                about.update(tokens[name][max(0, at - 5) : at] + tokens[name][at + 1 : at + 6])
    found = sample.telling_words(request)
    assert found.counted == found.articles == len(there)
    assert found.collocates
    assert not {"the", "of", "and"} & {each.word for each in (*found.collocates, *found.keywords)}
    assert all(each.count == about[each.word] for each in found.collocates)
    inside = Counter(word for name in there for word in tokens[name])
    assert next(each.word for each in found.keywords) == "ministers"
    assert all(each.count == inside[each.word] for each in found.keywords)
    assert [each.score for each in found.keywords] == sorted((each.score for each in found.keywords), reverse=True)


def test_the_ratio_is_that_of_nltk(sample: Searcher) -> None:
    tokens = TOKENIZER.tokenize(next(iter(sample.matches(SearchRequest()))).article.text)
    pairs = Counter(pairwise(tokens))
    firsts, seconds = Counter(first for first, _ in pairs.elements()), Counter(second for _, second in pairs.elements())
    size = pairs.total()
    compared = 0
    for (first, second), both in pairs.items():
        [ours] = surplus(np.array([both]), firsts[first], np.array([seconds[second]]), size)
        if ours > 0:
            theirs = BigramAssocMeasures.likelihood_ratio(both, (firsts[first], seconds[second]), size)
            assert ours == pytest.approx(theirs, rel=1e-6)
            compared += 1
    assert compared > 50
