"""Count the matches of each month, where all of them are of one year."""

import numpy as np

from index.arrays.doc_id_set import DocIdSet
from index.segments.date_columns import day_of_parts, months_of, years_of
from index.snapshots.snapshot import Snapshot
from search.types.date_ranges import date_range
from search.types.request import Facet, SearchRequest
from search.types.result import FacetValue

_MONTHS = 13
"""Those of a year, and none, for a month that is unknown."""


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
    counts = np.bincount(months, minlength=_MONTHS)
    inferred = np.bincount(months[snapshot.inferred[numbers]], minlength=_MONTHS)
    chosen = [dates for value in request.filters.get(Facet.YEAR, ()) if (dates := date_range(value))]
    found = []
    for month in range(1, _MONTHS):
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
