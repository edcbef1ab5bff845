"""Whole numbers of one width, packed: 2, 8, 10, 12, 16, 20 or 32 bits each.

The whole bytes of each number stand in one array, the two or four bits above them in another, several to a byte: both
are decoded by compiled loops, the bits by a table that has a byte's worth of numbers at each place. Numbers that do not
fit stand aside as exceptions, of 16 bits for widths below 16. A width of 2 bits has no whole bytes, and begins at 1,
as a frequency of 0 has no posting.
"""

from bisect import bisect_left
from functools import cache

import numpy as np

from index.arrays.array_file import Arrays, ArrayWriter
from index.arrays.types import AnyIntArray, Int64Array

WIDTHS = (2, 8, 10, 12, 16, 20, 32)
"""Bits of a number, ascending."""

_BYTE = 8
_LARGEST = tuple(1 << width if width < _BYTE else (1 << width) - 1 for width in WIDTHS)


def fitting(values: AnyIntArray) -> AnyIntArray:
    """The place in `WIDTHS` of the narrowest width that each number fits: uint8 of the same shape."""
    places = np.zeros(values.shape, np.uint8)
    for largest in _LARGEST[:-1]:
        places += values > largest
    places[(values == 0)] = WIDTHS.index(_BYTE)
    return places


class PackedIntsWriter:
    """Appends numbers to the arrays `name`, `<name>.high` and `<name>.exception.*` of a file, where they are needed."""

    def __init__(self, out: ArrayWriter, name: str, width: int) -> None:
        self.count = 0
        """Numbers written so far."""
        self._out = out
        self._name = name
        self._width = width
        self._whole, self._high = width // _BYTE * _BYTE, width % _BYTE
        self._left = np.empty(0, np.uint8)

    def extend(self, values: AnyIntArray, exceeding: Int64Array) -> None:
        """Append numbers, of which those at the places `exceeding`, ascending, do not fit."""
        if len(exceeding):
            self._out.extend(f"{self._name}.exception.place", self.count + exceeding, "<i8")
            self._out.extend(f"{self._name}.exception.value", values[exceeding], _kind(self._width, wider=True))
        self.count += len(values)
        if self._whole:
            self._out.extend(self._name, values.astype(f"<u{self._whole // _BYTE}"))
        if self._high:
            first = 0 if self._whole else 1
            high = ((values.astype(np.uint32, copy=False) - first) >> self._whole).astype(np.uint8)
            high &= (1 << self._high) - 1
            self._pack(np.concatenate([self._left, high]))

    def close(self) -> None:
        """Write what is left: fewer numbers than a byte holds."""
        if len(self._left):
            self._pack(np.pad(self._left, (0, _BYTE // self._high - len(self._left))))

    def _pack(self, high: AnyIntArray) -> None:
        each = _BYTE // self._high
        whole = len(high) // each * each
        rows, self._left = high[:whole].reshape(-1, each), high[whole:]
        packed = np.zeros(len(rows), np.uint8)
        for place in range(each):
            packed |= rows[:, place] << np.uint8(self._high * place)
        self._out.extend(f"{self._name}.high", packed)


class PackedInts:
    """Numbers that `PackedIntsWriter` wrote; an array of them is first touched when numbers are asked for."""

    def __init__(self, arrays: Arrays, name: str, width: int) -> None:
        self._arrays = arrays
        self._name, self._high_name = name, f"{name}.high"
        self._exceptions = f"{name}.exception.place", f"{name}.exception.value"
        self._width = width
        self._whole, self._high = width // _BYTE * _BYTE, width % _BYTE
        self._each = _BYTE // self._high if self._high else 0

    def range(self, first: int, last: int, *, exceptions: bool = False) -> AnyIntArray:
        """Numbers `first` to `last` (excluded): unsigned, of 8 to 32 bits; `exceptions`: some of them do not fit."""
        values = self._fitting(first, last, wider=exceptions)
        if exceptions:
            places, larger = self._exceptions_in(first, last)
            values[places - first] = larger
        return values

    def take(self, places: Int64Array, *, exceptions: bool = False) -> AnyIntArray:
        """The numbers at some ascending places, as in `range`."""
        values = self._fitting_at(places, wider=exceptions)
        if exceptions and len(places):
            odd, larger = self._exceptions_in(int(places[0]), int(places[-1]) + 1)
            found = np.searchsorted(places, odd)
            there = places[found] == odd
            values[found[there]] = larger[there]
        return values

    def _fitting(self, first: int, last: int, *, wider: bool) -> AnyIntArray:
        """The same without exceptions; `wider`: in an array that may be written to, and has room for them."""
        if not self._high:
            return self._bytes(self._arrays.range(self._name, first, last), wider=wider)
        begin, each = first // self._each, self._each
        packed = self._arrays.range(self._high_name, begin, -(-last // each))
        table, kind = _table(self._width, wider=wider)
        values: AnyIntArray = table.take(packed, mode="clip").view(kind)[first - begin * each : last - begin * each]
        if self._whole:
            values += self._arrays.range(self._name, first, last)
        return values

    def _fitting_at(self, places: Int64Array, *, wider: bool) -> AnyIntArray:
        if not self._high:
            return self._bytes(self._arrays.take(self._name, places), wider=wider)
        packed = self._arrays.take(self._high_name, places // self._each).astype(np.int64)
        table, kind = _table(self._width, wider=wider)
        values: AnyIntArray = table.view(kind)[packed * self._each + places % self._each]
        if self._whole:
            values += self._arrays.take(self._name, places)
        return values

    def _bytes(self, values: AnyIntArray, *, wider: bool) -> AnyIntArray:
        return values.astype(_kind(self._width, wider=True)) if wider else values

    def _exceptions_in(self, first: int, last: int) -> tuple[AnyIntArray, AnyIntArray]:
        """The exceptions among numbers `first` to `last` (excluded): their places, ascending, and what they are."""
        places, values = map(self._arrays.__getitem__, self._exceptions)
        begin = bisect_left(places.data, first)  # in a fifth of the time of NumPy's, which makes arrays of both
        end = bisect_left(places.data, last, begin)
        return places[begin:end], values[begin:end]


def exception_bits(width: int) -> int:
    """How large the exceptions among numbers of a width may be."""
    return 8 * np.dtype(_kind(width, wider=True)).itemsize


def _kind(width: int, *, wider: bool) -> str:
    """The type of numbers of a width; `wider`: of those that some exceptions are put among."""
    if width > 2 * _BYTE or (wider and width == 2 * _BYTE):
        return "<u4"
    return "<u2" if width > _BYTE or wider else "<u1"


@cache
def _table(width: int, *, wider: bool) -> tuple[AnyIntArray, str]:
    """What the high bits of each byte add to the numbers they belong to, all in one number; and the type of each."""
    whole, high, kind = width // _BYTE * _BYTE, width % _BYTE, _kind(width, wider=wider)
    each = _BYTE // high
    bits = np.arange(1 << _BYTE)[:, np.newaxis] >> (high * np.arange(each)) & ((1 << high) - 1)
    table = ((bits << whole) + (0 if whole else 1)).astype(kind)
    return table.view(f"<u{each * table.itemsize}").ravel(), kind
