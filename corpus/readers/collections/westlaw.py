"""Split text exports of Westlaw."""

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.readers.collections.press_lines import DAY
from corpus.readers.collections.splitter import Fields, Lines, Splitter, filled, joined, pieces_behind

_END = re.compile(r"\s*END OF DOCUMENT\s*", re.IGNORECASE)
_NUMBER = re.compile(r"\s*((?:19|20)\d\d) WLNR \d+\s*")
_HEAD = re.compile(r"\s*(\d{1,2})/(\d{1,2})/(\d\d(?:\d\d)?)\s+(.{2,100}?)(?:\s+[A-Z]?\d{1,4}[A-Z]?)?\s*")
_TAIL = re.compile(r"\s*-{2,}\s*Index References\s*-{2,}\s*")
_NOTICE = re.compile(r"\s*(?:©|\(c\)|Copyright)\s.*|All rights reserved\.?", re.IGNORECASE)
_SECTION = re.compile(r"Section\s*:.*", re.IGNORECASE)
_LONGEST_AUTHOR = 6


def _shows(lines: Sequence[str]) -> bool:
    return any(map(_END.fullmatch, lines)) and any(map(_NUMBER.fullmatch, lines))


def _pieces(lines: Iterable[str]) -> Iterator[Lines]:
    return pieces_behind(lines, _END.fullmatch)


def _fields(lines: Sequence[str]) -> Fields | None:
    """A line with day, source and page; a number, whose year is that of the day; title, perhaps author; the text."""
    at = next((number for number, line in enumerate(lines) if _NUMBER.fullmatch(line)), None)
    if at is None:
        return None
    year = _NUMBER.fullmatch(lines[at])[1]  # type: ignore[index]
    head = next((found for line in lines[:at] if (found := _HEAD.fullmatch(line))), None)
    end = next((number for number, line in enumerate(lines) if _TAIL.fullmatch(line)), len(lines) - 1)
    below = _below(filled(lines[at + 1 : end]))
    title, *rest = below or [""]
    author = rest.pop(0) if len(rest) > 1 and _is_author(rest[0]) else None
    published = f"{year}-{int(head[1]):02d}-{int(head[2]):02d}" if head and year.endswith(head[3]) else year
    text = joined(f"{line}\n" for line in rest)
    return {"title": title, "author": author, "source": head[4] if head else None, "published": published, "text": text}


def _below(lines: Sequence[str]) -> list[str]:
    """Title, author and text, without the newspaper above the notice of its rights, the day and the section."""
    if len(lines) > 1 and _NOTICE.fullmatch(lines[1]):
        lines = lines[1:]
    kept = [line for line in lines if not _NOTICE.fullmatch(line)]
    while kept and (DAY.fullmatch(kept[0]) or _SECTION.fullmatch(kept[0])):
        del kept[0]
    return kept


def _is_author(line: str) -> bool:
    return len(line.split()) <= _LONGEST_AUTHOR and line[-1] not in '.!?”"'


WESTLAW = Splitter("Westlaw", _shows, _pieces, _fields)
