"""The embedded engine: answers from the index in a directory."""

import threading
import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from corpus.document import Document
from index.arrays.types import Int64Array
from index.segments.added_times import moment_of
from index.snapshots.open_segments import generation
from index.snapshots.snapshot import Snapshot
from index.storage.location import NoIndex
from search.answers.answer import Answer, answer
from search.answers.explanation import explained
from search.answers.faults import faults_of
from search.concordance.concordance import all_lines, concordance, telling_words
from search.concordance.lines import WIDTH
from search.concordance.telling_words import MOST_COUNTED
from search.engine import VERSIONS, NoSuchArticle
from search.execution.ordering import cursor_after, page_of
from search.facets.comparison import finest, spread_over
from search.facets.cooccurrence import cooccurrence
from search.facets.facet_counts import FacetCounts
from search.facets.trend import Period, months_in, trend
from search.highlighting.hits import hits, marked_article
from search.lineage.lineage import lineage
from search.query.question_cache import question_of
from search.query.tree import Nothing
from search.ranking.more_like_this import more_like_this
from search.suggest.completion import Completion, completions
from search.suggest.correction import suggestion
from search.types.concordance import Concordance, ConcordanceLine, LineOrder, TellingWords
from search.types.deadline import Deadline, SearchTimeout
from search.types.lineage import Against, Lineage
from search.types.request import Facet, Match, SearchRequest, Selection
from search.types.result import Cooccurrence, FacetValue, Hit, MarkedArticle, SearchResult
from search.types.trend import Comparison, Series, Spread

__all__ = ["NoIndex", "NoSuchArticle", "SearchTimeout", "Searcher"]


_RELEASED = 100
"""Articles of an export after which what was read of the index is let go."""


class Searcher:
    """Answers from the index at a location, always from one whole snapshot of it; threads may share it.

    A commit is seen by the next call. Raises `NoIndex` where there is no index, or none that can be read. What is asked
    of it raises `SearchTimeout` where evaluating the query takes more than so many `seconds`, and `NoIndex` where it
    first reads a part of the index that is damaged. Whoever asks many questions lets `verify_unread` read the rest.
    """

    def __init__(self, location: Path | str, *, seconds: float | None = None) -> None:
        self._seconds = seconds
        self._location = Path(location)
        self._lock = threading.Lock()
        self._snapshot = Snapshot(self._location)
        self._damaged: NoIndex | None = None
        """What was found in the snapshot at hand when it was verified."""

    @property
    def location(self) -> Path:
        """Where the index is, as it was named."""
        return self._location

    @property
    def generation(self) -> str:
        """A token that changes with every commit."""
        return self._current().generation

    def count(self) -> int:
        """How many articles there are."""
        return self._current().count

    def search(
        self, request: SearchRequest, whole: Collection[Facet] = (), *, folded: bool = False, pairs: bool = False
    ) -> SearchResult:
        """One page of results with the facets of all; every value of the facets that are wanted whole.

        Near-duplicates are `folded` where the request does not say. With `pairs` also the most telling names, and which
        of them stand together.
        """
        started = time.perf_counter()
        snapshot = self._current()
        found = answer(request, snapshot, self._deadline(), folded=folded)
        ranked = found.ranked(request, snapshot)
        page = ranked.page(request, snapshot)
        counts = {facet: FacetCounts(facet, found.narrowed.countable[facet], request, snapshot) for facet in Facet}
        shown = hits(page, found.tree, snapshot, request.filters)
        if request.explain:
            shown = explained(shown, page.doc_ids.tolist(), found, ranked, snapshot)
        return SearchResult(
            request=request,
            total=len(found.left.doc_ids),
            hits=shown,
            facets={facet: counted.top(whole=facet in whole) for facet, counted in counts.items()},
            facet_totals={facet: counted.total for facet, counted in counts.items()},
            relaxed=found.relaxed,
            took_ms=round((time.perf_counter() - started) * 1000, 2),
            notices=(*faults_of(snapshot), *found.notices(request, snapshot)),
            suggestion=self._suggestion(request, found, snapshot),
            also_searched=found.question.also_searched,
            expanded=ranked.expanded,
            near_in_meaning=ranked.nearness is not None and bool(ranked.nearness.gains.any()),
            next_cursor=cursor_after(page, request.sort, snapshot),
            groups=None if found.shown is found.left else len(found.shown.doc_ids),
            cooccurrence=cooccurrence(found.narrowed.left, snapshot, telling=True) if pairs else None,
            months=months_in(found.narrowed.countable[Facet.YEAR], request, snapshot),
            names=counts[Facet.ENTITY].by_type(),
            last_added=moment_of(snapshot.last_added),
        )

    def facet(
        self, request: SearchRequest, facet: Facet, prefix: str = "", page: int = 1, per_page: int = 50
    ) -> tuple[Sequence[FacetValue], int]:
        """One page of all the values of a facet, of those that have a word with this prefix; and how many there are."""
        snapshot = self._current()
        narrowed = answer(request, snapshot, self._deadline()).narrowed
        return FacetCounts(facet, narrowed.countable[facet], request, snapshot).page(prefix, page, per_page)

    def facet_values(self, request: SearchRequest, facet: Facet) -> Iterator[FacetValue]:
        """Every value of a facet, in its order, one at a time. The query is evaluated at once."""
        snapshot = self._current()
        narrowed = answer(request, snapshot, self._deadline()).narrowed
        return FacetCounts(facet, narrowed.countable[facet], request, snapshot).every()

    def has(self, article_id: str) -> bool:
        """Whether an article has this id."""
        return self._current().ids.doc_id(article_id) is not None

    def article(
        self, article_id: str, q: str = "", *, aliases: bool = True, filters: Selection = MappingProxyType({})
    ) -> MarkedArticle:
        """A whole article with the matches of a query marked; without words, the names and countries of the filters.

        Raises `NoSuchArticle`.
        """
        snapshot = self._current()
        doc_id = _number(article_id, snapshot)
        tree = question_of(q, snapshot, aliases=aliases, deadline=self._deadline()).all_words
        document, in_title, in_text = marked_article(doc_id, tree, snapshot, filters)
        versions = snapshot.groups.versions(doc_id)
        listed = tuple(snapshot.document(each) for each in versions[:VERSIONS])
        return MarkedArticle(document, in_title, in_text, listed, len(versions))

    def lineage(self, article_id: str, against: Against = Against.BEFORE, page: int = 1, per_page: int = 20) -> Lineage:
        """One page of the near-duplicates of an article and itself, oldest first, each compared with another.

        Raises `NoSuchArticle`.
        """
        snapshot = self._current()
        return lineage(_number(article_id, snapshot), snapshot, against, page, per_page)

    def articles(self, keys: Sequence[str]) -> list[Document]:
        """The articles that keys name (`index.segments.article_key`), in their order, without those that are gone."""
        snapshot = self._current()
        return [snapshot.document(each) for each in snapshot.ids.of_keys(keys).tolist() if each >= 0]

    def more_like_this(self, *article_ids: str) -> Sequence[Hit]:
        """The articles most like one, or several taken together, best first. Raises `NoSuchArticle`."""
        snapshot = self._current()
        page = more_like_this([_number(each, snapshot) for each in article_ids], snapshot)
        return hits(page, Nothing(), snapshot)

    def cooccurrence(self, request: SearchRequest, *, telling: bool = False) -> Cooccurrence:
        """The most frequent, or the most telling, names of what matches, and which of them stand together."""
        snapshot = self._current()
        found = answer(request, snapshot, self._deadline())
        return replace(cooccurrence(found.narrowed.left, snapshot, telling=telling), relaxed=found.relaxed)

    def trend(self, request: SearchRequest) -> tuple[int, list[Period]]:
        """How many articles match, and how many in each year, or in each month of the one year that they are of."""
        snapshot = self._current()
        left = answer(request, snapshot, self._deadline()).narrowed.left
        return left.count, trend(left, snapshot)

    def compare(self, requests: Sequence[SearchRequest], by: Spread | None = None) -> Comparison:
        """Searches side by side, over years, months or sources; by months of the one year where all are of one."""
        snapshot, deadline = self._current(), self._deadline()
        found = [answer(request, snapshot, deadline) for request in requests]
        left = [each.narrowed.left for each in found]
        by = finest(left, snapshot) if by is None else by
        buckets = spread_over(by, left, snapshot)
        shown = zip(requests, found, buckets, strict=True)
        return Comparison(by, [Series(asked, len(own.left.doc_ids), its, own.relaxed) for asked, own, its in shown])

    def concordance(
        self, request: SearchRequest, order: LineOrder = LineOrder.RESULT, width: int = WIDTH
    ) -> Concordance:
        """One page of the matches of a request as lines, each in its context of so many characters on both sides."""
        return concordance(request, self._current(), self._deadline(), order, width)

    def concordance_lines(
        self, request: SearchRequest, width: int = WIDTH, order: LineOrder = LineOrder.RESULT
    ) -> Iterator[ConcordanceLine]:
        """Every line, one at a time. The query is evaluated at once; too many to sort by words raise `BadRequest`."""
        return all_lines(request, self._current(), self._deadline(), order, width)

    def telling_words(self, request: SearchRequest, most: int = MOST_COUNTED) -> TellingWords:
        """The words that stand about the matches of a request, and those that its articles have oftener than others.

        Counted in the first `most` of its articles.
        """
        return telling_words(request, self._current(), self._deadline(), most)

    def completions(self, typed: str) -> list[Completion]:
        """What may be typed on: names, countries and words of titles."""
        return completions(typed, self._current())

    def ranking(self, request: SearchRequest, most: int) -> list[str]:
        """The ids of the first of what matches, in the request's order."""
        snapshot = self._current()
        shown = answer(request, snapshot, self._deadline()).ranked(request, snapshot).matches
        page = page_of(shown, request.sort, snapshot, start=0, count=most)
        return [snapshot.ids[number] for number in page.doc_ids.tolist()]

    def matches(self, request: SearchRequest) -> Iterator[Document]:
        """Everything that matches, in the request's order, one article at a time. The query is evaluated at once."""
        snapshot = self._current()
        shown = answer(request, snapshot, self._deadline()).ranked(request, snapshot).matches
        return _documents(page_of(shown, request.sort, snapshot, start=0, count=len(shown.doc_ids)).doc_ids, snapshot)

    @staticmethod
    def _suggestion(request: SearchRequest, found: Answer, snapshot: Snapshot) -> str | None:
        """What was probably meant, if there is time left to try it."""

        def trial(q: str) -> tuple[int, int]:
            asked = replace(request, q=q, match=Match.ALL)
            tried = found if asked == request else answer(asked, snapshot, found.deadline)
            count = len(tried.left.doc_ids)
            return (0, count) if tried.relaxed else (count, 0)

        try:
            return suggestion(request.q, snapshot, trial)
        except SearchTimeout:
            return None

    def verify_unread(self) -> bool:
        """Read what no question has touched yet against its checksums; whether there was anything.

        Raises `NoIndex` where it is damaged, as everything else does from then on, until there is another commit.
        """
        snapshot = self._current()
        with self._remembering_damage(snapshot):
            return snapshot.verify_unread()

    def scrub(self) -> None:
        """Read all that is searched against its checksums, as a disk may forget what was sound; raises likewise."""
        snapshot = self._current()
        with self._remembering_damage(snapshot):
            snapshot.verify()

    @contextmanager
    def _remembering_damage(self, snapshot: Snapshot) -> Iterator[None]:
        try:
            yield
        except NoIndex as fault:
            if snapshot is self._snapshot:  # else another commit has come, which is another matter
                self._damaged = fault
            raise

    def _deadline(self) -> Deadline:
        return Deadline.after(self._seconds)

    @property
    def faults(self) -> Sequence[str]:
        """What is wrong in the files of aliases and of notes, for whoever keeps them."""
        return faults_of(self._current())

    def _current(self) -> Snapshot:
        if generation(self._location) != self._snapshot.generation:
            with self._lock:
                if generation(self._location) != self._snapshot.generation:
                    # Readers of the old snapshot may still be at work: its files are let go with the last of them.
                    before = None if self._damaged else self._snapshot
                    self._snapshot, self._damaged = Snapshot(self._location, before), None
        if self._damaged:
            raise NoIndex(str(self._damaged))
        return self._snapshot


def _documents(doc_ids: Int64Array, snapshot: Snapshot) -> Iterator[Document]:
    for count, doc_id in enumerate(doc_ids.tolist(), 1):
        yield snapshot.document(doc_id)
        if count % _RELEASED == 0:
            # Else the process would seem to hold the whole file, as long as nothing else wants the memory.
            for segment in snapshot.segments:
                segment.records.release()


def _number(article_id: str, snapshot: Snapshot) -> int:
    number = snapshot.ids.doc_id(article_id)
    if number is None:
        raise NoSuchArticle.named(article_id)
    return number
