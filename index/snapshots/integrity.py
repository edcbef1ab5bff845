"""Check an index: every array against its checksum, and against what it must be beside the others."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np

from index.arrays.array_file import Damaged
from index.arrays.doc_id_set import DocIdSet
from index.duplicates.duplicate_integrity import duplicate_link_faults, fingerprint_faults
from index.segments import stored_article
from index.segments.fields import FACETS, TEXTS
from index.segments.segment import ColumnarSegment, Segment
from index.storage.location import describe, open_whoosh
from index.storage.lock import sole_writer

_TERMS_AT_ONCE = 10_000


def faults(location: Path) -> Iterator[str]:
    """What is wrong with the index at a location, each in a sentence; nothing where it is sound.

    Raises `NoIndex` where there is none, or none that can be opened at all. No commit comes in between.
    """
    describe(location)
    with sole_writer(location):
        yield from _index_faults(location)


def _index_faults(location: Path) -> Iterator[str]:
    held: set[str] = set()
    opened: list[Segment] = []
    every = list(open_whoosh(location)._segments())  # noqa: SLF001 - nothing public tells
    for named in every:
        name = named.path(location).name
        try:
            segment = Segment(named.path(location), named.live())
            segment.arrays.verify()
        except (Damaged, FileNotFoundError) as fault:
            yield str(fault)
            continue
        for fault_found in _segment_faults(segment, named, held):
            yield f"{name}: {fault_found}"
        opened.append(segment)
    if len(opened) == len(every):
        yield from duplicate_link_faults([each.duplicate_links for each in every], opened)


def _segment_faults(segment: Segment, named: ColumnarSegment, held: set[str]) -> Iterator[str]:
    if segment.count != named.doc_count_all():
        yield f"it has {segment.count:,} articles, the table of contents says {named.doc_count_all():,}"
        return
    yield from _record_faults(segment, held)
    yield from _posting_faults(segment)
    yield from _facet_faults(segment)
    yield from fingerprint_faults(segment.winnowing, segment.count)


def _record_faults(segment: Segment, held: set[str]) -> Iterator[str]:
    ids = segment.sorted_ids.all()
    if any(later < earlier for earlier, later in pairwise(ids)):
        yield "its ids are not in order"
    for number in np.flatnonzero(segment.live).tolist():
        article_id = segment.ids[number].decode()
        if stored_article.unpack(segment.records[number])[0].article.id != article_id:
            yield f"the record of article {article_id} is another one's"
        if article_id in held:
            yield f"article {article_id} stands twice in the index"
        held.add(article_id)


def _posting_faults(segment: Segment) -> Iterator[str]:
    postings = segment.postings
    for field, (first, last) in postings.fields.items():
        terms, total_term_freqs = postings.terms.all(first, last), 0
        if any(later <= earlier for earlier, later in pairwise(terms)):
            yield f"the terms of {field} are not in order"
        for begin in range(first, last, _TERMS_AT_ONCE):
            lists = postings.range(begin, min(begin + _TERMS_AT_ONCE, last))
            starts = np.zeros(len(lists.documents), np.bool_)
            starts[np.cumsum(lists.doc_freqs) - lists.doc_freqs] = True
            if not ((np.diff(lists.documents, prepend=-1) > 0) | starts).all():
                yield f"postings of {field} are not in order"
            if len(lists.documents) and not 0 <= lists.documents.min() <= lists.documents.max() < segment.count:
                yield f"postings of {field} name articles that are not there"
            total_term_freqs += int(lists.frequencies.sum(dtype=np.int64))
        if field in TEXTS and total_term_freqs != segment.totals[field]:
            yield f"{field} has {total_term_freqs:,} words in its postings, and {segment.totals[field]:,} in all"


def _facet_faults(segment: Segment) -> Iterator[str]:
    everything = DocIdSet(segment.count, mask=np.ones(segment.count, np.bool_))
    for name in FACETS:
        facet = segment.facets[name]
        if len(facet.starts) != segment.count + 1 or len(facet.ordinals) != facet.starts[-1]:
            yield f"the values of {name} are not those of its articles"
            continue
        counted = np.bincount(facet.ordinals, minlength=len(facet.keys))
        postings = segment.postings
        for value, key in enumerate(facet.keys.all()):
            term = postings.term(name, key)
            if term is None or postings.frequency(term) != counted[value]:
                yield f"the value {key.decode()} of {name} is counted otherwise than it is found"
        if (facet.counts(everything) != counted).any() and segment.live.all():
            yield f"the counts of {name} are not those of its values"
