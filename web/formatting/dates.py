"""Dates as people write them, with how they are known."""

from corpus.article import Basis, PartialDate

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def date_in_words(date: PartialDate) -> str:
    """`9 April 2019`, `April 2019` or `2019`; `undated` where nothing is known."""
    if date.year is None:
        return "undated"
    parts = [str(date.year)]
    if date.month is not None:
        parts.append(_MONTHS[date.month - 1])
        if date.day is not None:
            parts.append(str(date.day))
    return " ".join(reversed(parts))


def month_label(value: str) -> str:
    """`April 2019` for 2019-04, `9 April 2019` for 2019-04-09; a year as it is."""
    year, *finer = value.split("-")
    month, *days = [int(part) for part in finer] or [0]
    return " ".join([*map(str, days), *([_MONTHS[month - 1]] if month else ()), year])


def date_with_basis(date: PartialDate) -> str:
    """The date, and whether it is only inferred: `2019, inferred`."""
    words = date_in_words(date)
    return f"{words}, inferred" if date.basis is Basis.INFERRED and date.year is not None else words
