"""Dates as numbers: the columns that filters, sorting and the year facet read."""

from corpus.article import Basis, PartialDate

UNKNOWN_YEAR = "unknown"


def year_value(date: PartialDate) -> str:
    """The value of the year facet: four digits, or `unknown`."""
    return UNKNOWN_YEAR if date.year is None else f"{date.year:04d}"


def day_number(date: PartialDate) -> int:
    """A date as YYYYMMDD, its unknown parts zero: what sorting by date compares. 0 where nothing is known."""
    return (date.year or 0) * 10_000 + (date.month or 0) * 100 + (date.day or 0)


_BASES = (Basis.UNKNOWN, Basis.INFERRED, Basis.STATED)


def basis_number(basis: Basis) -> int:
    """How a date is known, as a number: the surer the higher, 0 where it is not."""
    return _BASES.index(basis)
