r"""Split what a news wire sent: stories between control signs, as IPTC 7901 and ANPA 1312 prescribe.

A story is `SOH header STX text ETX time EOT`. Files in which the control signs were taken out, as many archives of
wires have them, are told by the lines of ANPA: `^BC-Talks,0120<`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime

from corpus.readers.collections.splitter import Fields, Lines, Splitter, pieces_where

_SOH, _STX, _ETX = "\x01", "\x02", "\x03"
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")
_SLUG = re.compile(r"\W{0,3}(?:[A-Z]{2}|[ap]m|bc)-{1,2}\S.{0,80}?,\s{0,2}\d{3,4}\W{0,3}")
"""The cycle of a story, its slug, and how many words it has."""
_NUMBER = re.compile(r"\W{0,3}[a-zA-Z]\d{3,4}[A-Z-]{0,3}\W{0,3}")
_HEAD_LINES = 4
_BY = re.compile(r"(?:by|von|par|por|di)\s+(.{3,80})", re.IGNORECASE)
_ANPA_TIME = re.compile(r"\b(\d\d)-(\d\d)-(\d\d)(?:\s+\d{4}\s?[A-Z]{0,4})?\W*$", re.MULTILINE)
_IPTC_TIME = re.compile(r"\b(\d\d)[0-2]\d[0-5]\d\s*(?:[A-Z]{1,4}\s+)?([A-Za-z]{3})[a-z]*\s+(\d\d(?:\d\d)?)\b")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LEAST_WORDS = 3
_LONGEST_TITLE = 150
_ENDS = (".", "!", "?", ":", "-")


def _shows(lines: Sequence[str]) -> bool:
    sample = "\n".join(lines)
    if _SOH in sample:
        return _ETX in sample.partition(_SOH)[2].partition(_STX)[2]
    return any(map(_is_bare_head, range(len(lines)), [lines] * len(lines)))


def _is_bare_head(at: int, lines: Sequence[str]) -> bool:
    """Whether a story begins with a line, where the control signs are gone: its number, and soon its slug."""
    ahead = lines[at + 1 : at + _HEAD_LINES]
    return _NUMBER.fullmatch(lines[at]) is not None and any("<" in line and _SLUG.fullmatch(line) for line in ahead)


def _pieces(lines: Iterable[str]) -> Iterator[Lines]:
    def begins(ahead: Sequence[str], _: str) -> bool:
        return _SOH in ahead[0] or _is_bare_head(0, ahead)

    return pieces_where(lines, begins, _HEAD_LINES)


def _fields(lines: Sequence[str]) -> Fields | None:
    """Title, byline, day and text of a story; None for what holds no words."""
    header, mark, rest = "\n".join(lines).partition(_STX)
    text, _, foot = (rest if mark else header).partition(_ETX)
    body = [bare for line in text.split("\n") if (bare := _CONTROLS.sub("", line)).strip()]
    if not mark:
        body = body[next((at + 1 for at, line in enumerate(body) if _SLUG.fullmatch(line)), 0) :]
    if not mark and body and (day := _day(body[-1])):
        foot, body = body[-1], body[:-1]
    head, below = _parted([line for line in body if not _SLUG.fullmatch(line)])
    if not below:
        return None
    title = next((line for line in head if not _BY.fullmatch(line)), None) or _named(header if mark else "")
    author = next((found[1] for line in head if (found := _BY.fullmatch(line))), None)
    day = _day(foot)
    fields = {"title": title, "author": author, "published": day and day.isoformat(), "text": "\n\n".join(below)}
    return fields if day is None else {**fields, "published_evidence": _CONTROLS.sub("", foot).split("\n")[0].strip()}


def _parted(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines above a text, and its paragraphs: an indented line begins one."""
    first = next((at for at, line in enumerate(lines) if _is_text(line)), len(lines))
    head = [_unmarked(line) for line in lines[:first]]
    paragraphs: list[str] = []
    for line in lines[first:]:
        bare = _unmarked(line)
        if paragraphs and not line[0].isspace() and not paragraphs[-1].endswith(_ENDS):
            paragraphs[-1] += f" {bare}"
        else:
            paragraphs.append(bare)
    return head, paragraphs


def _is_text(line: str) -> bool:
    """Whether a line is of the text: indented, or a sentence, and no line that ANPA marks as one of the head."""
    marked = line.lstrip().startswith("^") or line.rstrip().endswith(("<", "="))
    long = len(line) > _LONGEST_TITLE or line.rstrip().endswith((".", "!", "?"))
    return not marked and (line[0].isspace() or long)


def _unmarked(line: str) -> str:
    return " ".join(line.strip().removeprefix("^").rstrip("<=").split())


def _named(header: str) -> str | None:
    """The title that stands in a header, below its codes."""
    below = [" ".join(_CONTROLS.sub("", line).split()) for line in header.split("\n")[1:]]
    return next((line for line in below if len(line.split()) >= _LEAST_WORDS), None)


def _day(foot: str) -> date | None:
    """The day on which a story was sent, in the order that each of both standards prescribes."""
    try:
        if found := _IPTC_TIME.search(foot):
            month = _MONTHS.index(found[2].lower()) + 1
            return date(_year(found[3]), month, int(found[1]))
        if found := _ANPA_TIME.search(foot):
            return date(_year(found[3]), int(found[1]), int(found[2]))
    except ValueError:
        pass
    return None


def _year(digits: str) -> int:
    """The year that two digits mean in a wire, which were sent from the sixties on, and never tomorrow's."""
    this = datetime.now(UTC).year
    year = int(digits) if len(digits) > 2 else this // 100 * 100 + int(digits)  # noqa: PLR2004 - digits of a century
    return year if year <= this else year - 100


WIRE_STORIES = Splitter("stories of a wire", _shows, _pieces, _fields)
