"""Answer a request: the query as it was understood, everything that matches, what the filters leave of it."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from index.arrays.doc_id_set import DocIdSet
from index.snapshots.snapshot import Snapshot
from search.answers.headline import HEADLINE, as_headline
from search.answers.missing_words import missing_words
from search.execution.executor import Matches, execute
from search.facets.facet_filters import FilteredDocs, apply_filters
from search.query.question import Question
from search.query.question_cache import question_of
from search.query.tree import Node
from search.ranking.adjacent_words import word_runs
from search.ranking.by_default import reranking
from search.ranking.rerank import Ranked, ranked
from search.types.deadline import NO_DEADLINE, Deadline
from search.types.request import Match, SearchRequest, Sort


@dataclass(frozen=True, slots=True)
class Answer:
    """`tree` is the question that was answered: of all words, or where none has them all, of any (`relaxed`).

    `left` is everything that matches; `shown` one of each group of near-duplicates in it, where they are folded.
    """

    question: Question
    tree: Node
    matches: Matches
    narrowed: FilteredDocs
    left: Matches
    shown: Matches
    relaxed: bool
    deadline: Deadline = NO_DEADLINE

    def notices(self, request: SearchRequest, snapshot: Snapshot) -> tuple[str, ...]:
        """What the user should know of how the query was understood, and of which words were left out."""
        if not self.relaxed:
            return self.question.notices
        filtered = request.filtered
        missing = missing_words(
            self.question.choices, self.narrowed.left.mask, snapshot, self.deadline, filtered=filtered
        )
        return (*self.question.notices, *([missing] if missing else []))

    def ranked(self, request: SearchRequest, snapshot: Snapshot) -> Ranked:
        """What is shown, with the final scores. By date nothing is looked at twice."""
        if request.sort is not Sort.RELEVANCE:
            return Ranked(self.shown)
        runs = word_runs(self.question.rows, snapshot)
        chosen = reranking(request, self.question, self.tree, runs)
        return ranked(self.shown, runs, snapshot, self.deadline, expand=chosen.expand, meaning=chosen.meaning)


def answer(
    request: SearchRequest, snapshot: Snapshot, deadline: Deadline = NO_DEADLINE, *, folded: bool = False
) -> Answer:
    """Evaluate a request; if no article that the filters leave has all its words, articles that have any of them.

    `folded` says whether near-duplicates are folded where the request does not. Raises `SearchTimeout`.
    """
    question = question_of(request.q, snapshot, aliases=request.aliases, deadline=deadline)
    any_word = question.any_word
    if request.match is Match.ANY and any_word is not None:
        found, relaxed = _evaluated(any_word, request, snapshot, deadline), False
    else:
        found, relaxed = _evaluated(question.all_words, request, snapshot, deadline), False
        if not found.filtered.left.count and (headline := as_headline(request.q)):
            reread = question_of(headline, snapshot, aliases=request.aliases, deadline=deadline)
            of_headline = _evaluated(reread.all_words, request, snapshot, deadline)
            if of_headline.filtered.left.count:
                question, found = replace(reread, notices=(*reread.notices, HEADLINE)), of_headline
        if not found.filtered.left.count and any_word is not None:
            some = _evaluated(any_word, request, snapshot, deadline)
            if some.filtered.left.count:
                found, relaxed = some, True
    left = _left(found.matches, found.filtered)
    fold = folded if request.group is None else request.group
    shown = left.chosen(snapshot.groups.representatives(left.doc_ids)) if fold else left
    return Answer(question, found.tree, found.matches, found.filtered, left, shown, relaxed, deadline)


class _Evaluated(NamedTuple):
    """A tree, what it matches, and what the filters leave of that."""

    tree: Node
    matches: Matches
    filtered: FilteredDocs


def _evaluated(tree: Node, request: SearchRequest, snapshot: Snapshot, deadline: Deadline) -> _Evaluated:
    matches = execute(tree, snapshot, deadline)
    return _Evaluated(tree, matches, apply_filters(DocIdSet(snapshot.size, doc_ids=matches.doc_ids), request, snapshot))


def _left(matches: Matches, narrowed: FilteredDocs) -> Matches:
    if narrowed.left.count == len(matches.doc_ids):
        return matches
    return matches.chosen(narrowed.left.mask[matches.doc_ids])
