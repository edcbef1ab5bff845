"""Which labels fit best together? The scores of all tokens of an article, and the best path through each stretch."""

from collections.abc import Collection, Sequence

import numpy as np

from index.annotate.tagging.clues import expand
from index.annotate.tagging.features import Clues
from index.annotate.tagging.model import Floats, Model

_REMEMBERED = 200_000
"""Bundles: those of some thousand articles, in thirty megabytes."""


class Scorer:
    """Adds up what the features of tokens weigh. What a bundle weighs is remembered as one more row of the table."""

    def __init__(self, model: Model) -> None:
        self._features = model.rows
        self._known = len(model.weights)
        self._table = np.zeros((2 * self._known, len(model.labels)), np.float32)
        self._table[: self._known] = model.weights
        self._rows: dict[str, int] = {}

    def scores(self, tokens: Sequence[Clues]) -> Floats:
        """The score of each label for each token (tokens x labels)."""
        if len(self._rows) > _REMEMBERED:
            self._rows.clear()
        bundled, known = self._rows, self._features
        self._add(dict.fromkeys(each for bundles, _ in tokens for each in bundles if each not in bundled))
        rows: list[int] = []
        starts: list[int] = []
        for bundles, marks in tokens:
            starts.append(len(rows))
            rows += [bundled[bundle] for bundle in bundles]
            rows += [known[mark] for mark in marks if mark in known]
        found: Floats = np.add.reduceat(self._table[rows], starts)
        return found

    def _add(self, bundles: Collection[str]) -> None:
        """Remember what bundles weigh."""
        if not bundles:
            return
        first = self._known + len(self._rows)
        while first + len(bundles) > len(self._table):
            self._table = np.vstack([self._table, np.zeros_like(self._table[: self._known])])
        rows: list[int] = []
        starts: list[int] = []
        for number, bundle in enumerate(bundles, first):
            self._rows[bundle] = number
            starts.append(len(rows))
            rows.append(0)  # the row of zeros: no bundle is without rows
            rows += [self._features[feature] for feature in expand(bundle) if feature in self._features]
        self._table[first : first + len(bundles)] = np.add.reduceat(self._table[rows], starts)


def best_paths(scores: Floats, lengths: Sequence[int], model: Model) -> list[int]:
    """The best label of each token by Viterbi's algorithm, one step at a time through all stretches side by side.

    `scores` (tokens x labels) has one stretch after the other, of these lengths, none of them 0.
    """
    order = np.argsort(-np.asarray(lengths), kind="stable")
    sizes = np.asarray(lengths)[order]
    starts = (np.cumsum(lengths) - lengths)[order]
    # The longest stand first, so that those which are still going on at a step are the first of them.
    going = [int(np.searchsorted(-sizes, -step, side="left")) for step in range(int(sizes[0]))]
    best = scores[starts] + model.beginnings
    came_from = []
    for step, count in enumerate(going[1:], 1):
        paths = best[:count, :, None] + model.transitions
        came_from.append(paths.argmax(axis=1))
        best[:count] = paths.max(axis=1) + scores[starts[:count] + step]
    labels = np.zeros(len(scores), np.intp)
    at = (best + model.ends).argmax(axis=1)
    for step in range(len(going) - 1, 0, -1):
        count = going[step]
        labels[starts[:count] + step] = at[:count]
        at[:count] = came_from[step - 1][np.arange(count), at[:count]]
    labels[starts] = at
    return [int(label) for label in labels]
