"""Read the files of a plan, and ask the cluster of hundreds of articles at once what it has of them."""

from collections.abc import Callable, Sequence
from typing import Any

from corpus.record import Record
from index.ingest.loader import Loader

_WINDOW = 500
_CHARACTERS = 8_000_000


class WindowedLoader(Loader):
    """A loader that holds some records back, until the cluster has said what it knows of them all."""

    def __init__(self, *args: Any, expect: Callable[[Sequence[str]], object], **options: Any) -> None:
        """`expect` is told the ids that are entered next."""
        super().__init__(*args, **options)
        self._expect = expect
        self._held: list[Record] = []
        self._size = 0

    def _read_all(self) -> None:
        super()._read_all()
        self._let_go()

    def _enter(self, record: Record) -> None:
        self._held.append(record)
        self._size += len(record.content) + len(record.data)
        if len(self._held) >= _WINDOW or self._size >= _CHARACTERS:
            self._let_go()

    def _let_go(self) -> None:
        held, self._held, self._size = self._held, [], 0
        if held:
            self._expect([record.id for record in held])
        for record in held:
            super()._enter(record)
