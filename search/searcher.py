"""The engine's one door for questions: domain types in, domain types out, whatever evaluates behind it."""

import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.article import Span
from corpus.errors import DatelineError
from index.document import Document
from index.facets import Articles
from index.location import NoIndex
from index.snapshot import Snapshot, generation
from search.evaluate import Matches, evaluate
from search.marks import Mark, StoredPositions, Wanted, marks, merged, positions_in, wanted_in
from search.narrow import FacetCounts, Narrowed, narrow
from search.order import Ordered, after, cursor_after, page_of
from search.query.grammar import Question, read
from search.request import Facet, Match, SearchRequest
from search.result import FacetValue, Hit, MarkedArticle, SearchResult, Snippet
from search.snippets import snippets

__all__ = ["NoIndex", "NoSuchArticle", "Searcher"]


class NoSuchArticle(DatelineError):  # noqa: N818 - it reads as a sentence where it is raised
    """No article has this id."""


class Searcher:
    """Answers from the index at a location, always from one whole snapshot of it; threads may share it.

    A commit is seen by the next call. Raises `NoIndex` where there is no index, or none that can be read.
    """

    def __init__(self, location: Path) -> None:
        self._location = location
        self._lock = threading.Lock()
        self._snapshot = Snapshot(location)

    @property
    def generation(self) -> str:
        """A token that changes with every commit."""
        return self._current().generation

    def count(self) -> int:
        """How many articles there are."""
        return self._current().count

    def search(self, request: SearchRequest) -> SearchResult:
        """One page of results with the facets of all."""
        started = time.perf_counter()
        snapshot = self._current()
        answer = _answer(request, snapshot)
        page = _page(request, answer, snapshot)
        counts = {facet: FacetCounts(facet, answer.narrowed.without[facet], request, snapshot) for facet in Facet}
        return SearchResult(
            request=request,
            total=len(answer.left.numbers),
            hits=_hits(page, answer, snapshot),
            facets={facet: counted.top() for facet, counted in counts.items()},
            facet_totals={facet: counted.total for facet, counted in counts.items()},
            relaxed=answer.relaxed,
            took_ms=round((time.perf_counter() - started) * 1000, 2),
            notices=answer.question.notices,
            next_cursor=cursor_after(page, request.sort, snapshot),
        )

    def facet(
        self, request: SearchRequest, facet: Facet, prefix: str = "", page: int = 1, per_page: int = 50
    ) -> tuple[Sequence[FacetValue], int]:
        """One page of all the values of a facet, of those that have a word with this prefix; and how many there are."""
        snapshot = self._current()
        narrowed = _answer(request, snapshot).narrowed
        return FacetCounts(facet, narrowed.without[facet], request, snapshot).page(prefix, page, per_page)

    def article(self, article_id: str, q: str = "") -> MarkedArticle:
        """A whole article with the matches of a query marked. Raises `NoSuchArticle`."""
        snapshot = self._current()
        number = snapshot.number(article_id)
        if number is None:
            raise NoSuchArticle(f"no article has the id {article_id!r}; search for it from the start page")
        question = read(q, snapshot).all_words
        document, edges = snapshot.tokenized(number)
        found = marks(wanted_in(question, "text"), StoredPositions(snapshot, "text").of(number))
        spans = [(int(edges[mark.first][0]), int(edges[mark.last][1])) for mark in found]
        title = _title(document.article.title, wanted_in(question, "title"), snapshot)
        return MarkedArticle(document, title.highlights, merged(spans))

    def matches(self, request: SearchRequest) -> Iterator[Document]:
        """Everything that matches, in the request's order, one article at a time."""
        snapshot = self._current()
        left = _answer(request, snapshot).left
        for number in page_of(left, request.sort, snapshot, start=0, count=len(left.numbers)).numbers.tolist():
            yield snapshot.document(number)

    def _current(self) -> Snapshot:
        if generation(self._location) != self._snapshot.generation:
            with self._lock:
                if generation(self._location) != self._snapshot.generation:
                    # Readers of the old snapshot may still be at work: its files are let go with the last of them.
                    self._snapshot = Snapshot(self._location)
        return self._snapshot


class _Answer:
    """What a request finds: the question as understood, its matches, and what the filters leave of them."""

    def __init__(
        self, question: Question, matches: Matches, narrowed: Narrowed, *, relaxed: bool, any_word: bool
    ) -> None:
        self.question = question
        self.tree = question.any_word if any_word and question.any_word is not None else question.all_words
        self.narrowed = narrowed
        self.relaxed = relaxed
        self.left = _left(matches, narrowed)


def _left(matches: Matches, narrowed: Narrowed) -> Matches:
    if narrowed.left.count == len(matches.numbers):
        return matches
    kept = narrowed.left.mask[matches.numbers]
    return Matches(matches.numbers[kept], matches.scores[kept])


def _answer(request: SearchRequest, snapshot: Snapshot) -> _Answer:
    question = read(request.q, snapshot)
    any_word = request.match is Match.ANY
    tree = question.any_word if any_word and question.any_word is not None else question.all_words
    matches = evaluate(tree, snapshot)
    relaxed = not len(matches.numbers) and not any_word and question.any_word is not None
    if relaxed:
        matches = evaluate(question.any_word, snapshot)
        relaxed = bool(len(matches.numbers))
    matching = Articles(snapshot.size, numbers=matches.numbers)
    return _Answer(
        question, matches, narrow(matching, request, snapshot), relaxed=relaxed, any_word=any_word or relaxed
    )


def _page(request: SearchRequest, answer: _Answer, snapshot: Snapshot) -> Ordered:
    if request.cursor:
        return after(request.cursor, answer.left, request.sort, snapshot, count=request.per_page)
    start = (request.page - 1) * request.per_page
    return page_of(answer.left, request.sort, snapshot, start=start, count=request.per_page)


def _hits(page: Ordered, answer: _Answer, snapshot: Snapshot) -> list[Hit]:
    in_text, in_title = wanted_in(answer.tree, "text"), wanted_in(answer.tree, "title")
    stored = StoredPositions(snapshot, "text")
    return [
        _hit(number, score, marks(in_text, stored.of(number)), in_title, snapshot)
        for number, score in zip(page.numbers.tolist(), page.scores.tolist(), strict=True)
    ]


def _hit(number: int, score: float, found: list[Mark], in_title: list[Wanted], snapshot: Snapshot) -> Hit:
    document, edges = snapshot.tokenized(number)
    pieces = snippets(document.article.text, edges, found)
    return Hit(document, _title(document.article.title, in_title, snapshot), pieces, round(score, 4))


def _title(title: str, wanted: Sequence[Wanted], snapshot: Snapshot) -> Snippet:
    analysis = snapshot.analyzer.analyse(title)
    found: list[Span] = [
        (analysis.spans[mark.first][0], analysis.spans[mark.last][1]) for mark in marks(wanted, positions_in(analysis))
    ]
    return Snippet(title, merged(found))
