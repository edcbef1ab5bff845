"""Years, months and ranges of them: what a value of the year facet spans, and how many matches each month has."""

import re
from dataclasses import dataclass

import numpy as np

from index.arrays.doc_id_set import DocIdSet
from index.arrays.types import Mask
from index.segments.date_columns import UNKNOWN_YEAR
from index.snapshots.snapshot import Snapshot
from search.request import Facet, SearchRequest
from search.result import FacetValue

_PERIOD = re.compile(r"(\d{1,4})(?:-(\d\d))?")
_MONTHS = 13


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another, as `index.segments.date_columns.day_number` has them. `months`: bounded by months."""

    first: int
    last: int
    months: bool

    @property
    def year(self) -> int | None:
        """The year that all of it lies in, if it does."""
        year = self.first // 10_000
        return year if self.last // 10_000 == year else None

    def among(self, snapshot: Snapshot) -> Mask:
        """Which articles are of this time. Where months are meant, an article must be known to the month."""
        days = snapshot.days
        within: Mask = (days >= max(self.first, 1)) & (days <= self.last)
        return within & (days // 100 % 100 > 0) if self.months else within


def period_of(value: str) -> Period | None:
    """What a checked value of the year facet spans: `2019`, `2014..2019`, `2019-04`, `2019-04..2019-06`.

    None for `unknown`.
    """
    if value == UNKNOWN_YEAR:
        return None
    first, last = value.partition("..")[0], value.rpartition("..")[2]
    (begin, _), (end, months) = _days(first), _days(last)
    return Period(begin, end + 99 if months else end + 9_999, months)


def months_of(articles: DocIdSet, request: SearchRequest, snapshot: Snapshot) -> tuple[FacetValue, ...]:
    """The months of the one year that the articles are of, or that is chosen; nothing where it is not one year.

    `articles` match by every other facet. An article that is known to the year only is in none of the months.
    """
    year = _one_year(articles, request, snapshot)
    if year is None:
        return ()
    days = snapshot.days[articles.doc_ids]
    numbers = articles.doc_ids[days // 10_000 == year]
    months = snapshot.days[numbers] // 100 % 100
    counts = np.bincount(months, minlength=_MONTHS)
    inferred = np.bincount(months[snapshot.inferred[numbers]], minlength=_MONTHS)
    chosen = [period for value in request.filters.get(Facet.YEAR, ()) if (period := period_of(value))]
    found = []
    for month in range(1, _MONTHS):
        value, first = f"{year:04d}-{month:02d}", year * 10_000 + month * 100
        selected = any(each.months and each.first <= first <= each.last for each in chosen)
        found.append(FacetValue(value, value, int(counts[month]), selected=selected, inferred=int(inferred[month])))
    return tuple(found)


def _one_year(articles: DocIdSet, request: SearchRequest, snapshot: Snapshot) -> int | None:
    values = request.filters.get(Facet.YEAR, ())
    if values:
        periods = [period_of(value) for value in values]
        years = {period and period.year for period in periods}
    elif articles.count:
        days = snapshot.days[articles.doc_ids] // 10_000
        years = {int(days.min()), int(days.max())}
    else:
        return None
    return years.pop() or None if len(years) == 1 else None


def _days(bound: str) -> tuple[int, bool]:
    found = _PERIOD.fullmatch(bound)
    if not found:
        raise ValueError(bound)
    return int(found[1]) * 10_000 + int(found[2] or 0) * 100, found[2] is not None
