"""A facet of one segment: the values of each article, as places among the facet's values in the order of keys."""

from collections.abc import Sequence
from functools import cached_property
from math import inf
from typing import Any

import numpy as np

from index.arrays.array_file import Arrays, ArrayWriter
from index.arrays.doc_id_set import DocIdSet
from index.arrays.strings import Strings, StringsWriter
from index.arrays.types import AnyIntArray, Int64Array, Mask
from index.segments.word_prefixes import WordPrefixes

_FEW_VALUES = 512
"""A facet with no more values than this also keeps, for each value, a bit for each article."""

_WORDS_A_VALUE = 3
"""Words of bits that are counted in the time in which the value of an article is looked up."""

_MOST = 2
"""Where fewer than one of so many articles match, their values are looked up; else all values are gone through."""

_WORD = 64
_CHUNK = 1 << 16


class FacetWriter:
    """Writes a facet: its values in the order of keys, then those of each article, article after article."""

    def __init__(self, out: ArrayWriter, name: str) -> None:
        self._out = out
        self._name = name
        self._shown = [StringsWriter(out, f"{name}.{part}") for part in ("key", "label", "kind")]
        self._lengths: list[AnyIntArray] = []
        self._ordinals: list[AnyIntArray] = []
        self.count = 0
        """Values so far."""

    def add_values(self, values: Sequence[tuple[bytes, bytes, bytes]]) -> None:
        """Append values: key, label and kind of each."""
        for place, strings in enumerate(self._shown):
            strings.extend_with([value[place] for value in values])
        self.count += len(values)

    def add_articles(self, ordinals: Int64Array, lengths: AnyIntArray) -> None:
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


def _bits(values: int, lengths: AnyIntArray, ordinals: AnyIntArray) -> AnyIntArray:
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
    """A facet that `FacetWriter` wrote, and the ways to count it. Each array is read when it is first needed."""

    def __init__(self, arrays: Arrays, name: str, live: Mask) -> None:
        self._arrays = arrays
        self._name = name
        self._live = live

    @cached_property
    def keys(self) -> Strings:
        """The values, in order."""
        return Strings(self._arrays, f"{self._name}.key")

    @cached_property
    def labels(self) -> Strings:
        """How each value is shown."""
        return Strings(self._arrays, f"{self._name}.label")

    @cached_property
    def kinds(self) -> Strings:
        """The type of each value, or nothing."""
        return Strings(self._arrays, f"{self._name}.kind")

    @cached_property
    def starts(self) -> AnyIntArray:
        """Where the values of each article begin in `ordinals`, and where those of the last one end."""
        return self._arrays[f"{self._name}.start"]

    @cached_property
    def ordinals(self) -> AnyIntArray:
        """The values of the articles, one article's after the other's."""
        return self._arrays[f"{self._name}.of"]

    def counts(self, matching: DocIdSet) -> Int64Array:
        """How many of the matching articles, all of them live, have each value: int64 of shape (values,)."""
        if matching.count == self._articles:
            return self.totals.copy()
        if not matching.count or not len(self.keys):
            return np.zeros(len(self.keys), np.int64)
        if matching.count >= self._many and self._bits is not None:
            # Summed as uint32, as a sum of bytes as int64 takes half as long again.
            bits = np.bitwise_count(self._bits & matching.words)
            counted: Int64Array = bits.sum(axis=1, dtype=np.uint32).astype(np.int64)
            return counted
        if matching.count * 2 > matching.size:
            return self.totals - self._count(np.flatnonzero(self._live & ~matching.mask))
        return self._count(matching.doc_ids)

    def having(self, ordinals: Sequence[int]) -> Mask:
        """Which articles have at least one of these values: shape (articles,)."""
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

    def first_ordinals(self, articles: Int64Array) -> Int64Array:
        """The first value of each of some articles, -1 where there is none: int64 of their shape."""
        starts, ends = self.starts.take(articles).astype(np.int64), self.starts.take(articles + 1)
        found: Int64Array = np.full(len(articles), -1, np.int64)
        there = starts < ends
        found[there] = self.ordinals.take(starts[there])
        return found

    def ordinals_of(self, doc_ids: Int64Array) -> AnyIntArray:
        """The values of some articles, one article after the other."""
        return self.ordinals.take(self._places(doc_ids))

    @cached_property
    def beginnings(self) -> WordPrefixes:
        """What finds the values that have a word which begins in a given way; made when it is first asked for."""
        return WordPrefixes(self.keys)

    def flags(self, matching: DocIdSet, flag: AnyIntArray) -> AnyIntArray:
        """The flags of all values of each of the matching articles, or'ed; `flag` has those of each value."""
        numbers = matching.doc_ids
        few = matching.count * _MOST < len(self.starts)
        starts = self.starts.astype(np.int64)
        lengths = (starts[1:] - starts[:-1])[numbers] if few else starts[1:] - starts[:-1]
        of_values = flag[self.ordinals.take(self._places(numbers)) if few else self.ordinals]
        found = np.zeros(len(lengths), flag.dtype)
        there = np.flatnonzero(lengths)
        if len(there):
            found[there] = np.bitwise_or.reduceat(of_values, (np.cumsum(lengths) - lengths)[there])
        return found if few else found[numbers]

    @cached_property
    def totals(self) -> Int64Array:
        """How many live articles have each value: int64 of shape (values,)."""
        dead = np.flatnonzero(~self._live)
        totals: Int64Array = self._arrays[f"{self._name}.total"].astype(np.int64)
        return totals - self._count(dead) if len(dead) else totals

    @cached_property
    def _articles(self) -> int:
        return int(np.count_nonzero(self._live))

    @cached_property
    def _many(self) -> float:
        """From so many matching articles on it takes less time to count bits than to look up their values."""
        articles, values, bits = (f"{self._name}.{part}" for part in ("start", "of", "bits"))
        if bits not in self._arrays or not self._arrays.length(values):
            return inf
        each = self._arrays.length(values) / self._arrays.length(articles)
        return self._arrays.length(bits) / (_WORDS_A_VALUE * each)

    @cached_property
    def _bits(self) -> AnyIntArray | None:
        """For each value a bit for each article; None where there are too many values, or none."""
        name = f"{self._name}.bits"
        if name not in self._arrays or not len(self.keys):
            return None
        bits: AnyIntArray = self._arrays[name].reshape(len(self.keys), -1)
        return bits

    def of_live(self) -> tuple[AnyIntArray, Int64Array]:
        """The ordinals of all live articles one after the other, and how many each has."""
        lengths: Int64Array = self.starts[1:].astype(np.int64) - self.starts[:-1]
        if self._live.all():
            return self.ordinals, lengths
        return self.ordinals[np.repeat(self._live, lengths)], lengths[self._live]

    def _count(self, articles: Int64Array) -> Int64Array:
        if self._one_each or len(articles) * _MOST < len(self.starts):
            return np.bincount(self.ordinals_of(articles), minlength=len(self.keys))
        mask = DocIdSet(len(self.starts) - 1, doc_ids=articles).mask
        return np.bincount(self.ordinals[np.repeat(mask, np.diff(self.starts))], minlength=len(self.keys))

    @cached_property
    def _one_each(self) -> bool:
        """Whether each article has one value, as of years and of languages: it stands at the place of the article."""
        return len(self.ordinals) == len(self.starts) - 1 and bool((self.starts[1:] > self.starts[:-1]).all())

    def _places(self, articles: Int64Array) -> Int64Array:
        """Where the ordinals of some articles stand, without those that have none."""
        if self._one_each:
            return articles
        starts, ends = self.starts.take(articles).astype(np.int64), self.starts.take(articles + 1).astype(np.int64)
        there = starts < ends
        if not there.all():
            starts, ends = starts[there], ends[there]
        if not len(starts):
            return starts
        # One step within an article, a leap to the next one: their running sum is several times as fast as arange.
        lasts = np.cumsum(ends - starts)
        steps = np.ones(int(lasts[-1]), np.int64)
        steps[0] = starts[0]
        steps[lasts[:-1]] = starts[1:] - ends[:-1] + 1
        return np.cumsum(steps, out=steps)
