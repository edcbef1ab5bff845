"""Many lists of whole numbers, each as narrow as its numbers allow: postings are made of these.

A list of ones takes no room at all. Any other is kept in the width (`index.arrays.packed_ints`) that makes it smallest:
the few numbers that do not fit stand aside, so that one of them does not widen a list (Zukowski et al., Super-Scalar
RAM-CPU Cache Compression, ICDE 2006, there called patched frame of reference).
"""

import numpy as np

from index.arrays.array_file import Arrays, ArrayWriter
from index.arrays.packed_ints import WIDTHS, PackedInts, PackedIntsWriter, exception_bits, fitting
from index.arrays.types import AnyIntArray, Int64Array

_EXCEPTION = 64
"""Bits of a number that stands aside, and of its place."""

_ANY_EXCEPTIONS = 1024
"""Bits that they must save a list besides: looking them up takes as long as reading a thousand numbers."""

_LARGEST_EXCEPTIONS = np.array([(1 << exception_bits(width)) - 1 for width in WIDTHS])

_SHORT = 8
"""Lists of fewer numbers are as wide as their largest one: weighing widths would take longer than it saves."""

_AT_ONCE = 1 << 20
"""Numbers that are gathered at once, as the places of all in a list of millions would take eight bytes each."""

_AS_BITS = np.array(WIDTHS, np.uint8)
_HAS_EXCEPTIONS = 128
_WIDTH = _HAS_EXCEPTIONS - 1


class ListsWriter:
    """Appends lists to the arrays `<name>.*` of a file. Their numbers are from 0 to 2**32 - 1."""

    def __init__(self, out: ArrayWriter, name: str, narrowest: int = WIDTHS[0]) -> None:
        """`narrowest`: a list takes no fewer bits a number, as it is to be read at once."""
        self._out = out
        self._name = name
        self._narrowest = WIDTHS.index(narrowest)
        self._packed = {width: PackedIntsWriter(out, f"{name}.{width}", width) for width in WIDTHS}
        self.extend(np.empty(0, np.int64), np.empty(0, np.int64))

    def extend(self, values: AnyIntArray, lengths: Int64Array) -> None:
        """Append lists of these lengths, their numbers one after the other."""
        if values.dtype.itemsize > np.dtype(np.uint32).itemsize:
            values = values.astype(np.uint32)
        fits = fitting(values)
        np.maximum(fits, self._narrowest, out=fits)
        widths = _widths(values, fits, lengths)
        starts = np.zeros(len(lengths), np.int64)
        by_value = np.repeat(widths & _WIDTH, lengths)
        for place, width in enumerate(WIDTHS):
            of_width, packed = widths & _WIDTH == width, self._packed[width]
            if not of_width.any():
                continue
            counts = np.where(of_width, lengths, 0)
            starts[of_width] = (packed.count + np.cumsum(counts) - counts)[of_width]
            for first in range(0, len(values), _AT_ONCE):
                these = slice(first, first + _AT_ONCE)
                chosen = np.flatnonzero(by_value[these] == width)
                packed.extend(values[these][chosen], np.flatnonzero(fits[these][chosen] > place))
        self._out.extend(f"{self._name}.width", widths)
        self._out.extend(f"{self._name}.start", starts, "<i8")

    def close(self) -> None:
        """Write what is left of the last lists."""
        for packed in self._packed.values():
            packed.close()


def _widths(values: AnyIntArray, fits: AnyIntArray, lengths: Int64Array) -> AnyIntArray:
    """The width of each list, 0 where it has only ones, marked where some of its numbers do not fit: uint8."""
    widths = np.zeros(len(lengths), np.uint8)
    there = np.flatnonzero(lengths)
    if not len(there):
        return widths
    sizes = lengths[there]
    starts = np.cumsum(sizes) - sizes
    most = np.maximum.reduceat(values, starts)
    chosen = _AS_BITS[np.maximum.reduceat(fits, starts)]
    long = sizes >= _SHORT
    if long.any():
        of_long = fits if long.all() else fits[np.repeat(long, sizes)]
        chosen[long] = _smallest(of_long, sizes[long], most[long])
    chosen[(most == 1) & (np.minimum.reduceat(values, starts) == 1)] = 0
    widths[there] = chosen
    return widths


def _smallest(fits: AnyIntArray, sizes: Int64Array, most: AnyIntArray) -> AnyIntArray:
    """The width in which each list takes the fewest bits, its exceptions among them."""
    lists = len(sizes)
    counts = _counts(fits, sizes)
    beyond = sizes[:, np.newaxis] - np.cumsum(counts, axis=1)
    bits = sizes[:, np.newaxis] * _AS_BITS.astype(np.int64) + beyond * _EXCEPTION + (beyond > 0) * _ANY_EXCEPTIONS
    bits[most[:, np.newaxis] > _LARGEST_EXCEPTIONS] = np.iinfo(np.int64).max
    places = bits.argmin(axis=1)
    widths: AnyIntArray = _AS_BITS[places]
    widths[beyond[np.arange(lists), places] > 0] |= _HAS_EXCEPTIONS
    return widths


def _counts(fits: AnyIntArray, sizes: Int64Array) -> AnyIntArray:
    """How many numbers of each list have each place in `WIDTHS`: int64 of shape (lists, places)."""
    kinds = len(WIDTHS)
    if len(sizes) == 1:  # of a word that stands everywhere, whose numbers of 64 bits would fill the memory
        blocks = [np.bincount(fits[at : at + _AT_ONCE], minlength=kinds) for at in range(0, len(fits), _AT_ONCE)]
        return np.array([sum(blocks)], np.int64)
    of_list = np.repeat(np.arange(0, kinds * len(sizes), kinds), sizes)
    of_list += fits
    counts: AnyIntArray = np.bincount(of_list, minlength=kinds * len(sizes)).reshape(-1, kinds)
    return counts


class IntList:
    """One list: unsigned numbers of 8 to 32 bits, decoded when they are asked for."""

    def __init__(self, packed: PackedInts | None, start: int, length: int, *, has_exceptions: bool) -> None:
        self._packed = packed
        self._start = start
        self._length = length
        self._has_exceptions = has_exceptions

    def all(self) -> AnyIntArray:
        """All numbers: shape (length,)."""
        return self.part(0, self._length)

    def part(self, first: int, last: int) -> AnyIntArray:
        """Numbers `first` to `last` (excluded)."""
        if self._packed is None:
            return np.ones(last - first, np.uint8)
        return self._packed.range(self._start + first, self._start + last, exceptions=self._has_exceptions)

    def take(self, places: Int64Array) -> AnyIntArray:
        """The numbers at some ascending places."""
        if self._packed is None:
            return np.ones(len(places), np.uint8)
        return self._packed.take(self._start + places, exceptions=self._has_exceptions)


class Lists:
    """Lists that `ListsWriter` wrote."""

    def __init__(self, arrays: Arrays, name: str) -> None:
        self._widths, self._starts = arrays[f"{name}.width"], arrays[f"{name}.start"]
        self._widths_at, self._starts_at = self._widths.data, self._starts.data  # quicker for single numbers
        self._packed = {width: PackedInts(arrays, f"{name}.{width}", width) for width in WIDTHS}

    def list(self, place: int, length: int) -> IntList:
        """One list, of a known length."""
        width = int(self._widths[place])
        packed = self._packed[width & _WIDTH] if width else None
        return IntList(packed, int(self._starts[place]), length, has_exceptions=width > _HAS_EXCEPTIONS)

    def get(self, place: int, length: int) -> AnyIntArray:
        """The numbers of one list, of a known length: uint8, uint16 or uint32 of shape (length,)."""
        width, start = self._widths_at[place], self._starts_at[place]
        if not width:
            return np.ones(length, np.uint8)
        return self._packed[width & _WIDTH].range(start, start + length, exceptions=width > _HAS_EXCEPTIONS)

    def range(self, first: int, last: int, lengths: Int64Array) -> AnyIntArray:
        """The numbers of lists `first` to `last` (excluded), of known lengths, one after the other.

        They come in a type that all of them fit.
        """
        widths = self._widths[first:last]
        by_value = np.repeat(widths & _WIDTH, lengths)
        found = dict[int, AnyIntArray]()
        for width in np.flatnonzero(np.bincount(widths & _WIDTH)).tolist():
            if width:
                lists = np.flatnonzero(widths & _WIDTH == width)
                start = int(self._starts[first + lists[0]])
                end, exceptions = start + int(lengths[lists].sum()), bool((widths[lists] > _HAS_EXCEPTIONS).any())
                found[width] = self._packed[width].range(start, end, exceptions=exceptions)
        values = np.ones(len(by_value), np.result_type(np.uint8, *found.values()))
        for width, of_width in found.items():
            values[by_value == width] = of_width
        return values


def gaps(values: Int64Array, starts: Int64Array) -> Int64Array:
    """Ascending numbers as their differences, anew from zero at each of `starts`: int64 of the same shape."""
    steps = np.diff(values, prepend=0)
    steps[starts] = values[starts]
    return steps


def ungapped(steps: AnyIntArray, lengths: Int64Array) -> Int64Array:
    """The numbers of lists whose differences these are: int64 of the same shape."""
    sums = np.cumsum(steps, dtype=np.int64)
    there = lengths[lengths > 0]
    starts = np.cumsum(there) - there
    before = np.where(starts > 0, sums[starts - 1], 0)
    values: Int64Array = sums - np.repeat(before, there)
    return values
