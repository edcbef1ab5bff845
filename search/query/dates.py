"""Read the dates of a query as people write them.

`2016`, `2009-04`, `>=2016`, `[2015 TO 2016]`, `11.4.2009`, `September 2008`, `20080901-20080930`.
"""

import re
from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR
from typing import NamedTuple

from corpus.extraction.dates.date_expressions import find_date
from index.segments.date_columns import day_of_parts, days_of_month, months_of, years_of
from search.types.date_ranges import BadDateRange, DateRange, parse_date_range

_FIRST, _LAST = day_of_parts(MINYEAR), day_of_parts(MAXYEAR, 12, 31)
_DECEMBER, _LAST_DAY = 12, 31
_COMPARED = re.compile(r"(>=|<=|>|<|=)\s*(.+)")
_BRACKETS = re.compile(r"([\[{])\s*(\S+)\s+(?:TO|to|-)\s+(\S+)\s*([\]}])")
_YEARS = re.compile(r"(\d{4}|\d{8})\s*[-–—]\s*(\d{4}|\d{8})")
_INTERVAL = re.compile(r"(\d{4}-[\d-]+)/(\d{4}-[\d-]+)")
_TIME = re.compile(r"(?<=\d)[T ]\d\d:\d\d\S*$")
_EITHER_ORDER = re.compile(r"(\d{1,2})/(\d{1,2})/\d{4}")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?|(\d{4})(\d\d)(\d\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_DECADE = re.compile(r"(\d{3})0['’]?s")
_QUARTER = re.compile(r"(?P<year>\d{4})[ -]?q(?P<number>[1-4])|q(?P<before>[1-4])[ -]?(?P<of>\d{4})", re.IGNORECASE)
_TWO_FIGURES = re.compile(r"['’]?\d{1,2}")
_OPEN = ("", "*")
_SIGNS = {"before": "<", "after": ">="}


class ReadDates(NamedTuple):
    """A range of dates, and whether it was turned because it ended before it began."""

    dates: DateRange
    turned: bool = False


def read_dates(field: str, text: str) -> ReadDates:
    """What a value of `year:`, `before:` or `after:` spans. Raises `BadDateRange`, with the mend."""
    text = text.strip()
    if compared := _COMPARED.fullmatch(_SIGNS.get(field, "") + text):
        return ReadDates(_compared(compared[1], compared[2]))
    if bracketed := _BRACKETS.fullmatch(text):
        return _bracketed(*bracketed.groups())
    if years := (_YEARS.fullmatch(text) or _INTERVAL.fullmatch(text)):
        return _between(_bound(years[1]), _bound(years[2]))
    first, dots, last = text.partition("..")
    first, last = first.strip(), last.strip(". ")
    if not dots or not (first or last):
        return ReadDates(_bound(text))
    return _between(None if first in _OPEN else _bound(first), None if last in _OPEN else _bound(last))


def _bracketed(opening: str, first: str, last: str, closing: str) -> ReadDates:
    """Lucene's ranges: square brackets include the bound, curly ones do not."""
    lower = None if first in _OPEN else _compared(">=" if opening == "[" else ">", first)
    upper = None if last in _OPEN else _compared("<=" if closing == "]" else "<", last)
    return _between(lower, upper)


def _between(first: DateRange | None, last: DateRange | None) -> ReadDates:
    turned = first is not None and last is not None and first.first > last.last
    if turned:
        first, last = last, first
    finer = any(bound is not None and bound.finer for bound in (first, last))
    return ReadDates(DateRange(first.first if first else _FIRST, last.last if last else _LAST, finer), turned)


def _bound(text: str) -> DateRange:
    """A year, a month or a day, in any of the usual forms."""
    text = _TIME.sub("", text)
    if found := _DECADE.fullmatch(text):
        text = f"{found[1]}0..{found[1]}9"
    elif found := _QUARTER.fullmatch(text):
        year, number = found["year"] or found["of"], int(found["number"] or found["before"])
        text = f"{year}-{3 * number - 2:02}..{year}-{3 * number:02}"
    elif found := _ISO.fullmatch(text):
        text = "-".join(part.zfill(2) for part in found.groups() if part)
    elif _TWO_FIGURES.fullmatch(text):
        raise BadDateRange(f"{text!r} may be of this century or another; write the year in four figures")
    elif found := _DAY_FIRST.fullmatch(text):
        text = f"{found[3]}-{found[2].zfill(2)}-{found[1].zfill(2)}"
    return parse_date_range(_in_words(text) or text)


def _in_words(text: str) -> str | None:
    """A date in words as figures; None for what is none. Raises `BadDateRange` where it may mean two days."""
    either = _EITHER_ORDER.fullmatch(text)
    if either and either[1] != either[2] and max(int(either[1]), int(either[2])) <= _DECEMBER:
        raise BadDateRange(f"{text!r} may mean two days; write year, month and day, such as 2008-09-15")
    found = find_date(text)
    return found.date.iso if found and (found.start, found.end) == (0, len(text)) else None


def _compared(sign: str, text: str) -> DateRange:
    bound = _bound(text)
    compared: dict[str, Callable[[], DateRange]] = {
        ">=": lambda: DateRange(bound.first, _LAST, bound.finer),
        ">": lambda: DateRange(_after(bound.last), _LAST, bound.finer),
        "<=": lambda: DateRange(_FIRST, bound.last, bound.finer),
        "<": lambda: DateRange(_FIRST, _before(bound.first), bound.finer),
        "=": lambda: bound,
    }
    return compared[sign]()


def _after(last: int) -> int:
    """The first date after the end of a range; the year or month that begins there begins it."""
    year, month, day = years_of(last), months_of(last), days_of_month(last)
    if day < _LAST_DAY:
        return day_of_parts(year, month, day + 1)
    return day_of_parts(year, month + 1) if month < _DECEMBER else day_of_parts(year + 1)


def _before(first: int) -> int:
    """The last date before the beginning of a range."""
    year, month, day = years_of(first), months_of(first), days_of_month(first)
    if day > 1:
        return day_of_parts(year, month, day - 1)
    return day_of_parts(year, month - 1, _LAST_DAY) if month > 1 else day_of_parts(year - 1, _DECEMBER, _LAST_DAY)
