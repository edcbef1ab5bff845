"""How like an article others are in all their words: the cosine of tf-idf vectors.

Salton, Buckley: Term-weighting approaches in automatic text retrieval (Information Processing & Management 24, 1988).
An article's vector is as long as the square root of its words, nearly: that is known without reading all of them.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log, log1p

import numpy as np

from corpus.article import Article
from corpus.encoding import to_utf8
from index.analysis.languages import Languages
from index.arrays.types import Float32Array, Float64Array, Int64Array
from index.segments.lengths import LENGTHS
from index.segments.segment import Segment
from index.snapshots.snapshot import Snapshot
from search.execution.scored_docs import ordinals_in
from search.scoring.idf import Frequencies

IN_TITLE = 3
"""A word of the title counts as so many of the text."""

_POSTINGS = 1_000_000
"""Articles that are gone through for words, and for names, each word's counted anew: the commonest are left out."""

_TERMS = 1_000
"""Of more terms, as several articles have them together, those that weigh most: the others would change little."""

_WEIGHTS = {"text": 1, "title": IN_TITLE}


Strengths = Mapping[str, float]
"""How much each term is of an article, or on average of several: the logarithm of how often it stands there."""


def strengths(articles: Sequence[Article], languages: Languages) -> Strengths:
    """Of the terms of some articles, titles counted as `IN_TITLE` says: of several their centroid (Rocchio)."""
    summed = defaultdict[str, float](float)
    for article in articles:
        for term, times in counted_terms(article, languages).items():
            summed[term] += log1p(times)
    return {term: strength / len(articles) for term, strength in summed.items()}


def counted_terms(article: Article, languages: Languages) -> Counter[str]:
    """How often an article has each of its terms, those of the title counted as `IN_TITLE` says."""
    terms = languages.of(article).terms
    counted = Counter(terms(article.text))
    for term in terms(article.title):
        counted[term] += IN_TITLE
    return counted


def likeness(strength: Strengths, doc_ids: Int64Array, snapshot: Snapshot) -> Float64Array:
    """How like an article with these terms the articles at ascending doc_ids are: float64 in their order."""
    weights = term_weights(strength, snapshot)
    cuts = np.searchsorted(doc_ids, snapshot.bases).tolist()
    parts = [
        _in_segment(weights, segment, doc_ids[begin:end] - base)
        for segment, base, begin, end in zip(snapshot.segments, snapshot.bases, cuts, cuts[1:], strict=False)
    ]
    return np.concatenate(parts).astype(np.float64)


def term_weights(strength: Strengths, snapshot: Frequencies) -> dict[str, float]:
    """The weight of each term, the rarest first, as far as it can be afforded to go through their articles."""
    held = {term: snapshot.held(_WEIGHTS, term) for term in strength}
    left, weights = _POSTINGS, dict[str, float]()
    for term in sorted(held, key=held.__getitem__):
        left -= held[term]
        if left < 0:
            break
        rarity = log(snapshot.size / held[term]) if held[term] else 0.0
        if rarity:
            weights[term] = strength[term] * rarity * rarity
    if len(weights) <= _TERMS:
        return weights
    return {term: weights[term] for term in sorted(weights, key=weights.__getitem__, reverse=True)[:_TERMS]}


def _in_segment(weights: dict[str, float], segment: Segment, doc_ids: Int64Array) -> Float32Array:
    found: Float32Array = np.zeros(len(doc_ids), np.float32)
    if not len(doc_ids):
        return found
    for term, weight in weights.items():
        found += np.log1p(_frequencies(to_utf8(term), segment, doc_ids)) * np.float32(weight)
    words = sum(LENGTHS[segment.lengths(field)[doc_ids]] * times for field, times in _WEIGHTS.items())
    found /= np.sqrt(np.maximum(words, 1)).astype(np.float32)
    return found


def _frequencies(term: bytes, segment: Segment, doc_ids: Int64Array) -> Float32Array:
    frequencies: Float32Array = np.zeros(len(doc_ids), np.float32)
    for field, times in _WEIGHTS.items():
        place = segment.postings.term(field, term)
        if place is not None:
            ordinals, there = ordinals_in(doc_ids, segment.postings.documents(place), segment.count)
            frequencies[there] += times * segment.postings.frequencies(place)[ordinals[there]]
    return frequencies
