"""A facet of one segment: the values of each article, as places among the facet's values in the order of keys."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np

from index.columnar.arrays import Arrays, ArrayWriter, Ints, Numbers
from index.columnar.strings import Strings, StringsWriter

Mask = np.ndarray[tuple[int], np.dtype[np.bool_]]

_FEW_VALUES = 512
"""A facet with no more values than this also keeps, for each value, a bit for each article."""

_WORD = 64
_CHUNK = 1 << 16


class FacetWriter:
    """Writes a facet: its values in the order of keys, then those of each article, article after article."""

    def __init__(self, out: ArrayWriter, name: str) -> None:
        self._out = out
        self._name = name
        self._shown = [StringsWriter(out, f"{name}.{part}") for part in ("key", "label", "kind")]
        self._lengths: list[Numbers] = []
        self._ordinals: list[Numbers] = []
        self.count = 0
        """Values so far."""

    def add_values(self, values: Sequence[tuple[bytes, bytes, bytes]]) -> None:
        """Append values: key, label and kind of each."""
        for place, strings in enumerate(self._shown):
            strings.extend_with([value[place] for value in values])
        self.count += len(values)

    def add_articles(self, ordinals: Ints, lengths: Numbers) -> None:
        """Append articles, when all values are there: the i-th has `lengths[i]` of the ordinals."""
        self._ordinals.append(ordinals.astype(self._width))
        self._lengths.append(lengths.astype(np.uint32))

    def close(self) -> None:
        """Write what was gathered."""
        lengths = np.concatenate([np.empty(0, np.uint32), *self._lengths])
        ordinals = np.concatenate([np.empty(0, self._width), *self._ordinals])
        starts = np.zeros(len(lengths) + 1, np.int64)
        np.cumsum(lengths, out=starts[1:])
        self._out.extend(f"{self._name}.start", starts, "<u4")
        self._out.extend(f"{self._name}.of", ordinals)
        totals = np.zeros(self.count, np.int64)
        for first in range(0, len(ordinals), _CHUNK):
            totals += np.bincount(ordinals[first : first + _CHUNK], minlength=self.count)
        self._out.extend(f"{self._name}.total", totals, "<u4")
        if self.count <= _FEW_VALUES:
            self._out.extend(f"{self._name}.bits", _bits(self.count, lengths, ordinals).ravel())

    @property
    def _width(self) -> np.dtype[Any]:
        return np.min_scalar_type(max(self.count - 1, 0)).newbyteorder("<")


def _bits(values: int, lengths: Numbers, ordinals: Numbers) -> Numbers:
    articles = len(lengths)
    packed = np.zeros((values, -(-articles // _WORD) * 8), np.uint8)
    ends = np.cumsum(lengths, dtype=np.int64)
    for first in range(0, articles, _CHUNK):
        part = lengths[first : first + _CHUNK]
        begin = int(ends[first]) - int(lengths[first])
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

    def of_live(self) -> tuple[Numbers, Ints]:
        """The ordinals of all live articles one after the other, and how many each has."""
        lengths: Ints = self.starts[1:].astype(np.int64) - self.starts[:-1]
        if self._live.all():
            return self.ordinals, lengths
        return self.ordinals[np.repeat(self._live, lengths)], lengths[self._live]

    def _count_few(self, articles: Ints) -> Ints:
        return np.bincount(self.of(articles)[0], minlength=len(self.keys))

    def _count_many(self, matching: Mask) -> Ints:
        by_value = np.repeat(matching, np.diff(self.starts))
        return np.bincount(self.ordinals[by_value], minlength=len(self.keys))


def _words(mask: Mask) -> Numbers:
    packed = np.packbits(mask, bitorder="little")
    return np.pad(packed, (0, -len(packed) % 8)).view("<u8")
