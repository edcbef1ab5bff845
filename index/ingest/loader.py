"""Load the files of a plan: what is new or changed goes to the writer, and all of it is entered in the ledger."""

import time
from collections.abc import Callable, Sequence

from corpus.publication import is_cleanable
from corpus.readers.discovery import SourceFile
from corpus.record import Record
from corpus.refusal import Refusal
from index.ingest.annotating import with_repeated_lines
from index.ingest.boilerplate_samples import BoilerplateSamples
from index.ingest.ledger import Ledger
from index.ingest.meter import Meter
from index.ingest.plan import Plan
from index.ingest.run_settings import ReadSettings
from index.ingest.summary import Progress
from index.ingest.work_queue import OnPrepared, WorkQueue
from index.ingest.worker import Prepared

_TOLD_EVERY = 100
_CHECKPOINT = 60.0
"""Seconds after which what was indexed so far is made visible."""


class Loader:
    """Reads the files of a plan, and takes their articles to a writer; the caller commits."""

    def __init__(
        self,
        plan: Plan,
        ledger: Ledger,
        samples: BoilerplateSamples,
        settings: ReadSettings,
        queue: Callable[[OnPrepared], WorkQueue],
        *,
        progress: Progress,
        checkpoint: Callable[[], object],
    ) -> None:
        self._plan = plan
        self._ledger = ledger
        self._samples = samples
        self._settings = settings
        self._meter = Meter(plan.scope.sources, plan.unchanged, progress)
        self.left = self._meter.left
        """How many times as much is to be read as was read."""
        self._checkpoint = _now_and_then(checkpoint)
        self._queue = queue(self._written)

    def load(self) -> None:
        """Read everything."""
        try:
            self._read_all()
            self._queue.finish()
            self._tell()
        finally:
            self._queue.discard()

    def _read_all(self) -> None:
        for path, source in self._plan.scope.sources.items():
            unchanged = path in self._plan.unchanged
            if unchanged:
                self._ledger.unchanged_file(path, self._plan.unchanged[path])
            else:
                self._read(source)
            self._meter.end(source, read=not unchanged)
            self._tell()

    def _read(self, source: SourceFile) -> None:
        self._ledger.begin(source)
        for count, item in enumerate(self._settings.items(source, self._meter.at), 1):
            if isinstance(item, Record):
                self._enter(item)
            elif isinstance(item, Refusal):
                self._ledger.refuse(item)
            else:
                self._ledger.remark(item)
            if count % _TOLD_EVERY == 0:
                self._tell()

    def _enter(self, record: Record) -> None:
        if is_cleanable(record):
            self._ledger.publication(record)
        cleanable = with_repeated_lines(record, self._samples)
        if isinstance(cleanable, Refusal):
            self._ledger.refuse(cleanable)
        elif self._ledger.admit(cleanable):
            self._queue.add(cleanable)

    def _written(self, records: Sequence[Record], prepared: Prepared) -> None:
        self._ledger.written(records, prepared)
        self._tell()
        self._checkpoint()

    def _tell(self) -> None:
        self._meter.tell(self._ledger.summary, self._queue.waiting)


def _now_and_then(checkpoint: Callable[[], object]) -> Callable[[], object]:
    """The same, once a minute at most."""
    last = time.monotonic()

    def checked() -> None:
        nonlocal last
        if time.monotonic() - last > _CHECKPOINT:
            checkpoint()
            last = time.monotonic()

    return checked
