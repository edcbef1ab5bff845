"""Match clauses near each other: where each begins and ends, and which stand close enough, in order or not.

The span queries of Lucene: of the matches on the left of each match, and on its right, the nearest one counts.
"""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from index.arrays.types import Int64Array
from index.segments.segment import Segment
from search.execution.positions import STRIDE, ChosenPositions
from search.query.tree import Near, Node, Or, Phrase, Term


class Spans(NamedTuple):
    """Matches in some articles: their first and last positions, int64 of one length, in the order of the last ones."""

    starts: Int64Array
    ends: Int64Array


def ordinals_near(near: Near, segment: Segment, candidates: Int64Array) -> Int64Array:
    """Which of some articles match: their ordinals among the candidates, ascending. Candidates ascend; int64."""
    found = spans(near, ChosenPositions(segment, candidates))
    return np.unique(found.ends // STRIDE)


def spans(node: Node, positions: ChosenPositions) -> Spans:
    """Where a clause matches. Raises `TypeError` for a clause that has no positions."""
    match node:
        case Term():
            at = positions.of(node.field, node.text)
            return Spans(at, at)
        case Phrase():
            return _chain(node, positions)
        case Or():
            return _united(spans(clause, positions) for clause in node.clauses)
        case Near():
            first, second = (spans(clause, positions) for clause in node.clauses)
            pairs = [_pairs(first, second, node.distance)]
            if not node.ordered:
                pairs.append(_pairs(second, first, node.distance))
            return _united(pairs)
    raise TypeError(f"{node} has no positions")


def _chain(phrase: Phrase, positions: ChosenPositions) -> Spans:
    """The terms of a phrase one after the other, each with the nearest before it."""
    first, *others = (positions.of(phrase.field, term) for term in phrase.terms)
    chain = Spans(first, first)
    for at in others:
        chain = _nearest_before(chain, Spans(at, at), phrase.slop)
    return chain


def _pairs(first: Spans, second: Spans, distance: int) -> Spans:
    """Matches of both, the second behind the first: of each the nearest of the other."""
    return _united([_nearest_before(first, second, distance), _nearest_behind(first, second, distance)])


def _nearest_before(first: Spans, second: Spans, distance: int) -> Spans:
    """Each second match with the last first one that ends before it begins."""
    before = np.searchsorted(first.ends, second.starts) - 1
    second = Spans(second.starts[before >= 0], second.ends[before >= 0])
    before = before[before >= 0]
    close = second.starts - first.ends[before] <= distance
    return _by_end(first.starts[before[close]], second.ends[close])


def _nearest_behind(first: Spans, second: Spans, distance: int) -> Spans:
    """Each first match with the first second one that begins after its end."""
    order = np.argsort(second.starts, kind="stable")
    starts, ends = second.starts[order], second.ends[order]
    behind = np.searchsorted(starts, first.ends, side="right")
    there = behind < len(starts)
    behind = behind[there]
    close = starts[behind] - first.ends[there] <= distance
    return _by_end(first.starts[there][close], ends[behind[close]])


def _united(parts: Iterable[Spans]) -> Spans:
    starts, ends = zip(*parts, strict=True)
    return _by_end(np.concatenate(starts), np.concatenate(ends))


def _by_end(starts: Int64Array, ends: Int64Array) -> Spans:
    order = np.argsort(ends, kind="stable")
    return Spans(starts[order], ends[order])
