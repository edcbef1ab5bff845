"""BM25F as Whoosh computes it: its inverse document frequency, its lossy lengths, its constants.

Robertson, Zaragoza, Taylor: Simple BM25 extension to multiple weighted fields (CIKM 2004).
"""

from functools import lru_cache
from math import log
from typing import Any

import numpy as np
from whoosh.util.numeric import byte_to_length

from index.columnar.arrays import Numbers
from index.columnar.fields import TEXTS
from index.columnar.segment import Segment
from index.facets import Ints
from index.snapshot import Snapshot
from search.evaluation.found import Scores

B = 0.75
K1 = 1.2

_LENGTHS = np.array([byte_to_length(byte) for byte in range(256)], np.float64)


def rarity(snapshot: Snapshot, field: str, term: str) -> float:
    """The inverse document frequency of a term, as Whoosh computes it."""
    return log(snapshot.size / (snapshot.frequency(field, term) + 1)) + 1


class Scorer:
    """Scores the postings of one term, in any segment of a snapshot; a boost of zero scores nothing."""

    def __init__(self, snapshot: Snapshot, field: str, term: str, boost: float) -> None:
        self._field = field
        self._boost = boost
        if boost and field in TEXTS:
            self._weight = np.float32(boost * (K1 + 1) * rarity(snapshot, field, term))
            total = sum(segment.totals[field] for segment in snapshot.segments)
            self._norms = _norms(total / snapshot.size or 1)

    def scores(self, segment: Segment, documents: Ints, frequencies: Numbers) -> Scores | None:
        """The scores of some postings, given by their articles and frequencies."""
        if not self._boost:
            return None
        if self._field not in TEXTS:
            return np.full(len(documents), self._boost, np.float32)
        norms = self._norms.take(segment.lengths(self._field).take(documents))
        norms += frequencies
        np.divide(frequencies, norms, out=norms)
        norms *= self._weight
        scores: Scores = norms
        return scores


@lru_cache(maxsize=64)
def _norms(average: float) -> Any:
    """What BM25 adds to the frequency in its denominator, for each length byte."""
    return (K1 * ((1 - B) + B * _LENGTHS / average)).astype(np.float32)
