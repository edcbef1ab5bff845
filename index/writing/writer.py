"""Write to an index: articles are added, replaced and removed, and become visible together, at the commit."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from corpus.document import Document
from corpus.errors import DatelineError
from index.duplicates.linking import link
from index.merging.merge_policy import settled
from index.merging.merge_scheduler import MergeScheduler
from index.segments.segment import ColumnarSegment, Segment
from index.segments.segment_builder import SegmentBuilder
from index.settlement.last_settled import RULES, Last, changed_readings
from index.settlement.settling import settle
from index.storage.commit import IndexCommit
from index.storage.location import damage_told, describe
from index.writing.added_before import AddedBefore
from index.writing.indexed_articles import IndexedArticles
from index.writing.steps import Step
from index.writing.workers import Workers

_AT_ONCE = 1_000_000
"""Words that are held in memory before they are written as a segment, which the commit merges with the others."""


class IndexWriter:
    """Writes to the index at a location, whose lock (`index.storage.lock.sole_writer`) the caller holds.

    Used as a context manager it commits at the end, or cancels where an error leaves the block. With `anew`, what the
    index held before disappears at the commit, and not sooner. Merges go to the `workers`; `begun` is told the steps of
    the commit.
    """

    def __init__(
        self,
        location: Path,
        language: str,
        *,
        anew: bool = False,
        workers: Workers | None = None,
        begun: Callable[[Step], object] = lambda _step: None,
    ) -> None:
        self._anew = anew
        self._begun = begun
        with damage_told(location):
            self._contents = IndexCommit(location, describe(location).language)
            self._before = [] if anew else self._contents.segments
            self._opened = [each.open(location) for each in self._before]
        kept = next((each.settled for each in self._before if each.settled), None)
        self._settled = kept if self._contents.settled_by == RULES else None
        """The settled names of all that is there."""
        self._scheduler = MergeScheduler(self._contents, workers or Workers(1))
        self._builder = SegmentBuilder(language)
        self._added: set[str] = set()
        self._changed = anew
        self.indexed = IndexedArticles(self._opened)
        self._times = AddedBefore(self._contents, self.indexed if not anew else None)
        self._pending: list[int] = []
        largest = max(self._opened, key=lambda segment: segment.count, default=None)
        self.dictionary = largest.records.dictionary if largest else b""
        """What the records of the index are compressed with, once there are enough to have something in common."""

    def add(self, document: Document, origin: str, fingerprint: str) -> None:
        """Add an article, or replace the one of the same id that was committed before."""
        if document.article.id in self._added:
            raise DatelineError(f"the article {document.article.id} comes twice in one run")
        self._builder.add(document, origin, fingerprint)
        self._pending.append(self._times.of(document.article.id))
        self._remove(document.article.id)
        self._added.add(document.article.id)
        if self._builder.size >= _AT_ONCE:
            self._flush()

    def new_segment(self) -> tuple[ColumnarSegment, Path]:
        """A segment to be written at a path, for `adopt`."""
        segment = ColumnarSegment()
        return segment, segment.path(self._contents.folder)

    def adopt(self, segment: ColumnarSegment, ids: Sequence[str]) -> None:
        """Take over a segment that was written; its articles have these ids, and replace those of the same ids."""
        segment.added = np.array([self._times.of(each) for each in ids], np.int64)
        for each in ids:
            self._remove(each)
        if ids:
            self._changed = True
            segment.size = len(ids)
            self._scheduler.add(segment)
            self.dictionary = self.dictionary or Segment(segment.path(self._contents.folder)).records.dictionary

    def reject(self, segment: ColumnarSegment) -> None:
        """Remove what was written of a segment that is not adopted."""
        self._contents.discard([segment])

    def remove(self, ids: Iterable[str]) -> None:
        """Remove articles that are no longer there."""
        for each in ids:
            self._remove(each)
            self._changed = True

    def commit(self) -> None:
        """Make everything visible at once. Without a change nothing is written."""
        unlinked = any(each.duplicate_links is None for each in self._before)
        if not (self._added or self._changed or unlinked):
            return
        self._begun(Step.WRITING)
        self._flush()
        written = self._scheduler.segments()
        last = self._last(written)
        segments = settled([*self._before, *written], self._contents)
        self._begun(Step.COPIES)
        link(segments, self._contents.folder)
        self._begun(Step.NAMES)
        settle(segments, self._contents.folder, last)
        self._contents.commit(segments, settled_by=RULES)
        self._contents.clear()

    def checkpoint(self) -> None:
        """Make visible what was adopted so far: a run that is killed later need not repeat it. Not while made anew."""
        if not self._anew:
            there = [segment for segment in self._before if segment.count]
            self._contents.commit([*there, *self._scheduler.so_far()])

    def cancel(self) -> None:
        """Leave the index as it was at the last checkpoint, or before."""
        self._scheduler.finish()
        self._contents.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.commit()
        else:
            self.cancel()

    def _remove(self, article_id: str) -> None:
        article = self.indexed.get(article_id)
        if article is not None:
            self.indexed.drop(article)
            segment, doc_id = article.place
            self._before[segment].deleted.add(doc_id)

    def _last(self, written: Sequence[ColumnarSegment]) -> Last | None:
        """What was settled last, with what this run adds and removes; None where it is to be settled anew."""
        if self._settled is None:
            return None
        now = [np.array(sorted(each.deleted), np.int64) for each in self._before]
        removed = [(each, gone[each.live[gone]]) for each, gone in zip(self._opened, now, strict=True)]
        new = [each.open(self._contents.folder) for each in written]
        return Last(self._settled, changed_readings(new, removed))

    def _flush(self) -> None:
        if len(self._builder):
            segment, path = self.new_segment()
            segment.size = len(self._builder)
            segment.added, self._pending = np.array(self._pending, np.int64), []
            self._builder.write(path, self.dictionary)
            self._scheduler.add(segment)
