"""Find the articles that keys name: the keys of a segment are made when they are first asked for, and kept with it."""

from collections.abc import Sequence
from weakref import WeakKeyDictionary

import numpy as np

from index.arrays.array_file import Arrays
from index.arrays.types import Int64Array
from index.segments.article_key import number_of_key, numbers_of_ids
from index.segments.segment import Segment

_KNOWN: WeakKeyDictionary[Arrays, tuple[Int64Array, Int64Array]] = WeakKeyDictionary()
"""The keys of each segment as numbers, ascending, and the doc_ids that have them."""


def doc_ids_of_keys(keys: Sequence[str], segments: Sequence[Segment], bases: Sequence[int]) -> Int64Array:
    """The doc_id of the live article that each key names, -1 where there is none: int64 of shape (keys,)."""
    wanted = np.fromiter(map(number_of_key, keys), np.int64, len(keys))
    found: Int64Array = np.full(len(keys), -1, np.int64)
    for base, segment in zip(bases, segments, strict=False):
        numbers, doc_ids = _of_segment(segment)
        if not len(numbers):
            continue
        places = np.minimum(np.searchsorted(numbers, wanted), len(numbers) - 1)
        there = (numbers[places] == wanted) & segment.live[doc_ids[places]]
        found[there] = doc_ids[places[there]] + base
    return found


def _of_segment(segment: Segment) -> tuple[Int64Array, Int64Array]:
    known = _KNOWN.get(segment.arrays)
    if known is None:
        numbers = np.fromiter(numbers_of_ids(iter(segment.ids.all())), np.int64, segment.count)
        order = np.argsort(numbers)
        known = _KNOWN[segment.arrays] = numbers[order], order
    return known
