"""How sure may a model be? The temperature at which its answers on texts that it has not seen are as right as it says.

Guo, Pleiss, Sun, Weinberger: On Calibration of Modern Neural Networks, ICML 2017 (temperature scaling).
"""

from collections.abc import Sequence

import numpy as np

from index.dating.bags import Floats, bag
from index.dating.features import Ints
from index.dating.learning import learn, scores, shares

_FOLDS = 5
_FEW = 2_500
"""Witnesses up to which every fifth is asked in its turn; of more, one fifth is enough."""
_TEMPERATURES = np.geomspace(0.2, 8, 60)


def temperature(texts: Sequence[Ints], classes: Ints, weights: Floats, count: int) -> float:
    """The temperature that makes the right years of held-out texts likeliest, by cross-validation."""
    folds = range(_FOLDS if len(texts) <= _FEW else 1)
    asked = [_unseen(texts, classes, weights, count, fold) for fold in folds]
    scored = np.concatenate([each for each, _ in asked])
    right = np.concatenate([each for _, each in asked])
    losses = [_loss(scored, right, float(each)) for each in _TEMPERATURES]
    return float(_TEMPERATURES[int(np.argmin(losses))])


def _unseen(texts: Sequence[Ints], classes: Ints, weights: Floats, count: int, fold: int) -> tuple[Floats, Ints]:
    """The scores of every fifth text by a model that learned from the others, and their classes."""
    held = np.arange(len(texts)) % _FOLDS == fold
    others = [text for text, out in zip(texts, held, strict=True) if not out]
    coefficients = learn(others, classes[~held], weights, count)
    kept = [number for number in np.flatnonzero(held).tolist() if len(texts[number])]
    return scores(bag([texts[number] for number in kept], weights), coefficients), classes[kept]


def _loss(scored: Floats, right: Ints, at: float) -> float:
    likelihoods = shares(scored, at)[np.arange(len(right)), right]
    return float(-np.log(np.maximum(likelihoods, 1e-9)).mean())
