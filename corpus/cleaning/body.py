"""Where does the running text of a page begin and end."""

from collections.abc import Iterable, Sequence

from corpus.cleaning.lines import Line

_MOST_WORDS = 40
"""A paragraph weighs no more than so many words: one long cookie notice is no article."""
_LABEL_WEIGHS = -10
_LEAST_LABELS = 8
"""Fewer lines than these around the text may as well belong to it."""
_SHARE = 3
"""Where a third of the running text stands outside, it is not outside."""


def body(lines: Sequence[Line]) -> range:
    """The lines from the first dense paragraphs to the last; all of them where few others stand around.

    The words of paragraphs count for a stretch of lines, labels and headlines against it; the end is where the sum
    from the top is highest, the beginning where the sum from the end is.
    """
    weights = list(map(_weight, lines))
    end = _highest(weights)
    begin = end - _highest(reversed(weights[:end]))
    end = end if _around(weights[end:], weights) else len(lines)
    return range(begin if _around(weights[:begin], weights) else 0, end)


def _weight(line: Line) -> int:
    if line.sentence:
        return min(line.words, _MOST_WORDS)
    return 0 if line.broken else _LABEL_WEIGHS


def _around(outside: Sequence[int], weights: Sequence[int]) -> bool:
    """Whether lines at an end of a page stand around its article: many labels, and little of its running text."""
    running = sum(weight for weight in outside if weight > 0)
    return len(outside) >= _LEAST_LABELS and running * _SHARE < sum(weight for weight in weights if weight > 0)


def _highest(weights: Iterable[int]) -> int:
    """After how many weights their sum is highest; the longest such stretch."""
    total = best = place = 0
    for number, weight in enumerate(weights, 1):
        total += weight
        if total >= best:
            best, place = total, number
    return place
