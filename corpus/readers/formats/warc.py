"""Read the pages of a web archive (WARC, ISO 28500, and ARC before it) as a stream, and the texts of a WET file."""

import logging
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from corpus.errors import Refused, refusing
from corpus.readers.formats.http import OK, Answer, answered
from corpus.readers.streams.decoding import decode
from corpus.readers.streams.part import ReadableFile, too_large
from corpus.record import ContentKind, Record, fingerprint
from corpus.refusal import Refusal

_PAGES = frozenset(("text/html", "application/xhtml+xml"))
_ANSWERS = frozenset(("response", "resource", "conversion"))
_CONVERSION = "conversion"
_ARC = b"filedesc://"
_PIECE = 2**16
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def warc_records(part: ReadableFile) -> Iterator[Record | Refusal]:
    """The pages of a web archive, with the address, its host as source and the day of capture.

    What is no page (requests, metadata, pictures, redirections) is passed over. Raises `Refused` where the archive is
    cut or damaged, after the pages before, or holds no page at all.
    """
    empty = True
    for record in _parsed(part):
        found: Record | Refusal | None = None
        if record.rec_type not in _ANSWERS:
            _passed(record)
        elif record.length > part.largest:
            found = _too_long(record, part)
        else:
            found = _page(record, part)
        if found:
            empty = False
            yield found
    if empty:
        raise Refused("holds no web page that was answered with status 200; leave it out")


logging.getLogger("warcio").setLevel(logging.CRITICAL)  # what an archive lacks is told in our own words
ArchiveIterator.INC_RECORD = ""  # and not on the terminal


class _AsItComes:
    """A stream that is read in pieces as they come: what stands before a cut is seen before the cut is."""

    def __init__(self, part: ReadableFile) -> None:
        self.read = part.file.read1


def _parsed(part: ReadableFile) -> Iterator[ArcWarcRecord]:
    try:
        older = part.file.peek(len(_ARC)).startswith(_ARC)
        for record in ArchiveIterator(_AsItComes(part), no_record_parse=True, arc2warc=older):
            if older:  # whose records have no names of their own
                record.rec_headers.remove_header("WARC-Record-ID")
            if record.length is None:
                raise _cut()
            yield record
    except (ArchiveLoadFailed, AttributeError, ValueError) as fault:  # the second: a record without a whole header
        raise _cut() from fault


def _too_long(record: ArcWarcRecord, part: ReadableFile) -> Refusal | None:
    """Pass over what is longer than an article may be: a refusal where it is a page, nothing for a film or a paper."""
    head = record.raw_stream.read(_PIECE)
    _passed(record)
    kind = _header(record, "Content-Type")
    try:
        answer = answered(head) if kind.startswith("application/http") else Answer(OK, kind, head)
    except Refused:
        return None
    if answer.status != OK or answer.media_type not in _PAGES:
        return None
    address = _address(record)
    reason = str(too_large(record.length, part.largest))
    return Refusal(part.origin, None, reason, _entry(address, part), _name(record, address, part))


def _address(record: ArcWarcRecord) -> str:
    return _header(record, "WARC-Target-URI").strip("<>")


def _entry(address: str, part: ReadableFile) -> str:
    return address if part.entry is None else f"{part.entry}/{address}"


def _name(record: ArcWarcRecord, address: str, part: ReadableFile) -> str:
    own = _header(record, "WARC-Record-ID") or f"{_header(record, 'WARC-Date')}/{address}"
    return f"{part.name}/{own.removeprefix('<urn:uuid:').strip('<>')}"


def _page(record: ArcWarcRecord, part: ReadableFile) -> Record | Refusal | None:
    address = _address(record)
    entry, name = _entry(address, part), _name(record, address, part)
    block, kind = _whole(record), _header(record, "Content-Type")
    try:
        with refusing():
            answer = answered(block, part.largest) if kind.startswith("application/http") else Answer(OK, kind, block)
            converted = record.rec_type == _CONVERSION
            if answer.status != OK or not answer.body.strip() or not (converted or answer.media_type in _PAGES):
                return None
            text = decode(answer.body, html=not converted, declared=answer.charset)
    except Refused as fault:
        return Refusal(part.origin, None, str(fault), entry, name)
    digest = fingerprint(address.encode(), answer.body)
    kind_of_text = ContentKind.TEXT if converted else ContentKind.HTML
    return Record(name, part.origin, None, kind_of_text, text, _fields(record, address), digest, entry)


def _fields(record: ArcWarcRecord, address: str) -> dict[str, object]:
    """What the capture says of its page. No page was published after it was fetched."""
    fields: dict[str, object] = {}
    if address.startswith(("http://", "https://")):
        fields["url"] = address
        fields["source"] = _host(address)
    day = _header(record, "WARC-Date")[:10]
    if _DAY.fullmatch(day):
        fields["captured"] = day
    return fields


def _host(address: str) -> str | None:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.") or None
    except ValueError:
        return None


def _header(record: ArcWarcRecord, name: str) -> str:
    return str(record.rec_headers.get_header(name) or "")


def _whole(record: ArcWarcRecord) -> bytes:
    """The block of a record, as long as its header says. Raises `Refused` where the archive ends within it."""
    block: bytes = record.raw_stream.read()
    if len(block) < record.length:
        raise _cut()
    return block


def _passed(record: ArcWarcRecord) -> None:
    """Pass over the block of a record, and see that it is whole."""
    left = record.length - record.raw_stream.tell()
    while left > 0:
        piece = record.raw_stream.read(min(left, _PIECE))
        if not piece:
            raise _cut()
        left -= len(piece)


def _cut() -> Refused:
    return Refused("is cut off or damaged; the pages before the cut are kept; fetch it again")
