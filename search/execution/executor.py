"""Which articles match a query, and how well: the same articles as Whoosh's own searcher finds, computed on arrays.

A word over title and text is scored by BM25F, anything else by BM25 of its field; what a tree joins is added.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from whoosh import query

from corpus.encoding import to_utf8
from index.arrays.types import Float64Array, Int64Array
from index.segments.segment import Segment
from index.snapshots.snapshot import Snapshot
from search.execution.bm25 import Scorer
from search.execution.phrases import phrase
from search.execution.scored_docs import NOTHING, ScoredDocs, best, intersection, only, union, union_of_many, without
from search.execution.words import Word, word


@dataclass(frozen=True, slots=True)
class Matches:
    """The articles that match: their numbers, ascending, and their scores."""

    doc_ids: Int64Array
    scores: Float64Array


def execute(question: query.Query, snapshot: Snapshot) -> Matches:
    """Every live article that matches a query, with its score."""
    if isinstance(question, query.Every):
        everything: Int64Array = np.flatnonzero(snapshot.live)
        return Matches(everything, np.zeros(len(everything)))
    numbers, scores = [np.empty(0, np.int64)], [np.empty(0)]
    for base, segment in zip(snapshot.bases, snapshot.segments, strict=False):
        found = SegmentExecutor(snapshot, segment).found(question)
        if not segment.live.all():
            found = only(found, segment.live)
        numbers.append(found.doc_ids + base if base else found.doc_ids)
        scores.append(np.zeros(len(found.doc_ids)) if found.scores is None else found.scores.astype(np.float64))
    if len(snapshot.segments) == 1:
        return Matches(numbers[1], scores[1])
    return Matches(np.concatenate(numbers), np.concatenate(scores))


_MANY = 16
"""More alternatives than this are most of the articles together: what each finds is added and let go."""


def _alternatives(question: query.Or) -> Iterator[query.Query]:
    """The alternatives of an OR and of those within it."""
    for part in question.subqueries:
        if type(part) is query.Or and part.boost == 1 and len(part.subqueries) > 1:
            yield from _alternatives(part)
        else:
            yield part


class SegmentExecutor:
    """Evaluates a tree over one segment, deleted articles among the found."""

    def __init__(self, snapshot: Snapshot, segment: Segment) -> None:
        self._snapshot = snapshot
        self._segment = segment
        self._articles = segment.count

    def found(self, question: query.Query) -> ScoredDocs:
        """What a tree finds here."""
        match question:
            case query.Term():
                return self._term(question)
            case query.Phrase():
                scorers = [self._scorer(question.fieldname, each, question.boost) for each in question.words]
                return phrase(question, self._segment, scorers)
            case query.And() | query.Or() | query.DisjunctionMax():
                return self._compound(question)
            case query.Not():
                # Whoosh gives one point to what a refusal leaves.
                every = ScoredDocs(np.arange(self._articles))
                return without(every, self.found(question.query).doc_ids, self._articles).raised(1)
            case query.Every():
                return ScoredDocs(np.arange(self._articles)).raised(question.boost)
            case _ if question == query.NullQuery:
                return NOTHING
        raise TypeError(f"no evaluation of {question!r}")

    def _compound(self, question: query.And | query.Or | query.DisjunctionMax) -> ScoredDocs:
        if isinstance(question, Word):
            return word(question, self._snapshot, self._segment)
        if len(question.subqueries) < 2:  # noqa: PLR2004 - Whoosh leaves out the boost of a single clause
            return self.found(question.subqueries[0]) if question.subqueries else NOTHING
        if isinstance(question, query.DisjunctionMax):
            return best([self.found(part) for part in question.subqueries], self._articles).boosted(question.boost)
        if isinstance(question, query.Or):
            return self._any(list(_alternatives(question))).boosted(question.boost)
        wanted = [self.found(part) for part in question.subqueries if not isinstance(part, query.Not)]
        refused = [self.found(part.query) for part in question.subqueries if isinstance(part, query.Not)]
        found = intersection(wanted, self._articles) if wanted else ScoredDocs(np.arange(self._articles))
        for each in refused:
            found = without(found, each.doc_ids, self._articles).raised(1)
        return found.boosted(question.boost)

    def _any(self, alternatives: list[query.Query]) -> ScoredDocs:
        if len(alternatives) > _MANY:
            return union_of_many(map(self.found, alternatives), self._articles)
        return union([self.found(each) for each in alternatives], self._articles)

    def _term(self, question: query.Term) -> ScoredDocs:
        postings = self._segment.postings
        place = postings.term(question.fieldname, to_utf8(question.text))
        if place is None:
            return NOTHING
        documents = postings.documents(place)
        scorer = self._scorer(question.fieldname, question.text, question.boost)
        return ScoredDocs(documents, scorer.scores(self._segment, documents, postings.frequencies(place)))

    def _scorer(self, field: str, term: str, boost: float) -> Scorer:
        return Scorer(self._snapshot, field, term, boost)
