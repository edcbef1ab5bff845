"""Rank the best articles again: the order of their words, other words and what they mean add to their scores.

Only the best `DEPTH` are looked at, and nothing is ever taken away: so they stay ahead of all others, and every page
and cursor of the same question sees the same order.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from index.arrays.types import Int64Array
from index.snapshots.snapshot import Snapshot
from search.execution.executor import Matches
from search.execution.ordering import Ordered, after, best, page_of
from search.ranking.adjacent_words import WordRun
from search.ranking.candidates import Candidates, Gain
from search.ranking.feedback import ExpansionTerm, expansion_terms, gains
from search.ranking.meaning import Nearness, nearness
from search.ranking.proximity import pairs
from search.scoring.parameters import DEPTH, FEEDBACK
from search.types.deadline import NO_DEADLINE, Deadline
from search.types.request import SearchRequest

_NONE = np.empty(0, np.int64)


@dataclass(frozen=True, slots=True)
class Ranked:
    """Matches with their final scores; `candidates` are the doc_ids, ascending, of those that `gains` gave something.

    `expanded` are the words that were taken from the best articles.
    """

    matches: Matches
    candidates: Int64Array = field(default_factory=_NONE.copy)
    gains: tuple[Gain, ...] = ()
    expanded: tuple[str, ...] = ()
    nearness: Nearness | None = None
    """How near the candidates are in meaning to the question, where that counts."""

    def page(self, request: SearchRequest, snapshot: Snapshot) -> Ordered:
        """The page that is asked for."""
        if request.cursor:
            return after(request.cursor, self.matches, request.sort, snapshot, count=request.per_page)
        start = (request.page - 1) * request.per_page
        return page_of(self.matches, request.sort, snapshot, start=start, count=request.per_page)


def ranked(
    matches: Matches,
    runs: Sequence[WordRun],
    snapshot: Snapshot,
    deadline: Deadline = NO_DEADLINE,
    *,
    expand: bool,
    meaning: bool,
) -> Ranked:
    """Look at the best of some matches again, given the words of the query that stand in runs.

    Raises `SearchTimeout`.
    """
    if not len(matches.doc_ids) or not (any(len(run) > 1 for run in runs) or ((expand or meaning) and runs)):
        return Ranked(matches)
    ordinals = best(matches, snapshot, DEPTH)
    chosen_ids = matches.doc_ids[ordinals]
    chosen = Candidates(snapshot, chosen_ids)
    given = list(_in_time(pairs(runs, chosen, snapshot), deadline))
    found: list[ExpansionTerm] = []
    if expand:
        first = _first(_raised(matches, ordinals, given), snapshot)
        articles = [each.document.article for each in snapshot.articles.all(first.doc_ids.tolist())]
        found = expansion_terms(zip(articles, first.scores.tolist(), strict=True), snapshot)
        given += _in_time(gains(found, sum(map(len, runs)), chosen, snapshot), deadline)
    forms = tuple(dict.fromkeys(each.form for each in found))
    raised = _raised(matches, ordinals, given)
    words = [word for run in runs for word in run.typed]
    near = nearness(words, chosen_ids, raised.scores[ordinals], snapshot) if meaning else None
    if near is not None:
        deadline.check()
        raised.scores[ordinals] += near.gains
    return Ranked(raised, chosen_ids, tuple(given), forms, near)


def _in_time(found: Iterable[Gain], deadline: Deadline) -> Iterator[Gain]:
    for gain in found:
        deadline.check()
        yield gain


def _raised(matches: Matches, ordinals: Int64Array, given: Iterable[Gain]) -> Matches:
    scores = matches.scores.copy()
    for gain in given:
        for each in gain.by_field.values():
            scores[ordinals] += each
    return Matches(matches.doc_ids, scores)


def _first(matches: Matches, snapshot: Snapshot) -> Matches:
    ordinals = best(matches, snapshot, FEEDBACK)
    return Matches(matches.doc_ids[ordinals], matches.scores[ordinals])
