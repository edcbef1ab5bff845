"""Dates as whole numbers: the columns that filters, sorting and the year facet read."""

from typing import TypeVar

from corpus.article import Basis, PartialDate
from index.arrays.types import AnyIntArray

UNKNOWN_YEAR = "unknown"

Days = TypeVar("Days", int, AnyIntArray)
"""Dates as `day_number` makes them: one, or an array of any shape."""

_YEAR, _MONTH = 10_000, 100


def year_value(date: PartialDate) -> str:
    """The value of the year facet: four digits, or `unknown`."""
    return UNKNOWN_YEAR if date.year is None else f"{date.year:04d}"


def day_number(date: PartialDate) -> int:
    """A date as YYYYMMDD, its unknown parts zero: what sorting by date compares. 0 where nothing is known."""
    return day_of_parts(date.year or 0, date.month or 0, date.day or 0)


def day_of_parts(year: int, month: int = 0, day: int = 0) -> int:
    """The number of a date, its unknown parts zero."""
    return year * _YEAR + month * _MONTH + day


def years_of(days: Days) -> Days:
    """The year of each date, 0 where it is unknown; of the shape and dtype of `days`."""
    return days // _YEAR


def months_of(days: Days) -> Days:
    """The month of each date, 1 to 12, 0 where it is unknown; of the shape and dtype of `days`."""
    return days // _MONTH % _MONTH


def days_of_month(days: Days) -> Days:
    """The day of the month of each date, 1 to 31, 0 where it is unknown; of the shape and dtype of `days`."""
    return days % _MONTH


_BASES = (Basis.UNKNOWN, Basis.INFERRED, Basis.STATED)


def basis_number(basis: Basis) -> int:
    """How a date is known, as a number: the surer the higher, 0 where it is not."""
    return _BASES.index(basis)
