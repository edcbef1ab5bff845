"""Score a term over title and text as the one word that it is (BM25F): see `search.scoring.bm25`."""

import numpy as np

from corpus.encoding import to_utf8
from index.segments.segment import Segment
from index.snapshots.snapshot import Snapshot
from search.execution.forms import having_form
from search.execution.scored_docs import NOTHING, ScoredDocs, only, union
from search.query.tree import CombinedTerm, WordForm
from search.scoring.bm25 import length_norms, saturated
from search.scoring.idf import idf
from search.scoring.parameters import WEIGHTS


def combined_term(node: CombinedTerm, snapshot: Snapshot, segment: Segment) -> ScoredDocs:
    """The articles that have a term in title or text, with their scores."""
    return _scored(node, snapshot, segment)


def word_form(node: WordForm, snapshot: Snapshot, segment: Segment) -> ScoredDocs:
    """The articles that have a term in one of some forms: the scores are those of the term."""
    return only(_scored(node, snapshot, segment), having_form(node.text, node.forms, segment))


def _scored(node: CombinedTerm | WordForm, snapshot: Snapshot, segment: Segment) -> ScoredDocs:
    found = union([part for _, part in total_term_freqs(node.text, snapshot, segment)], segment.count)
    if found.scores is None or not node.boost:
        return ScoredDocs(found.doc_ids)
    weight = node.boost * idf(snapshot, WEIGHTS, node.text)
    scores = saturated(found.scores, weight)
    if node.preferred and node.preference:
        preferred = having_form(node.text, (node.preferred,), segment)[found.doc_ids]
        scores[preferred] += np.float32(weight * node.preference)
    return ScoredDocs(found.doc_ids, scores)


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
