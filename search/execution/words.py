"""Score a term over title and text as the one word that it is (BM25F): see `search.scoring.bm25`."""

import numpy as np

from index.arrays.types import Int64Array
from index.segments.segment import Segment
from index.snapshots.snapshot import Snapshot
from search.execution.forms import having_form
from search.execution.scored_docs import NOTHING, ScoredDocs, union
from search.execution.word_postings import PostingList, WordPostings
from search.query.tree import CombinedTerm, WordForm
from search.scoring.bm25 import length_norms, saturated
from search.scoring.idf import idf
from search.scoring.parameters import WEIGHTS


def combined_term(
    node: CombinedTerm, snapshot: Snapshot, segment: Segment, among: Int64Array | None = None
) -> ScoredDocs:
    """The articles, or those of some, that have a term in title or text, with their scores."""
    return _scored(node, WordPostings(node.text, segment, among), snapshot)


def word_form(node: WordForm, snapshot: Snapshot, segment: Segment) -> ScoredDocs:
    """The articles that have a term in one of some forms: the scores are those of the term."""
    word = WordPostings(node.text, segment)
    found = _scored(node, word, snapshot)
    return found.chosen(having_form(word, node.forms, found.doc_ids))


def _scored(node: CombinedTerm | WordForm, word: WordPostings, snapshot: Snapshot) -> ScoredDocs:
    found = union([_in_field(field, word, snapshot) for field in WEIGHTS], word.segment.count)
    if found.scores is None or not node.boost:
        return ScoredDocs(found.doc_ids)
    weight = node.boost * idf(snapshot, WEIGHTS, node.text)
    scores = saturated(found.scores, weight)
    if node.preferred and node.preference:
        preferred = having_form(word, (node.preferred,), found.doc_ids)
        scores += preferred * np.float32(weight * node.preference)
    return ScoredDocs(found.doc_ids, scores)


def total_term_freqs(text: str, snapshot: Snapshot, segment: Segment) -> list[tuple[str, ScoredDocs]]:
    """The articles that have a term in each field, with its frequency there, normalised by length and weighted."""
    word = WordPostings(text, segment)
    return [(field, _in_field(field, word, snapshot)) for field in WEIGHTS]


def _in_field(field: str, word: WordPostings, snapshot: Snapshot) -> ScoredDocs:
    postings: PostingList | None = word.by_field.get(field)
    if postings is None:
        return NOTHING
    norms = length_norms(snapshot, field) / np.float32(WEIGHTS[field])
    divisors = norms.take(word.segment.lengths(field).take(postings.doc_ids))
    return ScoredDocs(postings.doc_ids, np.divide(postings.frequencies, divisors, out=divisors))
