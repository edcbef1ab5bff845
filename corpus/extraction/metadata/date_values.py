"""What the value of a field may mean as a day: words of machines, numbers of the calendar, seconds since 1970."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_tz

from corpus.extraction.dates.calendars import (
    BUDDHIST_YEARS,
    ERAS,
    LUNAR_YEARS,
    SOLAR_YEARS,
    buddhist_year,
    hijri,
    solar_hijri,
)
from corpus.extraction.metadata.short_years import Day, in_either_order, of_short_years
from corpus.late_pattern import late

_ISO = late(r"(\d{4})[-/.](\d\d?)(?:[-/.](\d\d?))?(?![\d/.-])(?!\s?[^\W\d_]{3})", re.ASCII)
_YEAR = late(r"(?:[~\[(]|c(?:a|irca)?\.? ?)?(\d{4})(?:\.0|[?\])]{1,2})?", re.ASCII | re.IGNORECASE)
_NUMBER = late(r"\d{9,19}(?:[.,]\d+)?|\d[.,]\d{4,12}[eE]\+?\d\d?|[2-4]\d{4}(?:[.,]\d+)?", re.ASCII)
_PYTHON = late(r"(?:datetime\.)?date(?:time)?\((\d{4}), ?(\d\d?), ?(\d\d?)\b.{0,80}\)", re.ASCII)
_WEEK = late(r"(\d{4})-?W(\d\d)(?:-?([1-7]))?", re.ASCII)
_DAY_OF_YEAR = late(r"(\d{4})-([0-3]\d\d)", re.ASCII)
"""Of ISO 8601: a day of a week, or of a year."""
_SEASON = late(r"(?:spring|summer|autumn|fall|winter|easter|christmas|Q[1-4]|week \d\d?)[ ,/-]+(\d{4})", re.IGNORECASE)
"""Of which only the year is sure."""
_COMPACT = late(
    r"(?:D:)?(\d{4})(\d\d)(\d\d)(?:[T_ -]?\d\d:?\d\d(?::?\d\d)?(?:\.\d+)?Z?(?:[+-]\d\d[:']?\d\d'?)?)?", re.ASCII
)
"""With `D:` as PDF has it."""
NUMBERS = late(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)", re.ASCII)
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ROMAN = late(rf"(\d{{1,2}})[. /-]{{1,2}}({'|'.join(_ROMANS)})[. /-]{{1,2}}(\d{{4}})\D{{0,4}}", re.ASCII)
"""A month in Roman numbers: `22.III.2019`."""
_ERA_NAMES = {"M": "明治", "T": "大正", "S": "昭和", "H": "平成", "R": "令和"}
_ERA = late(r"([MTSHR])\s?(\d{1,2})[./-](\d{1,2})[./-](\d{1,2})", re.IGNORECASE | re.ASCII)
"""Eras of Japan by their letters: `H31.3.22`."""
_UNIX_DATE = late(r"(?:\w{3} )?(\w{3}) +(\d{1,2}) \d\d:\d\d:\d\d (?:\S{1,9} )?(\d{4})", re.ASCII)
"""As C, Java and Twitter print it: `Fri Mar 22 10:00:00 UTC 2019`."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECONDS = range(10**8, 10**11)
"""From 1973: a smaller number is a day of some other count."""
_MILLISECONDS = range(10**11, 10**14)
_MICROSECONDS = range(10**14, 10**17)
_NANOSECONDS = range(10**18, 10**19)
"""From 2001: a smaller number may count the tenths of microseconds since the year 1, as .NET does."""
_DAYS = range(20_000, 50_000)
"""From 1954 to 2036, as spreadsheets count days."""
_DAY_ZERO = date(1899, 12, 30)
_YEARS = range(1600, 2200)
_TWELVE = 12


def readings(value: object, written: str, language: str) -> Iterator[Day]:
    """Year, month and day as a value may mean them, the likeliest first; `written` is the value as text.

    The tag of a `language` tells the order of numbers, and the calendar.
    """
    if isinstance(value, bool):
        return
    if isinstance(value, int | float):
        yield from _of_number(value)
    elif isinstance(value, list):
        parts = [int(each) for each in value if isinstance(each, int) or (isinstance(each, str) and each.isdecimal())]
        if parts and len(parts) == len(value):  # as Java's LocalDate is written
            month, day = [*parts[1:3], None, None][:2]
            yield parts[0], month, day
    elif isinstance(value, str):
        yield from _of_text(written, language)


def _of_text(written: str, language: str) -> Iterator[Day]:
    if (found := _COMPACT.fullmatch(written)) and int(found[1]) in _YEARS:
        yield int(found[1]), int(found[2]), int(found[3])
    elif _NUMBER.fullmatch(written):
        yield from _of_number(float(written.replace(",", ".")))
    elif found := _YEAR.fullmatch(written):
        yield int(found[1]), None, None
    elif found := _PYTHON.fullmatch(written):
        yield int(found[1]), int(found[2]), int(found[3])
    elif found := _ISO.match(written):
        yield from _in_calendar(int(found[1]), _number(found[2]), _number(found[3]), language)
        if found[3] and int(found[2]) > _TWELVE:  # as year, day, month
            yield int(found[1]), _number(found[3]), _number(found[2])
    else:
        yield from _of_numbers_and_words(written, language)


def _of_numbers_and_words(written: str, language: str) -> Iterator[Day]:
    if (found := NUMBERS.match(written)) and int(found[4]) not in _YEARS:
        yield from _in_calendar(int(found[4]), int(found[3]), int(found[1]), language)
    elif found := NUMBERS.match(written):
        yield from in_either_order(int(found[1]), int(found[3]), int(found[4]), found[2], language)
    elif (found := _UNIX_DATE.fullmatch(written)) and found[1].lower() in _MONTHS:
        yield int(found[3]), _MONTHS.index(found[1].lower()) + 1, int(found[2])
    elif re.search(r"\b\d{4}\b", written) and (parsed := parsedate_tz(written)):
        yield parsed[:3]
    elif found := _ROMAN.fullmatch(written):
        yield int(found[3]), _ROMANS.index(found[2]) + 1, int(found[1])
    elif found := _ERA.fullmatch(written):
        yield ERAS[_ERA_NAMES[found[1].upper()]] + int(found[2]), int(found[3]), int(found[4])
    else:
        yield from of_short_years(written, language)
        yield from _of_weeks(written)


def _in_calendar(year: int, month: int | None, day: int | None, language: str) -> Iterator[Day]:
    """A day whose year is of Thailand's calendar, or of that of the language where no newspaper is so old."""
    if year in BUDDHIST_YEARS:
        yield buddhist_year(year), month, day
    elif year in SOLAR_YEARS and language[:2] in {"fa", "ps"} and month and day:
        found = solar_hijri(year, month, day)
        yield found.year, found.month, found.day
    elif year in LUNAR_YEARS and language[:2] == "ar" and month and day:
        found = hijri(year, month, day)
        yield found.year, found.month, found.day
    else:
        yield year, month, day


def _of_weeks(written: str) -> Iterator[Day]:
    """Days that are counted by weeks, or in the year; seasons."""
    if found := _WEEK.fullmatch(written):
        day = date.fromisocalendar(int(found[1]), int(found[2]), int(found[3] or 1))
        yield day.year, day.month, day.day if found[3] else None
    elif found := _DAY_OF_YEAR.fullmatch(written):
        day = date(int(found[1]), 1, 1) + timedelta(int(found[2]) - 1)
        if day.year == int(found[1]):
            yield day.year, day.month, day.day
    elif found := _SEASON.fullmatch(written):
        yield int(found[1]), None, None


def _of_number(value: float) -> Iterator[Day]:
    if value != value or abs(value) == float("inf"):  # noqa: PLR0124 - not a number
        return
    whole = int(value)
    if whole in _YEARS:
        if whole == value:
            yield whole, None, None
        return
    if whole in _DAYS:
        day = _DAY_ZERO + timedelta(days=whole)
        yield day.year, day.month, day.day
        return
    if whole // 10_000 in _YEARS and _is_day(whole):
        yield whole // 10_000, whole // 100 % 100, whole % 100
        return
    units = ((_SECONDS, 1), (_MILLISECONDS, 10**3), (_MICROSECONDS, 10**6), (_NANOSECONDS, 10**9))
    for counted, unit in units:
        if whole in counted:
            moment = _EPOCH + timedelta(seconds=whole // unit)
            yield moment.year, moment.month, moment.day


def _is_day(compact: int) -> bool:
    try:
        date(compact // 10_000, compact // 100 % 100, compact % 100)
    except ValueError:
        return False
    return True


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None
