"""The terms of a segment and their postings: which articles have a term, how often, and where.

Terms stand in the order of their fields' names and then of their bytes; a term is known by its place in that order.
The positions are a stream of their own, which nothing touches before it is asked for.
"""

from typing import NamedTuple

import numpy as np

from index.arrays.array_file import Arrays, ArrayWriter
from index.arrays.int_lists import IntList, Lists, ListsWriter, gaps, ungapped
from index.arrays.strings import Strings
from index.arrays.types import AnyIntArray, Int64Array
from index.segments.fields import TEXTS

_BYTE = 8
"""Bits: those of the commonest words are read whole, and bytes at once. A quarter of them is saved where most are 1."""

_REMEMBERED = 10_000
"""Terms whose places are kept."""

_UNKNOWN = -1
_FEW = 8
"""Where fewer than one of so many postings are chosen, their positions are gathered one by one."""


class PostingLists(NamedTuple):
    """The postings of some terms, one term's after the other's."""

    doc_freqs: Int64Array
    """How many articles each term has, never none."""

    documents: Int64Array
    """The article of each posting, ascending within a term."""

    frequencies: AnyIntArray
    """How often the article has the term, for each posting."""

    steps: AnyIntArray
    """Each occurrence's distance from the one before it in the same article; the first's is its position.

    Empty where the field keeps no positions.
    """

    def total_term_freqs(self) -> Int64Array:
        """How often each term occurs: int64 of shape (terms,)."""
        begins = np.cumsum(self.doc_freqs) - self.doc_freqs
        return np.add.reduceat(self.frequencies, begins, dtype=np.int64) if len(begins) else self.doc_freqs


class PostingsWriter:
    """Writes the postings of terms, in the order of the terms."""

    def __init__(self, out: ArrayWriter) -> None:
        self._out = out
        self._documents, self._positions = (ListsWriter(out, name, _BYTE) for name in ("documents", "positions"))
        self._frequencies = ListsWriter(out, "frequencies")

    def extend(self, lists: "PostingLists") -> None:
        """Append the postings of whole terms."""
        begins = np.cumsum(lists.doc_freqs) - lists.doc_freqs
        self._documents.extend(gaps(lists.documents, begins), lists.doc_freqs)
        self._frequencies.extend(lists.frequencies, lists.doc_freqs)
        total_term_freqs = lists.total_term_freqs()
        self._positions.extend(lists.steps, total_term_freqs if len(lists.steps) else np.zeros_like(lists.doc_freqs))
        self._out.extend("doc_freq", lists.doc_freqs, "<u4")
        self._out.extend("total_term_freq", total_term_freqs, "<i8")

    def close(self) -> None:
        """Write what is left of the last postings."""
        for lists in (self._documents, self._frequencies, self._positions):
            lists.close()


class PositionLists:
    """Where one term stands in each of its articles."""

    def __init__(self, documents: Int64Array, ends: Int64Array, steps: IntList) -> None:
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
        found: list[int] = _sums(self._steps.part(start, int(self._ends[place]))).tolist()
        return found


class Postings:
    """The terms and postings of a segment."""

    def __init__(self, arrays: Arrays) -> None:
        self.terms = Strings(arrays, "terms")
        self.fields: dict[str, tuple[int, int]] = {name: (a, b) for name, (a, b) in arrays.about["fields"].items()}
        """The places of each field's terms, the second excluded."""
        self.doc_freqs: AnyIntArray = arrays["doc_freq"]
        self.total_term_freqs: AnyIntArray = arrays["total_term_freq"]
        self._places: dict[tuple[str, bytes], int | None] = {}
        self._runs: dict[tuple[str, bytes], range] = {}
        self._documents, self._frequencies, self._positions = (
            Lists(arrays, name) for name in ("documents", "frequencies", "positions")
        )

    def term(self, field: str, text: bytes) -> int | None:
        """The place of a term; None where no article has it. A query asks for the same ones several times."""
        place = self._places.get((field, text), _UNKNOWN)
        if place == _UNKNOWN:
            place = self._looked_up(field, text)
            if len(self._places) >= _REMEMBERED:
                self._places.clear()
            self._places[field, text] = place
        return place

    def _looked_up(self, field: str, text: bytes) -> int | None:
        first, last = self.fields.get(field, (0, 0))
        place = self.terms.place(text, first, last)
        return place if place < last and self.terms[place] == text else None

    def starting(self, field: str, start: bytes) -> range:
        """The places of the terms that begin so, of which there are few; remembered likewise."""
        run = self._runs.get((field, start))
        if run is None:
            first, last = self.fields.get(field, (0, 0))
            begin = end = self.terms.place(start, first, last)
            while end < last and self.terms[end].startswith(start):
                end += 1
            if len(self._runs) >= _REMEMBERED:
                self._runs.clear()
            run = self._runs[field, start] = range(begin, end)
        return run

    def lexicon(self, field: str) -> list[bytes]:
        """All terms of a field, in order."""
        return self.terms.all(*self.fields.get(field, (0, 0)))

    def frequency(self, term: int) -> int:
        """How many articles have a term."""
        return int(self.doc_freqs[term])

    def documents(self, term: int) -> Int64Array:
        """The numbers of the articles that have a term, ascending: int64."""
        return _sums(self._documents.get(term, int(self.doc_freqs[term])))

    def frequencies(self, term: int) -> AnyIntArray:
        """How often each of them has it: unsigned, of 8 to 32 bits."""
        return self._frequencies.get(term, int(self.doc_freqs[term]))

    def steps(self, term: int, postings: Int64Array | None = None) -> tuple[AnyIntArray, AnyIntArray]:
        """Where a term stands in its articles, or in some, given as ascending places in `documents`.

        The distances of its positions from each other (of the first from 0), article after article, and how many each
        has.
        """
        counts = self.frequencies(term)
        steps = self._positions.list(term, int(self.total_term_freqs[term]))
        if postings is None or len(postings) == len(counts):
            return steps.all(), counts
        if len(postings) * _FEW < len(counts):
            return _of_few(steps, counts, postings)
        chosen = np.zeros(len(counts), np.bool_)
        chosen[postings] = True
        return steps.all()[np.repeat(chosen, counts)], counts[chosen]

    def position_lists(self, field: str, text: bytes) -> "PositionLists | None":
        """Where a term stands, to be asked for article by article; None where no article has it."""
        term = self.term(field, text)
        if term is None:
            return None
        steps = self._positions.list(term, int(self.total_term_freqs[term]))
        return PositionLists(self.documents(term), _sums(self.frequencies(term)), steps)

    def range(self, first: int, last: int) -> PostingLists:
        """The postings of terms `first` to `last` (excluded), of one field."""
        doc_freqs = self.doc_freqs[first:last].astype(np.int64)
        documents = ungapped(self._documents.range(first, last, doc_freqs), doc_freqs)
        frequencies = self._frequencies.range(first, last, doc_freqs)
        if not self.has_positions(first):
            return PostingLists(doc_freqs, documents, frequencies, np.empty(0, np.uint8))
        steps = self._positions.range(first, last, self.total_term_freqs[first:last])
        return PostingLists(doc_freqs, documents, frequencies, steps)

    def has_positions(self, term: int) -> bool:
        """Whether the field of a term keeps positions."""
        return any(first <= term < last for first, last in map(self.fields.__getitem__, TEXTS))


def _sums(values: AnyIntArray) -> Int64Array:
    """Running sums: in half the time of `np.cumsum` where they are few."""
    sums: Int64Array = np.add.accumulate(values, dtype=np.int64)
    return sums


def _of_few(steps: IntList, counts: AnyIntArray, postings: Int64Array) -> tuple[AnyIntArray, AnyIntArray]:
    """The same without touching what stands between: most of the stream stays on the disk."""
    ends = np.cumsum(counts, dtype=np.int64)[postings]
    lengths = counts[postings].astype(np.int64)
    here = np.cumsum(lengths) - lengths
    return steps.take(np.arange(int(lengths.sum())) + np.repeat(ends - lengths - here, lengths)), lengths
