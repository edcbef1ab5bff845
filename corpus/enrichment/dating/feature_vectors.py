"""Texts as numbers: which known features each has, in arrays that can be multiplied at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.enrichment.dating.features import SPACE, Ints

Floats = NDArray[np.float32]
Classes = NDArray[np.int64]

_SEEN = 2
_COMMON = 0.3
"""Share of the texts above which a feature tells nothing: `the`, `said`."""


@dataclass(frozen=True, slots=True)
class FeatureVocabulary:
    """The features that are known, in order (`known`), and the weight of each."""

    known: Ints
    weights: Floats
    places: Ints
    """Feature -> its place among the known, -1 for others; shape (SPACE,)."""

    @classmethod
    def of(cls, known: Ints, weights: Floats) -> "FeatureVocabulary":
        """With the places reckoned."""
        places = np.full(SPACE, -1, np.int32)
        places[known] = np.arange(len(known), dtype=np.int32)
        return cls(known, weights, places)

    def numbered(self, features: Ints) -> Ints:
        """The places of the known ones among some features."""
        found = self.places[features]
        return found[found >= 0]


@dataclass(frozen=True, slots=True)
class Bag:
    """Texts side by side: `ids` and `values` of all their features, and how many each text has (`lengths`).

    The values of one text have Euclidean length 1. No text is without features.
    """

    ids: Ints
    values: Floats
    lengths: Classes

    @property
    def starts(self) -> Classes:
        """Where the features of each text begin."""
        return _starts(self.lengths)


def vocabulary(texts: Sequence[Ints]) -> FeatureVocabulary:
    """The features of two texts or more that are not everywhere, weighted by inverse document frequency."""
    counts = np.zeros(SPACE, np.int32)
    for text in texts:
        counts[text] += 1
    known = np.flatnonzero((counts >= _SEEN) & (counts <= max(_SEEN, _COMMON * len(texts)))).astype(np.int32)
    return FeatureVocabulary.of(known, np.log1p(len(texts) / counts[known]).astype(np.float32))


def bag(texts: Sequence[Ints], weights: Floats) -> Bag:
    """Numbered texts as a bag; none may be empty."""
    lengths = np.array([len(text) for text in texts])
    ids = np.concatenate(texts)
    values = weights[ids]
    norms = np.sqrt(np.add.reduceat(values * values, _starts(lengths)))
    return Bag(ids, values / np.repeat(norms, lengths), lengths)


def _starts(lengths: Classes) -> Classes:
    starts: Classes = np.cumsum(lengths) - lengths
    return starts
