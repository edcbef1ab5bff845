"""Split exports of Movable Type and TypePad: entries of labels and texts, each text behind a line of five hyphens."""

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.readers.collections.splitter import Fields, Lines, Splitter, joined, pieces_behind

_END, _RULE = re.compile(r"-{8}\s*"), re.compile(r"-{5}\s*")
_LABEL = re.compile(r"([A-Z][A-Z ]{2,30}):\s*(.*)")
_FIELDS = {"AUTHOR": "author", "TITLE": "title", "DATE": "published", "UNIQUE URL": "url", "PERMALINK": "url"}
_TEXTS = ("BODY", "EXTENDED BODY")


def _shows(lines: Sequence[str]) -> bool:
    bodies = any(line.rstrip() == "BODY:" for line in lines)
    return bodies and any(map(_RULE.fullmatch, lines)) and any(line.startswith(("TITLE:", "AUTHOR:")) for line in lines)


def _pieces(lines: Iterable[str]) -> Iterator[Lines]:
    return pieces_behind(lines, _END.fullmatch)


def _fields(lines: Sequence[str]) -> Fields | None:
    """The labels above the first rule, and the texts; comments and pings are none of the article's."""
    fields: Fields = {}
    texts: list[str] = []
    for number, block in enumerate(_blocks(lines)):
        if number == 0:
            pairs = (found.groups() for line in block if (found := _LABEL.fullmatch(line.strip())))
            fields = {_FIELDS[name]: value for name, value in pairs if name in _FIELDS and value}
        elif block and block[0].strip().rstrip(":") in _TEXTS:
            texts.append(joined(block[1:]))
    text = "\n\n".join(filter(None, texts))
    return {**fields, "text": text} if fields or text else None


def _blocks(lines: Sequence[str]) -> Iterator[Lines]:
    block: Lines = []
    for line in lines:
        if _RULE.fullmatch(line) or _END.fullmatch(line):
            yield block
            block = []
        elif block or line.strip():
            block.append(line)
    if block:
        yield block


MOVABLE_TYPE = Splitter("Movable Type", _shows, _pieces, _fields)
