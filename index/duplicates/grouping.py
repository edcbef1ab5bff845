"""Linked articles as groups, each with the article that stands for it first."""

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np

from index.arrays.types import AnyIntArray, Int64Array
from index.segments.date_columns import days_of_month, months_of, years_of

_UNKNOWN = 99


def grouped(
    links: Int64Array, totals: AnyIntArray, days: Sequence[AnyIntArray], article_id: Callable[[int], bytes]
) -> Int64Array:
    """Of shape (articles, 3): every linked article, its group, and its place in it.

    First stands the one that was published first, then the longest, then the one with the lowest id.
    """
    doc_ids, groups = _connected(links)
    if not len(doc_ids):
        return np.empty((0, 3), np.int64)
    published = _published(np.concatenate(days)[doc_ids])
    shortness = -totals[doc_ids].astype(np.int64)
    order = np.lexsort((shortness, published, groups))
    doc_ids, groups, published, shortness = doc_ids[order], groups[order], published[order], shortness[order]
    _sort_ties(doc_ids, np.stack([groups, published, shortness]), article_id)
    starts = np.diff(groups, prepend=-1) != 0
    group = np.cumsum(starts) - 1
    return np.stack([doc_ids, group, np.arange(len(group)) - np.flatnonzero(starts)[group]], axis=1)


def _connected(links: Int64Array) -> tuple[Int64Array, Int64Array]:
    """All linked articles, ascending, and for each the place among them of the first that it is connected with."""
    doc_ids, ends = np.unique(links, return_inverse=True)
    one, other = ends.reshape(-1, 2).T
    first = np.arange(len(doc_ids))
    while True:
        lower = np.minimum(first[one], first[other])
        nearer = first.copy()
        np.minimum.at(nearer, first[one], lower)
        np.minimum.at(nearer, first[other], lower)
        nearer = nearer[nearer]
        if (nearer == first).all():
            return doc_ids, first
        first = nearer


def _published(days: AnyIntArray) -> Int64Array:
    """Days to sort by: a month or a day that is not known stands behind those that are, no date behind all."""
    parts = years_of(days), months_of(days), days_of_month(days)
    known = [np.where(part == 0, _UNKNOWN * 101, part).astype(np.int64) for part in parts]
    return known[0] * 10**8 + known[1] * 10**4 + known[2]


def _sort_ties(doc_ids: Int64Array, keys: Int64Array, article_id: Callable[[int], bytes]) -> None:
    """Put articles whose keys are the same in the order of their ids."""
    begins = np.flatnonzero((np.diff(keys, axis=1, prepend=-1 - keys[:, :1]) != 0).any(axis=0))
    for begin, end in pairwise([*begins.tolist(), len(doc_ids)]):
        if end - begin > 1:
            doc_ids[begin:end] = sorted(doc_ids[begin:end].tolist(), key=article_id)
