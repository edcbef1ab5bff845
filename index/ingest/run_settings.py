"""The settings of a run: how files are read, and what the articles of an index are prepared for."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from corpus.errors import Refused, refusing
from corpus.readers.discovery import SourceFile
from corpus.readers.records import Item, cleanable_texts, records
from corpus.readers.streams.part import LARGEST_ARTICLE, FieldNames
from corpus.record import Record
from corpus.refusal import Refusal
from corpus.time_limit import ARTICLE_SECONDS, ProcessorLimit

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """How files are read: the bytes and the processor seconds that an article may take, the user's names of fields."""

    largest: int = LARGEST_ARTICLE
    seconds: float = ARTICLE_SECONDS
    fields: FieldNames = field(default_factory=dict)

    @classmethod
    def of(cls, *, seconds: float | None = None, fields: FieldNames | None = None) -> "ReadSettings":
        """The settings where only some are given."""
        return cls(seconds=ARTICLE_SECONDS if seconds is None else seconds, fields=fields or {})

    @property
    def version(self) -> str:
        """What tells these settings from any others: what was read with others is read anew."""
        named = "".join(f", {name} is {ours}" for name, ours in sorted(self.fields.items()))
        return f"at most {self.largest} in {self.seconds:g} s{named}"

    def items(self, source: SourceFile, told: Callable[[int], object]) -> Iterator[Item]:
        """The records of a file, each read within the time that an article may take; nothing is raised.

        `told` learns now and then how many bytes of the file are read.
        """
        try:
            with refusing():
                yield from self._limited(records(source, self.largest, told, self.fields))
        except Refused as fault:
            yield Refusal(str(source.path), None, str(fault))

    def cleanable_texts(self, source: SourceFile, told: Callable[[int], object]) -> Iterator[Record]:
        """The texts of a file that boilerplate is taken from. What cannot be read is refused when its items are."""
        with suppress(Refused), refusing():
            yield from self._limited(cleanable_texts(source, self.largest, told, self.fields))

    def _limited(self, items: Iterator[Read]) -> Iterator[Read]:
        """The same items, the time to get each of them limited. Raises `Overrun`."""
        limit = ProcessorLimit(self.seconds)
        while True:
            with limit:
                item = next(items, None)
            if item is None:
                return
            yield item


@dataclass(frozen=True, slots=True)
class Context:
    """What all records of a run are prepared for: an index at a location as it is now, and its language.

    `rebuild`: nothing is taken from the year classifier of the index that is replaced. `seconds` of a processor may
    each step of an article take.
    """

    location: Path
    generation: str
    language: str
    rebuild: bool = False
    seconds: float = ARTICLE_SECONDS
