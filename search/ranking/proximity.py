"""Score the words of a query that stand together in an article as they do in the query.

The ordered pairs of the sequential dependence model: Metzler, Croft: A Markov random field model for term dependencies
(SIGIR 2005). A pair is scored as one word that is as rare as its two words are on average, for the articles that have
both: what tells is that they stand together, not how seldom anybody wrote so.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from index.snapshots.snapshot import Snapshot
from search.ranking.adjacent_words import WordRun
from search.ranking.candidates import Candidates, Gain
from search.scoring.idf import idf
from search.scoring.parameters import MOST_PAIRS, PAIR, WEIGHTS


def pairs(runs: Iterable[WordRun], chosen: Candidates, snapshot: Snapshot) -> Iterator[Gain]:
    """What each pair of neighbours in a query gives to some articles."""
    typed: dict[tuple[str, str], str] = {}
    counted: Counter[tuple[str, str]] = Counter()
    for run in runs:
        for first, second, words in neighbours(run):
            typed.setdefault((first, second), words)
            counted[first, second] += 1
    for pair in list(counted)[:MOST_PAIRS]:
        rare = sum(idf(snapshot, WEIGHTS, term) for term in pair) / 2
        yield chosen.pair(typed[pair], pair, PAIR * counted[pair] * rare)


def neighbours(run: WordRun) -> Iterator[tuple[str, str, str]]:
    """Two terms that stand together, and what they were typed as: once for languages that read them alike."""
    for place, words in enumerate(map(" ".join, pairwise(run.typed))):
        for first, second in dict.fromkeys(reading[place : place + 2] for reading in run.readings):
            if first != second:
                yield first, second, words
