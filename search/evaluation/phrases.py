"""Phrases: which articles have words in order, each at most `slop` places after the one before."""

from collections.abc import Sequence

import numpy as np
from whoosh import query

from index.columnar.segment import Segment
from index.facets import Ints
from search.evaluation.found import NOTHING, Found, places_in
from search.evaluation.scoring import Scorer


def phrase(question: query.Phrase, segment: Segment, scorers: Sequence[Scorer]) -> Found:
    """The articles that have a phrase. Their scores are those of its words."""
    postings = segment.postings
    terms = [postings.term(question.fieldname, word.encode("utf-8", "surrogatepass")) for word in question.words]
    if not terms or None in terms:
        return NOTHING
    lists = {term: postings.documents(term) for term in terms if term is not None}
    numbers = _common(list(lists.values()), segment.count)
    places = {term: places_in(numbers, documents, segment.count)[0] for term, documents in lists.items()}
    matching = _in_order([postings.positions(term, places[term]) for term in terms if term is not None], question.slop)
    numbers = numbers[matching]
    found = Found(numbers)
    for term, scorer in zip(terms, scorers, strict=True):
        if term is not None:
            scores = scorer.scores(segment, numbers, postings.frequencies(term)[places[term][matching]])
            if scores is not None:
                found = Found(numbers, scores if found.scores is None else found.scores + scores)
    return found


def _common(lists: list[Ints], articles: int) -> Ints:
    few, *others = sorted(lists, key=len)
    for many in others:
        few = few[places_in(few, many, articles)[1]]
    return few


def _in_order(words: Sequence[tuple[Ints, Ints]], slop: int) -> Ints:
    """Which articles, by their places, have positions of all words in order.

    `words` has for each word its positions, article after article, and how many each article has.
    """
    articles = len(words[0][1])
    apart = slop + 1 + max((int(positions.max()) for positions, _ in words if len(positions)), default=0)
    reached: Ints = np.empty(0, np.int64)
    for number, (positions, counts) in enumerate(words):
        # Articles stand so far apart that no step leads from one into the next.
        stands = positions + np.repeat(np.arange(articles) * (apart + 1), counts)
        if number and len(reached):
            before = np.searchsorted(reached, stands) - 1
            stands = stands[(before >= 0) & (stands - reached[before] <= slop)]
        elif number:
            return reached
        reached = stands
    return np.unique(reached // (apart + 1))
