"""Gather records into chunks that keep a processor busy for about two seconds, and send them to the workers."""

import math
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from corpus.record import ContentKind, Record
from index.ingest.worker import Prepared

_COSTS = {ContentKind.TEXT: 1, ContentKind.MARKDOWN: 1, ContentKind.HTML: 4, ContentKind.DOCX: 4, ContentKind.PDF: 40}
_GIVEN = 0.25
"""How much of that a record costs which gives its names: looking for them is most of the work."""
_FIRST = 256
"""What the first chunk costs, which teaches the run what articles take. In an index without articles it has no more of
them, and teaches the index what to compress records with."""
_LEAST, _MOST = 32, 2_000
_SECONDS = 2.0
"""A chunk is to take a processor so long, so that none waits long for another at the end. It costs `_MOST` where
articles are cheap: many small segments are slow to merge."""
_LAST = 2
"""A chunk costs one in so many of what seems to be left for each process: the last ones are short, and processes end
together."""
_SHORTEST = 0.001
_CHARACTERS = 8_000_000
"""A chunk is sent, whatever it costs, when its records are so long."""
_RISKY = 1_000_000
"""A record of more characters, or bytes, is worked on in another process: it may take all memory there is."""

OnPrepared = Callable[[Sequence[Record], Prepared], object]
"""Told what became of each chunk."""


class Chunks(Protocol):
    """Chunks of records on their way, as in `index.ingest.chunk_queue`."""

    @property
    def waiting(self) -> int:
        """How many records are on their way."""

    def send(self, chunk: Sequence[Record], write: Any, /, *, apart: bool = False) -> None:
        """Put a chunk on its way to what writes it."""

    def finish(self) -> None:
        """Wait for everything that is on its way."""

    def discard(self) -> None:
        """Let go of what is on its way."""


class WorkQueue:
    """Takes records, and sends them in chunks to what writes them."""

    def __init__(
        self,
        chunks: Callable[[OnPrepared], Chunks],
        write: Any,
        told: OnPrepared,
        *,
        empty: bool = True,
        begin: Callable[[Sequence[Record]], object] = lambda _: None,
        left: Callable[[], float] = lambda: math.inf,
    ) -> None:
        """`chunks` makes the queue of chunks, which tells what became of each; `empty`: the index has no articles.

        `begin` is given the first chunk before it is sent, unless it is to be worked on apart. `left` tells how many
        times as much as was sent is left for each of several processes.
        """
        self._write = write
        self._told = told
        self._begin: Callable[[Sequence[Record]], object] | None = begin
        self._queue = chunks(self._taken)
        self._chunk: list[Record] = []
        self._characters = self._longest = 0
        self._left = left
        self._sent = 0.0
        self._cost, self._enough = 0.0, float(_FIRST)
        self._most = _FIRST if empty else _MOST

    def add(self, record: Record) -> None:
        """Put a record on its way."""
        self._chunk.append(record)
        length = len(record.content) + len(record.data)
        self._cost += _cost_of(record)
        self._characters += length
        self._longest = max(self._longest, length)
        if self._cost >= self._enough or self._characters >= _CHARACTERS or len(self._chunk) >= self._most:
            self._send()

    @property
    def waiting(self) -> int:
        """How many records are on their way."""
        return len(self._chunk) + self._queue.waiting

    def finish(self) -> None:
        """Wait for everything that is on its way."""
        if self._chunk:
            self._send()
        self._queue.finish()

    def discard(self) -> None:
        """Let go of what is on its way, and of its files."""
        self._queue.discard()

    def _send(self) -> None:
        chunk, apart = self._chunk, self._longest > _RISKY
        self._sent += self._cost
        self._chunk, self._cost, self._characters, self._longest = [], 0.0, 0, 0
        if self._begin and not apart:
            self._begin(chunk)
        self._begin = None
        self._queue.send(chunk, self._write, apart=apart)
        self._enough = min(self._enough, max(_LEAST, self._sent * self._left() / _LAST))

    def _taken(self, records: Sequence[Record], prepared: Prepared) -> None:
        pace = sum(map(_cost_of, records)) / max(prepared.seconds, _SHORTEST)  # costs a second
        self._enough, self._most = min(max(_LEAST, _SECONDS * pace), _MOST), _MOST
        self._told(records, prepared)


def _cost_of(record: Record) -> float:
    given = all(record.fields.get(name) is not None for name in ("entities", "countries"))
    return _COSTS[record.kind] * (_GIVEN if given else 1)
