"""Dates as people write them, with how they are known."""

import datetime as dt
from functools import lru_cache

from babel.dates import format_date, format_skeleton

from corpus.article import Basis, PartialDate
from web.formatting.language import DEFAULT, spoken, tell

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def date_in_words(date: PartialDate) -> str:
    """`9 April 2019`, `April 2019` or `2019`; `undated` where nothing is known."""
    return tell("undated") if date.year is None else _in_words(spoken(), date.year, date.month, date.day)


def month_label(value: str) -> str:
    """`April 2019` for 2019-04, `9 April 2019` for 2019-04-09; a year as it is."""
    year, *finer = value.split("-")
    return _in_words(spoken(), int(year), *(int(part) for part in finer)) if finer else year


def month_alone(value: str) -> str:
    """`Apr` for 2019-04."""
    month = int(value[5:7])
    if spoken() == DEFAULT:
        return _MONTHS[month - 1][:3]
    return str(format_skeleton("MMM", dt.date(2000, month, 1), locale=spoken()))


def moment_in_words(moment: dt.datetime) -> str:
    """`29 November 2026, 17:10 UTC`."""
    day = moment.astimezone(dt.UTC)
    return f"{_in_words(spoken(), day.year, day.month, day.day)}, {day:%H:%M} UTC"


def utc(moment: dt.datetime | None) -> str | None:
    """A moment to the second, as RFC 3339 has it: `2026-11-29T17:10:00Z`."""
    return _utc(moment) if moment else None


def date_with_basis(date: PartialDate) -> str:
    """The date, and whether it is only inferred: `2019, inferred`."""
    words = date_in_words(date)
    if date.basis is not Basis.INFERRED or date.year is None:
        return words
    return tell("%(date)s, inferred", date=words)


@lru_cache(maxsize=256)
def _utc(moment: dt.datetime) -> str:
    # What came with one commit has one moment, and an answer tells it of each article.
    return f"{moment.astimezone(dt.UTC).replace(microsecond=0, tzinfo=None).isoformat()}Z"


@lru_cache(maxsize=4096)
def _in_words(language: str, year: int, month: int | None = None, day: int | None = None) -> str:
    if month is None:
        return str(year)
    if language == DEFAULT:
        return " ".join([*([str(day)] if day is not None else []), _MONTHS[month - 1], str(year)])
    # Years before 1 and after 9999 are no dates to the library, and none to an archive.
    when = dt.date(min(max(year, 1), 9999), month, day or 1)
    if day is None:
        return str(format_skeleton("yMMMM", when, locale=language))
    return str(format_date(when, "long", locale=language))
