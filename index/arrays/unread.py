"""Which arrays of a file nobody has read against their checksums yet: each is read before anything of it is used.

A large array has a checksum for each `PART` of its bytes besides, so that a few numbers of it cost a few parts.
"""

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np

from index.arrays.types import AnyIntArray, Int64Array

PART = 1 << 20
"""Bytes of an array that have a checksum of their own, where it has more than these: a multiple of the page size."""


class Unread:
    """The arrays that are left to be read. Threads may share it: two that read the same find the same."""

    def __init__(
        self,
        views: Mapping[str, AnyIntArray],
        checksums: Mapping[str, Sequence[int]],
        damaged: Callable[[str], Exception],
    ) -> None:
        """`checksums` has those of the parts of each array, in their order, of some arrays the only one: it is of all.

        `damaged` makes what is raised of an array.
        """
        self.names = set(checksums)
        self._views = views
        self._checksums = checksums
        self._damaged = damaged
        self._part = {name: PART if len(each) > 1 else max(views[name].nbytes, 1) for name, each in checksums.items()}
        self._left = {name: bytearray(b"\1") * len(each) for name, each in checksums.items()}
        """For each part of an array whether it is left to be read."""

    def read(self, name: str) -> Iterator[tuple[int, int]]:
        """Read what is left of an array, part by part: where each begins and ends in it, in bytes."""
        size, left = self._part[name], self._left[name]
        for part in range(len(left)):
            if left[part]:
                self._read(name, part)
                yield part * size, min((part + 1) * size, self._views[name].nbytes)

    def read_range(self, name: str, first: int, last: int) -> None:
        """Read the parts that hold numbers `first` to `last` (excluded) of an array."""
        if first < last:
            size, left = self._part[name] // self._views[name].itemsize, self._left[name]
            for part in range(first // size, (last - 1) // size + 1):
                if left[part]:
                    self._read(name, part)

    def read_at(self, name: str, places: Int64Array) -> None:
        """Read the parts that hold the numbers at some places of an array, quickest where they ascend."""
        parts = places // (self._part[name] // self._views[name].itemsize)
        left = self._left[name]
        for part in parts[np.diff(parts, prepend=-1) != 0].tolist():
            if left[part]:
                self._read(name, part)

    def _read(self, name: str, part: int) -> None:
        data, size = self._views[name].view(np.uint8).data, self._part[name]
        if zlib.crc32(data[part * size : (part + 1) * size]) != self._checksums[name][part]:
            raise self._damaged(name)
        self._left[name][part] = 0
        if not any(self._left[name]):
            self.names.discard(name)
