"""The text of a rich text document (RTF), and what it says of itself."""

import re

from striprtf.striprtf import rtf_to_text

from corpus.errors import Refused
from corpus.readers.documents.docx import Manuscript

_NOTE = re.compile(r"\{(?:\\\*)?\\footnote\b")
_FACT = re.compile(r"\{(?:\\\*)?\\(title|author) ?((?:[^{}\\]|\\'[0-9a-fA-F]{2}|\\u-?\d{1,6} ?\??|\\uc\d ?)*)\}")
_CODE_PAGE = re.compile(r"\\ansicpg\d{3,5}")
_HEAD = 100_000
"""Characters among which a document says of itself what it says."""


def rich_text(data: bytes) -> Manuscript:
    """The paragraphs of an RTF document, notes behind them. Raises `Refused` where it holds none."""
    source = data.decode("latin-1")
    try:
        text = _plain(_notes_last(source))
        head = "".join(_CODE_PAGE.findall(source[:_HEAD])[:1])
        facts = {found[1]: _plain(rf"{{\rtf1\ansi{head} {found[2]}}}") for found in _FACT.finditer(source, 0, _HEAD)}
    except (ValueError, IndexError, LookupError, RecursionError) as fault:
        raise Refused(f"is a damaged rich text document ({fault}); save it again, or as .docx") from fault
    if not text.strip():
        raise Refused("is a rich text document without text; leave it out")
    title, author = (facts.get(name, "").strip() or None for name in ("title", "author"))
    return Manuscript(text.replace("\n", "\n\n"), title, author)


def _plain(source: str) -> str:
    return str(rtf_to_text(source, errors="replace"))  # type: ignore[no-untyped-call]


def _notes_last(source: str) -> str:
    """A document whose footnotes are paragraphs at its end: where they stand, they are passed over."""
    notes: list[str] = []
    pieces: list[str] = []
    place = 0
    while found := _NOTE.search(source, place):
        end = _closing(source, found.start())
        pieces.append(source[place : found.start()])
        notes.append(source[found.end() : end])
        place = end + 1
    if not notes:
        return source
    rest = "".join((*pieces, source[place:])).rstrip("} \r\n\0")
    return rest + "".join(f"\\par {{{note}}}" for note in notes) + "}"


def _closing(source: str, begin: int) -> int:
    """Where the group ends that begins at a brace."""
    depth = 0
    for found in re.compile(r"\\[{}\\]|[{}]").finditer(source, begin):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if not depth:
            return found.start()
    return len(source)
