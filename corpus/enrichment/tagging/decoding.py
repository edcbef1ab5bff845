"""Find the labels that score best together: Viterbi's algorithm over each stretch of tokens."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from corpus.enrichment.tagging.model import Floats, TaggerModel

Truths = npt.NDArray[np.bool_]


def best_labels(scores: Floats, lengths: Sequence[int], outside: Truths, model: TaggerModel) -> list[int]:
    """The best label of each token, where some are known to stand `outside` all names.

    `scores` (tokens x labels) has one stretch after the other, of these lengths. What stands between tokens outside is
    searched by itself: a sentence of many names is then as many short stretches, which go side by side.
    """
    alone = model.labels.index("O")
    inside = ~outside
    first = np.zeros(len(inside), np.bool_)
    first[np.cumsum([0, *lengths[:-1]])] = True
    last = np.append(first[1:], True)
    begins = inside & (first | np.append(True, outside[:-1]))
    ends = inside & (last | np.append(outside[1:], True))
    scores[begins & ~first] += model.transitions[alone]
    scores[ends & ~last] += model.transitions[:, alone]
    labels = np.full(len(scores), alone)
    if pieces := (np.flatnonzero(ends) - np.flatnonzero(begins) + 1).tolist():
        labels[inside] = best_paths(scores[inside], pieces, model)
    found: list[int] = labels.tolist()
    return found


def best_paths(scores: Floats, lengths: Sequence[int], model: TaggerModel) -> list[int]:
    """The best label of each token by Viterbi's algorithm, one step at a time through all stretches side by side.

    `scores` (tokens x labels) has one stretch after the other, of these lengths, none of them 0.
    """
    order = np.argsort(-np.asarray(lengths), kind="stable")
    sizes = np.asarray(lengths)[order]
    starts = (np.cumsum(lengths) - lengths)[order]
    # The longest stand first, so that those which are still going on at a step are the first of them.
    going = np.searchsorted(-sizes, -np.arange(int(sizes[0])), side="left").tolist()
    best = scores[starts] + model.beginnings
    into = np.ascontiguousarray(model.transitions.T)  # each label (row) after each other (column)
    first_of_row = np.arange(best.size) * len(into)
    came_from = []
    together = next((step for step, count in enumerate(going) if count == 1), len(going))
    for step, count in enumerate(going[1 : max(1, together)], 1):
        paths = best[:count, None, :] + into
        before = paths.argmax(axis=2)
        # Taken by place, which is several times faster than to look for the greatest once more.
        reached = paths.ravel()[first_of_row[: before.size] + before.ravel()].reshape(before.shape)
        best[:count] = reached + scores[starts[:count] + step]
        came_from.append(before)
    longest = slice(starts[0] + len(came_from) + 1, starts[0] + len(going))
    best[0], alone = _goes_on(best[0], scores[longest], into)
    labels = np.zeros(len(scores), np.intp)
    at = (best + model.ends).argmax(axis=1)
    label = at[0]
    for place, each in zip(reversed(range(longest.start, longest.stop)), reversed(alone), strict=True):
        labels[place] = label
        label = each[label]
    at[0] = label
    for step in range(len(came_from), 0, -1):
        count = going[step]
        labels[starts[:count] + step] = at[:count]
        at[:count] = came_from[step - 1][np.arange(count), at[:count]]
    labels[starts] = at
    found: list[int] = labels.tolist()
    return found


def _goes_on(best: Floats, scores: Floats, into: Floats) -> tuple[Floats, list[npt.NDArray[np.intp]]]:
    """The same for the one stretch that is longer than the others: fewer and smaller steps of NumPy."""
    rows = np.arange(len(into))
    came_from = []
    for each in scores:
        paths = into + best
        before = paths.argmax(axis=1)
        best = paths[rows, before] + each
        came_from.append(before)
    return best, came_from
