"""Split exports of Gale whose articles stand below their source and above their citation."""

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.readers.collections.press_lines import RIGHTS, day_line, person, source_and_day
from corpus.readers.collections.splitter import Fields, Lines, Splitter, filled, joined, pieces_behind

_NUMBER = re.compile(r"\s*Gale Document Number\s*:.*", re.IGNORECASE)
_CITATION = re.compile(r"\s*(?:Source Citation|Works Cited)\b.*", re.IGNORECASE)
_TEXT = re.compile(r"\s*(?:Full Text|Article)\s*:\s*(.*)", re.IGNORECASE)
_RIGHTS = re.compile(r"\s*Copyright\s*:.*", re.IGNORECASE)
_PLACE = re.compile(r"\s*[(\[][^()\[\]]{2,60}[)\]]\s*,?\s*$|,\s*$")
_HEAD_LINES, _BELOW = 8, 5


def _shows(lines: Sequence[str]) -> bool:
    """Whether a citation stands above a document number, and a text above both."""
    cited = [number for number, line in enumerate(lines) if _CITATION.fullmatch(line)]
    numbered = any(map(_NUMBER.fullmatch, lines[cited[0] : cited[0] + _BELOW])) if cited else False
    return numbered and any(map(_TEXT.fullmatch, lines[: cited[0]]))


def _pieces(lines: Iterable[str]) -> Iterator[Lines]:
    return pieces_behind(lines, _NUMBER.fullmatch)


def _fields(lines: Sequence[str]) -> Fields | None:
    """Title, author, source with the day; the text between its label and the rights."""
    at = next((number for number, line in enumerate(lines) if _TEXT.fullmatch(line)), None)
    if at is None:
        return None
    head = [line for line in filled(lines[:at]) if not RIGHTS.fullmatch(line)]
    dated = day_line(head, _HEAD_LINES)
    source, day = (source_and_day(head[dated]) if dated is not None else None) or (None, None)
    above = head[:dated]
    author = person(above[-1]) if len(above) > 1 else None
    ends = (number for number, line in enumerate(lines) if number > at and (_is_end(line)))
    first = _TEXT.fullmatch(lines[at])
    return {
        "title": " ".join(above[:-1] if author else above) or None,
        "author": author,
        "source": _PLACE.sub("", source) if source else None,
        "published": day,
        "text": joined([first[1] if first else "", *lines[at + 1 : next(ends, len(lines))]]),
    }


def _is_end(line: str) -> bool:
    return any(form.fullmatch(line) for form in (_CITATION, _RIGHTS, _NUMBER))


GALE = Splitter("Gale", _shows, _pieces, _fields)
