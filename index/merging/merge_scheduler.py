"""The segments that one run writes, many and small: merged while the run goes on, so that its commit finds few."""

from collections.abc import Sequence
from concurrent.futures import Executor, Future, wait

import numpy as np

from index.merging.merge import merge
from index.merging.merge_policy import LARGEST
from index.segments.segment import ColumnarSegment
from index.storage.commit import IndexCommit

_AT_ONCE = 256
"""Segments that are merged in one go."""


class MergeScheduler:
    """Segments that no commit names yet, in the order that they came in. An executor merges them."""

    def __init__(self, contents: IndexCommit, executor: Executor) -> None:
        self._contents = contents
        self._executor = executor
        self._waiting: list[ColumnarSegment] = []
        self._merges: list[_Merging] = []

    def add(self, segment: ColumnarSegment) -> None:
        """Take a segment that was written."""
        self._waiting.append(segment)
        if len(self._waiting) >= _AT_ONCE or sum(each.count for each in self._waiting) >= LARGEST:
            self._merge()

    def segments(self) -> list[ColumnarSegment]:
        """All that was taken, in few segments."""
        if len(self._waiting) > 1:
            self._merge()
        return [merging.done() for merging in self._merges] + self._waiting

    def so_far(self) -> list[ColumnarSegment]:
        """All that was taken, as far as it is merged by now."""
        return [segment for merging in self._merges for segment in merging.so_far()] + self._waiting

    def finish(self) -> None:
        """Let merges end, or not begin: nobody writes a file any more."""
        for merging in self._merges:
            merging.finish()

    def _merge(self) -> None:
        self._merges.append(_Merging(self._waiting, self._contents, self._executor))
        self._waiting = []


class _Merging:
    """Segments on their way into one."""

    def __init__(self, parts: Sequence[ColumnarSegment], contents: IndexCommit, executor: Executor) -> None:
        self._parts = parts
        self._contents = contents
        self._into = ColumnarSegment()
        folder = contents.folder
        paths = [(part.path(folder), None) for part in parts]
        self._count: Future[int] = executor.submit(merge, paths, self._into.path(folder))

    def done(self) -> ColumnarSegment:
        """The segment, when it is written. Its parts, which a commit may name, stay until the next one."""
        self._into.size = self._count.result()
        # Not before: a checkpoint may have shown the parts meanwhile.
        self._into.added = np.concatenate([part.times() for part in self._parts])
        return self._into

    def so_far(self) -> list[ColumnarSegment]:
        """The segment if it is written, else its parts."""
        return [self.done()] if self._count.done() else list(self._parts)

    def finish(self) -> None:
        """Wait for the merge, unless it need not begin."""
        if not self._count.cancel():
            wait([self._count])
