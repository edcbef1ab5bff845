"""Expand a query by the words that its best articles have in common: pseudo-relevance feedback.

RM3, the relevance model that keeps the query: Abdul-Jaleel et al., UMass at TREC 2004. A word is the likelier the more
of the best articles have it, the better these match and the oftener they have it; that is weighed by its rarity.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from corpus.article import Article
from index.snapshots.snapshot import Snapshot
from search.query.lexicon import Lexicon
from search.ranking.candidates import Candidates, Gain
from search.scoring.idf import idf
from search.scoring.parameters import EXPANSION, EXPANSION_SHARE, WEIGHTS

_READ = 20_000
"""Characters of an article that are read for its words."""

_COMMON = 10
"""A word that more than one of so many articles has tells nothing; neither does one that no other article has."""


class ExpansionTerm(NamedTuple):
    """A term, its share among those that were taken, and as what it stands in the articles."""

    term: str
    share: float
    form: str


def expansion_terms(
    best: Iterable[tuple[Article, float]], lexicon: Lexicon, most: int | None = None
) -> list[ExpansionTerm]:
    """The words that the best articles, given with their scores, have in common, the most telling first.

    The rarity of the `most` likeliest of them is asked for; that of all, where nothing is said.
    """
    likely: defaultdict[str, float] = defaultdict(float)
    forms: dict[str, str] = {}
    for article, score in best:
        words = list(_words(article, lexicon))
        for term, form in words:
            forms.setdefault(term, form)
            likely[term] += score / len(words)
    likeliest = likely if most is None else sorted(likely, key=lambda term: (-likely[term], term))[:most]
    worth = {term: likely[term] * idf(lexicon, WEIGHTS, term) for term in likeliest if _tells(term, lexicon)}
    chosen = sorted(worth, key=lambda term: (-worth[term], term))[:EXPANSION]
    total = sum(worth[term] for term in chosen)
    return [ExpansionTerm(term, worth[term] / total, forms[term]) for term in chosen if total]


def gains(found: list[ExpansionTerm], words: int, chosen: Candidates, snapshot: Snapshot) -> Iterator[Gain]:
    """What such words give to some articles, beside a query of so many words."""
    for each in found:
        weight = beside(words) * each.share * idf(snapshot, WEIGHTS, each.term)
        yield chosen.word(each.form, each.term, weight)


def beside(words: int) -> float:
    """What all such words count for together, beside a query of so many."""
    return words * EXPANSION_SHARE / (1 - EXPANSION_SHARE)


def _words(article: Article, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """The terms of an article and as what they stand there, those of its text first, which is not in capitals."""
    analyser = lexicon.languages.of(article)
    for text in (article.text[:_READ], article.title):
        analysis = analyser.analyse(text)
        for term, (start, end) in zip(analysis.terms, analysis.spans, strict=True):
            yield term, text[start:end]


def _tells(term: str, lexicon: Lexicon) -> bool:
    if len(term) < 2 or term.isdigit():  # noqa: PLR2004 - a letter is no word
        return False
    return 1 < lexicon.held(WEIGHTS, term) <= lexicon.size / _COMMON
