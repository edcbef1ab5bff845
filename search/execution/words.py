"""Score a term over title and text as the one word that it is (BM25F): see `search.execution.bm25`."""

import numpy as np

from corpus.encoding import to_utf8
from index.segments.segment import Segment
from index.snapshots.snapshot import Snapshot
from search.execution.bm25 import length_norms, saturated
from search.execution.scored_docs import NOTHING, ScoredDocs, union
from search.idf import idf
from search.parameters import WEIGHTS
from search.query.tree import CombinedTerm


def combined_term(node: CombinedTerm, snapshot: Snapshot, segment: Segment) -> ScoredDocs:
    """The articles that have a term in title or text, with their scores."""
    found = union([part for _, part in total_term_freqs(node.text, snapshot, segment)], segment.count)
    if found.scores is None or not node.boost:
        return ScoredDocs(found.doc_ids)
    weight = node.boost * idf(snapshot, WEIGHTS, node.text)
    return ScoredDocs(found.doc_ids, saturated(found.scores, weight))


def total_term_freqs(text: str, snapshot: Snapshot, segment: Segment) -> list[tuple[str, ScoredDocs]]:
    """The articles that have a term in each field, with its frequency there, normalised by length and weighted."""
    return [(field, _in_field(field, text, snapshot, segment)) for field in WEIGHTS]


def _in_field(field: str, text: str, snapshot: Snapshot, segment: Segment) -> ScoredDocs:
    postings = segment.postings
    ordinal = postings.term(field, to_utf8(text))
    if ordinal is None:
        return NOTHING
    doc_ids = postings.documents(ordinal)
    divisors = (length_norms(snapshot, field) / np.float32(WEIGHTS[field])).take(segment.lengths(field).take(doc_ids))
    return ScoredDocs(doc_ids, np.divide(postings.frequencies(ordinal), divisors, out=divisors))
