"""Which articles have a term in a given form: see `index.segments.written_form`."""

from collections.abc import Iterable, Iterator

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
            mask |= _having_own_form(term, segment)
        else:
            ordinal = segment.postings.term(FORM, to_utf8(f"{term}{SEPARATOR}{form}"))
            if ordinal is not None:
                mask[segment.postings.documents(ordinal)] = True
    return mask


def _having_own_form(term: str, segment: Segment) -> Mask:
    """Which articles have a form that is its own stem: those where the term occurs more often than its other forms."""
    postings, mask = segment.postings, np.zeros(segment.count, np.bool_)
    in_fields = [postings.term(field, to_utf8(term)) for field in FORM_FIELDS]
    others = list(_other_forms(term, segment))
    if not others:
        for ordinal in in_fields:
            if ordinal is not None:
                mask[postings.documents(ordinal)] = True
        return mask
    occurrences: Int64Array = np.zeros(segment.count, np.int64)
    for ordinal in in_fields:
        if ordinal is not None:
            occurrences[postings.documents(ordinal)] += postings.frequencies(ordinal)
    for ordinal in others:
        occurrences[postings.documents(ordinal)] -= postings.frequencies(ordinal)
    return occurrences > 0


def _other_forms(term: str, segment: Segment) -> Iterator[int]:
    """The terms of the forms of a term that are not the term itself."""
    postings = segment.postings
    first, last = postings.fields.get(FORM, (0, 0))
    start = to_utf8(f"{term}{SEPARATOR}")
    ordinal = postings.terms.place(start, first, last)
    while ordinal < last and (raw := postings.terms[ordinal]).startswith(start):
        if not raw[len(start) :].isupper():  # an acronym is a form that is counted beside
            yield ordinal
        ordinal += 1
