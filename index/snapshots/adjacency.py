"""Whether terms stand next to each other anywhere: asked before a spelling of several words is promised."""

from collections.abc import Sequence
from functools import reduce

import numpy as np

from corpus.encoding import to_utf8
from index.segments.segment import Segment

_MOST = 1_000
"""Articles of a segment that are looked through."""


def stand_together(segments: Sequence[Segment], field: str, terms: Sequence[str]) -> bool:
    """Whether some terms stand in order, one after the other, in a field of any of the first articles that have all."""
    return any(_together(segment, field, list(map(to_utf8, terms))) for segment in segments)


def _together(segment: Segment, field: str, terms: Sequence[bytes]) -> bool:
    postings = segment.postings
    ordinals = [postings.term(field, term) for term in terms]
    there = [ordinal for ordinal in ordinals if ordinal is not None]
    if len(there) < len(terms):
        return False
    common = reduce(np.intersect1d, map(postings.documents, there))[:_MOST]
    lists = [postings.position_lists(field, term) for term in terms] if len(common) else []
    for doc_id in common.tolist():
        ends = [set(each.of(doc_id)) for each in lists if each is not None]
        if any(all(first + step in stands for step, stands in enumerate(ends)) for first in ends[0]):
            return True
    return False
