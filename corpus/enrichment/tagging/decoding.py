"""Find the labels that score best together: Viterbi's algorithm over each stretch of tokens."""

from collections.abc import Sequence

import numpy as np

from corpus.enrichment.tagging.model import Floats, TaggerModel


def best_paths(scores: Floats, lengths: Sequence[int], model: TaggerModel) -> list[int]:
    """The best label of each token by Viterbi's algorithm, one step at a time through all stretches side by side.

    `scores` (tokens x labels) has one stretch after the other, of these lengths, none of them 0.
    """
    order = np.argsort(-np.asarray(lengths), kind="stable")
    sizes = np.asarray(lengths)[order]
    starts = (np.cumsum(lengths) - lengths)[order]
    # The longest stand first, so that those which are still going on at a step are the first of them.
    going = [int(np.searchsorted(-sizes, -step, side="left")) for step in range(int(sizes[0]))]
    best = scores[starts] + model.beginnings
    into = np.ascontiguousarray(model.transitions.T)  # each label (row) after each other (column)
    first_of_row = np.arange(best.size) * len(into)
    came_from = []
    for step, count in enumerate(going[1:], 1):
        paths = best[:count, None, :] + into
        before = paths.argmax(axis=2)
        # Taken by place, which is several times faster than to look for the greatest once more.
        reached = paths.ravel()[first_of_row[: before.size] + before.ravel()].reshape(before.shape)
        best[:count] = reached + scores[starts[:count] + step]
        came_from.append(before)
    labels = np.zeros(len(scores), np.intp)
    at = (best + model.ends).argmax(axis=1)
    for step in range(len(going) - 1, 0, -1):
        count = going[step]
        labels[starts[:count] + step] = at[:count]
        at[:count] = came_from[step - 1][np.arange(count), at[:count]]
    labels[starts] = at
    found: list[int] = labels.tolist()
    return found
