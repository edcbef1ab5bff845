"""Where the words of a query stand in a few chosen articles: positions are read for those alone."""

import numpy as np

from corpus.encoding import to_utf8
from index.arrays.types import Float32Array, Int64Array
from index.segments.segment import Segment
from search.execution.scored_docs import places_in

_APART = 1 << 32
"""Places of one article are so far from those of the next one."""


class Places:
    """The places of terms in chosen articles of one segment, given by their numbers there, ascending."""

    def __init__(self, segment: Segment, chosen: Int64Array) -> None:
        self._segment = segment
        self._chosen = chosen
        self._known: dict[tuple[str, str], Int64Array] = {}

    def pairs(self, field: str, first: str, second: str) -> Float32Array:
        """How often a term stands right before another one, in each of the articles."""
        before, after = self._of(field, first), self._of(field, second)
        met = before[np.isin(before + 1, after, assume_unique=True)]
        counts: Float32Array = np.bincount(met // _APART, minlength=len(self._chosen)).astype(np.float32)
        return counts

    def _of(self, field: str, term: str) -> Int64Array:
        """All places of a term: an article's place among the chosen x `_APART` + position."""
        if (field, term) not in self._known:
            self._known[field, term] = self._read(field, to_utf8(term))
        return self._known[field, term]

    def _read(self, field: str, term: bytes) -> Int64Array:
        postings = self._segment.postings
        place = postings.term(field, term)
        if place is None:
            return np.empty(0, np.int64)
        found, there = places_in(self._chosen, postings.documents(place), self._segment.count)
        steps, counts = postings.steps(place, found[there])
        ends = np.cumsum(counts, dtype=np.int64)
        walked = np.cumsum(steps, dtype=np.int64)
        before = np.concatenate([[0], walked])[ends - counts]
        places: Int64Array = walked + np.repeat(np.flatnonzero(there) * _APART - before, counts)
        return places
