"""Can an article have been published on this day."""

from datetime import UTC, date, datetime, timedelta

from corpus.article import Basis, PartialDate

FIRST_YEAR = 1600
"""Newspapers begin then."""


def dated(
    year: int, month: int | None, day: int | None, evidence: str, basis: Basis = Basis.STATED
) -> PartialDate | None:
    """The date, or None where it lies before the first newspapers or more than a day ahead.

    A month or a day of 0 is not known, as catalogues write it. Raises `ValueError` where the calendar has no such day.
    """
    month = month or None
    day = (day or None) if month else None
    first = date(year, month or 1, day or 1)
    tomorrow = datetime.now(UTC).date() + timedelta(days=1)
    if year < FIRST_YEAR or first > tomorrow:
        return None
    return PartialDate(year, month, day, basis, evidence)


def begins_after(published: PartialDate, day: date) -> bool:
    """Whether a date lies after a day, with a day to spare for the clocks of other time zones."""
    if published.year is None:
        return False
    return date(published.year, published.month or 1, published.day or 1) > day + timedelta(days=1)
