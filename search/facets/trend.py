"""Spread the articles that match over years, or over the months of the one year that they are of.

`trend` answers for the endpoint, beside how many articles there are at all; `months_in` for the picture of a search,
where a month can be chosen.
"""

from collections.abc import Callable, Sequence
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
    days, everything = snapshot.days[matching.doc_ids], snapshot.days[snapshot.live]
    years = np.unique(years_of(days))
    years = years[years > 0]
    if len(years) == 1:
        year = int(years[0])
        counts, totals = (_by(months_of(each[years_of(each) == year])) for each in (days, everything))
        undated = int(np.count_nonzero(days == 0)), int(np.count_nonzero(everything == 0))
        return by_month(year, counts.__getitem__, totals.__getitem__, undated)
    counts, totals = _by(years_of(days)), _by(years_of(everything))
    return by_year(years.tolist(), counts.__getitem__, totals.__getitem__)


Count = Callable[[int], int]
"""How many articles a year or month has; those without one stand under 0."""


def by_year(years: Sequence[int], count: Count, total: Count) -> list[Period]:
    """Every year from the first to the last of some, ascending, and those without a date."""
    span = range(years[0], years[-1] + 1) if years else range(0)
    found = [Period(f"{year:04d}", int(count(year)), int(total(year))) for year in span]
    return found + _undated(int(count(0)), int(total(0)))


def by_month(year: int, count: Count, total: Count, undated: tuple[int, int]) -> list[Period]:
    """Every month of a year, those known to the year only, and those without a date."""
    found = [Period(f"{year:04d}-{month:02d}", int(count(month)), int(total(month))) for month in range(1, MONTHS + 1)]
    if total(0):
        found.append(Period(f"{year:04d}", int(count(0)), int(total(0))))
    return found + _undated(*undated)


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
    return month_values(year, request, counts.__getitem__, inferred.__getitem__)


def month_values(year: int, request: SearchRequest, count: Count, inferred: Count) -> tuple[FacetValue, ...]:
    """The months of a year, each with its articles, and whether it is chosen."""
    chosen = [dates for value in request.filters.get(Facet.YEAR, ()) if (dates := date_range(value))]
    found = []
    for month in range(1, MONTHS + 1):
        value, first = f"{year:04d}-{month:02d}", day_of_parts(year, month)
        selected = any(each.finer and each.first <= first <= each.last for each in chosen)
        found.append(FacetValue(value, value, int(count(month)), selected=selected, inferred=int(inferred(month))))
    return tuple(found)


def chosen_years(request: SearchRequest) -> set[int | None]:
    """The years that the choices of a request lie in; None stands for what lies in no one year."""
    return {each.year if each else None for each in map(date_range, request.filters.get(Facet.YEAR, ()))}


def _one_year(articles: DocIdSet, request: SearchRequest, snapshot: Snapshot) -> int | None:
    years = chosen_years(request)
    if not years and articles.count:
        days = snapshot.days[articles.doc_ids]
        years = {int(years_of(days.min())), int(years_of(days.max()))}
    return years.pop() or None if len(years) == 1 else None
