"""Files of every kind that is read, made for tests, and what reading makes of them."""

import gzip
import io
import struct
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from corpus.article import Article
from corpus.errors import Refused
from corpus.extraction.extract import to_article
from corpus.readers.discovery import SourceFile, discover
from corpus.readers.records import Item, records
from corpus.record import Record
from corpus.refusal import Refusal
from corpus.remark import Remark

STORY = "The new harbour opened on Monday after nine years of work on the quays and locks."
REST = "Ships from eleven countries waited in the bay, and the first of them entered shortly after noon."
_HEAD = "<html><head><title>Harbour opens</title></head>"
PAGE = f"{_HEAD}<body><h1>Harbour opens</h1><p>{STORY}</p><p>{REST}</p></body></html>"


def read(path: Path) -> list[Record | Refusal]:
    """Everything that the files under a path hold, and what is refused of it."""
    return [item for item in _items(path) if not isinstance(item, Remark)]


def remarks(path: Path) -> list[Remark]:
    """What is remarked on the files under a path."""
    return [item for item in _items(path) if isinstance(item, Remark)]


def _items(path: Path) -> list[Item]:
    found: list[Item] = []
    for item in discover(path):
        found += records(item) if isinstance(item, SourceFile) else [item]
    return found


def articles(path: Path) -> dict[str, Article]:
    """The articles under a path by their ids; nothing may be refused."""
    found = {}
    for item in read(path):
        assert isinstance(item, Record), item
        found[item.id] = to_article(item)
    return found


def outcome(path: Path) -> dict[str, str]:
    """What becomes of each article under a path, by where it stands: `taken`, or the beginning of the reason."""
    found = {}
    for item in read(path):
        if isinstance(item, Refusal):
            where, reason = item.where, item.reason
        else:
            where, reason = item.refusal("").where, _reason(item)
        found[where.removeprefix(f"{path}/")] = reason.partition(";")[0]
    return found


def _reason(record: Record) -> str:
    try:
        to_article(record)
    except Refused as fault:
        return str(fault)
    return "taken"


def pdf(*pages: Iterable[str], password: str = "", title: str = "") -> bytes:
    """A PDF with these lines on its pages."""
    shown = ("".join(f"({line}) Tj T* " for line in lines) for lines in pages)
    return drawn_pdf(*(f"BT /F1 12 Tf 14 TL 50 700 Td {each}ET" for each in shown), password=password, title=title)


def drawn_pdf(*pages: str, password: str = "", title: str = "") -> bytes:
    """A PDF whose pages are drawn by these operators."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    for drawn in pages:
        page = writer.add_blank_page(600, 800)
        resources = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})})
        page[NameObject("/Resources")] = resources
        stream = DecodedStreamObject()
        stream.set_data(drawn.encode("latin-1"))
        page[NameObject("/Contents")] = writer._add_object(stream)  # noqa: SLF001 - the way its manual shows
    if title:
        writer.add_metadata({"/Title": title, "/Author": "Maria Lund"})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(*paragraphs: str, raw: str = "") -> bytes:
    """A Word document: the first paragraph is its title; `raw` is WordprocessingML behind the others."""
    body = "".join(f"<w:p><w:r><w:t>{escape(each)}</w:t></w:r></w:p>" for each in paragraphs[1:])
    head = f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>{escape(paragraphs[0])}</w:t></w:r></w:p>'
    core = (
        '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Maria Lund</dc:creator></c:coreProperties>'
    )
    return zipped(
        {
            "[Content_Types].xml": b"<Types/>",
            "word/document.xml": f"<w:document {_NAMESPACE}><w:body>{head}{body}{raw}</w:body></w:document>".encode(),
            "docProps/core.xml": core.encode(),
        }
    )


def zipped(entries: Mapping[str, bytes]) -> bytes:
    """A zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return out.getvalue()


def warc(*responses: tuple[str, str, str, bytes], packed: bool = True) -> bytes:
    """A web archive of responses, each an address, a status, a content type and a body, captured on 9 April 2019."""
    records = [_response(number, *each) for number, each in enumerate(responses)]
    return b"".join(map(gzip.compress, records) if packed else records)


def _response(number: int, address: str, status: str, kind: str, body: bytes) -> bytes:
    block = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:08d}>\r\nWARC-Target-URI: {address}\r\n"
        "WARC-Date: 2019-04-09T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file (MS-CFB) of streams by their paths, as Outlook saves a mail."""
    none, end = 0xFFFFFFFF, 0xFFFFFFFE
    storages = sorted({path.rpartition("/")[0] for path in streams if "/" in path})
    names = ["", *storages, *streams]
    mini = b"".join(data + b"\0" * (-len(data) % 64) for data in streams.values())
    mini += b"\0" * (-len(mini) % 512)
    children = {place: [n for n, name in enumerate(names) if n and name.rpartition("/")[0] == place] for place in names}
    entries, chain, start = b"", list[int](), 0
    for number, name in enumerate(names):
        siblings = children[name.rpartition("/")[0]]
        after = siblings[siblings.index(number) + 1 :] if number else []
        kids = children[name] if not number or name in storages else []
        data = streams.get(name)
        first, size, kind = (0, len(mini), 5) if not number else (start, len(data or b""), 2 if data is not None else 1)
        if data is not None:
            count = max(1, -(-len(data) // 64))
            chain += [*range(start + 1, start + count), end]
            start += count
        title = (name.rpartition("/")[2] or "Root Entry").encode("utf-16-le") + b"\0\0"
        entries += title.ljust(64, b"\0") + struct.pack("<HBB", len(title), kind, 1)
        entries += struct.pack("<III", none, after[0] if after else none, kids[0] if kids else none)
        entries += b"\0" * 36 + struct.pack("<IQ", first, size)
    entries += b"\0" * (-len(entries) % 512)
    minifat = struct.pack(f"<{len(chain)}I", *chain)
    minifat += b"\xff" * (-len(minifat) % 512)
    parts = [entries, minifat, mini]
    counts = [len(part) // 512 for part in parts]
    places = [1, 1 + counts[0], 1 + counts[0] + counts[1]]
    fat = [0xFFFFFFFD]
    for place, count in zip(places, counts, strict=True):
        fat += [*range(place + 1, place + count), end]
    entries = entries[:116] + struct.pack("<I", places[2]) + entries[120:]
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(512, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 10
    head += struct.pack("<IIIIIIIII", 1, places[0], 0, 4096, places[1], counts[1], end, 0, 0) + b"\xff" * 432
    return head + table + entries + minifat + mini
