"""Texts as numbers: which known features each has, in arrays that can be multiplied at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.dating.features import Ints

Floats = NDArray[np.float32]

_SEEN = 2
_LARGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class Bag:
    """Texts side by side: `ids` and `values` of all their features, and where each text's begin (`starts`).

    The values of one text have Euclidean length 1. No text is without features.
    """

    ids: Ints
    values: Floats
    starts: Ints

    @property
    def lengths(self) -> Ints:
        """How many features each text has."""
        lengths: Ints = np.diff(self.starts, append=len(self.ids))
        return lengths


def vocabulary(texts: Sequence[Ints]) -> tuple[Ints, Floats]:
    """The features of two texts or more, in order, and the weight of each (inverse document frequency).

    At most 1,048,576 of them, the most frequent.
    """
    known, counts = np.unique(np.concatenate(texts), return_counts=True)
    kept = np.sort(np.argsort(-counts, kind="stable")[: min(_LARGEST, np.count_nonzero(counts >= _SEEN))])
    weights: Floats = np.log1p(len(texts) / counts[kept]).astype(np.float32)
    return known[kept], weights


def numbered(text: Ints, known: Ints) -> Ints:
    """The places, among the known features, of those that a text has."""
    if not len(known):
        return np.empty(0, np.int64)
    places = np.minimum(np.searchsorted(known, text), len(known) - 1)
    found: Ints = places[known[places] == text]
    return found


def bag(texts: Sequence[Ints], weights: Floats) -> Bag:
    """Numbered texts as a bag; none may be empty."""
    lengths = np.array([len(text) for text in texts])
    starts: Ints = np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.int64)
    ids = np.concatenate(texts)
    values = weights[ids]
    norms = np.sqrt(np.add.reduceat(values * values, starts))
    return Bag(ids, values / np.repeat(norms, lengths), starts)
