"""The table of formats, each with its reader. What stands within another file is read by the same table."""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module

from corpus.errors import Refused, refusing
from corpus.readers.formats.format_detection import Format, recognised
from corpus.readers.streams.packed import BUFFER
from corpus.readers.streams.part import ReadableFile
from corpus.record import Record
from corpus.refusal import Refusal
from corpus.remark import Remark

Item = Record | Refusal | Remark
_Found = Iterator[Item | ReadableFile]
_PATIENCE = 1_000
_PACKED = frozenset((Format.PACKED, Format.ZIP, Format.TAR))
_CLEANABLE = _PACKED | {Format.TEXT, Format.HTML, Format.JSON, Format.TABLE, Format.MAIL, Format.MAILBOX}
_CLEANABLE |= {Format.FEED, Format.XML, Format.WARC, Format.HAR}
"""Formats of which plain texts and pages may come."""

_READERS: Mapping[Format, str] = {
    Format.TEXT: "corpus.readers.collections.single_texts:text_records",
    Format.MARKDOWN: "corpus.readers.collections.single_texts:markdown_records",
    Format.HTML: "corpus.readers.collections.single_texts:page_records",
    Format.PDF: "corpus.readers.collections.office:pdf_records",
    Format.DOCX: "corpus.readers.collections.office:docx_records",
    Format.RTF: "corpus.readers.collections.office:rtf_records",
    Format.ODT: "corpus.readers.collections.office:odt_records",
    Format.OLE: "corpus.readers.collections.office:ole_records",
    Format.EPUB: "corpus.readers.collections.office:book_parts",
    Format.JSON: "corpus.readers.formats.json_lines:json_records",
    Format.HAR: "corpus.readers.formats.har:har_records",
    Format.NOTEBOOK: "corpus.readers.formats.notebook:notebook_records",
    Format.SUBTITLES: "corpus.readers.formats.subtitles:subtitle_records",
    Format.WORKBOOK: "corpus.readers.collections.workbooks:workbook_records",
    Format.TABLE: "corpus.readers.formats.table:table_records",
    Format.MAIL: "corpus.readers.collections.mailbox:mail_records",
    Format.MAILBOX: "corpus.readers.collections.mailbox:mailbox_records",
    Format.FEED: "corpus.readers.collections.feeds:feed_records",
    Format.XML: "corpus.readers.collections.news_xml:xml_records",
    Format.WARC: "corpus.readers.formats.warc:warc_records",
    Format.ZIP: "corpus.readers.streams.archive:entries",
    Format.TAR: "corpus.readers.streams.archive:tar_entries",
}
"""The reader of each format, imported when the first such file is met: most folders have few kinds."""
_OF_LINES = frozenset((Format.JSON, Format.TABLE))


def read_part(part: ReadableFile) -> Iterator[Item]:
    """The records of a file, and of the files within it. What cannot be read is a refusal."""
    try:
        with refusing():
            found = recognised(part.file.peek(BUFFER)[:BUFFER], part.ending)
        if part.cleanable and found not in _CLEANABLE:
            return
        yield from _inner(_patient(_reader(found)(part)) if found in _OF_LINES else _reader(found)(part))
    except Refused as fault:
        yield part.refusal(str(fault))


def _reader(found: Format) -> Callable[[ReadableFile], _Found]:
    if found is Format.PACKED:
        return _unpacked
    module, _, name = _READERS[found].partition(":")
    reader: Callable[[ReadableFile], _Found] = getattr(import_module(module), name)
    return reader


def _unpacked(part: ReadableFile) -> _Found:
    from corpus.readers.streams.packed import unpacked  # noqa: PLC0415 - Zstandard is slow to import

    yield unpacked(part)


def _inner(items: _Found) -> Iterator[Item]:
    while True:
        try:
            with refusing():
                item = next(items, None)
        except StopIteration:
            return
        if item is None:
            return
        if isinstance(item, ReadableFile):
            yield from read_part(item)
        else:
            yield item


def _patient(items: _Found) -> _Found:
    """The same items, until one line after the other is none that is read."""
    refused = 0
    for item in items:
        refused = refused + 1 if isinstance(item, Refusal) else 0
        yield item
        if refused == _PATIENCE:
            raise Refused(f"has {_PATIENCE} lines in a row that cannot be read; the rest is left; mend the file")
