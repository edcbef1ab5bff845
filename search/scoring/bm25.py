"""Score postings by BM25 in one field, and saturate frequencies over several (BM25F).

Robertson, Zaragoza, Taylor: Simple BM25 extension to multiple weighted fields (CIKM 2004).
"""

from functools import lru_cache

import numpy as np

from index.arrays.types import AnyIntArray, Float32Array, Int64Array
from index.segments.fields import TEXTS
from index.segments.lengths import LENGTHS
from index.segments.segment import Segment
from index.snapshots.snapshot import Snapshot
from search.scoring.idf import idf
from search.scoring.parameters import K1, B


def length_norms(snapshot: Snapshot, field: str) -> Float32Array:
    """By what BM25 divides a frequency, for each length byte: 1 for an article of average length. Shape (256,)."""
    total = sum(segment.totals[field] for segment in snapshot.segments)
    return _relative(total / snapshot.size or 1)


@lru_cache(maxsize=64)
def _relative(average: float) -> Float32Array:
    norms: Float32Array = ((1 - B) + B * LENGTHS / average).astype(np.float32)
    return norms


class Scorer:
    """Scores the postings of one term, in any segment of a snapshot; a boost of zero scores nothing."""

    def __init__(self, snapshot: Snapshot, field: str, term: str, boost: float) -> None:
        self._field = field
        self._boost = boost
        if boost and field in TEXTS:
            self._weight = np.float32(boost * (K1 + 1) * idf(snapshot, (field,), term))
            self._norms = length_norms(snapshot, field) * np.float32(K1)

    def scores(self, segment: Segment, doc_ids: Int64Array, frequencies: AnyIntArray) -> Float32Array | None:
        """The scores of some postings, float32 in the order of `doc_ids`; None where all are zero."""
        if not self._boost:
            return None
        if self._field not in TEXTS:
            return np.full(len(doc_ids), self._boost, np.float32)
        norms = self._norms.take(segment.lengths(self._field).take(doc_ids))
        norms += frequencies
        np.divide(frequencies, norms, out=norms)
        norms *= self._weight
        return norms


def saturated(frequencies: Float32Array, weight: float) -> Float32Array:
    """What normalised frequencies give to the score of a word of this weight: float32 of the same shape."""
    scores: Float32Array = frequencies / (frequencies + np.float32(K1))
    scores *= np.float32(weight * (K1 + 1))
    return scores
