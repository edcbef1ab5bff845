"""Which articles have a term in a given form: see `index.segments.written_form`."""

from collections.abc import Iterable

import numpy as np

from corpus.encoding import to_utf8
from index.arrays.types import Int64Array, Mask
from index.segments.fields import FORM
from index.segments.form_table import FORM_FIELDS
from index.segments.segment import Segment
from index.segments.written_form import SEPARATOR


def having_form(term: str, forms: Iterable[str], segment: Segment) -> Mask:
    """Which articles of a segment have a term in one of some forms: shape (articles,)."""
    mask: Mask = np.zeros(segment.count, np.bool_)
    for form in forms:
        if form == term:
            mask |= _occurrences(term, segment) > _other_forms(term, segment)
        else:
            ordinal = segment.postings.term(FORM, to_utf8(f"{term}{SEPARATOR}{form}"))
            if ordinal is not None:
                mask[segment.postings.documents(ordinal)] = True
    return mask


def _occurrences(term: str, segment: Segment) -> Int64Array:
    """How often each article has a term, in whatever form: shape (articles,)."""
    found: Int64Array = np.zeros(segment.count, np.int64)
    for field in FORM_FIELDS:
        ordinal = segment.postings.term(field, to_utf8(term))
        if ordinal is not None:
            found[segment.postings.documents(ordinal)] += segment.postings.frequencies(ordinal)
    return found


def _other_forms(term: str, segment: Segment) -> Int64Array:
    """How often each article has a form of a term that is not the term itself: shape (articles,)."""
    postings, found = segment.postings, np.zeros(segment.count, np.int64)
    first, last = postings.fields.get(FORM, (0, 0))
    start = to_utf8(f"{term}{SEPARATOR}")
    ordinal = postings.terms.place(start, first, last)
    while ordinal < last and (raw := postings.terms[ordinal]).startswith(start):
        if not raw[len(start) :].isupper():  # an acronym is a form that is counted beside
            found[postings.documents(ordinal)] += postings.frequencies(ordinal)
        ordinal += 1
    return found
