"""A facet of one segment: the values of each article, as places among the facet's values in the order of keys."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from index.columnar.arrays import Arrays, ArrayWriter, Ints, Numbers
from index.columnar.strings import Strings, write_strings

Mask = np.ndarray[tuple[int], np.dtype[np.bool_]]

_FEW_VALUES = 512
"""A facet with no more values than this also keeps, for each value, a bit for each article."""

_WORD = 64
_CHUNK = 1 << 16


def write_facet(
    out: ArrayWriter, name: str, values: Sequence[tuple[bytes, bytes, bytes]], lengths: Ints, ordinals: Ints
) -> None:
    """Write a facet. `values` are key, label and kind, in the order of keys; article i has `lengths[i]` ordinals."""
    for part, strings in zip(
        ("key", "label", "kind"), zip(*values, strict=True) if values else ((), (), ()), strict=True
    ):
        write_strings(out, f"{name}.{part}", strings)
    starts = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(lengths, out=starts[1:])
    out.extend(f"{name}.start", starts, "<u4")
    out.extend(f"{name}.of", ordinals, np.min_scalar_type(max(len(values) - 1, 0)).newbyteorder("<"))
    out.extend(f"{name}.total", np.bincount(ordinals, minlength=len(values)), "<u4")
    if len(values) <= _FEW_VALUES:
        out.extend(f"{name}.bits", _bits(len(values), lengths, ordinals).ravel())


def _bits(values: int, lengths: Ints, ordinals: Ints) -> Numbers:
    articles = len(lengths)
    packed = np.zeros((values, -(-articles // _WORD) * 8), np.uint8)
    ends = np.cumsum(lengths)
    for first in range(0, articles, _CHUNK):
        part = lengths[first : first + _CHUNK]
        begin = int(ends[first] - lengths[first])
        has = np.zeros((values, len(part)), np.bool_)
        has[ordinals[begin : begin + int(part.sum())], np.repeat(np.arange(len(part)), part)] = True
        bits = np.packbits(has, axis=1, bitorder="little")
        packed[:, first // 8 : first // 8 + bits.shape[1]] = bits
    return packed.view("<u8")


class SegmentFacet:
    """A facet that `write_facet` wrote, and the ways to count it."""

    def __init__(self, arrays: Arrays, name: str, live: Mask) -> None:
        self.keys, self.labels, self.kinds = (Strings(arrays, f"{name}.{part}") for part in ("key", "label", "kind"))
        self.starts: Numbers = arrays[f"{name}.start"]
        self.ordinals: Numbers = arrays[f"{name}.of"]
        self._totals: Numbers = arrays[f"{name}.total"]
        self._live = live
        self._bits: Numbers | None = None
        if f"{name}.bits" in arrays:
            self._bits = arrays[f"{name}.bits"].reshape(len(self.keys), -1) if len(self.keys) else None

    def counts(self, matching: Mask) -> Ints:
        """How many of the matching articles, all of them live, have each value."""
        matches = int(np.count_nonzero(matching))
        if matches * 16 < len(matching):
            return self._count_few(matching.nonzero()[0])
        if self._bits is not None:
            counted: Ints = np.bitwise_count(self._bits & _words(matching)).sum(axis=1, dtype=np.int64)
            return counted
        if matches * 2 > len(matching):
            return self.totals - self._count_many(self._live & ~matching)
        return self._count_many(matching)

    def having(self, ordinals: Sequence[int]) -> Mask:
        """Which articles have at least one of these values."""
        articles = len(self.starts) - 1
        if self._bits is not None:
            words = np.bitwise_or.reduce(self._bits[list(ordinals)], axis=0)
            return np.unpackbits(words.view(np.uint8), count=articles, bitorder="little").view(np.bool_)
        wanted = np.zeros(len(self.keys), np.bool_)
        wanted[list(ordinals)] = True
        mask = np.zeros(articles, np.bool_)
        # The article that has the i-th value of all is the last one whose values begin at or before i.
        mask[np.searchsorted(self.starts, wanted[self.ordinals].nonzero()[0], side="right") - 1] = True
        return mask

    @cached_property
    def totals(self) -> Ints:
        """How many live articles have each value."""
        if self._live.all():
            return self._totals.astype(np.int64)
        return self._count_many(self._live)

    def of(self, articles: Ints) -> tuple[Numbers, Ints]:
        """The ordinals of some articles one after the other, and how many each has."""
        starts = self.starts[articles].astype(np.int64)
        counts = self.starts[articles + 1] - starts
        within = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
        return self.ordinals[np.repeat(starts, counts) + within], counts

    def _count_few(self, articles: Ints) -> Ints:
        return np.bincount(self.of(articles)[0], minlength=len(self.keys))

    def _count_many(self, matching: Mask) -> Ints:
        by_value = np.repeat(matching, np.diff(self.starts))
        return np.bincount(self.ordinals[by_value], minlength=len(self.keys))


def _words(mask: Mask) -> Numbers:
    packed = np.packbits(mask, bitorder="little")
    return np.pad(packed, (0, -len(packed) % 8)).view("<u8")
