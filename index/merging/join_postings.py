"""Posting lists of several segments for one range of terms, joined: those of a term one segment's after the other's."""

from collections.abc import Sequence

import numpy as np

from index.arrays.types import AnyIntArray, Int64Array
from index.merging.term_ranges import Range
from index.segments.postings import PostingLists
from index.segments.segment import Segment


def joined(parts: Sequence[Segment], numbers: Sequence[Int64Array], terms: Range) -> tuple[Int64Array, PostingLists]:
    """The places of the terms that are still there, and their postings: int64, ascending.

    `numbers[i]` has for each article of part i its new number, below zero where it is gone.
    """
    lists, doc_freqs = list[PostingLists](), np.zeros((len(parts), len(terms.strings)), np.int64)
    total_term_freqs = np.zeros_like(doc_freqs)
    for i, (part, renumbered, begin, end, places) in enumerate(
        zip(parts, numbers, terms.begins, terms.ends, terms.places, strict=True)
    ):
        of_part = part.postings.range(begin, end) if begin < end else _NONE
        part.arrays.release()  # of one part at once stand pages in memory, as in `term_ranges`
        of_part, counts = _left(of_part, renumbered)
        lists.append(of_part)
        doc_freqs[i, places] = counts
        total_term_freqs[i, places] = _sums(of_part.frequencies, counts)
    there = np.flatnonzero(doc_freqs.sum(axis=0))
    steps = [each.steps for each in lists]
    return there, PostingLists(
        doc_freqs.sum(axis=0)[there],
        _interleaved([each.documents for each in lists], doc_freqs),
        _interleaved([each.frequencies for each in lists], doc_freqs),
        _interleaved(steps, total_term_freqs) if any(map(len, steps)) else np.empty(0, np.uint8),
    )


_NONE = PostingLists(*(np.empty(0, np.int64) for _ in range(2)), *(np.empty(0, np.uint8) for _ in range(2)))


def _left(lists: PostingLists, numbers: Int64Array) -> tuple[PostingLists, Int64Array]:
    """Postings of the articles that are still there, under their new numbers; and how many each term has."""
    documents = numbers[lists.documents]
    there = documents >= 0
    if there.all():
        return lists._replace(documents=documents), lists.doc_freqs
    steps = lists.steps[np.repeat(there, lists.frequencies)] if len(lists.steps) else lists.steps
    left = lists._replace(documents=documents[there], frequencies=lists.frequencies[there], steps=steps)
    return left, _sums(there, lists.doc_freqs)


def _sums(values: AnyIntArray, lengths: Int64Array) -> Int64Array:
    """The sum of each of several lists, of these lengths, that stand one after the other."""
    sums = np.zeros(len(values) + 1, np.int64)
    np.cumsum(values, out=sums[1:])
    ends = np.cumsum(lengths)
    totals: Int64Array = sums[ends] - sums[ends - lengths]
    return totals


def _interleaved(parts: Sequence[AnyIntArray], lengths: AnyIntArray) -> AnyIntArray:
    """The lists of all parts, those of one term together: part i has `lengths[i, t]` numbers of term t."""
    ends = np.cumsum(lengths.T.ravel()).reshape(lengths.T.shape).T
    everything = np.empty(int(lengths.sum()), np.result_type(*parts))
    for values, own, end in zip(parts, lengths, ends, strict=True):
        moved = (end - np.cumsum(own)).astype(np.int64)
        everything[np.repeat(moved, own) + np.arange(len(values))] = values
    return everything
