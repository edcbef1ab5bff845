"""A word over title and text, scored as the one word that it is (BM25F): see `search.execution.bm25`."""

import numpy as np
from whoosh import query

from corpus.encoding import to_utf8
from index.segments.segment import Segment
from index.snapshots.snapshot import Snapshot
from search.execution.bm25 import idf, lengths, saturated
from search.execution.scored_docs import NOTHING, ScoredDocs, union
from search.parameters import WEIGHTS


class Word(query.Or):  # type: ignore[misc]  # Whoosh has no annotations
    """Articles that have a term in title or text: to Whoosh an OR of both, which it scores one by one."""

    def __init__(self, text: str, boost: float = 1.0) -> None:
        super().__init__([query.Term(field, text) for field in WEIGHTS], boost=boost)
        self.text = text


def word(question: Word, snapshot: Snapshot, segment: Segment) -> ScoredDocs:
    """The articles that have a word, with their scores."""
    found = union([part for _, part in total_term_freqs(question.text, snapshot, segment)], segment.count)
    if found.scores is None or not question.boost:
        return ScoredDocs(found.doc_ids)
    weight = question.boost * idf(snapshot, WEIGHTS, question.text)
    return ScoredDocs(found.doc_ids, saturated(found.scores, weight))


def total_term_freqs(text: str, snapshot: Snapshot, segment: Segment) -> list[tuple[str, ScoredDocs]]:
    """The articles that have a term in each field, with its frequency there, normalised by length and weighted."""
    return [(field, _in_field(field, text, snapshot, segment)) for field in WEIGHTS]


def _in_field(field: str, text: str, snapshot: Snapshot, segment: Segment) -> ScoredDocs:
    postings = segment.postings
    place = postings.term(field, to_utf8(text))
    if place is None:
        return NOTHING
    documents = postings.documents(place)
    divisors = (lengths(snapshot, field) / np.float32(WEIGHTS[field])).take(segment.lengths(field).take(documents))
    return ScoredDocs(documents, np.divide(postings.frequencies(place), divisors, out=divisors))
