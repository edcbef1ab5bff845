"""How good a ranking is, as trec_eval measures it."""

from collections.abc import Mapping, Sequence
from math import log2
from typing import NamedTuple

SHOWN = 10
DEEP = 100


class Measures(NamedTuple):
    """From 0 to 1, the more the better."""

    ndcg: float
    """nDCG of the first ten, linear gain: Järvelin, Kekäläinen: Cumulated gain-based evaluation (TOIS 2002)."""

    precision: float
    """Average precision, over all that is ranked."""

    recall: float
    """The share of the relevant articles that is among the first hundred."""


NAMES = ("nDCG@10", "AP", "R@100")


def measured(ranking: Sequence[str], grades: Mapping[str, int]) -> Measures:
    """The measures of one ranking of articles, of which at least one is relevant."""
    gains = [max(grades.get(article, 0), 0) for article in ranking]
    ideal = sorted((grade for grade in grades.values() if grade > 0), reverse=True)
    found, precision = 0, 0.0
    for rank, gain in enumerate(gains, 1):
        if gain:
            found += 1
            precision += found / rank
    recalled = sum(gain > 0 for gain in gains[:DEEP])
    return Measures(_cumulated(gains) / _cumulated(ideal), precision / len(ideal), recalled / len(ideal))


def mean(each: Sequence[Measures]) -> Measures:
    """The means over queries."""
    return Measures(*(sum(values) / len(each) for values in zip(*each, strict=True)))


def _cumulated(gains: Sequence[int]) -> float:
    return sum(gain / log2(rank + 1) for rank, gain in enumerate(gains[:SHOWN], 1))
