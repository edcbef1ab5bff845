"""Which articles have a term in a given form: see `index.segments.written_form`."""

from collections.abc import Iterable

import numpy as np

from index.arrays.types import Int64Array, Mask
from search.execution.scored_docs import ordinals_in
from search.execution.word_postings import PostingList, WordPostings

_SPARSE = 32
"""Where fewer than one of so many articles have another form, they are looked up; else all are gone through."""


def having_form(word: WordPostings, forms: Iterable[str], doc_ids: Int64Array) -> Mask:
    """Which of some articles that have a word have it in one of some forms: shape (doc_ids,)."""
    mask: Mask = np.zeros(len(doc_ids), np.bool_)
    for form in forms if len(doc_ids) else ():
        if form == word.term:
            mask |= _having_own_form(word, doc_ids)
        elif (there := word.of_form(form)) is not None:
            ordinals, among = ordinals_in(there, doc_ids, word.segment.count)
            mask[ordinals[among]] = True
    return mask


def _having_own_form(word: WordPostings, doc_ids: Int64Array) -> Mask:
    """Which of them have a form that is its own stem: those where the word occurs more often than its other forms."""
    other_forms = word.other_forms()
    if not other_forms:
        return np.ones(len(doc_ids), np.bool_)
    size = word.segment.count
    if sum(len(each.doc_ids) for each in other_forms) * _SPARSE < len(doc_ids) + size // 2:
        return _own_where_others(word, other_forms, doc_ids)
    longest, *shorter = sorted(word.by_field.values(), key=lambda each: -len(each.doc_ids))
    others: Int64Array = np.zeros(size, np.int32)
    for each in other_forms:
        others[each.doc_ids] += each.frequencies
    for each in shorter:
        others[each.doc_ids] -= each.frequencies
    own = longest.frequencies > others.take(longest.doc_ids)
    if doc_ids is longest.doc_ids:
        return own
    mask: Mask = np.zeros(size, np.bool_)
    mask[longest.doc_ids] = own
    for each in shorter:
        mask[each.doc_ids] |= others.take(each.doc_ids) < 0
    return mask.take(doc_ids)


def _own_where_others(word: WordPostings, other_forms: Iterable[PostingList], doc_ids: Int64Array) -> Mask:
    """The same by looking at those alone that have another form."""
    size, mask = word.segment.count, np.ones(len(doc_ids), np.bool_)
    found = [each.among(doc_ids, size) for each in other_forms]
    doubtful = found[0][0] if len(found) == 1 else np.unique(np.concatenate([ordinals for ordinals, _ in found]))
    occurrences: Int64Array = np.zeros(len(doubtful), np.int64)
    for ordinals, frequencies in found:
        occurrences[doubtful.searchsorted(ordinals)] -= frequencies
    for each in word.by_field.values():
        ordinals, frequencies = each.among(doc_ids[doubtful], size)
        occurrences[ordinals] += frequencies
    mask[doubtful] = occurrences > 0
    return mask
