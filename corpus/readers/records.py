"""Which records does a file hold? The cheap step: bytes are read and decoded, nothing is cleaned."""

import io
import os
from collections.abc import Callable, Iterable, Iterator

from corpus.errors import Refused, refusing
from corpus.publication import is_plain
from corpus.readers.discovery import SourceFile
from corpus.readers.formats.format_detection import Format, recognised
from corpus.readers.formats.json_lines import json_records
from corpus.readers.streams.archive import BUFFER, entries, inflated
from corpus.readers.streams.budget import Budget
from corpus.readers.streams.decoding import decode
from corpus.readers.streams.part import LARGEST_ARTICLE, NO_NAMES, FieldNames, ReadableFile
from corpus.record import ContentKind, Record, fingerprint
from corpus.refusal import Refusal
from corpus.remark import Remark

Item = Record | Refusal | Remark
_PATIENCE = 1_000
_TOLD_EVERY = 16
"""Items of a file after which it is told how far it is read: the system takes its time to say."""


def records(
    source: SourceFile,
    largest: int = LARGEST_ARTICLE,
    told: Callable[[int], object] = id,
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
            for number, item in enumerate(_unchanged(_part(part), file.fileno(), part)):
                if number % _TOLD_EVERY == 0:
                    told(max(file.raw.tell(), part.budget.place))
                yield item
    except OSError as fault:
        reason = f"cannot be read: {fault.strerror}; check that it exists and its permissions"
        yield Refusal(origin, None, reason, passing=True)


def plain_texts(
    source: SourceFile,
    largest: int = LARGEST_ARTICLE,
    told: Callable[[int], object] = id,
    fields: FieldNames = NO_NAMES,
) -> Iterator[Record]:
    """The plain texts of a file that are to be cleaned; what is a page or a document is passed over unread.

    `told` learns now and then how many bytes of the file are read.
    """
    try:
        with io.BufferedReader(io.FileIO(source.path), BUFFER) as file:
            origin, budget = str(source.path), Budget(source.size)
            part = ReadableFile(source.name, origin, file, budget, largest, source.size, plain=True, fields=fields)
            for number, item in enumerate(_part(part)):
                if number % _TOLD_EVERY == 0:
                    told(max(file.raw.tell(), part.budget.place))
                if isinstance(item, Record) and is_plain(item):
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


def _part(part: ReadableFile) -> Iterator[Item]:
    try:
        with refusing():
            found = recognised(part.file.peek(BUFFER)[:BUFFER], part.ending)
            if found in _PLAIN or not part.plain:
                yield from _READERS[found](part)
    except Refused as fault:
        yield part.refusal(str(fault))


def _patient(read: Callable[[ReadableFile], Iterator[Item]]) -> Callable[[ReadableFile], Iterator[Item]]:
    """The same reader, which gives up on a file where one line after the other is none that it reads."""

    def tried(part: ReadableFile) -> Iterator[Item]:
        refused = 0
        for item in read(part):
            refused = refused + 1 if isinstance(item, Refusal) else 0
            yield item
            if refused == _PATIENCE:
                raise Refused(f"has {_PATIENCE} lines in a row that cannot be read; the rest is left; mend the file")

    return tried


def _zipped(part: ReadableFile) -> Iterator[Item]:
    for entry in entries(part):
        yield from [entry] if isinstance(entry, Refusal) else _part(entry)


def _inflated(part: ReadableFile) -> Iterator[Item]:
    return _part(inflated(part))


def _text(kind: ContentKind) -> Callable[[ReadableFile], Iterator[Item]]:
    def read(part: ReadableFile) -> Iterator[Item]:
        data = part.whole()
        text = decode(data, html=kind is ContentKind.HTML)
        yield Record(part.name, part.origin, None, kind, text, fingerprint=fingerprint(data), entry=part.entry)

    return read


def _document(kind: ContentKind) -> Callable[[ReadableFile], Iterator[Item]]:
    """PDF and Word documents: their text is taken out in the costly step."""

    def read(part: ReadableFile) -> Iterator[Item]:
        data = part.whole()
        yield Record(part.name, part.origin, None, kind, "", {}, fingerprint(data), part.entry, data)

    return read


def _table(part: ReadableFile) -> Iterator[Item]:
    from corpus.readers.formats.table import table_records  # noqa: PLC0415 - few folders have one

    return table_records(part)


def _mail(part: ReadableFile) -> Iterator[Item]:
    from corpus.readers.formats.mail import mail_record  # noqa: PLC0415 - the parser of mail is slow to import

    yield mail_record(part)


def _pages(part: ReadableFile) -> Iterator[Item]:
    from corpus.readers.formats.warc import warc_records  # noqa: PLC0415 - few folders have one

    return warc_records(part)


_PLAIN = frozenset((Format.TEXT, Format.JSON, Format.TABLE, Format.MAIL, Format.ZIP, Format.GZIP))
_READERS: dict[Format, Callable[[ReadableFile], Iterator[Item]]] = {
    Format.TEXT: _text(ContentKind.TEXT),
    Format.MARKDOWN: _text(ContentKind.MARKDOWN),
    Format.HTML: _text(ContentKind.HTML),
    Format.PDF: _document(ContentKind.PDF),
    Format.DOCX: _document(ContentKind.DOCX),
    Format.JSON: _patient(json_records),
    Format.TABLE: _patient(_table),
    Format.MAIL: _mail,
    Format.WARC: _pages,
    Format.ZIP: _zipped,
    Format.GZIP: _inflated,
}
