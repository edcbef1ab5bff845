"""Records on their way to the workers and back, chunk by chunk, taken into the index in the order that they came in."""

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass

from corpus.record import ContentKind, Record
from index.ingest.worker import Prepared, prepare
from index.segments.segment import ColumnarSegment
from index.writing.workers import Workers
from index.writing.writer import IndexWriter

_COSTS = {ContentKind.TEXT: 1, ContentKind.MARKDOWN: 1, ContentKind.HTML: 4, ContentKind.DOCX: 4, ContentKind.PDF: 40}
_FIRST = 256
"""What the first chunk costs: it teaches the index what to compress records with, and the run what they take."""
_LEAST, _MOST = 32, 2_000
_SECONDS = 2.0
"""A chunk is to take a processor so long, so that none waits long for another at the end. It costs `_MOST` where
articles are cheap: many small segments are slow to merge."""
_SHORTEST = 0.001
_CHARACTERS = 8_000_000
"""A chunk is sent, whatever it costs, when its records are so long."""
_AHEAD = 2
"""Chunks on their way for each processor: while one is worked on the next one waits."""

OnPrepared = Callable[[Sequence[Record], Prepared], None]
"""Told what became of each chunk."""


@dataclass(frozen=True, slots=True)
class _Sent:
    records: list[Record]
    cost: int
    segment: ColumnarSegment
    prepared: "Future[Prepared]"


class WorkQueue:
    """Takes records, and hands the segments that workers make of them to a writer."""

    def __init__(self, writer: IndexWriter, workers: Workers, told: OnPrepared) -> None:
        self._writer = writer
        self._workers = workers
        self._told = told
        self._chunk: list[Record] = []
        self._cost = self._characters = 0
        self._enough = _FIRST
        self._sent: deque[_Sent] = deque()

    def add(self, record: Record) -> None:
        """Put a record on its way."""
        self._chunk.append(record)
        self._cost += _COSTS[record.kind]
        self._characters += len(record.content) + len(record.data)
        if self._cost >= self._enough or self._characters >= _CHARACTERS:
            self._send()

    @property
    def waiting(self) -> int:
        """How many records are on their way."""
        return len(self._chunk) + sum(len(sent.records) for sent in self._sent)

    def finish(self) -> None:
        """Wait for everything that is on its way."""
        if self._chunk:
            self._send()
        while self._sent:
            self._take()

    def discard(self) -> None:
        """Let go of what is on its way, and of its files."""
        while self._sent:
            sent = self._sent.popleft()
            sent.prepared.cancel() or sent.prepared.exception()
            self._writer.reject(sent.segment)

    def _send(self) -> None:
        segment, path = self._writer.new_segment()
        writer, chunk = self._writer, self._chunk
        prepared = self._workers.submit(prepare, chunk, path, writer.dictionary, writer.context)
        self._sent.append(_Sent(chunk, self._cost, segment, prepared))
        self._chunk, self._cost, self._characters = [], 0, 0
        while self._sent and (self._sent[0].prepared.done() or len(self._sent) > _AHEAD * self._workers.processes):
            self._take()

    def _take(self) -> None:
        sent = self._sent[0]
        prepared = sent.prepared.result()
        self._sent.popleft()
        ids = [record.id for place, record in enumerate(sent.records) if place not in prepared.refused]
        self._writer.adopt(sent.segment, ids)
        self._enough = _cost_of(_SECONDS, sent.cost / max(prepared.seconds, _SHORTEST))
        self._told(sent.records, prepared)


def _cost_of(seconds: float, pace: float) -> int:
    """What a chunk costs that takes so long, at a pace (costs a second)."""
    return min(max(_LEAST, int(seconds * pace)), _MOST)
