"""Execute query trees: which articles match, and how well, computed on the arrays of a snapshot.

A term over title and text is scored by BM25F, anything else by BM25 of its field. Whoosh's own searcher finds the same
articles with the same scores. A clause that stands several times in a tree is evaluated once for each segment.
"""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Self

import numpy as np

from corpus.encoding import to_utf8
from index.arrays.types import Float64Array, Int64Array, Mask
from index.segments.segment import Segment
from index.snapshots.snapshot import Snapshot
from search.execution.exact_phrases import in_forms
from search.execution.phrases import phrase
from search.execution.scored_docs import (
    NOTHING,
    ScoredDocs,
    best_of,
    both,
    intersection,
    joined,
    only,
    union,
    union_of_many,
    within,
    without,
)
from search.execution.spans import ordinals_near
from search.execution.words import combined_term, word_form
from search.query.tree import (
    And,
    CombinedTerm,
    Dates,
    DisjunctionMax,
    Every,
    Fuzzy,
    Leaf,
    Near,
    Node,
    Not,
    Nothing,
    Or,
    Phrase,
    Prefix,
    Term,
    Wildcard,
    WordForm,
    leaves,
)
from search.scoring.bm25 import Scorer
from search.scoring.parameters import WEIGHTS
from search.types.deadline import NO_DEADLINE, Deadline


@dataclass(frozen=True, slots=True)
class Matches:
    """The articles that match, by their ids in the snapshot, ascending, and their scores."""

    doc_ids: Int64Array
    scores: Float64Array

    @classmethod
    def unscored(cls, doc_ids: Int64Array) -> Self:
        """Articles that all have a score of zero, which stands in memory once."""
        return cls(doc_ids, np.broadcast_to(0.0, len(doc_ids)))

    @property
    def are_unscored(self) -> bool:
        """Whether they were made so, and nothing but their ids tells them apart."""
        return self.scores.strides == (0,)

    def chosen(self, which: Mask) -> "Matches":
        """Some of the articles, by a mask of their shape."""
        if self.are_unscored:
            return Matches.unscored(self.doc_ids[which])
        return Matches(self.doc_ids[which], self.scores[which])


def execute(tree: Node, snapshot: Snapshot, deadline: Deadline = NO_DEADLINE) -> Matches:
    """Every live article that matches a query, with its score. Raises `SearchTimeout`."""
    if isinstance(tree, Every):
        everything = np.flatnonzero(snapshot.live) if snapshot.count < snapshot.size else np.arange(snapshot.size)
        return Matches.unscored(everything)
    every = list(leaves(tree))
    repeated = frozenset(leaf for leaf, count in Counter(every).items() if count > 1) if len(every) > 1 else _NONE
    parts = list[ScoredDocs]()
    for base, segment in zip(snapshot.bases, snapshot.segments, strict=False):
        found = SegmentExecutor(snapshot, segment, repeated, deadline).found(tree)
        if not segment.all_live:
            found = only(found, segment.live)
        parts.append(ScoredDocs(found.doc_ids + base, found.scores) if base else found)
    together = parts[0] if len(parts) == 1 else joined(parts)
    if together.scores is None:
        return Matches.unscored(together.doc_ids)
    return Matches(together.doc_ids, together.scores.astype(np.float64))


_MANY = 16
"""More alternatives than this are most of the articles together: what each finds is added and let go."""

_NONE: AbstractSet[Leaf] = frozenset()


class SegmentExecutor:
    """Evaluates a tree over one segment, deleted articles among the found. What `repeated` leaves find is kept."""

    def __init__(
        self,
        snapshot: Snapshot,
        segment: Segment,
        repeated: AbstractSet[Leaf] = _NONE,
        deadline: Deadline = NO_DEADLINE,
    ) -> None:
        self._snapshot = snapshot
        self._segment = segment
        self._count = segment.count
        self._repeated = repeated
        self._deadline = deadline
        self._kept: dict[Leaf, ScoredDocs] = {}

    def found(self, node: Node) -> ScoredDocs:
        """What a tree finds here. Raises `SearchTimeout`, and `TypeError` where a pattern was not expanded."""
        self._deadline.check()
        match node:
            case And():
                return self._all(node)
            case Or():
                return self._any(node.clauses).boosted(node.boost)
            case DisjunctionMax():
                return best_of([self.found(clause) for clause in node.clauses], self._count).boosted(node.boost)
            case Not() | Every() | Nothing():
                return self._of_every(node)
            case _:
                return self._kept_leaf(node) if self._repeated and node in self._repeated else self._leaf(node)

    def _of_every(self, node: Not | Every | Nothing) -> ScoredDocs:
        every = ScoredDocs(np.arange(self._count))
        match node:
            case Not():
                # Whoosh gives one point to what an exclusion leaves.
                return without(every, self.found(node.clause).doc_ids, self._count).raised(1)
            case Every():
                return every.raised(node.boost)
            case Nothing():
                return NOTHING

    def _kept_leaf(self, leaf: Leaf) -> ScoredDocs:
        if leaf not in self._kept:
            self._kept[leaf] = self._leaf(leaf)
        return self._kept[leaf]

    def _leaf(self, leaf: Leaf) -> ScoredDocs:
        match leaf:
            case CombinedTerm():
                return combined_term(leaf, self._snapshot, self._segment)
            case WordForm():
                return word_form(leaf, self._snapshot, self._segment)
            case Term():
                return self._term(leaf)
            case Phrase():
                return self._phrase(leaf)
            case Near():
                return self._near(leaf)
            case Dates():
                return ScoredDocs(np.flatnonzero(leaf.dates.among(self._segment.days)))
            case Prefix() | Wildcard() | Fuzzy():
                raise TypeError(f"{leaf} must be expanded before it is executed")

    def _near(self, near: Near) -> ScoredDocs:
        if near.phrases:
            return union([self._phrase(phrase) for phrase in near.phrases], self._count)
        anywhere = self._wherever(near)
        return anywhere.chosen(ordinals_near(near, self._segment, anywhere.doc_ids)).boosted(near.boost)

    def _wherever(self, near: Near) -> ScoredDocs:
        """Articles that have both clauses, however far apart: positions are looked at once, for the whole chain."""
        return intersection([self._part_of_near(clause) for clause in near.clauses], self._count)

    def _part_of_near(self, clause: Node) -> ScoredDocs:
        if isinstance(clause, Near) and not clause.phrases:
            return self._wherever(clause).boosted(clause.boost)
        return self.found(clause)

    def _all(self, node: And) -> ScoredDocs:
        if not node.clauses:
            return NOTHING
        wanted = [clause for clause in node.clauses if not isinstance(clause, Not)]
        excluded = [self.found(clause.clause) for clause in node.clauses if isinstance(clause, Not)]
        found = self._together(wanted) if wanted else ScoredDocs(np.arange(self._count))
        for each in excluded:
            found = without(found, each.doc_ids, self._count).raised(1)
        return found.boosted(node.boost)

    def _together(self, clauses: Sequence[Node]) -> ScoredDocs:
        """What all clauses find. Words are looked for in what the rarer ones and the other clauses leave."""
        sized = sorted(map(self._sized, clauses), key=lambda part: part[0])
        found: ScoredDocs | None = None
        for _, part in sized:
            if found is None:
                found = self.found(part) if isinstance(part, CombinedTerm) else part
            elif not len(found.doc_ids):
                return NOTHING
            elif isinstance(part, CombinedTerm):
                self._deadline.check()
                found = within(found, combined_term(part, self._snapshot, self._segment, found.doc_ids), self._count)
            else:
                found = both(found, part, self._count)
        return NOTHING if found is None else found

    def _sized(self, clause: Node) -> tuple[int, ScoredDocs | CombinedTerm]:
        """In how many articles a clause is found, and what it finds, but for a word that is not yet looked for."""
        if isinstance(clause, CombinedTerm) and clause not in self._repeated:
            return self._segment.held(tuple(WEIGHTS), to_utf8(clause.text)), clause
        found = self.found(clause)
        return len(found.doc_ids), found

    def _any(self, clauses: tuple[Node, ...]) -> ScoredDocs:
        if len(clauses) > _MANY:
            return union_of_many(map(self.found, clauses), self._count)
        return union([self.found(clause) for clause in clauses], self._count)

    def _term(self, term: Term) -> ScoredDocs:
        postings = self._segment.postings
        ordinal = postings.term(term.field, to_utf8(term.text))
        if ordinal is None:
            return NOTHING
        doc_ids = postings.documents(ordinal)
        scorer = Scorer(self._snapshot, term.field, term.text, term.boost)
        return ScoredDocs(doc_ids, scorer.scores(self._segment, doc_ids, postings.frequencies(ordinal)))

    def _phrase(self, node: Phrase) -> ScoredDocs:
        scorers = [Scorer(self._snapshot, node.field, term, node.boost) for term in node.terms]
        found = phrase(node, self._segment, scorers)
        if node.forms and len(found.doc_ids):
            found = found.chosen(in_forms(node, self._segment, found.doc_ids, self._deadline.check))
        return found
