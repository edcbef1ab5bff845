"""Read the records of a file. The cheap step: bytes are read and decoded, nothing is cleaned."""

import io
import os
from collections.abc import Callable, Iterable, Iterator

from corpus.publication import is_cleanable
from corpus.readers.discovery import SourceFile
from corpus.readers.reading import Item, read_part
from corpus.readers.streams.budget import Budget
from corpus.readers.streams.packed import BUFFER
from corpus.readers.streams.part import LARGEST_ARTICLE, NO_NAMES, FieldNames, ReadableFile
from corpus.record import Record
from corpus.refusal import Refusal

__all__ = ["Item", "cleanable_texts", "records"]

_TOLD_EVERY = 16
"""Items of a file after which it is told how far it is read: the system takes its time to say."""


def records(
    source: SourceFile,
    largest: int = LARGEST_ARTICLE,
    told: Callable[[int], object] | None = None,
    fields: FieldNames = NO_NAMES,
) -> Iterator[Item]:
    """The records of a file, in order. What cannot be read is a refusal; nothing is raised.

    `fields` are the user's own names of fields.

    Archives and files of lines are read as streams, in memory that does not grow with them. An article of more than
    `largest` bytes is refused. `told` learns now and then how many bytes of the file are read.
    """
    origin = str(source.path)
    try:
        with io.BufferedReader(io.FileIO(source.path), BUFFER) as file:
            part = ReadableFile(source.name, origin, file, Budget(source.size), largest, source.size, fields=fields)
            for number, item in enumerate(_unchanged(read_part(part), file.fileno(), part)):
                if told and number % _TOLD_EVERY == 0:
                    told(max(file.raw.tell(), part.budget.place))
                yield item
    except OSError as fault:
        reason = f"cannot be read: {fault.strerror}; check that it exists and its permissions"
        yield Refusal(origin, None, reason, passing=True)


def cleanable_texts(
    source: SourceFile,
    largest: int = LARGEST_ARTICLE,
    told: Callable[[int], object] | None = None,
    fields: FieldNames = NO_NAMES,
) -> Iterator[Record]:
    """The plain texts and pages of a file that boilerplate is taken from; documents are passed over unread.

    `told` learns now and then how many bytes of the file are read.
    """
    try:
        with io.BufferedReader(io.FileIO(source.path), BUFFER) as file:
            origin, budget = str(source.path), Budget(source.size)
            part = ReadableFile(source.name, origin, file, budget, largest, source.size, cleanable=True, fields=fields)
            for number, item in enumerate(read_part(part)):
                if told and number % _TOLD_EVERY == 0:
                    told(max(file.raw.tell(), part.budget.place))
                if isinstance(item, Record) and is_cleanable(item):
                    yield item
    except OSError:
        return


def _unchanged(items: Iterable[Item], file: int, part: ReadableFile) -> Iterator[Item]:
    """The same items; where the file is written to meanwhile, a refusal instead of the last, which may be cut."""
    before = _state(file)
    last: Item | None = None
    for item in items:
        if last is not None:
            yield last
        last = item
    if _state(file) != before:
        reason = "changed while it was read; index it again when it is complete"
        last = Refusal(part.origin, None, reason, passing=True)
    if last is not None:
        yield last


def _state(file: int) -> tuple[int, int]:
    status = os.fstat(file)
    return status.st_size, status.st_mtime_ns
