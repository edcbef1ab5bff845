"""A table of strings as two arrays: their bytes one after the other, and where each ends."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np

from index.arrays.array_file import Arrays, ArrayWriter
from index.arrays.types import AnyIntArray, Int64Array

_FEW = 1_000
"""Strings after which a table is verified wholly."""


class StringsWriter:
    """Appends strings to the table `name` of a file."""

    def __init__(self, out: ArrayWriter, name: str) -> None:
        self._out = out
        self._name = name
        self._end = 0
        out.extend(f"{name}.bytes", np.empty(0, np.uint8))
        out.extend(f"{name}.ends", np.zeros(1, np.int64), "<i8")

    def extend(self, data: AnyIntArray, lengths: Int64Array) -> None:
        """Append strings of these lengths, their bytes one after the other."""
        self._out.extend(f"{self._name}.bytes", data)
        self._out.extend(f"{self._name}.ends", self._end + np.cumsum(lengths))
        self._end += len(data)

    def extend_with(self, strings: Sequence[bytes]) -> None:
        """Append strings."""
        lengths = np.fromiter(map(len, strings), np.int64, len(strings))
        self.extend(np.frombuffer(b"".join(strings), np.uint8), lengths)


def write_strings(out: ArrayWriter, name: str, strings: Iterable[bytes]) -> None:
    """Write a table in one go."""
    StringsWriter(out, name).extend_with(list(strings))


class Strings(Sequence[bytes]):
    """A table that `write_strings` wrote; strings are verified and decoded when they are asked for."""

    def __init__(self, arrays: Arrays, name: str) -> None:
        self._arrays = arrays
        self._bytes, self._ends = f"{name}.bytes", f"{name}.ends"
        self._count = arrays.length(self._ends) - 1
        self._asked = 0
        self._verified: tuple[memoryview, memoryview] | None = None
        """Both arrays, once they are wholly verified: a string is read from them in a tenth of the time."""

    @property
    def data(self) -> AnyIntArray:
        """Their bytes one after the other."""
        return self._arrays[self._bytes]

    @property
    def ends(self) -> AnyIntArray:
        """Where each begins, and behind them all where the last one ends: shape (strings + 1,)."""
        return self._arrays[self._ends]

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, place: int) -> bytes:  # type: ignore[override]  # no slices
        found = self._verified or self._wholly()
        if found is None:
            return self._read(place)
        data, ends = found
        return bytes(data[ends[place] : ends[place + 1]])

    def _wholly(self) -> tuple[memoryview, memoryview] | None:
        """Both arrays, where they are verified, or many strings of them have been asked for; else None."""
        self._asked += 1
        if self._asked > _FEW or self._arrays.is_verified(self._bytes, self._ends):
            self._verified = self.data.data, self.ends.data
        return self._verified

    def _read(self, place: int) -> bytes:
        """One of a few: the others need not be verified for it."""
        if place >= self._count:
            raise IndexError(place)
        first, last = self._arrays.range(self._ends, place, place + 2).tolist()
        return self._arrays.range(self._bytes, first, last).tobytes()

    def lengths(self) -> Int64Array:
        """How many bytes each string has: int64 of shape (strings,)."""
        return np.diff(self.ends).astype(np.int64)

    def all(self, first: int = 0, last: int | None = None) -> list[bytes]:
        """Strings `first` to `last` (excluded)."""
        ends = self._arrays.range(self._ends, first, (len(self) if last is None else last) + 1).tolist()
        if not ends:
            return []
        begin = ends[0]
        data = self._arrays.range(self._bytes, begin, ends[-1]).tobytes()
        return [data[start - begin : end - begin] for start, end in pairwise(ends)]

    def packed(self, first: int, last: int) -> tuple[AnyIntArray, Int64Array]:
        """The bytes of strings `first` to `last` (excluded) one after the other, and their lengths."""
        ends = self.ends[first : last + 1].astype(np.int64)
        return self.data[ends[0] : ends[-1]], np.diff(ends)

    def place(self, wanted: bytes, first: int, last: int) -> int:
        """The place of the first of strings `first` to `last`, which ascend, that is not below `wanted`."""
        return bisect_left(self, wanted, first, last)


class OrderedStrings(Strings):
    """The same table in another order, given by the places of its strings."""

    def __init__(self, arrays: Arrays, name: str, order: AnyIntArray) -> None:
        super().__init__(arrays, name)
        self._order = order
        self._places = order.data  # for a single one, several times as fast as the array

    def __getitem__(self, place: int) -> bytes:  # type: ignore[override]  # no slices
        at = self._places[place]
        if self._verified is None:
            return super().__getitem__(at)
        data, ends = self._verified  # here once more: a search for an id asks for eighteen of 200,000
        return bytes(data[ends[at] : ends[at + 1]])

    def packed(self, first: int, last: int) -> tuple[AnyIntArray, Int64Array]:
        """The bytes of strings `first` to `last` (excluded) of the order one after the other, and their lengths."""
        places = self._order[first:last].astype(np.int64)
        begins = self.ends[places].astype(np.int64)
        lengths = self.ends[places + 1] - begins
        moved = begins - (np.cumsum(lengths) - lengths)
        return self.data[np.repeat(moved, lengths) + np.arange(int(lengths.sum()))], lengths

    def all(self, first: int = 0, last: int | None = None) -> list[bytes]:
        """Strings `first` to `last` (excluded) of the order."""
        at = super().__getitem__
        return [at(place) for place in self._order[first:last].tolist()]
