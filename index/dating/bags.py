"""Texts as numbers: which known features each has, in arrays that can be multiplied at once."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_SEEN = 2
_LARGEST = 1 << 17


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


def vocabulary(texts: Iterable[set[str]]) -> tuple[dict[str, int], Floats]:
    """Features of two texts or more by number, and the weight of each (inverse document frequency), shape (features,).

    At most 131,072 of them, the most frequent.
    """
    texts = list(texts)
    counts = Counter(feature for text in texts for feature in text)
    kept = sorted((-count, feature) for feature, count in counts.items() if count >= _SEEN)[:_LARGEST]
    frequencies = np.array([-count for count, _ in kept], np.float32)
    weights: Floats = np.log1p(len(texts) / np.maximum(frequencies, 1)).astype(np.float32)
    return {feature: number for number, (_, feature) in enumerate(kept)}, weights


def numbered(text: set[str], numbers: Mapping[str, int]) -> Ints:
    """The numbers of a text's known features, in order."""
    return np.array(sorted(numbers[feature] for feature in text if feature in numbers), np.int64)


def bag(texts: Sequence[Ints], weights: Floats) -> Bag:
    """Numbered texts as a bag; none may be empty."""
    lengths = np.array([len(text) for text in texts])
    starts: Ints = np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.int64)
    ids = np.concatenate(texts)
    values = weights[ids]
    norms = np.sqrt(np.add.reduceat(values * values, starts))
    return Bag(ids, values / np.repeat(norms, lengths), starts)
