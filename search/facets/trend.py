"""Spread the articles that match over years, or over the months of the one year that they are of.

`trend` answers for the endpoint, beside how many articles there are at all; `months_in` for the picture of a search,
where a month can be chosen.
"""

from dataclasses import dataclass
from datetime import MAXYEAR

import numpy as np

from index.arrays.doc_id_set import DocIdSet
from index.arrays.types import Int64Array
from index.segments.date_columns import day_of_parts, months_of, years_of
from index.snapshots.snapshot import Snapshot
from search.types.date_ranges import date_range
from search.types.request import Facet, SearchRequest
from search.types.result import FacetValue

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Period:
    """A year, or a month as `2019-04`: its matches and all its articles; `None` are those without a date."""

    period: str | None
    count: int
    total: int

    @property
    def share(self) -> float:
        """The matches as a share of all articles of the period."""
        return self.count / self.total if self.total else 0.0


def trend(matching: DocIdSet, snapshot: Snapshot) -> list[Period]:
    """The matches by year, from the first to the last; by month where all of those with a date are of one year."""
    days = snapshot.days[matching.doc_ids]
    years = np.unique(years_of(days))
    years = years[years > 0]
    if len(years) == 1:
        return _months(int(years[0]), days, snapshot)
    counts, totals = _by(years_of(days)), _by(years_of(snapshot.days[snapshot.live]))
    span = range(int(years[0]), int(years[-1]) + 1) if len(years) else range(0)
    found = [Period(f"{year:04d}", int(counts[year]), int(totals[year])) for year in span]
    return found + _undated(int(counts[0]), int(totals[0]))


def _months(year: int, days: Int64Array, snapshot: Snapshot) -> list[Period]:
    everything = snapshot.days[snapshot.live]
    counts, totals = (_by(months_of(each[years_of(each) == year])) for each in (days, everything))
    found = [
        Period(f"{year:04d}-{month:02d}", int(counts[month]), int(totals[month])) for month in range(1, MONTHS + 1)
    ]
    if totals[0]:
        found.append(Period(f"{year:04d}", int(counts[0]), int(totals[0])))
    return found + _undated(int(np.count_nonzero(days == 0)), int(np.count_nonzero(everything == 0)))


def _undated(count: int, total: int) -> list[Period]:
    return [Period(None, count, total)] if count else []


def _by(values: Int64Array) -> Int64Array:
    return np.bincount(values, minlength=MAXYEAR + 1)


def months_in(articles: DocIdSet, request: SearchRequest, snapshot: Snapshot) -> tuple[FacetValue, ...]:
    """The months of the one year that the articles are of, or that is chosen; nothing where it is not one year.

    `articles` match by every other facet. An article that is known to the year only is in none of the months.
    """
    year = _one_year(articles, request, snapshot)
    if year is None:
        return ()
    days = snapshot.days[articles.doc_ids]
    numbers = articles.doc_ids[years_of(days) == year]
    months = months_of(snapshot.days[numbers])
    counts = np.bincount(months, minlength=MONTHS + 1)
    inferred = np.bincount(months[snapshot.inferred[numbers]], minlength=MONTHS + 1)
    chosen = [dates for value in request.filters.get(Facet.YEAR, ()) if (dates := date_range(value))]
    found = []
    for month in range(1, MONTHS + 1):
        value, first = f"{year:04d}-{month:02d}", day_of_parts(year, month)
        selected = any(each.finer and each.first <= first <= each.last for each in chosen)
        found.append(FacetValue(value, value, int(counts[month]), selected=selected, inferred=int(inferred[month])))
    return tuple(found)


def _one_year(articles: DocIdSet, request: SearchRequest, snapshot: Snapshot) -> int | None:
    values = request.filters.get(Facet.YEAR, ())
    if values:
        years = {chosen and chosen.year for chosen in map(date_range, values)}
    elif articles.count:
        days = snapshot.days[articles.doc_ids]
        years = {int(years_of(days.min())), int(years_of(days.max()))}
    else:
        return None
    return years.pop() or None if len(years) == 1 else None
