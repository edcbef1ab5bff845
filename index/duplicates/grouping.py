"""Linked articles as groups, each with the article that stands for it first."""

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np

from index.arrays.types import AnyIntArray, Int64Array

_UNKNOWN = 99


def grouped(
    links: Int64Array, totals: AnyIntArray, days: Sequence[AnyIntArray], article_id: Callable[[int], bytes]
) -> Int64Array:
    """Of shape (articles, 3): every linked article, its group, and its place in it.

    First stands the one that was published first, then the longest, then the one with the lowest id.
    """
    numbers, groups = _connected(links)
    if not len(numbers):
        return np.empty((0, 3), np.int64)
    published = _published(np.concatenate(days)[numbers])
    shortness = -totals[numbers].astype(np.int64)
    order = np.lexsort((shortness, published, groups))
    numbers, groups, published, shortness = numbers[order], groups[order], published[order], shortness[order]
    _sort_ties(numbers, np.stack([groups, published, shortness]), article_id)
    starts = np.diff(groups, prepend=-1) != 0
    group = np.cumsum(starts) - 1
    return np.stack([numbers, group, np.arange(len(group)) - np.flatnonzero(starts)[group]], axis=1)


def _connected(links: Int64Array) -> tuple[Int64Array, Int64Array]:
    """All linked articles, ascending, and for each the place among them of the first that it is connected with."""
    numbers, ends = np.unique(links, return_inverse=True)
    one, other = ends.reshape(-1, 2).T
    first = np.arange(len(numbers))
    while True:
        lower = np.minimum(first[one], first[other])
        nearer = first.copy()
        np.minimum.at(nearer, first[one], lower)
        np.minimum.at(nearer, first[other], lower)
        nearer = nearer[nearer]
        if (nearer == first).all():
            return numbers, first
        first = nearer


def _published(days: AnyIntArray) -> Int64Array:
    """Days to sort by: a month or a day that is not known stands behind those that are, no date behind all."""
    years, months, days_of = days // 10_000, days // 100 % 100, days % 100
    known = [np.where(part == 0, _UNKNOWN * 101, part).astype(np.int64) for part in (years, months, days_of)]
    return known[0] * 10**8 + known[1] * 10**4 + known[2]


def _sort_ties(numbers: Int64Array, keys: Int64Array, article_id: Callable[[int], bytes]) -> None:
    """Put articles whose keys are the same in the order of their ids."""
    begins = np.flatnonzero((np.diff(keys, axis=1, prepend=-1 - keys[:, :1]) != 0).any(axis=0))
    for begin, end in pairwise([*begins.tolist(), len(numbers)]):
        if end - begin > 1:
            numbers[begin:end] = sorted(numbers[begin:end].tolist(), key=article_id)
