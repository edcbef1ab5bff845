"""Snippets and marks: the words that matched, as they stand in the text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import UNDATED, Article, Country, Entity, EntityType
from corpus.document import Document
from index.analysis.analyzer import Analyzer
from index.analysis.tokenizer import split_pieces
from index.segments.token_offsets import pack, unpack
from search.highlighting.match_positions import match_spans, positions_in, wanted_in
from search.highlighting.sentences import sentence_starts
from search.highlighting.snippets import LENGTH, snippets
from search.query.tree import Or, Term
from search.searcher import NoSuchArticle, Searcher
from search.types.request import Facet, SearchRequest
from search.types.result import Snippet
from tests.archive import archive, document

FILLER = "Delegates spoke at length about procedure and lunch. " * 12
TEXT = (
    f"{FILLER}The allies refused to withdraw their special forces. {FILLER}\n\n"
    f"{FILLER}A withdrawal came later, and the force’s commander left. {FILLER}"
)


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    return archive(tmp_path_factory.mktemp("news"), document("a", TEXT, title="Withdrawing under protest"))


def marked(snippet: Snippet) -> list[str]:
    return [snippet.text[start:end] for start, end in snippet.highlights]


def shown(news: Searcher, q: str) -> list[list[str]]:
    [hit] = news.search(SearchRequest(q=q)).hits
    return [marked(snippet) for snippet in hit.snippets]


def test_every_form_of_a_word_is_marked(news: Searcher) -> None:
    assert shown(news, "withdraws") == [["withdraw"], ["withdrawal"]]
    assert shown(news, "withdraw force") == [["withdraw", "forces"], ["withdrawal", "force"]]
    assert shown(news, "withdr*") == [["withdraw"], ["withdrawal"]]


def test_a_phrase_is_marked_as_one_and_its_words_alone_are_not(news: Searcher) -> None:
    assert shown(news, '"special forces"') == [["special forces"]]
    assert shown(news, '"refused forces"~9') == [["refused to withdraw their special forces"]]


def test_what_a_query_refuses_is_not_marked(news: Searcher) -> None:
    assert shown(news, "allies -zebra") == [["allies"]]


def test_the_title_is_marked_too(news: Searcher) -> None:
    [hit] = news.search(SearchRequest(q="withdrawal")).hits
    assert marked(hit.title) == ["Withdrawing"]


def test_a_snippet_is_short_begins_with_a_sentence_and_says_what_it_leaves_out(news: Searcher) -> None:
    [hit] = news.search(SearchRequest(q="refused")).hits
    [snippet] = hit.snippets
    assert len(snippet.text) <= LENGTH + 2
    assert snippet.text.startswith("…Delegates")
    assert snippet.text.endswith("…")


def test_without_a_match_in_the_text_its_beginning_is_shown(news: Searcher) -> None:
    [hit] = news.search(SearchRequest(q="protest")).hits
    assert [snippet.text[:20] for snippet in hit.snippets] == ["Delegates spoke at l"]
    assert hit.snippets[0].highlights == ()


def test_a_whole_article_is_marked_in_its_own_offsets(news: Searcher) -> None:
    found = news.article("a", "withdrawal forces")
    text = found.document.article.text
    assert [text[start:end] for start, end in found.text_highlights] == ["withdraw", "forces", "withdrawal", "force"]
    assert found.title_highlights == ((0, 11),)
    with pytest.raises(NoSuchArticle, match="'b'"):
        news.article("b")


@pytest.mark.parametrize(
    ("text", "q", "highlights"),
    [
        ("alpha beta beta x gamma", '"alpha beta gamma"~2', ((0, 23),)),
        ("alpha alpha beta", '"alpha beta"~2', ((6, 16),)),
        ("alpha beta beta", '"alpha beta"~2', ((0, 10),)),
        ("alpha x alpha x alpha", '"alpha alpha"~2', ((0, 21),)),
    ],
)
def test_whatever_a_near_phrase_finds_is_marked(
    tmp_path: Path, text: str, q: str, highlights: tuple[tuple[int, int], ...]
) -> None:
    [hit] = archive(tmp_path, document("a", text)).search(SearchRequest(q=q)).hits
    assert [snippet.highlights for snippet in hit.snippets] == [highlights]


def test_an_empty_text_has_no_snippet(tmp_path: Path) -> None:
    [hit] = archive(tmp_path, document("a", "", title="Peace")).search(SearchRequest(q="peace")).hits
    assert hit.snippets == ()


words = st.sampled_from(["troops", "peace", "envoy", "x" * 300, "\n\n", ".", "…", "U.S."])


@given(text=st.lists(words, max_size=120).map(" ".join), q=st.sets(st.sampled_from(["troops", "peace", "envoy", "us"])))
def test_snippets_are_pieces_of_the_text_with_marks_on_matches(text: str, q: set[str]) -> None:
    analysis = Analyzer().analyse(text)
    tree = Or(tuple(Term("text", Analyzer().term(word)) for word in q))
    found = match_spans(wanted_in(tree, "text"), positions_in(analysis))
    for snippet in snippets(text, unpack(pack(text, split_pieces(text)), text), found):
        assert snippet.text.strip("…").strip() in text
        assert len(snippet.text) <= 2 * LENGTH + 2
        assert bool(snippet.highlights) == bool(found)
        for start, end in snippet.highlights:
            assert set(Analyzer().terms(snippet.text[start:end])) <= {Analyzer().term(word) for word in q}


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It fell. Then it rose.", ["Then it rose."]),
        ("The U.S. Securities office met Mr. Smith and J. P. Morgan of Acme Inc. Friday.", []),
        ("Gen. Dunford left at 5 p.m. Eastern time. He slept.", ["He slept."]),
        ("Am 3. Oktober kam Dr. Weber, d. h. der Chef, mit z. B. Herrn Prof. Lang. Er blieb.", ["Er blieb."]),
        ("M. Dupont et Mme. Roy partent. Elle rit.", ["Elle rit."]),
        ("El Sr. Pérez llegó a EE. UU. ¿Por qué?", []),
        ("В 2019 г. Иванов уехал. Он вернулся.", ["Он вернулся."]),
        ("会议结束。各方同意停火。", ["各方同意停火。"]),
        ('"Why?" he asked. "No!" She left.', ['"No!" She left.', "She left."]),
    ],
)
def test_a_sentence_does_not_begin_behind_an_abbreviation(text: str, sentences: list[str]) -> None:
    assert [text[start:] for start in sentence_starts(text, 0, len(text))] == sentences


def test_a_name_that_is_filtered_by_is_shown_where_it_stands(tmp_path: Path) -> None:
    text = f"{FILLER}It was Blue Shield that paid. {FILLER}Later a Syrian envoy came. {FILLER}"
    at = text.index("Blue Shield")
    entity = Entity("Blue Shield", EntityType.ORGANIZATION, ((at, at + len("Blue Shield")),))
    article = Article("a", "Blue Shield pays", text)
    searcher = archive(tmp_path, Document(article, (entity,), (Country("SY"),), UNDATED))
    for request, found in (
        (SearchRequest(filters={Facet.ENTITY: ("blue shield",)}), "Blue Shield"),
        (SearchRequest(filters={Facet.COUNTRY: ("SY",)}), "Syrian"),
        (SearchRequest(q='entity:"Blue Shield"'), "Blue Shield"),
    ):
        [hit] = searcher.search(request).hits
        assert [marked(snippet) for snippet in hit.snippets] == [[found]]
        whole = searcher.article("a", request.q, filters=request.filters)
        assert [text[start:end] for start, end in whole.text_highlights] == [found]
    assert marked(searcher.search(SearchRequest(filters={Facet.ENTITY: ("blue shield",)})).hits[0].title) == [
        "Blue Shield"
    ]
