"""The text of a Word document (Office Open XML, ISO 29500).

Read from its XML itself: libraries for editing such files leave out text in tracked changes, controls and boxes.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from corpus.errors import Refused
from corpus.readers.documents.packed_xml import BROKEN, LARGEST, member, parsed, unpacked
from corpus.readers.fields.markup import plain
from corpus.readers.streams.decoding import decode

_ENDING = ".docx"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARAGRAPH = f"{_W}p"
_UNSEEN = frozenset((f"{_W}del", f"{_W}moveFrom", _FALLBACK))
"""What was deleted or moved away, and a second form of what stands in another."""
_MARKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_MARKS_OF_MANY = re.compile(
    rb"End of Document|>Load-Date|>LOAD-DATE|\d+ of \d+ DOCUMENTS|>Document [A-Z0-9]{4,12}0*(?:19|20)\d{6}"
    rb"|>Body</w:t>|Ende des Dokuments|Fin du document|END OF DOCUMENT|>Record Number:|Gale Document Number"
    rb"|Dokumentnummer|Certificat \xc3\xa9mis|Certificate issued on|[a-z]{3,6}\xc2\xb7\d{8}\xc2\xb7|>Full text:"
    rb"|>Citation \(|\d WLNR \d|>(?:={5}|-{5}|\*{5}|_{5})"
)
_MARKS_OF_SOME = re.compile(
    rb">\s*(?:\xc2\xa9|\(c\)|Copyright\b|(?:Title|Headline|Titel|Titre|T\xc3\xadtulo|Titolo|Dat[eu]m?|Fecha|Author|Autor)\s?:)",
    re.IGNORECASE,
)
"""What stands in a document more than once that holds many articles, or one below labels."""
_CHUNK = re.compile(r"^word/.*\.(?:x?html?|mht|txt)$|afchunk", re.IGNORECASE)
_TITLES = frozenset(("Title", "Heading1"))
_DC = "{http://purl.org/dc/elements/1.1/}"
_PACKAGE = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_MEMBERS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml", "docProps/core.xml")


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The paragraphs of a document, a line each, and what it says of itself."""

    text: str
    title: str | None = None
    author: str | None = None


def manuscript(data: bytes) -> Manuscript:
    """The text of a Word document. Raises `Refused` where it is damaged, or another kind of document.

    It is packed (.docx), or one file of XML (Flat OPC).
    """
    document, *notes, core, chunks = _packed(data) if data.startswith(b"PK") else _flat(data)
    if document is None:
        raise Refused("is an office document without text, such as a spreadsheet; save it as .docx or .csv")
    paragraphs = [
        (each, _text(each)) for root in (document, *notes) if root is not None for each in root.iter(_PARAGRAPH)
    ]
    title = next((text.strip() for each, text in paragraphs if _style(each) in _TITLES and text.strip()), None)
    author = None if core is None else core.findtext(f"{_DC}creator")
    texts = [*(text for _, text in paragraphs), *chunks]
    return Manuscript("\n\n".join(text for text in texts if text.strip()), title, author or None)


def _packed(data: bytes) -> list[Any]:
    """The members of a document that hold text, None where it has none; then its chunks."""
    with unpacked(data, _ENDING) as archive:
        return [*(member(archive, name, _ENDING) for name in _MEMBERS), _chunks(archive)]


def _flat(data: bytes) -> list[Any]:
    """The same of a document that is one file of XML."""
    parts = {
        each.get(f"{_PACKAGE}name", "").lstrip("/"): each for each in parsed(data, _ENDING).iter(f"{_PACKAGE}part")
    }
    roots = (parts[name].find(f"{_PACKAGE}xmlData") if name in parts else None for name in _MEMBERS)
    return [*(None if root is None or not len(root) else root[0] for root in roots), []]


def has_marks(data: bytes) -> bool:
    """Whether a document may hold many articles: press databases end or count them in words of their own."""
    if not data.startswith(b"PK"):
        return _are_marks(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entry = archive.getinfo("word/document.xml")
            if entry.file_size > LARGEST:
                return False
            return _are_marks(archive.read(entry))
    except (*BROKEN, KeyError):
        return False


def _are_marks(content: bytes) -> bool:
    if _MARKS_OF_MANY.search(content) is not None:
        return True
    return len([*islice(_MARKS_OF_SOME.finditer(content), 2)]) > 1


def _chunks(archive: zipfile.ZipFile) -> list[str]:
    """The pages and texts that a document holds in their own format (altChunk)."""
    names = [each for each in archive.namelist() if _CHUNK.search(each)]
    small = [each for each in names if archive.getinfo(each).file_size <= LARGEST]
    return [plain(decode(archive.read(name), html=True)) for name in small]


def _style(paragraph: Any) -> str | None:
    found = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return None if found is None else found.get(f"{_W}val")


def _text(paragraph: Any) -> str:
    return "".join(_pieces(paragraph)).strip()


def _pieces(element: Any) -> Iterator[str]:
    """The text of a paragraph without that of the paragraphs within it (of text boxes), which come for themselves."""
    walk = etree.iterwalk(element, events=("start",))
    for _, child in walk:
        if child.tag in _UNSEEN or (child.tag == _PARAGRAPH and child is not element):
            walk.skip_subtree()
        elif child.tag == f"{_W}t":
            yield child.text or ""
        else:
            yield _MARKS.get(child.tag, "")
