"""What the exports of several press databases have in common: a line with source and day, labels, a foot of labels."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from corpus.errors import Refused
from corpus.readers.collections.splitter import Lines

_YEAR = r"(?:1[6-9]|20)\d\d"
DAY = re.compile(
    rf"\b(?:\d{{1,2}}\.?\s+[^\W\d_]{{3,12}}\.?,?\s+{_YEAR}|[^\W\d_]{{3,12}}\.?\s+\d{{1,2}},?\s+{_YEAR}"
    rf"|\d{{1,2}}[./]\d{{1,2}}[./]{_YEAR}|{_YEAR}-\d\d-\d\d)\b"
)
_WEEKDAY = re.compile(
    r"[\s,(–—-]{0,4}(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?|vom|am|of)?[\s,(–—-]{0,4}$", re.IGNORECASE
)
_PERSON = re.compile(r"(?:(?i:by|von)\s+)?((?:[^\W\d_a-z][\w.’'-]*\s+){1,3}[^\W\d_a-z][\w’'-]+)")
RIGHTS = re.compile(
    r"(?:(?:\(c\)|©|Copyright\b|Alle Rechte vorbehalten).{0,120}|.{0,80}All (?:rts\.? reserv|rights reserved)\.?)",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"https?://\S+|www\.\S+")
_LARGEST = 10**6


def pieces_behind_foot(lines: Iterable[str], is_foot: Callable[[str], object]) -> Iterator[Lines]:
    """Pieces that each end with lines of a kind, blank ones among them: the next line of another kind begins one."""
    piece: Lines = []
    in_foot = False
    for line in lines:
        if line.strip():
            foot = is_foot(line.strip()) is not None
            if in_foot and not foot:
                yield piece
                piece = []
            in_foot = foot
        piece.append(line)
        if len(piece) > _LARGEST:
            raise Refused("has an article without an end; mend the file")
    yield piece


def source_and_day(line: str) -> tuple[str, str] | None:
    """What stands before the day that a line names, and the day; None where it names none."""
    found = DAY.search(line)
    return (_WEEKDAY.sub("", line[: found.start()]).strip(), found[0]) if found else None


def day_line(lines: Sequence[str], most: int) -> int | None:
    """The number of the first line that names a day."""
    return next((number for number, line in enumerate(lines[:most]) if DAY.search(line)), None)


def person(line: str) -> str | None:
    """The name that a line is, without the preposition before it."""
    found = _PERSON.fullmatch(line.strip())
    name = found[1] if found else ""
    return name if name and all(not word[0].islower() for word in name.split()) else None
