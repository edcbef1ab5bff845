"""Spread the articles of several searches over years, months or sources, side by side."""

from collections.abc import Iterator, Sequence
from datetime import MAXYEAR

import numpy as np

from index.arrays.doc_id_set import DocIdSet
from index.arrays.types import Int64Array
from index.segments.date_columns import months_of, years_of
from index.snapshots.snapshot import Snapshot
from search.facets.trend import MONTHS
from search.types.request import Facet
from search.types.trend import Bucket, Spread


def finest(matching: Sequence[DocIdSet], snapshot: Snapshot) -> Spread:
    """What articles are counted by where nobody says: by month where all those with a date are of one year."""
    dated = np.concatenate([_years_there(each, snapshot) for each in matching])
    return Spread.MONTH if len(np.unique(dated)) == 1 else Spread.YEAR


def spread_over(by: Spread, matching: Sequence[DocIdSet], snapshot: Snapshot) -> list[list[Bucket]]:
    """The buckets of each of some sets of articles: the same ones in the same order for all of them."""
    rows = {Spread.YEAR: _by_year, Spread.MONTH: _by_month, Spread.SOURCE: _by_source}[by](matching, snapshot)
    columns: list[list[Bucket]] = [[] for _ in matching]
    for value, counts, total in rows:
        for column, count in zip(columns, counts, strict=True):
            column.append(Bucket(value, count, total))
    return columns


CountsOfMonths = np.ndarray[tuple[int, int], np.dtype[np.int64]]
_Row = tuple[str | None, list[int], int]
"""A value, how many of each set have it, and how many of all articles."""


def _by_year(matching: Sequence[DocIdSet], snapshot: Snapshot) -> Iterator[_Row]:
    counts = np.stack([_counts(years_of(days)) for days in _days(matching, snapshot)])
    totals = _counts(years_of(snapshot.days[snapshot.live]))
    for year in _whole_years(matching, snapshot):
        yield f"{year:04d}", counts[:, year].tolist(), int(totals[year])
    yield from _undated(counts[:, 0], int(totals[0]))


def _by_month(matching: Sequence[DocIdSet], snapshot: Snapshot) -> Iterator[_Row]:
    """The months of whole years, then what is known to the year only, then what is undated."""
    counts = np.stack([_counts_of_months(days) for days in _days(matching, snapshot)])
    totals = _counts_of_months(snapshot.days[snapshot.live])
    years = _whole_years(matching, snapshot)
    for year in years:
        for month in range(1, MONTHS + 1):
            yield f"{year:04d}-{month:02d}", counts[:, year, month].tolist(), int(totals[year, month])
    for year in years:
        if totals[year, 0]:
            yield f"{year:04d}", counts[:, year, 0].tolist(), int(totals[year, 0])
    yield from _undated(counts[:, 0, 0], int(totals[0, 0]))


def _by_source(matching: Sequence[DocIdSet], snapshot: Snapshot) -> Iterator[_Row]:
    column, totals = snapshot.facets[Facet.SOURCE], snapshot.totals[Facet.SOURCE]
    counts = np.stack([column.counts(each) for each in matching])
    everywhere = counts.sum(axis=0)
    for ordinal in np.argsort(-everywhere, kind="stable")[: np.count_nonzero(everywhere)].tolist():
        yield column.value(ordinal).label, counts[:, ordinal].tolist(), int(totals[ordinal])
    without = np.array([each.count for each in matching], np.int64) - counts.sum(axis=1)
    yield from _undated(without, snapshot.count - int(totals.sum()))


def _undated(counts: Int64Array, total: int) -> Iterator[_Row]:
    if counts.any():
        yield None, counts.tolist(), total


def _days(matching: Sequence[DocIdSet], snapshot: Snapshot) -> list[Int64Array]:
    return [snapshot.days[each.doc_ids] for each in matching]


def _years_there(articles: DocIdSet, snapshot: Snapshot) -> Int64Array:
    years = np.unique(years_of(snapshot.days[articles.doc_ids]))
    return years[years > 0]


def _whole_years(matching: Sequence[DocIdSet], snapshot: Snapshot) -> range:
    """From the first year of any to the last."""
    years = np.concatenate([_years_there(each, snapshot) for each in matching])
    return range(int(years.min()), int(years.max()) + 1) if len(years) else range(0)


def _counts(years: Int64Array) -> Int64Array:
    return np.bincount(years, minlength=MAXYEAR + 1)


def _counts_of_months(days: Int64Array) -> CountsOfMonths:
    """How many articles are of each month: of shape (years, 13), month 0 for those of none that is known."""
    step = MONTHS + 1
    counted: Int64Array = np.bincount(years_of(days) * step + months_of(days), minlength=(MAXYEAR + 1) * step)
    return counted.reshape(-1, step)
