"""Read the date of publication that the fields of a record give, in any form that files write."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_tz

from corpus.article import UNDATED, Basis, PartialDate
from corpus.errors import Refused
from corpus.extraction.dates.date_expressions import find_date
from corpus.extraction.dates.numeric_dates import order_in
from corpus.publication_day import dated

_BASES = {each.value: each for each in Basis}
_MEND = 'write "2019", "2019-04" or "2019-04-09"'
_NO_DATE = re.compile(r"unknown|undated|n\.?d\.?|none|null|n/?a|nan|nat|tba|[-–—?.\s]*", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})[-/.](\d\d?)(?:[-/.](\d\d?))?(?![\d/.-])(?!\s?[^\W\d_]{3})", re.ASCII)
_TAG = re.compile(r"[A-Za-z]{2}(?:[-_][A-Za-z]{2})?")
_YEAR = re.compile(r"(\d{4})(?:\.0)?", re.ASCII)
_NUMBER = re.compile(r"\d{9,19}(?:\.\d+)?|\d\.\d{4,12}[eE]\+?\d\d?", re.ASCII)
_CALLED = re.compile(r"(?:/Date|new Date|ISODate|NumberLong)\(\W{0,2}([^()]{4,40}?)([+-]\d{4})?\W{0,2}\)/?", re.ASCII)
"""As .NET and MongoDB's shell write a date."""
_PYTHON = re.compile(r"(?:datetime\.)?date(?:time)?\((\d{4}), ?(\d\d?), ?(\d\d?)\b.{0,80}\)", re.ASCII)
_WEEK = re.compile(r"(\d{4})-?W(\d\d)(?:-?([1-7]))?", re.ASCII)
_DAY_OF_YEAR = re.compile(r"(\d{4})-([0-3]\d\d)", re.ASCII)
"""Of ISO 8601: a day of a week, or of a year."""
_SEASON = re.compile(
    r"(?:spring|summer|autumn|fall|winter|easter|christmas|Q[1-4]|week \d\d?)[ ,/-]+(\d{4})", re.IGNORECASE
)
"""Of which only the year is sure."""
_UPDATED = re.compile(
    r"\W{0,3}(?:last\s+)?(?:updated?|modified|edited)\b[^;|]{6,60}[;|]\s*(?=\D{0,40}\d)", re.IGNORECASE
)
_NO_CLOCK = re.compile(
    r"(?:1970-01-01|1900-01-01|1899-12-3[01]|0001-01-01)[T ]00:00(?::00(?:\.0+)?)?(?:Z|\+00:?00| UTC)?"
)
"""What programs write where there is no date."""
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:[T_ -]?\d{4}(?:\d\d)?(?:\.\d+)?Z?(?:[+-]\d\d:?\d\d)?)?", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)", re.ASCII)
_UNIX_DATE = re.compile(r"(?:\w{3} )?(\w{3}) +(\d{1,2}) \d\d:\d\d:\d\d (?:\S{1,9} )?(\d{4})", re.ASCII)
"""As C, Java and Twitter print it: `Fri Mar 22 10:00:00 UTC 2019`."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECONDS = range(10**8, 10**11)
"""From 1973: a smaller number is a day of some other count."""
_MILLISECONDS = range(10**11, 10**14)
_MICROSECONDS = range(10**14, 10**17)
_NANOSECONDS = range(10**18, 10**19)
"""From 2001: a smaller number may count the tenths of microseconds since the year 1, as .NET does."""
_YEARS = range(1600, 2200)
_TWELVE = 12
_Day = tuple[int, int | None, int | None]


def given_date(fields: Mapping[str, object]) -> PartialDate | None:
    """The date that a record gives; None where it gives none, so that it is looked for in the text.

    A given date is a stated one unless `published_basis`, which an export has, says otherwise. Raises `Refused` where
    the value is no date on which an article can have been published.
    """
    value, basis = fields.get("published"), _basis(fields.get("published_basis"))
    if value is None or (isinstance(value, str) and _NO_DATE.fullmatch(value.strip())):
        return UNDATED if basis is Basis.UNKNOWN else None
    evidence = fields.get("published_evidence")
    return date_of_value(
        value,
        "published",
        Basis.INFERRED if basis is Basis.INFERRED else Basis.STATED,
        evidence if isinstance(evidence, str) and evidence else None,
        _tag(fields.get("language")),
    )


def _tag(language: object) -> str:
    """The tag of a language that is given as one."""
    return language.strip().replace("_", "-") if isinstance(language, str) and _TAG.fullmatch(language.strip()) else ""


def date_of_value(
    value: object, name: str, basis: Basis = Basis.STATED, evidence: str | None = None, language: str = ""
) -> PartialDate | None:
    """The date that the value of a field is: words, numbers of the calendar, seconds or milliseconds since 1970.

    Where month and day may be either and the tag of the `language` does not tell, the year alone is known. Raises
    `Refused`, which names the field.
    """
    value = _bare(value)
    written = value if isinstance(value, str) else str(value)
    if _NO_CLOCK.fullmatch(written):
        raise Refused(f"the field {name} is {value!r}, which programs write for no date; {_MEND}")
    impossible = False
    for year, month, day in _readings(value, written, language):
        try:
            if found := dated(year, month, day, evidence or written, basis):
                return found
            raise Refused(f"the field {name} is {value!r}, which lies in the future or before 1600; mend or drop it")
        except (ValueError, OverflowError):
            impossible = True
    if not impossible and isinstance(value, str) and (named := find_date(written)):
        found = named.date
        return PartialDate(found.year, found.month, found.day, basis, evidence or written)
    raise Refused(f"the field {name} is {value!r}, which is no date; {_MEND}")


def is_ambiguous(value: object) -> bool:
    """Whether a value is a date in numbers whose day and month may be either."""
    return isinstance(written := _bare(value), str) and _NUMBERS.match(written) is not None


def _bare(value: object) -> object:
    """A value without the list of one, the call or the words around it."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, dict):
        if (seconds := value.get("seconds", value.get("_seconds"))) is not None:  # as Firestore and Protobuf write it
            return seconds
        parts = [value.get(part) for part in ("year", "month", "day")]
        value = parts[: parts.index(None)] if None in parts else parts
    if not isinstance(value, str):
        return value
    text = _UPDATED.sub("", " ".join(value.split()), count=1)
    called = _CALLED.fullmatch(text)
    return called[1] if called else text


def _basis(value: object) -> Basis | None:
    if value is None:
        return None
    if not isinstance(value, str) or value not in _BASES:
        raise Refused(f"the field published_basis is {value!r}; write stated, inferred or unknown")
    return _BASES[value]


def _readings(value: object, written: str, language: str) -> Iterator[_Day]:
    """Year, month and day as a value may mean them, the likeliest first."""
    if isinstance(value, bool):
        return
    if isinstance(value, int | float):
        yield from _of_number(value)
    elif isinstance(value, list):
        if value and all(isinstance(each, int) for each in value):  # as Java's LocalDate is written
            year, month, day = (*value, None, None)[:3]
            yield year, month, day
    elif isinstance(value, str):
        yield from _of_text(written, language)


def _of_text(written: str, language: str) -> Iterator[_Day]:
    if (found := _COMPACT.fullmatch(written)) and int(found[1]) in _YEARS:
        yield int(found[1]), int(found[2]), int(found[3])
    elif _NUMBER.fullmatch(written):
        yield from _of_number(float(written))
    elif found := _YEAR.fullmatch(written):
        yield int(found[1]), None, None
    elif found := _PYTHON.fullmatch(written):
        yield int(found[1]), int(found[2]), int(found[3])
    elif found := _ISO.match(written):
        yield int(found[1]), _number(found[2]), _number(found[3])
        if found[3] and int(found[2]) > _TWELVE:  # as year, day, month
            yield int(found[1]), _number(found[3]), _number(found[2])
    elif found := _NUMBERS.match(written):
        yield from _of_numbers(int(found[1]), int(found[3]), int(found[4]), found[2], language)
    elif (found := _UNIX_DATE.fullmatch(written)) and found[1].lower() in _MONTHS:
        yield int(found[3]), _MONTHS.index(found[1].lower()) + 1, int(found[2])
    elif re.search(r"\b\d{4}\b", written) and (parsed := parsedate_tz(written)):
        yield parsed[:3]
    else:
        yield from _of_weeks(written)


def _of_weeks(written: str) -> Iterator[_Day]:
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


def _of_numbers(first: int, second: int, year: int, sign: str, language: str) -> Iterator[_Day]:
    """Day and month in either order; with points the day is first, else the language tells; or the year alone."""
    order = order_in(language) if language and max(first, second) <= _TWELVE else ""
    if order:
        yield (year, second, first) if order == "dm" else (year, first, second)
    elif sign == "." or first > _TWELVE or first == second:
        yield year, second, first
    elif second > _TWELVE:
        yield year, first, second
    else:
        yield year, None, None


def _of_number(value: float) -> Iterator[_Day]:
    if value != value or abs(value) == float("inf"):  # noqa: PLR0124 - not a number
        return
    whole = int(value)
    if whole in _YEARS:
        if whole == value:
            yield whole, None, None
        return
    if whole // 10_000 in _YEARS and _is_day(whole):
        yield whole // 10_000, whole // 100 % 100, whole % 100
        return
    units = ((_SECONDS, 1), (_MILLISECONDS, 10**3), (_MICROSECONDS, 10**6), (_NANOSECONDS, 10**9))
    for counted, unit in units:
        if whole in counted:
            day = _EPOCH + timedelta(seconds=whole // unit)
            yield day.year, day.month, day.day


def _is_day(compact: int) -> bool:
    try:
        date(compact // 10_000, compact // 100 % 100, compact % 100)
    except ValueError:
        return False
    return True


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None
