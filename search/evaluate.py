"""Which articles match a query, and how well: the one place where Whoosh evaluates.

The score is Whoosh's BM25F, summed over title and text, the title weighing more (`search.query.clauses`).
Robertson, Zaragoza, Taylor: Simple BM25 extension to multiple weighted fields (CIKM 2004).
"""

from dataclasses import dataclass

import numpy as np
from whoosh import query, scoring
from whoosh.searching import SearchContext, Searcher

from index.facets import Ints
from index.snapshot import Snapshot

Scores = np.ndarray[tuple[int], np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Matches:
    """The articles that match: their numbers, ascending, and their scores."""

    numbers: Ints
    scores: Scores


def evaluate(question: query.Query, snapshot: Snapshot) -> Matches:
    """Every live article that matches a query, with its score."""
    if isinstance(question, query.Every):
        numbers: Ints = np.flatnonzero(snapshot.live)
        return Matches(numbers, np.zeros(len(numbers)))
    found: list[int] = []
    scores: list[float] = []
    with snapshot.lock:
        searcher = Searcher(snapshot.reader, weighting=scoring.BM25F(), fromindex=snapshot.index)
        context = SearchContext(weighting=searcher.weighting)
        for leaf, base in searcher.leaf_searchers():
            matcher = question.matcher(leaf, context)
            while matcher.is_active():
                found.append(base + matcher.id())
                scores.append(matcher.score())
                matcher.next()
    return Matches(np.array(found, dtype=np.int64), np.array(scores))
