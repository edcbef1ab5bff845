"""A word over title and text, scored as the one word that it is (BM25F): see `search.evaluation.scoring`."""

import numpy as np
from whoosh import query

from index.columnar.segment import Segment
from index.snapshot import Snapshot
from search.evaluation.found import NOTHING, Found, union
from search.evaluation.scoring import lengths, rarity, saturated
from search.ranking.parameters import WEIGHTS


class Word(query.Or):  # type: ignore[misc]  # Whoosh has no annotations
    """Articles that have a term in title or text: to Whoosh an OR of both, which it scores one by one."""

    def __init__(self, text: str, boost: float = 1.0) -> None:
        super().__init__([query.Term(field, text) for field in WEIGHTS], boost=boost)
        self.text = text


def word(question: Word, snapshot: Snapshot, segment: Segment) -> Found:
    """The articles that have a word, with their scores."""
    found = union([part for _, part in occurrences(question.text, snapshot, segment)], segment.count)
    if found.scores is None or not question.boost:
        return Found(found.numbers)
    weight = question.boost * rarity(snapshot, WEIGHTS, question.text)
    return Found(found.numbers, saturated(found.scores, weight))


def occurrences(text: str, snapshot: Snapshot, segment: Segment) -> list[tuple[str, Found]]:
    """The articles that have a term in each field, with its frequency there, normalised by length and weighted."""
    return [(field, _in_field(field, text, snapshot, segment)) for field in WEIGHTS]


def _in_field(field: str, text: str, snapshot: Snapshot, segment: Segment) -> Found:
    postings = segment.postings
    place = postings.term(field, text.encode("utf-8", "surrogatepass"))
    if place is None:
        return NOTHING
    documents = postings.documents(place)
    divisors = (lengths(snapshot, field) / np.float32(WEIGHTS[field])).take(segment.lengths(field).take(documents))
    return Found(documents, np.divide(postings.frequencies(place), divisors, out=divisors))
