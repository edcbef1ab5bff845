"""Read the documents of office programs, which hold one article each or are collections of many; and books."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree  # type: ignore[import-untyped]

from corpus.errors import Refused
from corpus.readers.collections.mailbox import mail_records
from corpus.readers.collections.single_texts import page_records
from corpus.readers.collections.texts import marks_of_several, split_records, splitter_of
from corpus.readers.documents.docx import Manuscript, has_marks, manuscript
from corpus.readers.documents.open_document import open_document
from corpus.readers.documents.outlook import is_message, outlook_mail
from corpus.readers.documents.rtf import rich_text
from corpus.readers.fields.mapping import UnusedColumns, mapped
from corpus.readers.fields.markup import plain
from corpus.readers.formats.front_matter import front_matter, joined_labels
from corpus.readers.streams.archive import entries
from corpus.readers.streams.decoding import decode
from corpus.readers.streams.part import ReadableFile, buffered
from corpus.record import ContentKind, Record, fingerprint
from corpus.refusal import Refusal
from corpus.remark import Remark

_Items = Iterator[Record | Refusal | Remark | ReadableFile]
_DC = "{http://purl.org/dc/elements/1.1/}"
_FACTS = {"source": "title", "language": "language", "published": "date"}
_PAGES = (".xhtml", ".html", ".htm")
_LEAST_TEXT = 200
"""In characters: a cover, a title page and a list of contents have fewer."""


def pdf_records(part: ReadableFile) -> _Items:
    """The article of a PDF, whose text is taken out in the costly step."""
    yield _document(part, part.whole(), ContentKind.PDF)


def docx_records(part: ReadableFile) -> _Items:
    """The article of a Word document, whose text is taken out in the costly step, or those of one with many."""
    data = part.whole()
    if has_marks(data):
        lines = joined_labels(manuscript(data).text.splitlines())
        if splitter := splitter_of(lines):
            yield from split_records(lines, splitter, part)
            return
        fields, text = front_matter("\n".join(lines))
        if fields:
            yield _below_labels(fields, text, data, part)
            return
    yield _document(part, data, ContentKind.DOCX)


def rtf_records(part: ReadableFile) -> _Items:
    """The article of a rich text document, or those of one with many."""
    data = part.whole()
    return _of_text(rich_text(data), data, part)


def odt_records(part: ReadableFile) -> _Items:
    """The article of an OpenDocument text, or those of one with many."""
    data = part.whole()
    return _of_text(open_document(data), data, part)


def ole_records(part: ReadableFile) -> _Items:
    """The article of a mail that Outlook saved. Raises `Refused` for old office documents."""
    data = part.whole()
    if not is_message(data):
        raise Refused("is an old or an encrypted office document; save it as .docx or .csv without a password")
    mail = outlook_mail(data)
    yield from mail_records(replace(part, file=buffered(mail), size=None))


def book_parts(part: ReadableFile) -> _Items:
    """The pages of an electronic book, but for those without a text of their own; the book is their source."""
    pages: list[ReadableFile] = []
    fields: dict[str, object] = {}
    for entry in entries(part):
        if isinstance(entry, Refusal):
            yield entry
        elif entry.ending == ".opf":
            fields = _of_book(entry.whole())
        elif entry.ending in _PAGES:
            data = entry.whole()
            if len(plain(decode(data, html=True))) >= _LEAST_TEXT:
                pages.append(replace(entry, file=buffered(data), size=len(data)))
    if not pages:
        raise Refused("is an electronic book without text, or an encrypted one; leave it out")
    for page in pages:
        for record in page_records(page):
            yield replace(record, fields={**fields, **record.fields}) if isinstance(record, Record) else record


def _of_book(data: bytes) -> dict[str, object]:
    """What the list of a book's parts says of it: its title as the source of its pages, language and day."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return {}
    told = {ours: root.findtext(f".//{_DC}{name}") for ours, name in _FACTS.items()}
    return {name: value.strip() for name, value in told.items() if value and value.strip()}


def _of_text(written: Manuscript, data: bytes, part: ReadableFile) -> _Items:
    lines = joined_labels(written.text.splitlines())
    if splitter := splitter_of(lines):
        yield from split_records(lines, splitter, part)
        return
    yield from marks_of_several(lines, part)
    above, text = front_matter("\n".join(lines))
    if above:
        yield _below_labels(above, text, data, part)
        return
    given = {"title": written.title, "author": written.author}
    fields = {name: value for name, value in given.items() if value}
    yield Record(part.name, part.origin, None, ContentKind.TEXT, written.text, fields, fingerprint(data), part.entry)


def _below_labels(fields: dict[str, object], text: str, data: bytes, part: ReadableFile) -> Record:
    """The article of a document that begins with lines such as `Title: …`."""
    found = mapped(fields, part.fields, UnusedColumns())
    return Record(part.name, part.origin, None, ContentKind.TEXT, text, found, fingerprint(data), part.entry)


def _document(part: ReadableFile, data: bytes, kind: ContentKind) -> Record:
    return Record(part.name, part.origin, None, kind, "", {}, fingerprint(data), part.entry, data)
