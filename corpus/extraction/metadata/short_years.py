"""Read days in numbers whose order the language tells, and those with a year of two digits: `6/15/21`, `15-JUN-21`."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from corpus.extraction.dates.calendar_names import months_of
from corpus.extraction.dates.numeric_dates import order_in
from corpus.late_pattern import late

_SHORT = late(r"(\d{1,2})([-/.])(\d{1,2})\2(\d\d)(?!\d)(?![-/.]\d)", re.ASCII)
_SHORT_NAMED = late(r"(\d{1,2})[ /-]([^\W\d_]{3,9})\.?[ /-](\d\d)(?!\d)")
YEAR_FIRST = "und-x-year"
"""In place of a tag: the language is not known, but one that writes the year first."""
_YEAR_FIRST_LANGUAGES = frozenset(("ja", "zh", "ko", "hu", "mn"))
_DAYS = 31
_TWELVE = 12
Day = tuple[int, int | None, int | None]
"""Year, month and day, as far as they are named."""


def in_either_order(first: int, second: int, year: int, sign: str, language: str) -> Iterator[Day]:
    """Day and month in either order; with points the day is first, else the language tells; or the year alone."""
    order = order_in(language) if language and max(first, second) <= _TWELVE else ""
    if order:
        yield (year, second, first) if order == "dm" else (year, first, second)
    elif second > _TWELVE:
        yield year, first, second
    elif sign == "." or first > _TWELVE or first == second:
        yield year, second, first
    else:
        yield year, None, None


def of_short_years(written: str, language: str) -> Iterator[Day]:
    """Days with a year of two digits. In East Asia and in Hungary the year stands first."""
    if found := _SHORT.match(written):
        first, second, last = (int(found[group]) for group in (1, 3, 4))
        if language == YEAR_FIRST or language[:2] in _YEAR_FIRST_LANGUAGES or first > _DAYS:
            yield _century(first, second, last)
        else:
            for year, month, day in in_either_order(first, second, last, found[2], language):
                yield _century(year, month, day)
    elif found := _SHORT_NAMED.match(written):
        for month in months_of(found[2], rare=False):
            yield _century(int(found[3]), month, int(found[1]))


def _century(short: int, month: int | None, day: int | None) -> Day:
    """A day with its century, which is this one where the day is not ahead."""
    this = datetime.now(UTC).date()
    ahead = (short, month or 1, day or 1) > (this.year % 100, this.month, this.day)
    return this.year // 100 * 100 + short - 100 * ahead, month, day
