"""Calibrate the year classifier's confidence, and the weight of the tables beside it, on held-out articles.

Guo, Pleiss, Sun, Weinberger: On Calibration of Modern Neural Networks, ICML 2017 (temperature scaling).
"""

from itertools import product

import numpy as np

from corpus.enrichment.dating.feature_vectors import Classes, Floats
from corpus.enrichment.dating.learning import shares
from corpus.enrichment.dating.timeline import FIRST, PRIOR, YEARS, Curve

STRANGERS = 0.02
"""Share of the undated articles that are of none of the years trained on."""
_SHARPEST, _FLATTEST, _STEPS = 5.0, 0.15, 24
_TABLES_COUNT = np.linspace(0, 1.2, 13)
_NEVER = 1e-9


def spread(scored: Floats, years: list[int]) -> Curve:
    """What a classifier gives to each of its years, as probabilities of `YEARS`, shape (texts, len(YEARS))."""
    known = [year - FIRST for year in years if year - FIRST in range(len(YEARS))]
    spread = np.full((len(scored), len(YEARS)), STRANGERS / len(YEARS))
    among = [place for place, year in enumerate(years) if year - FIRST in range(len(YEARS))]
    spread[:, known] += (1 - STRANGERS) * shares(scored)[:, among]
    return spread


def together(by_classifier: Curve, by_tables: Curve, tables_count: float) -> Curve:
    """Both as probabilities of `YEARS` in the last axis; a year that the tables rule out stays so."""
    news = np.log(np.maximum(by_tables, _NEVER)) - PRIOR
    logs = np.where(by_tables > 0, np.log(by_classifier) + tables_count * news, -np.inf)
    raised = np.exp(logs - logs.max(axis=-1, keepdims=True))
    both: Curve = raised / raised.sum(axis=-1, keepdims=True)
    return both


def calibrated(scored: Floats, by_tables: Curve, right: Classes, years: list[int]) -> tuple[float, float]:
    """The factor of the classifier's scores and the weight of the tables that make the right years likeliest.

    From held-out texts; `right` are places in `YEARS`.
    """
    factors = np.geomspace(_FLATTEST, _SHARPEST, _STEPS)
    heard = {float(factor): spread(scored * np.float32(factor), years) for factor in factors}
    losses = {
        (factor, float(count)): _loss(together(heard[factor], by_tables, float(count)), right)
        for factor, count in product(heard, _TABLES_COUNT)
    }
    return min(losses, key=losses.__getitem__)


def _loss(likely: Curve, right: Classes) -> float:
    return float(-np.log(np.maximum(likely[np.arange(len(right)), right], _NEVER)).mean())
