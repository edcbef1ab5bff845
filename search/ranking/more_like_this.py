"""Find more like this: of the articles that share an article's most telling words and names, those most like it.

A word tells the more the oftener it stands in the article and the rarer it is elsewhere (tf-idf: Sparck Jones, A
statistical interpretation of term specificity, Journal of Documentation 28, 1972). To find them, words that many
articles have are left out: they would cost most and tell least. Their order counts all words, and what they mean.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from math import log, log1p

import numpy as np

from corpus.document import Document
from corpus.folding import exact_key
from index.arrays.types import Float64Array, Int64Array, Mask
from index.snapshots.snapshot import Snapshot
from search.execution.executor import Matches, execute
from search.execution.ordering import Ordered, best, page_of
from search.query.lexicon import Lexicon
from search.query.tree import Or, Term
from search.ranking.meaning import spread, unit_vectors
from search.ranking.whole_article import counted_terms, likeness
from search.scoring.parameters import DEPTH, MEANING_ALIKE
from search.types.request import Sort

MOST = 10
TERMS = 25
"""The article's most telling words; more of them find hardly anything else."""

ENTITIES = 10
_COMMON = 10
"""A word that more than one of so many articles has tells nothing; neither does one that no other article has."""

_FEW = 20
_POSTINGS = 100_000
"""Articles that are gone through for words, and for names, each word's counted anew."""

LEAST_SHARE = 0.03
"""An article that has less than this share of what the article itself scores is not like it."""


def more_like_this(doc_id: int, snapshot: Snapshot, most: int = MOST) -> Ordered:
    """The articles most like one, given by its doc_id, with their scores: 1 would be as like as can be.

    Neither itself nor its near-duplicates are among them, and of the near-duplicates of another one stands for all.
    """
    document = snapshot.document(doc_id)
    counted = counted_terms(document.article, snapshot.languages)
    clauses = telling_clauses(document, counted, snapshot)
    if not clauses:
        return page_of(Matches(np.empty(0, np.int64), np.empty(0)), Sort.RELEVANCE, snapshot, start=0, count=most)
    found = execute(Or(clauses), snapshot)
    own = found.scores[found.doc_ids == doc_id].max(initial=0.0)
    same = np.isin(found.doc_ids, [doc_id, *snapshot.groups.versions(doc_id)])
    alike = ~same & (found.scores >= own * LEAST_SHARE)
    left = Matches(found.doc_ids[alike], found.scores[alike])
    alone = snapshot.groups.representatives(left.doc_ids)
    left = Matches(left.doc_ids[alone], left.scores[alone])
    chosen = left.doc_ids[best(left, snapshot, DEPTH)]
    return page_of(
        Matches(chosen, _likeness(doc_id, counted, chosen, snapshot)),
        Sort.RELEVANCE,
        snapshot,
        start=0,
        count=most,
    )


def _likeness(doc_id: int, counted: Counter[str], others: Int64Array, snapshot: Snapshot) -> Float64Array:
    """How like an article others are, in words and in meaning, each from 0 to 1 for the likest of them."""
    in_words = likeness(counted, others, snapshot)
    in_words /= in_words.max(initial=0) or 1
    own, vectors = unit_vectors(np.array([doc_id]), snapshot)[0], unit_vectors(others, snapshot)
    there: Mask = np.any(vectors, axis=1)
    if not own.any() or not there.any():
        return in_words
    in_meaning = spread(vectors @ own, there)
    combined: Float64Array = (1 - MEANING_ALIKE) * in_words + MEANING_ALIKE * in_meaning
    return combined


def telling_clauses(document: Document, counted: Counter[str], lexicon: Lexicon) -> tuple[Term, ...]:
    """What finds articles like one: its most telling words, and the names that matter most to it."""
    return (*_words(counted, lexicon), *_entities(document, lexicon))


def _words(counted: Counter[str], lexicon: Lexicon) -> Iterator[Term]:
    doc_freqs = {term: lexicon.frequency("text", term) for term in counted if len(term) > 1 and not term.isdigit()}
    telling = {
        term: log1p(counted[term]) * log(lexicon.size / held)
        for term, held in doc_freqs.items()
        if _tells(held, lexicon)
    }
    chosen = sorted(telling, key=lambda term: (-telling[term], term))[:TERMS]
    for term in _affordable(chosen, doc_freqs):
        yield Term("text", term, boost=log1p(counted[term]))


def _entities(document: Document, lexicon: Lexicon) -> Iterator[Term]:
    """The names that matter most to the article; they count as words of it do."""
    keys = [exact_key(entity.name) for entity in document.entities[:ENTITIES]]
    doc_freqs = {key: lexicon.frequency("entity", key) for key in keys}
    for key in _affordable([key for key in keys if _tells(doc_freqs[key], lexicon)], doc_freqs):
        yield Term("entity", key, boost=log(lexicon.size / doc_freqs[key]) + 1)


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
