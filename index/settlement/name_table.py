"""Every name of some segments by what it shares with others: its letters, its words, how it begins and how it ends.

Names are told apart by numbers that depend on their letters alone, as `number_of` makes them: sums of letters times
powers, which are found for every part of every name by running sums. Two parts of one number are probably one; who
asks looks at the names themselves.
"""

from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Any

import numpy as np

from index.arrays.types import AnyIntArray, Int64Array
from index.segments.name_readings import ACRONYM, Reading, read
from index.segments.segment_facet import SegmentFacet

_SIGNS = bytes(sorted({*" -‐–.,'’/".encode()}))
"""What names of one spelling may differ in (`index.settlement.spellings`), as bytes of UTF-8."""

_FACTOR = 0x9E3779B97F4A7C15
_INVERSE = pow(_FACTOR, -1, 1 << 64)
_WRAPPED = (1 << 64) - 1
_TAB, _BLANK = 9, 32
_REMEMBERED = 1 << 16
_BETWEEN = np.zeros(256, np.bool_)
_BETWEEN[[*b",/'", 0x99]] = True
_KEPT = np.ones(256, np.uint64)
_KEPT[list(_SIGNS)] = 0

Numbers = np.ndarray[Any, np.dtype[np.uint64]]


@lru_cache(_REMEMBERED)
def number_of(text: str) -> int:
    """The number of a name, or of a part of one."""
    number = 0
    for letter in reversed(text.encode().translate(None, _SIGNS)):
        number = (number * _FACTOR + letter) & _WRAPPED
    return number


class NameTable:
    """The names of one segment, each as often as it is read in another way."""

    def __init__(self, readings: SegmentFacet) -> None:
        """Raises `ValueError` where a name has no end: one of vowel points alone, say."""
        self._readings = readings
        data, ends = readings.keys.data, readings.keys.ends.astype(np.int64)
        tabs = np.flatnonzero(data == _TAB).reshape(len(ends) - 1, 2)
        self._kinds = tabs[:, 1] + 1
        within = np.zeros(len(data) + 1, np.int8)
        within[ends[:-1]] = 1
        within[tabs[:, 0]] -= 1
        self._names = data[np.cumsum(within[:-1], dtype=np.int8).view(np.bool_)]
        """The names alone, one after the other."""
        self._ends = np.cumsum(tabs[:, 0] - ends[:-1])
        self._starts = np.concatenate([np.zeros(1, np.int64), self._ends])[: len(self._ends)]
        blanks = np.flatnonzero(self._names == _BLANK)
        if (self._ends == self._starts).any() or np.isin(blanks + 1, self._ends).any():
            raise ValueError("a name is empty, or ends with a blank")
        begins = np.sort(np.concatenate([self._starts, blanks + 1]))
        self._rows: AnyIntArray = np.searchsorted(self._ends, begins, "right")
        self._firsts = np.flatnonzero(begins == self._starts[self._rows])
        """The first word of each row."""
        last = self._ends[self._rows]
        stops = last.copy()
        inner = np.flatnonzero(self._rows[:-1] == self._rows[1:])
        stops[inner] = begins[inner + 1] - 1
        sums = _Sums(self._names)
        self.words = Parts(sums.between(begins, stops))
        self.prefixes = Parts(sums.between(self._starts[self._rows], stops))
        self.suffixes = Parts(sums.between(begins, last))
        self._wholes = Parts(self.suffixes.numbers[self._firsts])

    @cached_property
    def totals(self) -> list[int]:
        """How many live articles have each reading."""
        return self._readings.totals.tolist()

    def key(self, row: int) -> str:
        """The name of a reading."""
        return self._names[self._starts[row] : self._ends[row]].tobytes().decode()

    def reading(self, row: int) -> Reading:
        """A reading."""
        return read(self._readings.keys[row])

    def rows_of(self, numbers: Numbers) -> list[int]:
        """The rows of names of these numbers."""
        found: list[int] = self._wholes.places(numbers).tolist()
        return found

    def found(self, parts: "Parts", numbers: Numbers) -> Iterator[tuple[int, str]]:
        """The names with parts of these numbers, each with the number."""
        places = parts.places(numbers)
        for number, row in zip(parts.numbers[places].tolist(), self._rows[places].tolist(), strict=True):
            yield number, self.key(row)

    def acronyms(self) -> list[int]:
        """The rows that tell what is short for a name."""
        found: list[int] = np.flatnonzero(self._readings.keys.data[self._kinds] == ord(ACRONYM[0])).tolist()
        return found

    def several(self) -> list[int]:
        """The rows of names that may be two bodies: those with `and`, a comma, a slash or an apostrophe."""
        signed = np.searchsorted(self._ends, np.flatnonzero(_BETWEEN[self._names]), "right")
        joined = self._rows[self.words.places(np.array([number_of("and")], np.uint64))]
        return sorted({*signed.tolist(), *joined.tolist()})


class Parts:
    """The numbers of some parts of names, in the order of the names."""

    def __init__(self, numbers: Numbers) -> None:
        self.numbers = numbers

    def places(self, wanted: Numbers) -> Int64Array:
        """The places of the parts of these numbers."""
        first = np.searchsorted(self._ordered, wanted, "left")
        many = np.searchsorted(self._ordered, wanted, "right") - first
        ends = np.cumsum(many)
        return self._order[np.repeat(first - (ends - many), many) + np.arange(int(many.sum()))]

    @cached_property
    def _order(self) -> Int64Array:
        return np.argsort(self.numbers, kind="stable")

    @cached_property
    def _ordered(self) -> Numbers:
        return self.numbers[self._order]


class _Sums:
    """Running sums, by which the number of any part of a text is found."""

    def __init__(self, data: AnyIntArray) -> None:
        kept = _KEPT[data]
        self._ranks = np.zeros(len(data) + 1, np.int64)
        np.cumsum(kept, out=self._ranks[1:], dtype=np.int64)
        powers = _powers(_FACTOR, int(self._ranks[-1]) + 1)
        self._inverse = _powers(_INVERSE, len(powers))
        self._sums = np.zeros(len(data) + 1, np.uint64)
        np.cumsum(data * kept * powers[self._ranks[:-1]], out=self._sums[1:])

    def between(self, begins: AnyIntArray, ends: AnyIntArray) -> Numbers:
        """The numbers of the parts from some places to others: uint64 of their shape."""
        numbers: Numbers = (self._sums[ends] - self._sums[begins]) * self._inverse[self._ranks[begins]]
        return numbers


def _powers(factor: int, count: int) -> Numbers:
    powers = np.full(count, factor, np.uint64)
    powers[0] = 1
    return np.cumprod(powers, dtype=np.uint64)
