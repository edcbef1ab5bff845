"""Send chunks of articles to the workers, and take the segments that they write into the index in the same order.

A chunk over which the process of a worker is ended, for want of memory say, is halved until the article at fault is
known; the others are written.
"""

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from index.ingest.worker import Prepared
from index.segments.segment import ColumnarSegment
from index.writing.workers import WorkerDied, Workers
from index.writing.writer import IndexWriter

Item = TypeVar("Item")

Write = Callable[[Sequence[Item], Path, bytes], Prepared]
"""Writes a chunk as the segment at a path, compressed with a dictionary; any process can import it."""

_AHEAD = 2
"""Chunks on their way for each processor: while one is worked on the next one waits."""


@dataclass(frozen=True, slots=True)
class _Sent(Generic[Item]):
    chunk: Sequence[Item]
    write: Write[Item]
    segment: ColumnarSegment
    prepared: "Future[Prepared]"


class ChunkQueue(Generic[Item]):
    """Chunks on their way; `taken` is told what became of each, or of each part of one that was halved."""

    def __init__(
        self, writer: IndexWriter, workers: Workers, taken: Callable[[Sequence[Item], Prepared], object]
    ) -> None:
        self._writer = writer
        self._workers = workers
        self._taken = taken
        self._sent: deque[_Sent[Item]] = deque()

    @property
    def waiting(self) -> int:
        """How many articles are on their way."""
        return sum(len(sent.chunk) for sent in self._sent)

    def send(self, chunk: Sequence[Item], write: Write[Item], *, apart: bool = False) -> None:
        """Put a chunk on its way; `apart`: to another process, as it may end the one that works on it."""
        segment, path = self._writer.new_segment()
        submit = self._workers.submit_apart if apart else self._workers.submit
        self._sent.append(_Sent(chunk, write, segment, submit(write, chunk, path, self._writer.dictionary)))
        while self._sent and (self._sent[0].prepared.done() or len(self._sent) > _AHEAD * self._workers.processes):
            self._take()

    def finish(self) -> None:
        """Wait for everything that is on its way."""
        while self._sent:
            self._take()

    def discard(self) -> None:
        """Let go of what is on its way, and of its files."""
        while self._sent:
            sent = self._sent.popleft()
            if not sent.prepared.cancel():
                sent.prepared.exception()  # nobody may write the file when it is removed
            self._writer.reject(sent.segment)

    def _take(self) -> None:
        sent = self._sent[0]
        try:
            prepared = sent.prepared.result()
        except WorkerDied as fault:
            self._sent.popleft()
            self._writer.reject(sent.segment)
            self._halve(sent.chunk, sent.write, fault)
        else:
            self._sent.popleft()
            self._adopt(sent.chunk, sent.segment, prepared)

    def _halve(self, chunk: Sequence[Item], write: Write[Item], fault: WorkerDied) -> None:
        """Do a chunk again in two parts, one after the other; an article that is at fault by itself is refused."""
        if len(chunk) == 1:
            self._taken(chunk, Prepared((), refused={0: f"{fault}; leave it out, or make it smaller"}))
            return
        middle = len(chunk) // 2
        for part in (chunk[:middle], chunk[middle:]):
            segment, path = self._writer.new_segment()
            try:
                prepared = self._workers.run_alone(write, part, path, self._writer.dictionary)
            except WorkerDied as again:
                self._writer.reject(segment)
                self._halve(part, write, again)
            else:
                self._adopt(part, segment, prepared)

    def _adopt(self, chunk: Sequence[Item], segment: ColumnarSegment, prepared: Prepared) -> None:
        self._writer.adopt(segment, prepared.ids)
        self._taken(chunk, prepared)
