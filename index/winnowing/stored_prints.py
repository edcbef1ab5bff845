"""The fingerprints of a segment as a file has them: ascending keys of 32 bits, and the article that has each.

Many keys have their upper halves in common: of these the file says where the keys of each end. The numbers of articles
take 16 or 20 bits, as far as these reach.
"""

from typing import Any, Protocol

import numpy as np

from index.arrays.array_file import Arrays, ArrayWriter
from index.arrays.packed_ints import PackedInts, PackedIntsWriter
from index.arrays.types import AnyIntArray, Int64Array, Mask

KEYS, ENDS, OF = "print.key", "print.key.end", "print.of"
PRINTS = (KEYS, ENDS, OF, f"{OF}.high")
"""The arrays that grow with the fingerprints."""

_HALF = 16
_HALVES = 1 << _HALF
_MANY = 2 * _HALVES
"""Keys of which halves are fewer bytes than wholes, with the ends."""

_DENSE = 16
"""Keys of one in so many places are looked up in all of them, decoded; of fewer each for itself."""


class Numbers(Protocol):
    """Whole numbers by their places: an array, or what reads as one."""

    def __len__(self) -> int: ...

    def __getitem__(self, places: Any, /) -> AnyIntArray: ...


class Keys(Numbers, Protocol):
    """Numbers that ascend."""

    def searchsorted(self, v: AnyIntArray, /, side: Any = "left") -> Int64Array:
        """As NumPy's: where ascending numbers would have to stand."""


class StoredPrintsWriter:
    """Writes the fingerprints of so many articles, so many in all, by ascending keys."""

    def __init__(self, out: ArrayWriter, articles: int, total: int) -> None:
        self._out = out
        self._counts = np.zeros(_HALVES, np.int64) if total >= _MANY else None
        self._of = PackedIntsWriter(out, OF, _width(articles))
        self.extend(np.empty(0, np.uint32), np.empty(0, np.uint32))

    def extend(self, keys: AnyIntArray, of: AnyIntArray) -> None:
        """Append keys and whose they are."""
        if self._counts is None:
            self._out.extend(KEYS, keys, "<u4")
        else:
            self._counts += np.bincount(keys >> _HALF, minlength=_HALVES)
            self._out.extend(KEYS, keys.astype(np.uint16), "<u2")
        self._of.extend(of, np.empty(0, np.int64))

    def close(self) -> None:
        """Write what is left."""
        self._of.close()
        if self._counts is not None:
            self._out.extend(ENDS, np.cumsum([0, *self._counts]), "<u4")


def stored_prints(arrays: Arrays, articles: int) -> tuple[Keys, Numbers]:
    """The keys of a segment of so many articles, and whose they are."""
    keys = arrays[KEYS]
    return _Halves(keys, arrays[ENDS]) if ENDS in arrays else keys, _Owners(arrays, _width(articles), len(keys))


def _width(articles: int) -> int:
    return next(width for width in (16, 20, 32) if articles <= 1 << width)


class _Owners:
    def __init__(self, arrays: Arrays, width: int, count: int) -> None:
        self._packed = PackedInts(arrays, OF, width)
        self._count = count

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, places: slice | Int64Array) -> AnyIntArray:
        if isinstance(places, slice):
            first, last, _ = places.indices(self._count)
            return self._packed.range(first, last)
        return self._packed.take(places)


class _Halves:
    def __init__(self, lower: AnyIntArray, ends: AnyIntArray) -> None:
        self._lower = lower
        self._ends = ends

    def __len__(self) -> int:
        return len(self._lower)

    def __getitem__(self, places: slice | Int64Array) -> AnyIntArray:
        if not isinstance(places, slice):
            upper = self._ends.searchsorted(places.astype(self._ends.dtype), side="right") - 1
            return (upper << _HALF | self._lower[places]).astype(np.uint32)
        first, last, _ = places.indices(len(self))
        ends: Int64Array = np.clip(self._ends, first, last).astype(np.int64)
        counts = ends[1:] - ends[:-1]
        keys = np.repeat(np.arange(_HALVES, dtype=np.uint32) << np.uint32(_HALF), counts)
        keys |= self._lower[first:last]
        return keys

    def searchsorted(self, v: AnyIntArray, /, side: Any = "left") -> Int64Array:
        """As NumPy's."""
        if not len(v):
            return np.empty(0, np.int64)
        keys = v.astype(np.int64)
        upper = np.minimum(keys >> _HALF, _HALVES - 1)
        begins, ends = self._ends[upper].astype(np.int64), self._ends[upper + 1].astype(np.int64)
        first, last = int(begins[0]), int(ends[-1])
        if last - first <= _DENSE * len(keys) and keys[-1] >> _HALF < _HALVES:
            return first + self[first:last].searchsorted(keys.astype(np.uint32), side=side)
        return self._bisected(keys - (upper << _HALF), begins, ends, right=side == "right")

    def _bisected(self, lower: Int64Array, begins: Int64Array, ends: Int64Array, *, right: bool) -> Int64Array:
        while (apart := begins < ends).any():
            middle = np.where(apart, (begins + ends) >> 1, 0)
            found = self._lower[middle]
            behind: Mask = apart & ((found <= lower) if right else (found < lower))
            begins = np.where(behind, middle + 1, begins)
            ends = np.where(apart & ~behind, middle, ends)
        return begins
