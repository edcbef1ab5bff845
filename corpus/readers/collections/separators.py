"""Split a text whose articles are parted by lines of signs, where each piece has a headline and a day of its own."""

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.readers.collections.splitter import Fields, Lines, Splitter, filled, joined, pieces_before
from corpus.readers.formats.front_matter import front_matter

_PART = re.compile(r"\s*(?:([=*#~_-])(?:\s?\1){2,}|\f)\s*")
"""Parts articles only where each piece is one; within a text it parts chapters, or pages."""
RULE = re.compile(r"\s*([=*#~_+-])(?:\s?\1){9,}\s*")
_DAY = re.compile(r"(?=.*\b(?:1[6-9]|20)\d\d\b)(?=.*\b\d{1,2}\b).{6,60}")
_TOP = 6
_LONGEST_TITLE = 200
_LEAST_TEXT = 80


def _shows(lines: Sequence[str]) -> bool:
    """Whether lines of signs part pieces that are articles each; the last of a sample may be cut."""
    pieces = [piece for piece in _pieces(lines) if filled(piece)]
    return len(pieces) > 1 and all(_is_article(piece) for piece in pieces[: max(2, len(pieces) - 1)])


def _pieces(lines: Iterable[str]) -> Iterator[Lines]:
    return pieces_before(lines, _PART.fullmatch)


def _is_article(piece: Sequence[str]) -> bool:
    lines = filled(line for line in piece if not _PART.fullmatch(line))
    if front_matter("\n".join(piece[1:]).lstrip())[0]:
        return True
    dated = any(_DAY.fullmatch(line) for line in lines[:_TOP])
    titled = bool(lines) and len(lines[0]) < _LONGEST_TITLE and not lines[0].endswith((".", ","))
    return dated and titled and sum(map(len, lines)) > _LEAST_TEXT


def _fields(lines: Sequence[str]) -> Fields | None:
    text = joined(line for line in lines if not _PART.fullmatch(line))
    fields, text = front_matter(text)
    return {**fields, "text": text.strip()} if text.strip() else None


SEPARATORS = Splitter("lines of signs", _shows, _pieces, _fields)
