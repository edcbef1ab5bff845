"""BM25 of one field, and BM25F of a word over several: one frequency, one saturation, one rarity.

Robertson, Zaragoza, Taylor: Simple BM25 extension to multiple weighted fields (CIKM 2004). The inverse document
frequency is that of Robertson and Sparck Jones, one added so that it stays above zero: Whoosh's own lets a word that
every article has weigh a third of one that one in a hundred has, which buries long queries under their common words.
"""

from collections.abc import Collection
from functools import lru_cache
from math import log1p
from typing import Any

import numpy as np
from whoosh.util.numeric import byte_to_length

from index.arrays.types import AnyIntArray, Float32Array, Int64Array
from index.segments.fields import TEXTS
from index.segments.segment import Segment
from index.snapshots.snapshot import Snapshot
from search.parameters import K1, B

_LENGTHS = np.array([byte_to_length(byte) for byte in range(256)], np.float64)


def idf(snapshot: Snapshot, fields: Collection[str], term: str) -> float:
    """The inverse document frequency of a term: by the articles that have it in any of the fields."""
    held = snapshot.held(fields, term)
    return log1p((snapshot.size - held + 0.5) / (held + 0.5))


def lengths(snapshot: Snapshot, field: str) -> Any:
    """By what BM25 divides a frequency, for each length byte: 1 for an article of average length."""
    total = sum(segment.totals[field] for segment in snapshot.segments)
    return _relative(total / snapshot.size or 1)


@lru_cache(maxsize=64)
def _relative(average: float) -> Any:
    return ((1 - B) + B * _LENGTHS / average).astype(np.float32)


class Scorer:
    """Float32Array the postings of one term, in any segment of a snapshot; a boost of zero scores nothing."""

    def __init__(self, snapshot: Snapshot, field: str, term: str, boost: float) -> None:
        self._field = field
        self._boost = boost
        if boost and field in TEXTS:
            self._weight = np.float32(boost * (K1 + 1) * idf(snapshot, (field,), term))
            self._norms = lengths(snapshot, field) * np.float32(K1)

    def scores(self, segment: Segment, documents: Int64Array, frequencies: AnyIntArray) -> Float32Array | None:
        """The scores of some postings, given by their articles and frequencies."""
        if not self._boost:
            return None
        if self._field not in TEXTS:
            return np.full(len(documents), self._boost, np.float32)
        norms = self._norms.take(segment.lengths(self._field).take(documents))
        norms += frequencies
        np.divide(frequencies, norms, out=norms)
        norms *= self._weight
        scores: Float32Array = norms
        return scores


def saturated(frequencies: Float32Array, weight: float) -> Float32Array:
    """What normalised frequencies give to a score, where a word of this weight is meant."""
    scores: Float32Array = frequencies / (frequencies + np.float32(K1))
    scores *= np.float32(weight * (K1 + 1))
    return scores
