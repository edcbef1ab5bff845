"""Read texts and pages, which hold one article each or are collections of many."""

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.errors import Refused
from corpus.readers.collections.europresse import europresse_fields, is_europresse
from corpus.readers.collections.headed_texts import HEADED_TEXTS
from corpus.readers.collections.splitter import Fields, Splitter
from corpus.readers.collections.texts import marks_of_several, records_of_fields, split_records, splitter_of
from corpus.readers.collections.wiki_pages import wikitext_fields
from corpus.readers.fields.escapes import unescaped
from corpus.readers.fields.mapping import UnusedColumns, mapped
from corpus.readers.fields.markup import plain
from corpus.readers.formats.front_matter import front_matter
from corpus.readers.formats.saved_page import saved_fields
from corpus.readers.streams.decoding import decode, decoded_line
from corpus.readers.streams.lines import numbered
from corpus.readers.streams.part import ReadableFile
from corpus.readers.streams.transcoding import as_utf8
from corpus.record import ContentKind, Record, fingerprint
from corpus.refusal import Refusal
from corpus.remark import Remark

_SAMPLE = 2**16
_LINE_END = re.compile(r"\r\n|\r|\n")
_COLLECTION = re.compile(
    r"\d+ of \d+ DOCUMENTS|End of Document|class=\"article \w\wArticle|Document [A-Z0-9]{4,12}0*(?:19|20)\d{6}\w{6}",
    re.IGNORECASE,
)


def _same(fields: Fields) -> Fields:
    return fields


def text_records(part: ReadableFile) -> Iterator[Record | Refusal | Remark]:
    """The article of a plain text, or those of a text with many, which is read as a stream."""
    sample = part.file.peek(_SAMPLE)[:_SAMPLE]
    if splitter := _splitter(sample):
        yield from split_records(_lines(as_utf8(part)), splitter, part)
        return
    yield from _whole(part, ContentKind.TEXT)


def _splitter(sample: bytes) -> Splitter | None:
    try:
        return splitter_of(_split(decode(sample)))
    except Refused:  # as is told when the whole is read
        return None


def _lines(part: ReadableFile) -> Iterator[str]:
    for _, line in numbered(part):
        if isinstance(line, Refused):
            raise line
        yield from _split(decoded_line(line).rstrip("\r\n")) if line.strip(b" \t\r\n") else [""]


def _split(text: str) -> list[str]:
    """The lines of a text; the end of a page is a line of its own."""
    return _LINE_END.split(text.replace("\f", "\n\f\n"))


def markdown_records(part: ReadableFile) -> Iterator[Record | Refusal | Remark]:
    """The article of a Markdown text, or those of one with many, each below its front matter."""
    if _splitter(part.file.peek(_SAMPLE)[:_SAMPLE]) is HEADED_TEXTS:
        for record in split_records(_lines(as_utf8(part)), HEADED_TEXTS, part):
            yield replace(record, kind=ContentKind.MARKDOWN) if isinstance(record, Record) else record
        return
    yield from _whole(part, ContentKind.MARKDOWN)


def _whole(part: ReadableFile, kind: ContentKind) -> Iterator[Record | Remark]:
    data = part.whole()
    fields, content = front_matter(unescaped(decode(data)) if kind is ContentKind.TEXT else decode(data))
    unused = UnusedColumns()
    found = mapped(fields, part.fields, unused)
    if kind is ContentKind.TEXT:
        written = wikitext_fields(content)
        content = str(written.pop("text", content))
        found = {**written, **found}
        yield from marks_of_several(content.splitlines(), part)
    yield from unused.remarks(part)
    yield Record(part.name, part.origin, None, kind, content, found, fingerprint(data), part.entry)


def page_records(part: ReadableFile) -> Iterator[Record | Refusal]:
    """The article of a page, or those of a page that a press database exported."""
    data = part.whole()
    page = decode(data, html=True)
    if is_europresse(page):
        yield from records_of_fields(europresse_fields(page), _same, "Europresse", part)
        return
    if _COLLECTION.search(page):
        lines = plain(page).splitlines()
        if splitter := splitter_of(lines):
            yield from split_records(lines, splitter, part)
            return
    fields = saved_fields(page)
    if page.lstrip("\ufeff").startswith(("---", "+++")):  # as generators of sites have their sources
        above, page = front_matter(page)
        fields |= mapped(above, part.fields, UnusedColumns())
    yield Record(part.name, part.origin, None, ContentKind.HTML, page, fields, fingerprint(data), part.entry)
