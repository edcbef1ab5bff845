"""Split corpora whose words stand a line each with what was annotated of them: CoNLL-U, and CoNLL-2003."""

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.readers.collections.splitter import Fields, Lines, Splitter, pieces_before

_DOCUMENT = re.compile(r"# newdoc\b.*|-DOCSTART-.*")
_NOTE = re.compile(r"# ?([\w:]{1,40})(?: id)? ?= ?(.*)")
_WORD = re.compile(r"(\d{1,4}(?:-\d{1,4})?)\t([^\t]+)(?:\t[^\t]*){6,8}")
_TAGGED = re.compile(r"(\S+)(?:[ \t]\S+){1,4}[ \t](?:O|[BI]-[A-Z]{2,5})")
_NO_SPACE = "SpaceAfter=No"
_FIELDS = frozenset(("title", "date", "author", "source", "url"))
_LEAST = 5


def _shows(lines: Sequence[str]) -> bool:
    """Whether most lines are words with their annotations."""
    filled = [line for line in lines if line.strip() and not line.startswith(("#", "-DOCSTART-"))]
    words = sum(_WORD.fullmatch(line) is not None or _TAGGED.fullmatch(line) is not None for line in filled[:200])
    return words >= _LEAST and words * 10 >= len(filled[:200]) * 9


def _pieces(lines: Iterable[str]) -> Iterator[Lines]:
    return pieces_before(lines, _DOCUMENT.fullmatch)


def _fields(lines: Sequence[str]) -> Fields | None:
    """The sentences as they are noted, or put together of their words; and what is noted of the document."""
    fields: Fields = {}
    paragraphs: list[list[str]] = [[]]
    words: list[str] = []
    noted = False
    for line in [*lines, ""]:
        if found := _NOTE.match(line):
            name = found[1].rpartition(":")[2]
            if name == "text":
                paragraphs[-1].append(found[2].strip())
                noted = True
            elif name == "newdoc":
                fields["id"] = found[2].strip()
            elif name in _FIELDS:
                fields.setdefault(name, found[2].strip())
        elif line.startswith("# newpar"):
            paragraphs.append([])
        elif not line.strip():
            if words and not noted:
                paragraphs[-1].append("".join(words).strip())
            words, noted = [], False
        elif not line.startswith("#") and not _DOCUMENT.fullmatch(line):
            words.append(_written(line))
    text = "\n\n".join(" ".join(sentences) for sentences in paragraphs if sentences)
    return {**fields, "text": text} if text else None


def _written(line: str) -> str:
    """The word of a line, with the space behind it; empty for the parts of one that was given before."""
    if found := _WORD.fullmatch(line):
        return found[2] + ("" if _NO_SPACE in line else " ")
    return line.split(maxsplit=1)[0] + " "


ANNOTATED_TOKENS = Splitter("annotated words", _shows, _pieces, _fields)
