"""The text of an OpenDocument text (ODT, ISO 26300), from its XML itself."""

from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from corpus.errors import Refused
from corpus.readers.documents.docx import Manuscript
from corpus.readers.documents.packed_xml import member, parsed, unpacked

_ENDING = ".odt"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_ASIDE = (f"{_TEXT}tracked-changes", f"{_OFFICE}annotation")
"""What was deleted, and what readers remarked."""
_UNSEEN = frozenset((*_ASIDE, f"{_TEXT}sequence-decls", f"{_TEXT}note-citation", f"{_OFFICE}binary-data"))
_MARKS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n", f"{_TEXT}s": " "}
_DC = "{http://purl.org/dc/elements/1.1/}"


def open_document(data: bytes) -> Manuscript:
    """The paragraphs of a document and what it says of itself. Raises `Refused` where it is damaged or no text.

    It is packed (.odt), or one file of XML (.fodt).
    """
    content, meta = _packed(data) if data.startswith(b"PK") else (parsed(data, _ENDING),) * 2
    body = None if content is None else next(content.iter("{*}text"), None)
    paragraphs = [] if body is None else [each for each in body.iter(f"{_TEXT}p", f"{_TEXT}h") if not _is_aside(each)]
    if not paragraphs:
        raise Refused("is an OpenDocument file without text; save it as .docx or .csv")
    paragraphs.sort(key=_is_note)
    texts = ["".join(_pieces(each)).strip() for each in paragraphs]
    heading = next(
        (text for each, text in zip(paragraphs, texts, strict=True) if each.tag == f"{_TEXT}h" and text), None
    )
    title, author = (None if meta is None else meta.findtext(f".//{_DC}{name}") for name in ("title", "creator"))
    return Manuscript("\n\n".join(filter(None, texts)), title or heading, author)


def _packed(data: bytes) -> tuple[Any, Any]:
    with unpacked(data, _ENDING) as archive:
        return member(archive, "content.xml", _ENDING), member(archive, "meta.xml", _ENDING)


def _is_aside(paragraph: Any) -> bool:
    return next(paragraph.iterancestors(*_ASIDE), None) is not None


def _is_note(paragraph: Any) -> bool:
    """Whether a paragraph is of a footnote, which comes behind the text."""
    return next(paragraph.iterancestors(f"{_TEXT}note"), None) is not None


def _pieces(paragraph: Any) -> list[str]:
    pieces: list[str] = []
    walk = etree.iterwalk(paragraph, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            if element.tag in _UNSEEN or (element is not paragraph and element.tag in {f"{_TEXT}p", f"{_TEXT}h"}):
                walk.skip_subtree()
                continue
            pieces += (_MARKS.get(element.tag, ""), element.text or "")
        elif element is not paragraph:
            pieces.append(element.tail or "")
    return pieces
