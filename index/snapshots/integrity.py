"""Check an index: every array against its checksum, and against what it must be beside the others."""

from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import numpy as np

from index.arrays.array_file import Damaged
from index.arrays.doc_id_set import DocIdSet
from index.duplicates.duplicate_integrity import duplicate_link_faults, fingerprint_faults
from index.segments import stored_article
from index.segments.fields import FACETS, TEXTS
from index.segments.segment import ColumnarSegment, Segment
from index.storage.commit_file import commit_stamp
from index.storage.durable_storage import unsealed
from index.storage.files import NOTES
from index.storage.location import describe, open_commit
from index.storage.whoosh_table import table_name

_TERMS_AT_ONCE = 10_000


def faults(location: Path) -> Iterator[str]:
    """What is wrong with the index at a location, each in a sentence; nothing where it is sound.

    It takes no lock and writes nothing: what is checked is one commit, whatever else is committed meanwhile.
    Raises `NoIndex` where there is none, or none that can be opened at all.
    """
    describe(location)
    held: set[str] = set()
    opened: list[Segment] = []
    every = _files(location)
    for named, segment in every:
        if isinstance(segment, str):
            yield segment
            continue
        try:
            segment.arrays.verify()
            for fault_found in _segment_faults(segment, named, held):
                yield f"{segment.path.name}: {fault_found}"
        except Damaged as fault:
            yield str(fault)
            continue
        opened.append(segment)
    if len(opened) == len(every):
        yield from duplicate_link_faults([named.duplicate_links for named, _ in every], opened)


def damaged_notes(location: Path) -> Iterator[Path]:
    """The files beside the index that are not as they were written; the next run makes them anew."""
    names = [*NOTES, table_name(open_commit(location).number)]
    for name in names:
        with suppress(FileNotFoundError):
            try:
                unsealed((location / name).read_bytes())
            except ValueError:
                yield location / name


def _files(location: Path) -> list[tuple[ColumnarSegment, Segment | str]]:
    """The segments of one commit, each opened, or with what is wrong with its file."""
    while True:
        stamp, segments = commit_stamp(location), open_commit(location).segments
        found = [(each, _opened(location, each)) for each in segments]
        if commit_stamp(location) == stamp:  # else files may be gone that a newer commit does not name
            return found


def _opened(location: Path, named: ColumnarSegment) -> Segment | str:
    path = named.path(location)
    try:
        segment = Segment(path, named.live())
    except FileNotFoundError:
        return f"{path.name} is missing"
    except (Damaged, LookupError, TypeError, ValueError) as fault:
        return str(fault)
    return segment if segment.arrays.checksum == named.checksum else f"{path.name} is not the file that was committed"


def _segment_faults(segment: Segment, named: ColumnarSegment, held: set[str]) -> Iterator[str]:
    if segment.count != named.size:
        yield f"it has {segment.count:,} articles, the commit says {named.size:,}"
        return
    if len(segment.vectors) != segment.count:
        yield f"it has {segment.count:,} articles, and the vectors of {len(segment.vectors):,}"
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
