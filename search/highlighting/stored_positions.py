"""The positions of terms in indexed articles, from their postings: nothing is analysed again."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np

from corpus.encoding import to_utf8
from index.arrays.types import Int64Array
from index.segments.postings import PositionLists
from index.segments.segment import Segment
from index.snapshots.snapshot import Snapshot
from search.execution.positions import STRIDE, ChosenPositions
from search.highlighting.match_positions import Positions, WantedTerms


def stored_positions(
    wanted: Sequence[WantedTerms], field: str, doc_ids: Int64Array, snapshot: Snapshot
) -> list[Positions]:
    """The positions of some terms in a field of each of some indexed articles, from their postings."""
    found: list[dict[str, list[int]]] = [{} for _ in doc_ids]
    order = doc_ids.argsort()
    cuts = doc_ids[order].searchsorted(snapshot.bases).tolist()
    terms = dict.fromkeys(term for each in wanted for term in each.terms)
    for segment, base, (begin, end) in zip(snapshot.segments, snapshot.bases, pairwise(cuts), strict=False):
        here = order[begin:end]
        chosen = ChosenPositions(segment, doc_ids[here] - base)
        for term in terms if begin < end else ():
            positions = chosen.of(field, term)
            ends = positions.searchsorted(np.arange(len(here) + 1) * STRIDE).tolist()
            places = (positions % STRIDE).tolist()
            for number, (first, last) in zip(here.tolist(), pairwise(ends), strict=True):
                if first < last:
                    found[number][term] = places[first:last]
    return [_looked_up(each) for each in found]


def _looked_up(where: Mapping[str, Sequence[int]]) -> Positions:
    return lambda term: where.get(term, ())


class StoredPositions:
    """The positions of terms in a field of indexed articles, from their postings: for one after the other."""

    def __init__(self, snapshot: Snapshot, field: str) -> None:
        self._snapshot = snapshot
        self._field = field
        self._lists: dict[tuple[Segment, str], PositionLists | None] = {}

    def of(self, number: int) -> Positions:
        """The positions in one article."""
        segment, local = self._snapshot.articles.segment_of(number)

        def positions(term: str) -> Sequence[int]:
            if (segment, term) not in self._lists:
                self._lists[segment, term] = segment.postings.position_lists(self._field, to_utf8(term))
            lists = self._lists[segment, term]
            return () if lists is None else lists.of(local)

        return positions
