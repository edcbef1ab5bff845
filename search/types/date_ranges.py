"""Parse years, months, days and ranges of them, and say which dates lie in them."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR

from corpus.errors import DatelineError
from index.arrays.types import AnyIntArray, Mask
from index.segments.date_columns import UNKNOWN_YEAR, day_of_parts, days_of_month, months_of, years_of

_BOUND = re.compile(r"(\d{1,4})|(\d{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?", re.ASCII)
_LAST_DAY = 31
_DECEMBER = 12
_FORMS = (
    "write a year (2019), a month (2019-04), a range (2014..2019) or unknown; "
    "also a day (2019-04-09) and ranges of two months or two days"
)


class BadDateRange(DatelineError):  # noqa: N818 - it reads as a sentence where it is raised
    """What is no range of dates. `turned`: the range that begins where this one ends, if that is all that is wrong."""

    def __init__(self, message: str, turned: str | None = None) -> None:
        super().__init__(message)
        self.turned = turned


@dataclass(frozen=True, slots=True)
class DateRange:
    """From one date to another, both included, as `index.segments.date_columns.day_number` has them.

    What is known to begin with the first is written with zeros (`20190400`: April 2019 from its beginning), and the
    last of a whole month ends on a 31st. `finer`: it is bounded by months or days, not by years.
    """

    first: int
    last: int
    finer: bool = False

    @property
    def year(self) -> int | None:
        """The year that all of it lies in, if it does."""
        year = years_of(self.first)
        return year if years_of(self.last) == year else None

    def among(self, days: AnyIntArray) -> Mask:
        """Which dates lie in the range wholly, as far as they are known: a mask of the shape of `days`.

        `2019` lies in `2019-01..2019-12`, not in `2019-04`; a date of which nothing is known lies in no range.
        """
        within: Mask = (days >= max(self.first, 1)) & (days <= self.last)
        for vague in self.vague():
            within &= days != vague
        return within

    def vague(self) -> list[int]:
        """The month and the year in which the range ends, where it ends before they do."""
        year, month = years_of(self.last), months_of(self.last)
        vague = [] if days_of_month(self.last) == _LAST_DAY else [day_of_parts(year, month)]
        return vague if (month == _DECEMBER and not vague) else [*vague, day_of_parts(year)]


def parse_date_range(text: str) -> DateRange:
    """What a text spans: `2019`, `2019-04`, `2019-04-09`, `2014..2019`, `2019-04..2019-06`, `..2019`, `2014..`.

    Raises `BadDateRange` for anything else, with the mend.
    """
    begin, dots, end = text.strip().partition("..")
    begin, end = begin.strip(), end.strip()
    if not (begin or end):
        raise BadDateRange(f"{text!r} is no time; {_FORMS}")
    first = _parts(begin, text) if begin else None
    last = (_parts(end, text) if end else None) if dots else first
    if first and last and (len(first), first) > (len(first), last) and len(first) == len(last):
        turned = f"{end}..{begin}"
        raise BadDateRange(f"the range {text} ends before it begins; write {turned}", turned)
    if first and last and len(first) != len(last):
        raise BadDateRange(f"{text!r} has a bound of one kind and one of another; {_FORMS}")
    return DateRange(
        _beginning(first) if first else day_of_parts(MINYEAR),
        _end(last) if last else day_of_parts(MAXYEAR, _DECEMBER, _LAST_DAY),
        finer=len(first or last or ()) > 1,
    )


def date_range(value: str) -> DateRange | None:
    """What a value of the year facet spans; None for `unknown`. Raises `BadDateRange`."""
    return None if value == UNKNOWN_YEAR else parse_date_range(value)


def _parts(bound: str, text: str) -> tuple[int, ...]:
    """Year, month and day of a bound, as far as it goes."""
    found = _BOUND.fullmatch(bound)
    if not found:
        raise BadDateRange(f"{text!r} is no time; {_FORMS}")
    parts = tuple(int(part) for part in found.groups() if part)
    if len(parts) == 3 and parts[2] > _days_in(*parts[:2]):  # noqa: PLR2004 - year, month and day
        raise BadDateRange(f"there is no {bound}; write a day up to {bound[:-2]}{_days_in(*parts[:2])}")
    return parts


def _beginning(parts: tuple[int, ...]) -> int:
    """The lowest number of a date that lies in a year, a month, or a day; what begins with a month has its vague date.

    The first of a month begins it, and the first of January the year: `2019` lies in `2019-01-01..2019-12-31`.
    """
    year, month, day = (*parts, 1, 1)[:3]
    if day > 1:
        return day_of_parts(year, month, day)
    return day_of_parts(year, month) if month > 1 else day_of_parts(year)


def _end(parts: tuple[int, ...]) -> int:
    year, month, day = (*parts, *(_DECEMBER, _LAST_DAY)[len(parts) - 1 :])
    return day_of_parts(year, month, _LAST_DAY if day >= _days_in(year, month) else day)


def _days_in(year: int, month: int) -> int:
    return monthrange(max(year, MINYEAR), month)[1]
