"""Facets over the segments of a snapshot: values as whole numbers that are counted and compared in bulk."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain, pairwise
from typing import NamedTuple

import numpy as np

from corpus.article import EntityType
from corpus.encoding import to_utf8
from index.arrays.doc_id_set import DocIdSet
from index.arrays.strings import Strings
from index.arrays.types import AnyIntArray, Int64Array, Mask
from index.segments.segment_facet import SegmentFacet

KINDS = ("", *EntityType)
"""The types of values; facets of other things than names have none."""

_REMEMBERED = 4096
"""Values of which the strings are kept: those of most answers are the same few."""

_KIND_OF_LENGTH: AnyIntArray = np.zeros(max(map(len, KINDS)) + 1, np.uint8)
"""The place of a type among `KINDS` by its length, as no two are of one: a million are told apart at once."""

_KIND_OF_LENGTH[list(map(len, KINDS))] = range(len(KINDS))


class Value(NamedTuple):
    """A value's exact key, how it is shown, and its type or nothing."""

    key: str
    label: str
    kind: str


class FacetColumn:
    """One facet of every article of a snapshot. A value is known by its place in the order of keys."""

    def __init__(self, parts: Sequence[SegmentFacet], bases: Sequence[int]) -> None:
        """The facet of each segment, and where each begins; `bases` has the end of the last besides."""
        self._parts = parts
        self._bounds = list(pairwise(bases))
        self._places: list[Int64Array] | None = None
        """Of each segment, where its values stand among those of all; None where all segments have the same."""
        self._telling = parts[:1]
        """The segments that have every value."""
        self._size = len(parts[0].keys) if parts else 0
        self._values: dict[int, Value] = {}
        if not all(_same(parts[0].keys, part.keys) for part in parts[1:]):
            self._join()

    def __len__(self) -> int:
        return self._size

    def value(self, ordinal: int) -> Value:
        """How a value is known and shown."""
        found = self._values.get(ordinal)
        if found is None:
            if len(self._values) >= _REMEMBERED:
                self._values.clear()
            found = self._values[ordinal] = self._read(ordinal)
        return found

    @cached_property
    def kinds(self) -> AnyIntArray:
        """The type of each value, by its place in `KINDS`: shape (values,), dtype uint8."""
        found: AnyIntArray = np.zeros(len(self), np.uint8)
        for i, part in enumerate(reversed(self._telling), 1):
            kinds = _KIND_OF_LENGTH[part.kinds.lengths()]
            found[slice(None) if self._places is None else self._places[-i]] = kinds
        return found

    def key(self, ordinal: int) -> str:
        """The key of a value alone."""
        part, place = self._shown(ordinal)
        return part.keys[place].decode()

    def resolved(self, key: str) -> str:
        """The key of the value that a value is shown as: its own."""
        return key

    def ordinal(self, key: str) -> int | None:
        """The value that has a key."""
        wanted = key.encode()
        for i, part in enumerate(self._telling):
            place = part.keys.place(wanted, 0, len(part.keys))
            if place < len(part.keys) and part.keys[place] == wanted:
                return place if self._places is None else int(self._places[i][place])
        return None

    def with_word(self, start: str) -> Mask:
        """Which values have a word in their key that begins with a string, itself the start of a key.

        A mask of shape (values,).
        """
        mask: Mask = np.zeros(len(self), np.bool_)
        for i, part in enumerate(self._telling):
            places = part.beginnings.of(to_utf8(start))
            mask[places if self._places is None else self._places[i][places]] = True
        return mask

    def counts(self, matching: DocIdSet) -> Int64Array:
        """How many of the matching articles, all of them live, have each value: int64 of shape (values,)."""
        if len(self._parts) == 1:
            return self._parts[0].counts(matching)
        found: Int64Array = np.zeros(len(self), np.int64)
        for i, (part, (begin, end)) in enumerate(zip(self._parts, self._bounds, strict=True)):
            found[slice(None) if self._places is None else self._places[i]] += part.counts(matching.within(begin, end))
        return found

    def having(self, value: int) -> Mask:
        """Which of all articles have a value: shape (articles,)."""
        mask: Mask = np.zeros(self._bounds[-1][1] if self._bounds else 0, np.bool_)
        for i, (part, (begin, end)) in enumerate(zip(self._parts, self._bounds, strict=True)):
            places = [value] if self._places is None else np.flatnonzero(self._places[i] == value).tolist()
            if places:
                mask[begin:end] = part.having(places)
        return mask

    def first_values(self, doc_ids: Int64Array) -> Int64Array:
        """The first value of each of some articles, -1 for one that has none: of the shape of `doc_ids`."""
        found: Int64Array = np.full(len(doc_ids), -1, np.int64)
        for i, (part, (begin, end)) in enumerate(zip(self._parts, self._bounds, strict=True)):
            here = np.flatnonzero((doc_ids >= begin) & (doc_ids < end))
            first = part.first_ordinals(doc_ids[here] - begin)
            has = first >= 0
            found[here[has]] = first[has] if self._places is None else self._places[i][first[has]]
        return found

    def members(self, value: int) -> list[int]:
        """The values that are counted as a value: itself."""
        return [value]

    def together(self, matching: DocIdSet, values: Sequence[int]) -> Int64Array:
        """How many of the matching articles have two values, for each two of at most 32: a square of counts."""
        counts: Int64Array = np.zeros((len(values), len(values)), np.int64)
        if not values:
            return counts
        for i, (part, (begin, end)) in enumerate(zip(self._parts, self._bounds, strict=True)):
            flag = np.zeros(len(part.keys), np.uint32)
            for bit, value in enumerate(values):
                for each in self.members(value):
                    flag[each if self._places is None else self._places[i] == each] |= np.uint32(1 << bit)
            counts += _of_two(part.flags(matching.within(begin, end), flag), len(values))
        return counts

    def _occurrences(self, values: Int64Array) -> Iterator[tuple[Int64Array, Int64Array]]:
        """Where articles have some values: doc_ids and the value at each, a segment at a time."""
        wanted = np.zeros(len(self), np.bool_)
        wanted[values] = True
        for i, (part, (begin, _)) in enumerate(zip(self._parts, self._bounds, strict=True)):
            of = part.ordinals.astype(np.int64) if self._places is None else self._places[i][part.ordinals]
            there = np.flatnonzero(wanted[of])
            # The article that has the i-th value of all is the last one whose values begin at or before i.
            yield np.searchsorted(part.starts, there, "right") - 1 + begin, of[there]

    def _read(self, ordinal: int) -> Value:
        part, place = self._shown(ordinal)
        return Value(*(strings[place].decode() for strings in (part.keys, part.labels, part.kinds)))

    def _join(self) -> None:
        """Find one order for the values of all segments."""
        self._telling = self._parts
        keys = [part.keys.all() for part in self._parts]
        # Runs that are in order already are sorted in a third of the time that a set of them takes.
        order = {key: place for place, key in enumerate(dict.fromkeys(sorted(chain.from_iterable(keys))))}
        self._size = len(order)
        self._places = [np.fromiter(map(order.__getitem__, each), np.int64, len(each)) for each in keys]
        self._part_of: Int64Array = np.empty(len(order), np.int64)
        self._place_in: Int64Array = np.empty(len(order), np.int64)
        for i, places in reversed(list(enumerate(self._places))):
            self._part_of[places] = i
            self._place_in[places] = np.arange(len(places))

    def _shown(self, value: int) -> tuple[SegmentFacet, int]:
        if self._places is None:
            return self._parts[0], value
        return self._parts[int(self._part_of[value])], int(self._place_in[value])


def _same(one: Strings, other: Strings) -> bool:
    return np.array_equal(one.ends, other.ends) and np.array_equal(one.data, other.data)


def _of_two(flags: Int64Array, size: int) -> Int64Array:
    """How many of some flags have two bits, for each two of the lowest: their articles as bits, and'ed and counted."""
    planes = np.stack([np.packbits(flags & np.uint32(1 << bit) != 0) for bit in range(size)])
    words = np.pad(planes, ((0, 0), (0, -planes.shape[1] % 8))).view(np.uint64)
    return np.stack([np.bitwise_count(words & row).sum(axis=1, dtype=np.int64) for row in words])
