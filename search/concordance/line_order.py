"""Order the lines of a concordance: by their articles, which costs no text, or by the words beside each match."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

import numpy as np

from corpus.folding import fold
from index.analysis.analyzer import form_of
from index.arrays.types import Float64Array
from index.snapshots.snapshot import Snapshot
from search.answers.answer import Answer
from search.concordance.lines import Match, Matches
from search.execution.ordering import page_by, page_of
from search.highlighting.match_positions import MatchSpan
from search.types.concordance import LineOrder
from search.types.request import Facet, SearchRequest, Sort

MOST_SORTED = 2_000
"""Lines of a page that are sorted by words: for these the texts must be read."""

_SORTED_BY = 3
"""Words of the context that lines are sorted by."""

_STEPS = (64, 1_024)
"""Articles that are put into order at once: first few, for hardly anybody turns many pages, then more, then all."""


class Place(NamedTuple):
    """Where a match stands, without the text around it."""

    doc_id: int
    span: MatchSpan


def by_words(order: LineOrder) -> bool:
    """Whether an order is one of words, for which the texts must be read."""
    return order in _KEYS


def articles_in_order(found: Answer, order: LineOrder, request: SearchRequest, snapshot: Snapshot) -> Iterator[int]:
    """The doc_ids of what is shown: by date or source where that is asked for, else as the result has them."""
    if order is LineOrder.DATE:
        matches, sort, keys = found.shown, Sort.OLDEST, None
    elif order is LineOrder.SOURCE:
        matches, sort, keys = found.shown, request.sort, _sources(found, snapshot)
    else:
        matches, sort, keys = found.ranked(request, snapshot).matches, request.sort, None
    start = 0
    for step in (*_STEPS, len(matches.doc_ids)):
        page = (
            page_of(matches, sort, snapshot, start=start, count=step)
            if keys is None
            else page_by(matches, keys, snapshot, start=start, count=step)
        )
        yield from page.doc_ids.tolist()
        if not page.more:
            return
        start += step


def _sources(found: Answer, snapshot: Snapshot) -> Float64Array:
    """The source of each article as a number, in the order of their names; of one without the highest."""
    column = snapshot.facets[Facet.SOURCE]
    values = column.first_values(found.shown.doc_ids)
    keys: Float64Array = np.where(values < 0, len(column), values).astype(np.float64)
    return keys


def sorted_by_words(matches: Iterator[Match], order: LineOrder, most: int) -> tuple[list[Place], bool]:
    """The places of the first `most` matches, sorted by the words of each line, and whether there are more."""
    key = _KEYS[order]
    found = [(key(each), Place(each.doc_id, each.span)) for each in islice(matches, most)]
    found.sort(key=lambda each: each[0])
    return [place for _, place in found], next(matches, None) is not None


def read_again(places: list[Place], matches: Matches) -> Iterator[Match]:
    """The matches of some places."""
    return (matches.again(*place) for place in places)


def _before(match: Match) -> tuple[str, ...]:
    first = match.span.first
    return tuple(_form(match, position) for position in range(first - 1, max(-1, first - 1 - _SORTED_BY), -1))


def _behind(match: Match) -> tuple[str, ...]:
    last = match.span.last
    return tuple(_form(match, position) for position in range(last + 1, min(len(match.edges), last + 1 + _SORTED_BY)))


def _form(match: Match, position: int) -> str:
    return form_of(match.text[match.edges[position, 0] : match.edges[position, 1]])


_KEYS: dict[LineOrder, Callable[[Match], tuple[str, ...]]] = {
    LineOrder.LEFT: _before,
    LineOrder.RIGHT: _behind,
    LineOrder.MATCH: lambda match: (fold(match.text[match.start : match.end]), *_behind(match)),
}
