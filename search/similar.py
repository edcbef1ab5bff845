"""More like this: the articles that share an article's most telling words and names.

A word tells the more the oftener it stands in the article and the rarer it is elsewhere (tf-idf: Sparck Jones, A
statistical interpretation of term specificity, Journal of Documentation 28, 1972). Words that many articles have are
left out: they would cost most and tell least.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from math import log, log1p

import numpy as np
from whoosh import query

from index.document import Document
from index.schema import exact_key
from index.snapshot import Snapshot
from search.evaluate import Matches, evaluate
from search.order import Ordered, page_of
from search.request import Sort

MOST = 10
TERMS = 25
"""The article's most telling words; more of them find hardly anything else."""

ENTITIES = 10
_TITLE = 3
"""A word of the title counts as so many of the text."""

_COMMON = 10
"""A word that more than one of so many articles has tells nothing; neither does one that no other article has."""

_FEW = 20
_POSTINGS = 100_000
"""Articles that are gone through for words, and for names, each word's counted anew."""

_LEAST_SHARE = 0.1
"""An article that has less than this share of what the article itself scores is not like it."""


def similar(number: int, snapshot: Snapshot, most: int = MOST) -> Ordered:
    """The articles most like one, given by its number, with their scores.

    Neither itself nor its near-duplicates are among them, and of the near-duplicates of another one stands for all.
    """
    document = snapshot.document(number)
    clauses = [*_words(document, snapshot), *_entities(document, snapshot)]
    if not clauses:
        return page_of(Matches(np.empty(0, np.int64), np.empty(0)), Sort.RELEVANCE, snapshot, start=0, count=most)
    found = evaluate(query.Or(clauses), snapshot)
    own = found.scores[found.numbers == number].max(initial=0.0)
    same = np.isin(found.numbers, [number, *snapshot.groups.versions(number)])
    alike = ~same & (found.scores >= own * _LEAST_SHARE)
    left = Matches(found.numbers[alike], found.scores[alike])
    alone = snapshot.groups.standing(left.numbers)
    left = Matches(left.numbers[alone], left.scores[alone])
    return page_of(left, Sort.RELEVANCE, snapshot, start=0, count=most)


def _words(document: Document, snapshot: Snapshot) -> Iterator[query.Query]:
    terms = snapshot.languages.of(document.article).terms
    counted = Counter(terms(document.article.text))
    for term in terms(document.article.title):
        counted[term] += _TITLE
    held_by = {term: snapshot.frequency("text", term) for term in counted if len(term) > 1 and not term.isdigit()}
    telling = {
        term: log1p(counted[term]) * log(snapshot.size / held)
        for term, held in held_by.items()
        if _tells(held, snapshot)
    }
    chosen = sorted(telling, key=lambda term: (-telling[term], term))[:TERMS]
    for term in _affordable(chosen, held_by):
        yield query.Term("text", term, boost=log1p(counted[term]))


def _entities(document: Document, snapshot: Snapshot) -> Iterator[query.Query]:
    """The names that matter most to the article; they count as words of it do."""
    keys = [exact_key(entity.name) for entity in document.entities[:ENTITIES]]
    held_by = {key: snapshot.frequency("entity", key) for key in keys}
    for key in _affordable([key for key in keys if _tells(held_by[key], snapshot)], held_by):
        yield query.Term("entity", key, boost=log(snapshot.size / held_by[key]) + 1)


def _tells(held_by: int, snapshot: Snapshot) -> bool:
    return 1 < held_by <= max(snapshot.size // _COMMON, min(_FEW, snapshot.size // 4 + 1))


def _affordable(terms: Iterable[str], held_by: Mapping[str, int]) -> Iterator[str]:
    """The first of the terms, as many as may be gone through in the time there is."""
    left = _POSTINGS
    for term in terms:
        left -= held_by[term]
        if left < 0:
            return
        yield term
