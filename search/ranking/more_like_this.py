"""Find more like this: of the articles that share an article's most telling words and names, those most like it.

Several articles are taken together: what most of them say tells most.

A word tells the more the oftener it stands in the article and the rarer it is elsewhere (tf-idf: Sparck Jones, A
statistical interpretation of term specificity, Journal of Documentation 28, 1972). To find them, words that many
articles have are left out: they would cost most and tell least. Their order counts all words, and what they mean.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log
from typing import TypeVar

import numpy as np

from corpus.document import Document
from corpus.folding import exact_key
from index.arrays.types import Float64Array, Int64Array, Mask
from index.snapshots.snapshot import Snapshot
from search.execution.executor import Matches, execute
from search.execution.ordering import Ordered, best, page_of
from search.query.lexicon import Lexicon
from search.query.tree import Or, Term
from search.ranking.meaning import spread, unit, unit_vectors
from search.ranking.whole_article import Strengths, likeness, strengths
from search.scoring.parameters import DEPTH, MEANING_ALIKE
from search.types.request import Sort

Article = TypeVar("Article")
"""An article, whatever stands for it."""

MOST = 10
TERMS = 25
"""The article's most telling words; more of them find hardly anything else."""

READ = 50
"""Of more articles than these some are read for all."""

ENTITIES = 10
_COMMON = 10
"""A word that more than one of so many articles has tells nothing; neither does one that no other article has."""

_FEW = 20
_POSTINGS = 100_000
"""Articles that are gone through for words, and for names, each word's counted anew."""

LEAST_SHARE = 0.03
"""An article that has less than this share of what the article itself scores is not like it."""


def more_like_this(doc_ids: Sequence[int], snapshot: Snapshot, most: int = MOST) -> Ordered:
    """The articles most like one, or like several taken together, with their scores: 1 would be as like as can be.

    Neither they nor their near-duplicates are among them, and of the near-duplicates of another one stands for all. Of
    many articles as many are read as time allows, from the first to the last alike.
    """
    own = some_of(doc_ids)
    documents = [snapshot.document(each) for each in own]
    strength = strengths([each.article for each in documents], snapshot.languages)
    clauses = telling_clauses(documents, strength, snapshot)
    if not clauses:
        return page_of(Matches(np.empty(0, np.int64), np.empty(0)), Sort.RELEVANCE, snapshot, start=0, count=most)
    found = execute(Or(clauses), snapshot)
    least = found.scores[np.isin(found.doc_ids, own)].sum() / len(own) * LEAST_SHARE
    same = np.isin(found.doc_ids, [*doc_ids, *(other for each in doc_ids for other in snapshot.groups.versions(each))])
    alike = ~same & (found.scores >= least)
    left = Matches(found.doc_ids[alike], found.scores[alike])
    alone = snapshot.groups.representatives(left.doc_ids)
    left = Matches(left.doc_ids[alone], left.scores[alone])
    chosen = left.doc_ids[best(left, snapshot, DEPTH)]
    return page_of(
        Matches(chosen, _likeness(own, strength, chosen, snapshot)),
        Sort.RELEVANCE,
        snapshot,
        start=0,
        count=most,
    )


def some_of(articles: Sequence[Article]) -> list[Article]:
    """At most `READ` of some articles, each as far from the next."""
    if len(articles) <= READ:
        return list(articles)
    return [articles[place] for place in np.linspace(0, len(articles) - 1, READ).round().astype(int).tolist()]


def _likeness(own: Sequence[int], strength: Strengths, others: Int64Array, snapshot: Snapshot) -> Float64Array:
    """How like some articles others are, in words and in meaning, each from 0 to 1 for the likest of them."""
    in_words = likeness(strength, others, snapshot)
    in_words /= in_words.max(initial=0) or 1
    mean = unit_vectors(np.array(own), snapshot).mean(axis=0)
    vectors = unit_vectors(others, snapshot)
    there: Mask = np.any(vectors, axis=1)
    if not mean.any() or not there.any():
        return in_words
    in_meaning = spread(vectors @ unit(mean), there)
    combined: Float64Array = (1 - MEANING_ALIKE) * in_words + MEANING_ALIKE * in_meaning
    return combined


def telling_clauses(documents: Sequence[Document], strength: Strengths, lexicon: Lexicon) -> tuple[Term, ...]:
    """What finds articles like some: their most telling words, and the names that matter most to them."""
    return (*_words(strength, lexicon), *_entities(documents, lexicon))


def _words(strength: Strengths, lexicon: Lexicon) -> Iterator[Term]:
    doc_freqs = {term: lexicon.frequency("text", term) for term in strength if len(term) > 1 and not term.isdigit()}
    telling = {
        term: strength[term] * log(lexicon.size / held) for term, held in doc_freqs.items() if _tells(held, lexicon)
    }
    chosen = sorted(telling, key=lambda term: (-telling[term], term))[:TERMS]
    for term in _affordable(chosen, doc_freqs):
        yield Term("text", term, boost=strength[term])


def _entities(documents: Sequence[Document], lexicon: Lexicon) -> Iterator[Term]:
    """The names that matter most to the articles, those of most of them first; they count as words of them do."""
    counted = Counter(exact_key(each.name) for document in documents for each in document.entities[:ENTITIES])
    keys = [key for key, _ in counted.most_common(ENTITIES)]
    doc_freqs = {key: lexicon.frequency("entity", key) for key in keys}
    for key in _affordable([key for key in keys if _tells(doc_freqs[key], lexicon)], doc_freqs):
        share = counted[key] / len(documents)
        yield Term("entity", key, boost=share * (log(lexicon.size / doc_freqs[key]) + 1))


def _tells(doc_freqs: int, lexicon: Lexicon) -> bool:
    return 1 < doc_freqs <= max(lexicon.size // _COMMON, min(_FEW, lexicon.size // 4 + 1))


def _affordable(terms: Iterable[str], doc_freqs: Mapping[str, int]) -> Iterator[str]:
    """The first of the terms, as many as may be gone through in the time there is."""
    left = _POSTINGS
    for term in terms:
        left -= doc_freqs[term]
        if left < 0:
            return
        yield term
