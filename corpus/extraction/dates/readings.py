"""Choose among the days that an expression may mean; where none is surer than the others, only what they share."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from corpus.article import PartialDate
from corpus.publication_day import dated

Language = Callable[[], str | None]
"""Gives the language tag of a text, if it is known."""
Reading = tuple[int, int | None, int | None]
"""Year, month and day, as far as they are named."""
_EARLIEST_CENTURY = 19
"""Of a year in two digits: among many centuries some weekday always fits."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What an expression may mean, the likeliest first, and the calendar where it is another than the Gregorian.

    `sure`: the first reading that is a day counts. Else they have one weight, and a weekday beside it decides between
    them. `confirmed`: they count only where such a weekday confirms them, as for years of two digits.
    """

    readings: Sequence[Reading]
    sure: bool = True
    confirmed: bool = False
    calendar: str = ""


def chosen(candidate: Candidate, weekdays: frozenset[int], words: str) -> PartialDate | None:
    """The date that is meant; None where there is no such day, or it cannot be a day of publication."""
    evidence = f"{words} ({candidate.calendar} calendar)" if candidate.calendar else words
    possible = [(each, found) for each in candidate.readings if (found := _dated(each, evidence))]
    confirmed = [found for each, found in possible if weekdays and _weekday(each) in weekdays]
    if candidate.confirmed:
        return confirmed[0] if len(confirmed) == 1 else None
    if candidate.sure:
        return possible[0][1] if possible else None
    if len(confirmed) == 1:
        return confirmed[0]
    return possible[0][1] if len(possible) == 1 else _shared([each for each, _ in possible], evidence)


def _dated(reading: Reading, evidence: str) -> PartialDate | None:
    try:
        return dated(*reading, evidence)
    except ValueError:
        return None


def _weekday(reading: Reading) -> int | None:
    year, month, day = reading
    return date(year, month, day).weekday() if month and day else None


def _shared(readings: Iterable[Reading], evidence: str) -> PartialDate | None:
    years = {year for year, _, _ in readings}
    return dated(years.pop(), None, None, evidence) if len(years) == 1 else None


def centuries(short: int, month: int, day: int) -> Iterator[Reading]:
    """The days of a century or another that a year of two digits may stand for."""
    for century in range(datetime.now(UTC).year // 100, _EARLIEST_CENTURY - 1, -1):
        yield century * 100 + short, month, day
