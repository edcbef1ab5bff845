"""The terms of a segment and their postings: which articles have a term, how often, and where.

Terms stand in the order of their fields' names and then of their bytes; a term is known by its place in that order.
The positions are a stream of their own, which nothing touches before it is asked for.
"""

from typing import NamedTuple

import numpy as np

from index.columnar.arrays import Arrays, ArrayWriter, Ints, Numbers
from index.columnar.fields import TEXTS
from index.columnar.lists import Lists, ListsWriter, gaps, ungapped
from index.columnar.strings import Strings

_FEW = 8
"""Where fewer than one of so many postings are chosen, their positions are gathered one by one."""


class PostingLists(NamedTuple):
    """The postings of some terms, one term's after the other's."""

    held_by: Ints
    """How many articles each term has, never none."""

    documents: Ints
    """The article of each posting, ascending within a term."""

    frequencies: Numbers
    """How often the article has the term, for each posting."""

    steps: Numbers
    """Each occurrence's distance from the one before it in the same article; the first's is its position.

    Empty where the field keeps no positions.
    """

    def occurrences(self) -> Ints:
        """How often each term occurs."""
        begins = np.cumsum(self.held_by) - self.held_by
        return np.add.reduceat(self.frequencies, begins, dtype=np.int64) if len(begins) else self.held_by


class PostingsWriter:
    """Writes the postings of terms, in the order of the terms."""

    def __init__(self, out: ArrayWriter) -> None:
        self._out = out
        self._documents, self._frequencies, self._positions = (
            ListsWriter(out, name) for name in ("documents", "frequencies", "positions")
        )

    def extend(self, lists: "PostingLists") -> None:
        """Append the postings of whole terms."""
        begins = np.cumsum(lists.held_by) - lists.held_by
        self._documents.extend(gaps(lists.documents, begins), lists.held_by)
        self._frequencies.extend(lists.frequencies, lists.held_by)
        occurrences = lists.occurrences()
        self._positions.extend(lists.steps, occurrences if len(lists.steps) else np.zeros_like(lists.held_by))
        self._out.extend("held_by", lists.held_by, "<u4")
        self._out.extend("occurrences", occurrences, "<i8")


class PositionLists:
    """Where one term stands in each of its articles."""

    def __init__(self, documents: Ints, ends: Ints, steps: Numbers) -> None:
        self._documents = documents
        self._ends = ends
        self._steps = steps

    def of(self, article: int) -> list[int]:
        """The positions in one article; none where it lacks the term."""
        place = int(self._documents.searchsorted(article))
        if place == len(self._documents) or self._documents[place] != article:
            return []
        return self.at(place)

    def at(self, place: int) -> list[int]:
        """The positions in the article at a place among those that have the term."""
        start = int(self._ends[place - 1]) if place else 0
        found: list[int] = np.cumsum(self._steps[start : self._ends[place]], dtype=np.int64).tolist()
        return found


class Postings:
    """The terms and postings of a segment."""

    def __init__(self, arrays: Arrays) -> None:
        self.terms = Strings(arrays, "terms")
        self.fields: dict[str, tuple[int, int]] = {name: (a, b) for name, (a, b) in arrays.about["fields"].items()}
        """The places of each field's terms, the second excluded."""
        self.held_by: Numbers = arrays["held_by"]
        self.occurrences: Numbers = arrays["occurrences"]
        self._documents, self._frequencies, self._positions = (
            Lists(arrays, name) for name in ("documents", "frequencies", "positions")
        )

    def term(self, field: str, text: bytes) -> int | None:
        """The place of a term; None where no article has it."""
        first, last = self.fields.get(field, (0, 0))
        place = self.terms.place(text, first, last)
        return place if place < last and self.terms[place] == text else None

    def lexicon(self, field: str) -> list[bytes]:
        """All terms of a field, in order."""
        return self.terms.all(*self.fields.get(field, (0, 0)))

    def frequency(self, term: int) -> int:
        """How many articles have a term."""
        return int(self.held_by[term])

    def documents(self, term: int) -> Ints:
        """The numbers of the articles that have a term, ascending."""
        return np.cumsum(self._documents.get(term, int(self.held_by[term])), dtype=np.int64)

    def frequencies(self, term: int) -> Numbers:
        """How often each of them has it."""
        return self._frequencies.get(term, int(self.held_by[term]))

    def steps(self, term: int, postings: Ints | None = None) -> tuple[Numbers, Numbers]:
        """Where a term stands in its articles, or in some, given as ascending places in `documents`.

        The distances of its positions from each other (of the first from 0), article after article, and how many each
        has.
        """
        counts = self.frequencies(term)
        steps = self._positions.get(term, int(self.occurrences[term]))
        if postings is None or len(postings) == len(counts):
            return steps, counts
        if len(postings) * _FEW < len(counts):
            return _of_few(steps, counts, postings)
        chosen = np.zeros(len(counts), np.bool_)
        chosen[postings] = True
        return steps[np.repeat(chosen, counts)], counts[chosen]

    def position_lists(self, field: str, text: bytes) -> "PositionLists | None":
        """Where a term stands, to be asked for article by article; None where no article has it."""
        term = self.term(field, text)
        if term is None:
            return None
        steps = self._positions.get(term, int(self.occurrences[term]))
        return PositionLists(self.documents(term), np.cumsum(self.frequencies(term), dtype=np.int64), steps)

    def range(self, first: int, last: int) -> PostingLists:
        """The postings of terms `first` to `last` (excluded), of one field."""
        held_by = self.held_by[first:last].astype(np.int64)
        documents = ungapped(self._documents.range(first, last, held_by), held_by)
        frequencies = self._frequencies.range(first, last, held_by)
        if not self.has_positions(first):
            return PostingLists(held_by, documents, frequencies, np.empty(0, np.uint8))
        steps = self._positions.range(first, last, self.occurrences[first:last])
        return PostingLists(held_by, documents, frequencies, steps)

    def has_positions(self, term: int) -> bool:
        """Whether the field of a term keeps positions."""
        return any(first <= term < last for first, last in map(self.fields.__getitem__, TEXTS))


def _of_few(steps: Numbers, counts: Numbers, postings: Ints) -> tuple[Numbers, Numbers]:
    """The same without touching what stands between: most of the stream stays on the disk."""
    ends = np.cumsum(counts, dtype=np.int64)[postings]
    lengths = counts[postings].astype(np.int64)
    here = np.cumsum(lengths) - lengths
    return steps[np.arange(int(lengths.sum())) + np.repeat(ends - lengths - here, lengths)], lengths
