"""Count words and pairs of words in the best articles, to rank those again."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from index.arrays.types import Float32Array, Int64Array
from index.segments.segment import Segment
from index.snapshots.snapshot import Snapshot
from search.execution.positions import ChosenPositions
from search.execution.scored_docs import ScoredDocs, ordinals_in
from search.execution.words import total_term_freqs
from search.scoring.bm25 import length_norms, saturated
from search.scoring.parameters import WEIGHTS
from search.types.result import How


@dataclass(frozen=True, slots=True)
class Gain:
    """What one thing gives to each of the chosen articles, by the field that it stands in."""

    typed: str
    how: How
    terms: tuple[str, ...]
    by_field: dict[str, Float32Array]


class Candidates:
    """Some articles of a snapshot, given by their doc_ids, ascending."""

    def __init__(self, snapshot: Snapshot, doc_ids: Int64Array) -> None:
        self._snapshot = snapshot
        cuts = np.searchsorted(doc_ids, snapshot.bases).tolist()
        self._parts = [
            _SegmentCandidates(segment, doc_ids[begin:end] - base)
            for segment, base, begin, end in zip(snapshot.segments, snapshot.bases, cuts, cuts[1:], strict=False)
            if begin < end
        ]

    def pair(self, typed: str, terms: tuple[str, str], weight: float) -> Gain:
        """What two terms give where the one stands right before the other: as if they were one word."""
        return self._gain(Gain(typed, How.PAIR, terms, {}), lambda part: part.pair(terms, self._snapshot), weight)

    def word(self, typed: str, term: str, weight: float) -> Gain:
        """What a term gives that was not asked for."""
        return self._gain(Gain(typed, How.EXPANSION, (term,), {}), lambda part: part.word(term, self._snapshot), weight)

    def _gain(
        self, gain: Gain, frequencies: Callable[["_SegmentCandidates"], dict[str, Float32Array]], weight: float
    ) -> Gain:
        parts = [frequencies(part) for part in self._parts]
        found: dict[str, Float32Array] = {field: np.concatenate([part[field] for part in parts]) for field in WEIGHTS}
        together: Float32Array = np.sum(list(found.values()), axis=0)
        worth = saturated(together, weight)
        worth /= np.where(together > 0, together, np.float32(1))
        for field, each in found.items():
            each *= worth  # noqa: PLW2901 - in place
            gain.by_field[field] = each
        return gain


class _SegmentCandidates:
    """The chosen articles of one segment. Frequencies are normalised by length, and weighted."""

    def __init__(self, segment: Segment, doc_ids: Int64Array) -> None:
        self._segment = segment
        self._doc_ids = doc_ids
        self._positions = ChosenPositions(segment, doc_ids)

    def pair(self, terms: tuple[str, str], snapshot: Snapshot) -> dict[str, Float32Array]:
        return {field: self._pairs(field, terms, snapshot) for field in WEIGHTS}

    def _pairs(self, field: str, terms: tuple[str, str], snapshot: Snapshot) -> Float32Array:
        counts = self._positions.pairs(field, *terms)
        counts *= np.float32(WEIGHTS[field])
        counts /= length_norms(snapshot, field).take(self._segment.lengths(field).take(self._doc_ids))
        return counts

    def word(self, term: str, snapshot: Snapshot) -> dict[str, Float32Array]:
        return {field: self._at(found) for field, found in total_term_freqs(term, snapshot, self._segment)}

    def _at(self, found: ScoredDocs) -> Float32Array:
        at: Float32Array = np.zeros(len(self._doc_ids), np.float32)
        if found.scores is not None:
            ordinals, there = ordinals_in(self._doc_ids, found.doc_ids, self._segment.count)
            at[there] = found.scores[ordinals[there]]
        return at
