"""Many lists of whole numbers, each in the narrowest width that its numbers fit: postings are made of these.

A list of ones takes no room at all; any other is kept in one, two or four bytes a number, in a stream for each width.
"""

import numpy as np

from index.arrays.array_file import Arrays, ArrayWriter
from index.arrays.types import AnyIntArray, Int64Array

_WIDTHS = (1, 2, 4)


class ListsWriter:
    """Appends lists to the arrays `<name>.*` of a file. AnyIntArray are from 0 to 2**32 - 1."""

    def __init__(self, out: ArrayWriter, name: str) -> None:
        self._out = out
        self._name = name
        self._written = dict.fromkeys((0, *_WIDTHS), 0)
        self.extend(np.empty(0, np.int64), np.empty(0, np.int64))

    def extend(self, values: AnyIntArray, lengths: Int64Array) -> None:
        """Append lists of these lengths, their numbers one after the other."""
        widths = _widths(values, lengths)
        starts = np.zeros(len(lengths), np.int64)
        by_value = np.repeat(widths, lengths)
        for width in _WIDTHS:
            of_width = widths == width
            counts = np.where(of_width, lengths, 0)
            before = self._written[width] + np.cumsum(counts) - counts
            starts[of_width] = before[of_width]
            self._out.extend(f"{self._name}.{width}", values[by_value == width], f"<u{width}")
            self._written[width] += int(counts.sum())
        self._out.extend(f"{self._name}.width", widths, np.uint8)
        self._out.extend(f"{self._name}.start", starts, "<i8")


def _widths(values: AnyIntArray, lengths: Int64Array) -> AnyIntArray:
    widths = np.zeros(len(lengths), np.uint8)
    there = np.flatnonzero(lengths)
    if not len(there):
        return widths
    starts = (np.cumsum(lengths) - lengths)[there]
    most, least = np.maximum.reduceat(values, starts), np.minimum.reduceat(values, starts)
    narrow = np.select([(most == 1) & (least == 1), most < 1 << 8, most < 1 << 16], [0, 1, 2], 4)
    widths[there] = narrow
    return widths


class Lists:
    """Lists that `ListsWriter` wrote."""

    def __init__(self, arrays: Arrays, name: str) -> None:
        self._arrays = arrays  # of which a stream is first touched when a list of its width is asked for
        self._widths, self._starts = arrays[f"{name}.width"], arrays[f"{name}.start"]
        self._streams = {width: f"{name}.{width}" for width in _WIDTHS}

    def get(self, place: int, length: int) -> AnyIntArray:
        """One list, of a known length, in the width that it is kept in: uint8, uint16 or uint32 of shape (length,)."""
        width = int(self._widths[place])
        if width == 0:
            return np.ones(length, np.uint8)
        start = int(self._starts[place])
        return self._arrays[self._streams[width]][start : start + length]

    def range(self, first: int, last: int, lengths: Int64Array) -> AnyIntArray:
        """The numbers of lists `first` to `last` (excluded), of known lengths, one after the other.

        They come in the width of the widest list.
        """
        widths = self._widths[first:last]
        by_value = np.repeat(widths, lengths)
        values = np.ones(len(by_value), f"<u{max(1, int(widths.max(initial=1)))}")
        for width in _WIDTHS:
            of_width = np.flatnonzero(widths == width)
            if len(of_width):
                start = int(self._starts[first + of_width[0]])
                count = int(lengths[of_width].sum())
                values[by_value == width] = self._arrays[self._streams[width]][start : start + count]
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
