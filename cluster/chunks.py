"""Hand chunks of records to any executor, whose workers write them to the cluster themselves.

What a chunk does may be done twice: a worker that dies amid one has written a part of it, and another one writes the
same documents again. A chunk over which workers die again and again is halved until the article at fault is known.
"""

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import dataclass
from typing import Any

from corpus.record import Record
from index.ingest.work_queue import OnPrepared
from index.ingest.worker import Prepared
from index.writing.workers import WorkerDied, Workers

Write = Callable[[Sequence[Record]], Prepared]
"""Writes a chunk to the cluster; any process can import it."""

_AHEAD = 2
_DEAD = ("KilledWorker", "CancelledError")
"""What Dask raises for a task whose workers died, or that was lost with one."""


@dataclass(frozen=True, slots=True)
class _Sent:
    chunk: Sequence[Record]
    write: Write
    prepared: "Future[Prepared]"


class ClusterChunks:
    """Chunks on their way; `taken` is told what became of each, in the order in which they were sent."""

    def __init__(self, executor: Executor, at_once: int, taken: OnPrepared) -> None:
        """`at_once`: how many chunks the executor works on at a time."""
        self._executor, self._at_once, self._taken = executor, at_once, taken
        self._sent: deque[_Sent] = deque()

    @property
    def waiting(self) -> int:
        """How many records are on their way."""
        return sum(len(sent.chunk) for sent in self._sent)

    def send(self, chunk: Sequence[Record], write: Any, /, *, apart: bool = False) -> None:
        """Put a chunk on its way; `apart`: to another process, as it may end the one that works on it."""
        self._sent.append(_Sent(chunk, write, self._submit(chunk, write, apart=apart)))
        while self._sent and (self._sent[0].prepared.done() or len(self._sent) > _AHEAD * self._at_once):
            self._take()

    def finish(self) -> None:
        """Wait for everything that is on its way."""
        while self._sent:
            self._take()

    def discard(self) -> None:
        """Let go of what is on its way; what of it is written stays, and is known by the next run."""
        while self._sent:
            self._sent.popleft().prepared.cancel()

    def _submit(self, chunk: Sequence[Record], write: Write, *, apart: bool) -> "Future[Prepared]":
        if isinstance(self._executor, Workers) and apart:
            return self._executor.submit_apart(write, chunk)
        return self._executor.submit(write, chunk)

    def _take(self) -> None:
        sent = self._sent.popleft()
        prepared = self._result(sent.prepared, sent)
        if prepared is not None:
            self._taken(sent.chunk, prepared)

    def _result(self, future: "Future[Prepared]", sent: _Sent) -> Prepared | None:
        """What became of a chunk; None where it was halved, and told in parts."""
        try:
            return future.result()
        except (WorkerDied, BrokenExecutor) as fault:
            died: Exception = fault
        except Exception as fault:
            if type(fault).__name__ not in _DEAD:
                raise
            died = fault
        self._halve(sent.chunk, sent.write, died)
        return None

    def _halve(self, chunk: Sequence[Record], write: Write, fault: Exception) -> None:
        if len(chunk) == 1:
            reason = f"{fault or type(fault).__name__}; leave it out, or make it smaller"
            self._taken(chunk, Prepared((), refused={0: reason}))
            return
        middle = len(chunk) // 2
        for part in (chunk[:middle], chunk[middle:]):
            sent = _Sent(part, write, self._alone(part, write))
            prepared = self._result(sent.prepared, sent)
            if prepared is not None:
                self._taken(part, prepared)

    def _alone(self, part: Sequence[Record], write: Write) -> "Future[Prepared]":
        if not isinstance(self._executor, Workers):
            return self._executor.submit(write, part)
        done: Future[Prepared] = Future()
        try:
            done.set_result(self._executor.run_alone(write, part))
        except Exception as fault:  # noqa: BLE001 - raised where the result is asked for
            done.set_exception(fault)
        return done
