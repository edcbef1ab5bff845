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


def always_together(segments: Sequence[Segment], field: str, first: str, last: str) -> bool:
    """Whether a term never stands in a field without another one behind it."""
    return all(_always(segment, field, to_utf8(first), to_utf8(last)) for segment in segments)


def _always(segment: Segment, field: str, first: bytes, last: bytes) -> bool:
    postings = segment.postings
    ordinal = postings.term(field, first)
    if ordinal is None:
        return True
    before, behind = postings.position_lists(field, first), postings.position_lists(field, last)
    docs = postings.documents(ordinal)
    if before is None or behind is None or len(docs) > _MOST:
        return False
    second = postings.term(field, last)
    if second is None or not np.isin(docs, postings.documents(second)).all():
        return False
    return all({place + 1 for place in before.of(doc_id)} <= set(behind.of(doc_id)) for doc_id in docs.tolist())


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
