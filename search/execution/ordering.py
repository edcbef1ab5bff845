"""The order of results: by relevance or by date, ties by id; and cursors, which continue after a given article."""

from dataclasses import dataclass

import numpy as np

from index.arrays.types import Float64Array, Int64Array
from index.snapshots.snapshot import Snapshot
from search.execution.executor import Matches
from search.types.cursors import AFTER_EVERY_DATE, Cursor
from search.types.request import Sort

_GROUP = 64
"""Keys, far apart from each other, of which the lowest is looked for first."""

_MANY = 16
"""Where no more than so many times the wanted keys are there, they are looked through as they are."""


_PAGE = 100
"""Of so few matches it is likely that no two have the same key, and nothing need be known of their ids."""


@dataclass(frozen=True, slots=True)
class Ordered:
    """A page of matches, best first, with the key that each was sorted by. `more` tells whether others follow."""

    doc_ids: Int64Array
    scores: Float64Array
    keys: Float64Array
    more: bool


def page_of(matches: Matches, sort: Sort, snapshot: Snapshot, *, start: int, count: int) -> Ordered:
    """The `count` matches from place `start` of the order."""
    return _cut(matches, _keys(matches, sort, snapshot), snapshot, start, count)


def page_by(matches: Matches, keys: Float64Array, snapshot: Snapshot, *, start: int, count: int) -> Ordered:
    """The `count` matches from place `start` where they are ordered by keys of their own, the lowest first."""
    return _cut(matches, keys, snapshot, start, count)


def after(cursor: str, matches: Matches, sort: Sort, snapshot: Snapshot, *, count: int) -> Ordered:
    """The `count` matches that follow a cursor.

    Raises `BadRequest` for what is no cursor of this order, and for one by relevance that another state of the index
    gave: its scores mean nothing in this one. Cursors by date go on across changes of the index.
    """
    last = Cursor.decoded(cursor, sort, snapshot.generation)
    keys = _keys(matches, sort, snapshot)
    later = (keys > last.key) | ((keys == last.key) & snapshot.ids.after(matches.doc_ids, last.id))
    rest = Matches(matches.doc_ids[later], matches.scores[later])
    return _cut(rest, keys[later], snapshot, 0, count)


def cursor_after(page: Ordered, sort: Sort, snapshot: Snapshot) -> str | None:
    """A cursor that continues after the last article of a page; None where nothing follows."""
    if not page.more or not len(page.doc_ids):
        return None
    return Cursor(snapshot.generation, sort, float(page.keys[-1]), snapshot.ids[int(page.doc_ids[-1])]).encoded()


def _keys(matches: Matches, sort: Sort, snapshot: Snapshot) -> Float64Array:
    """What the matches are sorted by, ascending."""
    if sort is Sort.RELEVANCE:
        return np.broadcast_to(-0.0, len(matches.doc_ids)) if matches.are_unscored else -matches.scores
    if sort is Sort.ADDED:
        return -snapshot.added[matches.doc_ids].astype(np.float64)
    days = snapshot.days[matches.doc_ids].astype(np.float64)
    return -days if sort is Sort.NEWEST else np.where(days == 0, AFTER_EVERY_DATE, days)


def _cut(matches: Matches, keys: Float64Array, snapshot: Snapshot, start: int, count: int) -> Ordered:
    end = start + count
    order = _first(matches, keys, snapshot, end)[start:]
    return Ordered(matches.doc_ids[order], matches.scores[order], keys[order], more=end < len(keys))


def _first(matches: Matches, keys: Float64Array, snapshot: Snapshot, count: int) -> Int64Array:
    """The places of the first `count` matches, in order."""
    if keys.strides == (0,):  # one key for all
        return matches.doc_ids.searchsorted(snapshot.ids.first(matches.doc_ids, count))
    return _in_order(_chosen(matches, keys, snapshot, count), matches, keys, snapshot)


def _chosen(matches: Matches, keys: Float64Array, snapshot: Snapshot, count: int) -> Int64Array:
    """The same places in any order."""
    if count >= len(keys):
        return np.arange(len(keys))
    near = near_first(keys, count)
    of_near = keys[near]
    last = np.partition(of_near, count - 1)[count - 1]
    first, tied = near[of_near < last], near[of_near == last]
    if len(first) + len(tied) > count:  # of those with the last key, the lowest ids
        ties = snapshot.ids.first(matches.doc_ids[tied], count - len(first))
        tied = matches.doc_ids.searchsorted(ties)
    return np.concatenate([first, tied])


def _in_order(places: Int64Array, matches: Matches, keys: Float64Array, snapshot: Snapshot) -> Int64Array:
    """Some places in order."""
    if len(places) <= _PAGE:
        order = keys[places].argsort()
        ordered = keys[places[order]]
        if (ordered[1:] != ordered[:-1]).all():
            return places[order]
    numbers = snapshot.ids.first(np.sort(matches.doc_ids[places]), len(places))
    by_id = matches.doc_ids.searchsorted(numbers)
    return by_id[keys[by_id].argsort(kind="stable")]


def near_first(keys: Float64Array | Int64Array, count: int) -> Int64Array:
    """The places, ascending, of few keys, the lowest `count` and all as low as these among them."""
    groups = len(keys) // _GROUP
    if len(keys) < _MANY * count:
        return np.arange(len(keys))
    # So many groups hold a key as low as this bound, which leaves little to look through.
    lowest = keys[: groups * _GROUP].reshape(_GROUP, groups).min(axis=0) if groups >= count else keys
    bound = np.partition(lowest, count - 1)[count - 1]
    near: Int64Array = np.flatnonzero(keys <= bound)
    return near


def best(matches: Matches, snapshot: Snapshot, count: int) -> Int64Array:
    """The places of the best `count` matches, ascending: int64."""
    return np.sort(_chosen(matches, _keys(matches, Sort.RELEVANCE, snapshot), snapshot, count))
