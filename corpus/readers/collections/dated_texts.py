"""Split a text whose articles follow each other without a mark, each below a headline and a day of its own."""

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.readers.collections.splitter import Fields, Lines, Splitter, filled, joined, pieces_where

_WORD = r"[^\W\d_]{2,14}\.?"
_YEAR = r"(?:1[6-9]|20)\d\d"
_DAY = re.compile(
    rf"(?:[^\W\d_][^\W_]{{1,15}}\s?[:：]\s*)?(?:{_WORD},?\s+)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+|of\s+)?{_WORD},?\s+(?:de\s+)?{_YEAR}"
    rf"|{_WORD}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+{_YEAR}"
    rf"|{_YEAR}[-./]\d{{1,2}}[-./]\d{{1,2}}|\d{{1,2}}[-./]\d{{1,2}}[-./]{_YEAR}"
    rf"|{_YEAR}\s?[年년]\s?\d{{1,2}}\s?[月월]\s?\d{{1,2}}\s?[日일])"
    r"(?:,?\s*(?:at\s|um\s|à\s|-\s|\|\s)?\d{1,2}[:.h]\d\d.{0,20})?",
    re.IGNORECASE,
)
"""A line that is a day, with its weekday, its hour and a word before it (`Published: 22 March 2019`)."""
_LONGEST_TITLE = 150
_HEAD_LINES = 4
_LEAST_PARTS = 3
_LEAST_TEXT = 150
_SMALLEST = 0.1
"""Of the longest article: teasers below an article have a headline and a day, too."""
_ENDINGS = (".", ",", ";", ":", "。", "…")


def _shows(lines: Sequence[str]) -> bool:
    """Whether all of the text is articles, each below a headline and a day, and no day stands elsewhere."""
    pieces = [piece for piece in _pieces(lines) if filled(piece)]
    days = sum(map(_is_day, lines))
    sizes = [sum(map(len, piece)) for piece in pieces]
    whole = min(sizes, default=0) >= max(_LEAST_TEXT, _SMALLEST * max(sizes, default=0))
    return len(pieces) == days > 1 and whole and all(map(_has_head, pieces))


def seem_several(lines: Sequence[str]) -> str | None:
    """The day above the second article in a text that seems to hold several; None where it does not."""
    long = [piece for piece in _pieces(lines) if _has_head(piece) and sum(map(len, piece)) >= _LEAST_TEXT]
    return next(filter(_is_day, long[1])).strip() if len(long) > 1 else None


def _pieces(lines: Iterable[str]) -> Iterator[Lines]:
    return pieces_where(lines, lambda ahead, above: not above and _is_head(ahead), _HEAD_LINES)


def _has_head(piece: Sequence[str]) -> bool:
    first = next((number for number, line in enumerate(piece) if line.strip()), 0)
    return _is_head(piece[first : first + _HEAD_LINES])


def _is_head(lines: Sequence[str]) -> bool:
    """Whether some lines begin with a headline and a day: below it, with a short line or a blank one between; or above.

    A day above a headline stands in one block with it: else it may be an entry of a chronicle.
    """
    if not lines:
        return False
    if _is_day(lines[0]):
        return len(lines) > 2 and _is_title(lines[1]) and not lines[2].strip()  # noqa: PLR2004 - the line below
    below = next((number for number, line in enumerate(lines[1:], 1) if _is_day(line)), 0)
    return _is_title(lines[0]) and below > 0 and all(not line.strip() or _is_title(line) for line in lines[1:below])


def _is_title(line: str) -> bool:
    line = line.strip()
    return 0 < len(line) < _LONGEST_TITLE and not line.endswith(_ENDINGS) and not _is_day(line)


def _is_day(line: str) -> bool:
    line = line.strip()
    return _DAY.fullmatch(line) is not None or _source_of_bars(line) is not None


def _source_of_bars(line: str) -> str | None:
    """The newspaper of a line such as `Post | 22.03.2019 | Page 4`; None where a line is none of that kind."""
    parts = [part.strip() for part in line.split("|")] if len(line) <= _LONGEST_TITLE else []
    dated = len(parts) >= _LEAST_PARTS and any(map(_DAY.fullmatch, parts[1:]))
    return parts[0] if dated and parts[0] and not _DAY.fullmatch(parts[0]) else None


def _fields(lines: Sequence[str]) -> Fields | None:
    """The text with its head, as if it were in a file of its own."""
    text = joined(lines)
    source = next(filter(None, map(_source_of_bars, filled(lines)[:_HEAD_LINES])), None)
    return {"text": text, "source": source} if text else None


DATED_TEXTS = Splitter("dated texts", _shows, _pieces, _fields)
