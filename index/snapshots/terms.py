"""Terms in their order, to be looked through: decoded when they are asked for, nothing of them kept."""

from bisect import bisect_right
from dataclasses import dataclass

from corpus.encoding import to_utf8
from index.arrays.strings import Strings
from index.arrays.types import AnyIntArray, Int64Array


@dataclass(frozen=True, slots=True)
class Terms:
    """Some ascending strings of a segment: those at places `first` to `last` (excluded) of a table, and their counts.

    What a count counts is for the maker to say: articles that have a term, or occurrences of a word.
    """

    table: Strings
    counted: AnyIntArray
    first: int
    last: int

    def __len__(self) -> int:
        return self.last - self.first

    def __getitem__(self, place: int) -> str:
        return self.table[self.first + place].decode()

    def all(self) -> list[str]:
        """Every term."""
        return [term.decode() for term in self.table.all(self.first, self.last)]

    def counts(self) -> Int64Array:
        """How often each of them is there: int64 in their order."""
        return self.counted[self.first : self.last]

    def place(self, wanted: str) -> int:
        """The place of the first term that is not below `wanted`."""
        return self.table.place(to_utf8(wanted), self.first, self.last) - self.first

    def count(self, term: str) -> int:
        """How often a term is there."""
        place = self.place(term)
        return int(self.counted[self.first + place]) if place < len(self) and self[place] == term else 0

    def beginning(self, start: str) -> "Terms":
        """Those that begin with a string."""
        raw = to_utf8(start)
        first = self.table.place(raw, self.first, self.last)
        last = bisect_right(self.table, raw, first, self.last, key=lambda term: term[: len(raw)])
        return Terms(self.table, self.counted, first, last)
