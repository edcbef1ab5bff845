"""Tell the format of a file by its first bytes, and by its name only where they do not."""

import re
from enum import Enum, auto

from corpus.errors import Refused
from corpus.late_pattern import late
from corpus.readers.fields.names import known_names, squashed
from corpus.readers.formats.mail_header import is_mail
from corpus.readers.formats.subtitles import is_subtitles
from corpus.readers.formats.unread_formats import told_by_bytes, told_by_ending
from corpus.readers.streams.charsets import wide_encoding
from corpus.readers.streams.decoding import BOMS


class Format(Enum):
    """What is read."""

    TEXT = auto()
    MARKDOWN = auto()
    HTML = auto()
    JSON = auto()
    TABLE = auto()
    PDF = auto()
    DOCX = auto()
    RTF = auto()
    ODT = auto()
    OLE = auto()
    EPUB = auto()
    MAIL = auto()
    MAILBOX = auto()
    FEED = auto()
    XML = auto()
    WARC = auto()
    ZIP = auto()
    TAR = auto()
    PACKED = auto()
    HAR = auto()
    NOTEBOOK = auto()
    SUBTITLES = auto()
    WORKBOOK = auto()


READ = (
    ".txt, .md, .html, .json, .jsonl, .csv, .tsv, .pdf, .docx, .odt, .fodt, .rtf, .epub, .eml, .mbox, .msg, .mhtml, "
    ".xml, .har, .ipynb, .ris, .enw, .bib, .conllu, .srt, .vtt, .emlx, .xlsx, .ods, .warc and .arc "
    "files, and .zip, .tar, .gz, .bz2, .xz and .zst of them"
)

_ENDINGS = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".log": Format.TEXT,
    ".asc": Format.TEXT,
    ".sgm": Format.TEXT,
    ".sgml": Format.TEXT,
    ".ris": Format.TEXT,
    ".enw": Format.TEXT,
    ".bib": Format.TEXT,
    ".story": Format.TEXT,
    ".conll": Format.TEXT,
    ".conllu": Format.TEXT,
    **dict.fromkeys((".org", ".adoc", ".asciidoc", ".rst"), Format.TEXT),
    "": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".jsonl": Format.JSON,
    ".ndjson": Format.JSON,
    ".json": Format.JSON,
    ".jl": Format.JSON,
    ".jsonlines": Format.JSON,
    ".jsonseq": Format.JSON,
    ".har": Format.HAR,
    ".ipynb": Format.NOTEBOOK,
    ".srt": Format.SUBTITLES,
    ".vtt": Format.SUBTITLES,
    ".sbv": Format.SUBTITLES,
    ".ass": Format.SUBTITLES,
    ".ssa": Format.SUBTITLES,
    ".csv": Format.TABLE,
    ".tsv": Format.TABLE,
    ".tab": Format.TABLE,
    ".psv": Format.TABLE,
    ".eml": Format.MAIL,
    ".emlx": Format.MAIL,
    ".mht": Format.MAIL,
    ".mhtml": Format.MAIL,
    ".mbox": Format.MAILBOX,
    ".mbx": Format.MAILBOX,
}
_PACKED_ENDINGS = {
    **dict.fromkeys((".xlsx", ".xlsm", ".ods", ".ots"), Format.WORKBOOK),
    ".docx": Format.DOCX,
    ".odt": Format.ODT,
    ".epub": Format.EPUB,
}
"""What the parts of a zip archive are together, whichever stands first."""
_DAY = late(r"\.[\d_-]+")
"""What seems an ending: of `news.2019-03-22`, `1.5`."""
_BINARY_ENDINGS = frozenset(
    (".pdf", ".docx", ".odt", ".epub", ".msg", ".warc", ".arc", ".zip", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".zst")
)
_SIGNATURES = (
    (b"PK\x05\x06", Format.ZIP),
    (b"\x1f\x8b", Format.PACKED),
    (b"BZh", Format.PACKED),
    (b"\xfd7zXZ\0", Format.PACKED),
    (b"\x5d\0\0", Format.PACKED),
    (b"\x28\xb5\x2f\xfd", Format.PACKED),
    (b"WARC/", Format.WARC),
    (b"filedesc://", Format.WARC),
    (b"{\\rtf", Format.RTF),
    (b"\xd0\xcf\x11\xe0", Format.OLE),
)
_OFFICE = late(rb"PK\x03\x04.{26}(\[Content_Types\]|_rels/|docProps/|word/|customXml/)", re.DOTALL)
_BOOK = late(rb"PK\x03\x04.{26}mimetypeapplication/(epub|vnd\.oasis)", re.DOTALL)
_PAGE = late(
    rb"(?:\xef\xbb\xbf|\s|<\?xml[^>]*>|<!--.{0,1000}?-->)*"
    rb"<(?:!doctype html|html|head|body|article|section|main|div|p|h[1-3]|table)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_OBJECT = late(rb'(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*"[\w .$@-]{1,40}"\s*:')
SCRIPT = late(
    rb"(?:\xef\xbb\xbf)?\s*(?:(?:var|let|const)\s+)?[A-Za-z_$][\w$.]{0,60}(?:\[\W?\w{0,40}\W?\])?\s*[=(]\s*(?=[\[{])"
)
"""What a script has before its data: the name of a variable, or of a function that is called with it."""
_OF_OBJECTS = (
    (late(rb'(?:\xef\xbb\xbf)?\s*\{\s*"log"\s*:\s*\{\s*"(?:version|creator|pages|entries|browser)"'), Format.HAR),
    (
        late(
            rb'(?:\xef\xbb\xbf)?\s*\{\s*"(?:cells"\s*:\s*\[(?:\s*\{\s*"(?:cell_type|attachments|execution_count|id)")|nbformat)'
        ),
        Format.NOTEBOOK,
    ),
)
"""What JSON holds that is no record of an article."""
_WIRE = late(rb"[\x16\s]*\x01[^\0]{3,400}\x02")
"""A story that a wire sent: a header between two control signs."""
_COLUMN = late(r"[\w .#-]{1,40}")
_ELEMENT = late(
    rb"(?:\xef\xbb\xbf)?\s*((?:<\?xml[^>]{0,200}>)?)(?:\s|<\?[^>]{0,500}\?>|<!--.{0,2000}?-->|<!DOCTYPE[^>\[]{0,500}(?:\[.{0,5000}?\]\s*)?>)*"
    rb"<(?:[\w.-]{1,40}:)?([\w.-]{1,40})[\s/>]",
    re.DOTALL | re.IGNORECASE,
)
_FEEDS = frozenset(("rss", "feed", "RDF"))
_NEWS = frozenset(
    ("nitf", "newsitem", "newsItem", "newsMessage", "NewsML", "NewsItem", "TEI", "TEI.2", "teiCorpus", "alto", "PcGts")
)
_OPEN_DOCUMENT = b"urn:oasis:names:tc:opendocument:xmlns:office"
_FLAT_WORD = b"http://schemas.microsoft.com/office/2006/xmlPackage"
_MAILBOX = late(
    rb"#! rnews \d+\r?\n|From \S+.{0,60}\d\d:\d\d(?::\d\d)?(?: [A-Z+-][\w+-]{0,9})? \d{4}\b.{0,40}\r?\n[!-9;-~]{2,60}:"
)
"""The line above a mail ends with its clock and its year: `From Monday at 10:30 the bridge is closed` does not."""
_TAR_MARK = 257
_LEAST_COLUMNS = 2
_PDF_WITHIN = 1024
"""A PDF may begin with some bytes of a transport."""


def recognised(start: bytes, ending: str) -> Format:
    """The format of a file that begins so, and whose name ends so. Raises `Refused` where it is none that is read."""
    if signed := _by_signature(start, ending):
        return signed
    start = _narrowed(start)
    found = _ENDINGS.get("" if _DAY.fullmatch(ending) else ending)
    if found in {Format.JSON, Format.TEXT, None} and (known := _by_object(start)):
        return known
    if ending == ".js" and SCRIPT.match(start):
        return Format.JSON
    if found in {Format.TEXT, None} and (written := _by_writing(start, ending)):
        return written
    if found is not None:
        return found
    if not start:
        raise Refused("is empty; leave it out or fill it")
    if ending in _BINARY_ENDINGS:
        raise Refused(f"is named {ending}, but does not begin as such a file does; fetch it again, or leave it out")
    if told := told_by_ending(ending):
        raise Refused(f"is {told}")
    raise Refused(f"has {ending or 'no ending'}, which is not read; {READ} are")


def _narrowed(start: bytes) -> bytes:
    """The beginning of a text in UTF-16 or UTF-32 as UTF-8, whose forms are looked for; any other as it is."""
    marked = next((name for mark, name in BOMS if start.startswith(mark)), None)
    wide = marked or (wide_encoding(start) if b"\0" in start else None)
    return start.decode(wide, "ignore").encode() if wide else start


def _by_signature(start: bytes, ending: str) -> Format | None:
    """The formats that begin with bytes of their own."""
    if start.startswith(b"PK\x03\x04"):
        return _of_zip(start, ending)
    for mark, known in _SIGNATURES:
        if start.startswith(mark):
            return known
    if start[_TAR_MARK : _TAR_MARK + 5] == b"ustar":
        return Format.TAR
    if b"%PDF-" in start[:_PDF_WITHIN]:
        return Format.PDF
    if told := told_by_bytes(start):
        raise Refused(f"is {told}")
    return None


def _of_zip(start: bytes, ending: str) -> Format:
    if found := _BOOK.match(start):
        if found[1] == b"epub":
            return Format.EPUB
        if start[found.end() :].startswith(b".opendocument.text"):
            return Format.ODT
        if start[found.end() :].startswith(b".opendocument.spreadsheet"):
            return Format.WORKBOOK
        raise Refused("is an OpenDocument file that is no text; save it as .odt, .docx or .csv")
    if ending in _PACKED_ENDINGS:
        return _PACKED_ENDINGS[ending]
    if told := told_by_ending(ending):
        raise Refused(f"is {told}")
    if b"xl/worksheets/" in start:
        return Format.WORKBOOK
    return Format.DOCX if _OFFICE.match(start) else Format.ZIP


def _by_object(start: bytes) -> Format | None:
    return next((known for begin, known in _OF_OBJECTS if begin.match(start)), None)


def _by_writing(start: bytes, ending: str) -> Format | None:
    """What is no plain text although its name does not say so: a page, a mail, lines of JSON, a table."""
    if _PAGE.match(start) and ending != ".xml":
        return Format.HTML
    if (root := _root(start, ending)) is not None:
        return root
    tests = (
        (Format.JSON, _OBJECT.match),
        (Format.TEXT, _WIRE.match),
        (Format.SUBTITLES, is_subtitles),
        (Format.MAILBOX, _MAILBOX.match),
    )
    others = ((Format.MAIL, is_mail), (Format.TABLE, _is_table))
    return next((written for written, holds in (*tests, *others) if holds(start)), None)


def _root(start: bytes, ending: str) -> Format | None:
    """The format of XML, by its outermost element; None for what is no XML. Raises `Refused` for lists of pages."""
    found = _ELEMENT.match(start)
    if found is None:
        return None
    name = found[2].decode()
    if name in _FEEDS:
        return Format.FEED
    if name == "html":
        return Format.HTML
    if name == "document" and _OPEN_DOCUMENT in start:
        return Format.ODT
    if name == "package" and _FLAT_WORD in start:
        return Format.DOCX
    if name == "opml":
        raise Refused("is an OPML file, which only lists feeds; index the feeds that it names")
    if name == "mets":
        raise Refused("is a METS file, which only lists pages; index the ALTO files that it names")
    return Format.XML if name in _NEWS or found[1] or ending == ".xml" else None


def outermost_element(start: bytes) -> str | None:
    """The local name of the outermost element of XML that begins so; None for what is no XML."""
    found = _ELEMENT.match(start)
    return found[2].decode() if found else None


def _is_table(start: bytes) -> bool:
    """Whether the first line names the columns of a table, and the next has as many delimiters at least."""
    first, _, rest = start.removeprefix(b"\xef\xbb\xbf").partition(b"\n")
    for delimiter in (b",", b";", b"\t", b"|"):
        names = [
            cell.strip(' "').lower() for cell in first.decode("utf-8", "replace").strip().split(delimiter.decode())
        ]
        fields = [known_names().get(squashed(name)) for name in names]
        known = len(fields) - fields.count(None)
        if len(names) < _LEAST_COLUMNS or not {"text", "html", "title"} & {*fields} or delimiter not in rest:
            continue
        if known == len(names) or (known > _LEAST_COLUMNS and all(map(_COLUMN.fullmatch, names))):
            return True
    return False
