"""Phrases: which articles have words in order, each at most `slop` places after the one before."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from whoosh import query

from index.columnar.segment import Segment
from index.facets import Ints
from search.evaluation.found import NOTHING, Found, places_in
from search.evaluation.scoring import Scorer

_MANY = 50_000
_WINDOW = 1 << 21


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
    apart = slop + 2 + max((int(positions.max()) for positions, _ in words if len(positions)), default=0)
    reached: Ints = np.empty(0, np.int64)
    for number, (positions, counts) in enumerate(words):
        # Articles stand so far apart that no step leads from one into the next.
        stands = positions + np.repeat(np.arange(articles) * apart, counts)
        reached = _after(reached, stands, slop) if number else stands
    return np.unique(reached // apart)


def _after(reached: Ints, stands: Ints, slop: int) -> Ints:
    """Those places where a word stands that come at most `slop` after one that was reached."""
    if slop == 1 and len(reached) + len(stands) > _MANY:
        return _common_places(reached + 1, stands)
    before = np.searchsorted(reached, stands) - 1
    return stands[(before >= 0) & (stands - reached[before] <= slop)] if len(reached) else reached


def _common_places(some: Ints, others: Ints) -> Ints:
    """The numbers in both of two ascending lists, found window by window with a table that fits the processor's cache.

    Four times as fast as a binary search for each, and twice as fast as a merge.
    """
    cuts = np.arange(0, int(others[-1]) + _WINDOW, _WINDOW)
    there = np.zeros(_WINDOW, np.bool_)
    found = []
    ends = zip(*(np.searchsorted(each, cuts).tolist() for each in (some, others)), strict=True)
    for cut, ((begin, start), (end, stop)) in zip(cuts.tolist(), pairwise(ends), strict=False):
        window = some[begin:end] - cut
        candidates = others[start:stop]
        there[window] = True
        found.append(candidates[there[candidates - cut]])
        there[window] = False
    return np.concatenate(found)
