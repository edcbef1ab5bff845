"""Several ordered tables of strings, walked side by side a range at a time: what bounds the memory of a merge.

Of no more than one table are pages in memory at once: the system maps those around what is read as well, so that a few
strings of each of a hundred small files are soon all of them.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from index.arrays.array_file import Arrays
from index.arrays.string_order import places_in_order
from index.arrays.strings import Strings
from index.arrays.types import AnyIntArray, Int64Array

_STRING = 8
"""A string is as much work as so many occurrences."""


class Table(NamedTuple):
    """Strings `first` to `last` (excluded) of a table of `arrays`, and how often each occurs, if that is work.

    They ascend.
    """

    arrays: Arrays
    strings: Strings
    first: int
    last: int
    occurrences: AnyIntArray | None = None

    def work(self) -> int:
        """How much work all of them are."""
        own = 0 if self.occurrences is None else int(self.occurrences.sum(dtype=np.int64))
        self.arrays.release()
        return own + _STRING * (self.last - self.first)

    def bounds(self, cuts: Sequence[bytes]) -> list[int]:
        """Where it begins, where the strings stand that cut it, or that would, and where it ends."""
        inner = [self.strings.place(cut, self.first, self.last) for cut in cuts]
        self.arrays.release()
        return [self.first, *inner, self.last]

    def packed(self, begin: int, end: int) -> tuple[AnyIntArray, Int64Array]:
        """The bytes of strings `begin` to `end` (excluded) one after the other, and their lengths."""
        data, lengths = self.strings.packed(begin, end)
        data = data.copy()
        self.arrays.release()
        return data, lengths


class Range(NamedTuple):
    """The strings of one range: in all tables together, ascending, and how each table stands to them.

    Table i has its strings `begins[i]` to `ends[i]` (excluded) there, at the places `places[i]` of `strings`.
    """

    strings: list[bytes]
    begins: list[int]
    ends: list[int]
    places: list[Int64Array]


def ranges(tables: Sequence[Table], most: int) -> Iterator[Range]:
    """Walk through all tables in ranges of at most about `most` work, or of one string that is more."""
    cuts = _cuts(tables, most)
    bounds = [table.bounds(cuts) for table in tables]
    for at in range(len(cuts) + 1):
        yield _range(tables, [each[at] for each in bounds], [each[at + 1] for each in bounds])


def _range(tables: Sequence[Table], begins: list[int], ends: list[int]) -> Range:
    packed = [table.packed(*cut) for table, *cut in zip(tables, begins, ends, strict=True)]
    data, lengths = (np.concatenate(arrays) for arrays in zip(*packed, strict=True))
    places = places_in_order(data, lengths)
    one = np.empty(int(places.max(initial=-1)) + 1, np.int64)
    one[places] = np.arange(len(places))
    starts = np.cumsum(lengths) - lengths
    raw = data.tobytes()
    strings = [
        raw[start:end] for start, end in zip(starts[one].tolist(), (starts + lengths)[one].tolist(), strict=True)
    ]
    return Range(strings, begins, ends, np.split(places, np.cumsum([len(each) for _, each in packed])[:-1]))


def _cuts(tables: Sequence[Table], most: int) -> list[bytes]:
    """Strings to cut at: those of the heaviest table that divide it evenly, as the others are made of much the same."""
    sums = [table.work() for table in tables]
    if sum(sums) <= most:
        return []
    heaviest = tables[sums.index(max(sums))]
    share = max(1, most * max(sums) // sum(sums))
    work = np.full(heaviest.last - heaviest.first, _STRING, np.int64)
    if heaviest.occurrences is not None:
        work += heaviest.occurrences
    before = np.cumsum(work) - work
    cuts = np.flatnonzero(np.diff(before // share, prepend=0))
    return [heaviest.strings[heaviest.first + place] for place in cuts.tolist()]
