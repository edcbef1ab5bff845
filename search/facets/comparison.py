"""Spread the articles of several searches over years, months or sources, side by side."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import MAXYEAR

import numpy as np

from index.arrays.doc_id_set import DocIdSet
from index.arrays.types import Int64Array
from index.segments.date_columns import months_of, years_of
from index.snapshots.snapshot import Snapshot
from search.facets.trend import MONTHS
from search.types.request import Facet
from search.types.trend import Bucket, Spread

Row = tuple[str | None, list[int], int]
"""A value, how many of each set have it, and how many of all articles."""

Counts = Callable[[int], Sequence[int]]
"""How many articles of each set a year, or a month as `year * 13 + month`, has; and last how many of all articles."""

STEP = MONTHS + 1
"""Months of a year, with that of what is known to the year only."""


def finest(matching: Sequence[DocIdSet], snapshot: Snapshot) -> Spread:
    """What articles are counted by where nobody says: by month where all those with a date are of one year."""
    return finest_of(_years(matching, snapshot))


def finest_of(years: Collection[int]) -> Spread:
    """The same, for the years that there are."""
    return Spread.MONTH if len(years) == 1 else Spread.YEAR


def spread_over(by: Spread, matching: Sequence[DocIdSet], snapshot: Snapshot) -> list[list[Bucket]]:
    """The buckets of each of some sets of articles: the same ones in the same order for all of them."""
    if by is Spread.SOURCE:
        return in_columns(_by_source(matching, snapshot), len(matching))
    years, counted = _years(matching, snapshot), _counts_of_months if by is Spread.MONTH else _counts
    everything = snapshot.days[snapshot.live]
    counts = np.stack([counted(days) for days in (*_days(matching, snapshot), everything)])
    rows = by_months if by is Spread.MONTH else by_years
    return in_columns(rows(years, lambda place: counts[:, place].tolist()), len(matching))


def in_columns(rows: Iterable[Row], sets: int) -> list[list[Bucket]]:
    """Rows as the buckets of each of so many sets."""
    columns: list[list[Bucket]] = [[] for _ in range(sets)]
    for value, counts, total in rows:
        for column, count in zip(columns, counts, strict=True):
            column.append(Bucket(value, count, total))
    return columns


def by_years(years: Collection[int], counts: Counts) -> Iterator[Row]:
    """Every year from the first of some to the last, then what is undated."""
    for year in _whole(years):
        yield _row(f"{year:04d}", counts(year))
    yield from _undated(counts(0))


def by_months(years: Collection[int], counts: Counts) -> Iterator[Row]:
    """The months of whole years, then what is known to the year only, then what is undated."""
    for year in _whole(years):
        for month in range(1, STEP):
            yield _row(f"{year:04d}-{month:02d}", counts(year * STEP + month))
    for year in _whole(years):
        known = counts(year * STEP)
        if known[-1]:
            yield _row(f"{year:04d}", known)
    yield from _undated(counts(0))


def _by_source(matching: Sequence[DocIdSet], snapshot: Snapshot) -> Iterator[Row]:
    column, totals = snapshot.facets[Facet.SOURCE], snapshot.totals[Facet.SOURCE]
    counts = np.stack([column.counts(each) for each in matching])
    everywhere = counts.sum(axis=0)
    for ordinal in np.argsort(-everywhere, kind="stable")[: np.count_nonzero(everywhere)].tolist():
        yield column.value(ordinal).label, counts[:, ordinal].tolist(), int(totals[ordinal])
    without = np.array([each.count for each in matching], np.int64) - counts.sum(axis=1)
    yield from _undated([*without.tolist(), snapshot.count - int(totals.sum())])


def _row(value: str | None, counts: Sequence[int]) -> Row:
    *own, total = counts
    return value, own, total


def _undated(counts: Sequence[int]) -> Iterator[Row]:
    if any(counts[:-1]):
        yield _row(None, counts)


def _whole(years: Collection[int]) -> range:
    """From the first year of any to the last."""
    return range(min(years), max(years) + 1) if years else range(0)


def _years(matching: Sequence[DocIdSet], snapshot: Snapshot) -> set[int]:
    found = np.unique(np.concatenate([years_of(days) for days in _days(matching, snapshot)]))
    return set(found[found > 0].tolist())


def _days(matching: Sequence[DocIdSet], snapshot: Snapshot) -> list[Int64Array]:
    return [snapshot.days[each.doc_ids] for each in matching]


def _counts(days: Int64Array) -> Int64Array:
    return np.bincount(years_of(days), minlength=MAXYEAR + 1)


def _counts_of_months(days: Int64Array) -> Int64Array:
    """How many articles are of each month: int64 of shape (years x 13,); month 0 for those of none that is known."""
    return np.bincount(years_of(days) * STEP + months_of(days), minlength=(MAXYEAR + 1) * STEP)
