"""A linear model learns which features speak for which year: multinomial logistic regression by Adagrad.

Duchi, Hazan, Singer: Adaptive Subgradient Methods for Online Learning and Stochastic Optimization, JMLR 2011.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from index.dating.bags import Bag, Floats, bag
from index.dating.features import Ints

_EPOCHS = 3
_BATCH = 64
_STEP = 0.5
_SEED = 1

_Batch = tuple[Bag, Ints, Ints, Ints, Ints, Ints]


def learn(texts: Sequence[Ints], classes: Ints, weights: Floats, count: int) -> Floats:
    """Coefficients of shape (features, `count`) from numbered texts and the class of each; the same on every run."""
    random = np.random.default_rng(_SEED)
    batches = list(_batches(texts, classes, weights, random))
    coefficients = np.zeros((len(weights), count), np.float32)
    squares = np.full((len(weights), 1), 1e-6, np.float32)
    for _ in range(_EPOCHS):
        for number in random.permutation(len(batches)):
            _step(coefficients, squares, batches[number])
    return coefficients


def scores(texts: Bag, coefficients: Floats) -> Floats:
    """What each class gets in each text, shape (texts, classes)."""
    products = coefficients[texts.ids] * texts.values[:, None]
    summed: Floats = np.add.reduceat(products, texts.starts, axis=0)
    return summed


def shares(scored: Floats, temperature: float = 1.0) -> Floats:
    """Scores as probabilities that sum to 1 in each row; a higher temperature makes them more alike."""
    raised = np.exp((scored - scored.max(axis=1, keepdims=True)) / temperature)
    normed: Floats = raised / raised.sum(axis=1, keepdims=True)
    return normed


def _batches(texts: Sequence[Ints], classes: Ints, weights: Floats, random: np.random.Generator) -> Iterator[_Batch]:
    """Texts in groups, each with its entries in order of features: which text, which feature, where that begins."""
    order = random.permutation([number for number, text in enumerate(texts) if len(text)])
    for begin in range(0, len(order), _BATCH):
        chosen = order[begin : begin + _BATCH]
        group = bag([texts[number] for number in chosen], weights)
        by_feature = np.argsort(group.ids, kind="stable")
        rows = np.repeat(np.arange(len(chosen)), group.lengths)[by_feature]
        used, first = np.unique(group.ids[by_feature], return_index=True)
        yield group, by_feature, rows, used, first, classes[chosen]


def _step(coefficients: Floats, squares: Floats, batch: _Batch) -> None:
    group, by_feature, rows, used, first, classes = batch
    errors = shares(scores(group, coefficients))
    errors[np.arange(len(classes)), classes] -= 1
    gradient = np.add.reduceat(errors[rows] * group.values[by_feature][:, None], first, axis=0)
    squares[used] += (gradient * gradient).sum(axis=1, keepdims=True)
    coefficients[used] -= _STEP * gradient / np.sqrt(squares[used])
