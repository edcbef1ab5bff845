"""A linear model learns which features speak for which year: multinomial logistic regression by Adagrad.

Duchi, Hazan, Singer: Adaptive Subgradient Methods for Online Learning and Stochastic Optimization, JMLR 2011.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from corpus.enrichment.dating.feature_vectors import Bag, Classes, Floats, bag
from corpus.enrichment.dating.features import Ints

_EPOCHS = 3
_BATCH = 32
_STEP = 0.5
_SEED = 1


@dataclass(frozen=True, slots=True)
class _Batch:
    """A few texts as a matrix over the features that they have (`used`): `values` stand at `cells`, others are 0."""

    cells: Classes
    values: Floats
    used: Ints
    classes: Classes

    @property
    def matrix(self) -> Floats:
        """Shape (texts, used features)."""
        flat = np.zeros(len(self.classes) * len(self.used), np.float32)
        flat[self.cells] = self.values
        return flat.reshape(len(self.classes), -1)


class Learner:
    """Coefficients of shape (features, `count` classes), bettered by each lesson; the same on every run."""

    def __init__(self, weights: Floats, count: int) -> None:
        self.coefficients: Floats = np.zeros((len(weights), count), np.float32)
        self._weights = weights
        self._squares: Floats = np.full(len(weights), 1e-6, np.float32)
        self._places: Ints = np.zeros(len(weights), np.int32)

    def learn(self, texts: Sequence[Ints], classes: Classes) -> None:
        """Learn from numbered texts and the class of each."""
        random = np.random.default_rng(_SEED)
        order = random.permutation([number for number, text in enumerate(texts) if len(text)])
        chosen = [order[begin : begin + _BATCH] for begin in range(0, len(order), _BATCH)]
        batches = [self._batch([texts[number] for number in each], classes[each]) for each in chosen]
        for _ in range(_EPOCHS):
            for number in random.permutation(len(batches)):
                self._step(batches[number])

    def _batch(self, texts: Sequence[Ints], classes: Classes) -> _Batch:
        group = bag(texts, self._weights)
        used = np.unique(group.ids)
        self._places[used] = np.arange(len(used), dtype=np.int32)
        rows = np.repeat(np.arange(len(texts)), group.lengths)
        return _Batch(rows * len(used) + self._places[group.ids], group.values, used, classes)

    def _step(self, batch: _Batch) -> None:
        matrix, used = batch.matrix, batch.used
        held = self.coefficients[used]
        errors = shares(matrix @ held)
        errors[np.arange(len(batch.classes)), batch.classes] -= 1
        gradient = matrix.T @ errors
        squares = self._squares[used] + np.einsum("ij,ij->i", gradient, gradient)
        self._squares[used] = squares
        self.coefficients[used] = held - _STEP * gradient / np.sqrt(squares)[:, None]


def scores(texts: Bag, coefficients: Floats) -> Floats:
    """What each class gets in each text, shape (texts, classes)."""
    products = coefficients[texts.ids] * texts.values[:, None]
    summed: Floats = np.add.reduceat(products, texts.starts, axis=0)
    return summed


def shares(scored: Floats) -> Floats:
    """Scores as probabilities that sum to 1 in each row."""
    raised = np.exp(scored - scored.max(axis=1, keepdims=True))
    normed: Floats = raised / raised.sum(axis=1, keepdims=True)
    return normed
