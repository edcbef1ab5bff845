"""Sort many strings at once, comparing seven bytes at a time."""

import numpy as np

from index.arrays.types import AnyIntArray, Int64Array

_BYTES = 7
_MASKS = np.array([(1 << 64) - (1 << 8 * (8 - count)) for count in range(_BYTES + 1)], np.uint64)
"""By a number of bytes: what is theirs of eight, the first of them being the highest."""


def places_in_order(data: AnyIntArray, lengths: Int64Array) -> Int64Array:
    """The place of each of some strings among all that differ, in their order: from 0, equal strings have the same.

    `data` has their bytes one after the other. A step looks at the next seven bytes of those strings that all bytes
    before leave equal (multikey sorting, Bentley and Sedgewick 1997, with a word in the place of a sign).
    """
    begins = np.cumsum(lengths) - lengths
    # One number at each byte: the eight bytes that begin there.
    words = np.ndarray(len(data) + 1, ">u8", np.concatenate([data, np.zeros(8, np.uint8)]).tobytes(), strides=(1,))
    below = np.zeros(len(lengths), np.int64)
    """How many strings are known to stand before each."""
    left, step = np.arange(len(lengths)), 0
    while len(left):
        remaining = np.clip(lengths[left] - step, 0, _BYTES + 1)
        there = words[np.minimum(begins[left] + step, len(data))] & _MASKS[np.minimum(remaining, _BYTES)]
        # The last byte says how many more there are, so that a string stands before those that it begins.
        below[left] = _below(below[left], there.astype(np.uint64) | remaining.astype(np.uint64))
        left = left[remaining > _BYTES]
        step += _BYTES
    taken = np.zeros(len(lengths), np.int64)
    taken[below] = 1
    places: Int64Array = (np.cumsum(taken) - 1)[below]
    return places


def _below(before: Int64Array, keys: AnyIntArray) -> Int64Array:
    """How many strings stand before each, where those of which as many stand before are told apart by these keys."""
    order = np.lexsort((keys, before)) if before.any() else np.argsort(keys)
    before, keys = before[order], keys[order]
    new = np.diff(before, prepend=-1) != 0
    places = np.arange(len(order))
    known = before + places - np.maximum.accumulate(np.where(new, places, 0))
    new[1:] |= keys[1:] != keys[:-1]
    below = np.empty(len(order), np.int64)
    below[order] = np.maximum.accumulate(np.where(new, known, 0))
    return below
