"""What a clause finds in one segment, and how such findings are united and intersected."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from index.facets import Ints, Mask

Scores = np.ndarray[tuple[int], np.dtype[np.float32]]

_SPARSE = 32
"""Where fewer than one of so many articles are found, arrays of findings are merged; else masks of all articles."""


@dataclass(frozen=True, slots=True)
class Found:
    """Numbers of articles, ascending, with their scores; None where every score is zero."""

    numbers: Ints
    scores: Scores | None = None

    def boosted(self, boost: float) -> "Found":
        """The same articles, their scores multiplied."""
        if boost == 1 or self.scores is None:
            return self
        return Found(self.numbers, self.scores * np.float32(boost) if boost else None)

    def raised(self, by: float) -> "Found":
        """The same articles, something added to each score."""
        raised: Scores = np.full(len(self.numbers), by, np.float32)
        return Found(self.numbers, raised if self.scores is None else self.scores + raised)


NOTHING = Found(np.empty(0, np.int64))


def union(parts: Sequence[Found], articles: int) -> Found:
    """What any of the parts finds, of so many articles; the scores added."""
    parts = [part for part in parts if len(part.numbers)]
    if len(parts) < 2:  # noqa: PLR2004 - one part is its own union
        return parts[0] if parts else NOTHING
    if sum(len(part.numbers) for part in parts) * _SPARSE < articles:
        return _merged(parts)
    found = union_of_many(parts, articles)
    return found if _scored(parts) else Found(found.numbers)


def union_of_many(parts: Iterable[Found], articles: int) -> Found:
    """The same for very many parts, of which each is let go before the next is found."""
    there: Mask = np.zeros(articles, np.bool_)
    scores: Scores = np.zeros(articles, np.float32)
    for part in parts:
        there[part.numbers] = True
        if part.scores is not None:
            scores[part.numbers] += part.scores
    numbers = np.flatnonzero(there)
    return Found(numbers, scores.take(numbers))


def best(parts: Sequence[Found], articles: int) -> Found:
    """What any of the parts finds; of the scores of an article the highest."""
    together = union(parts, articles)
    scores: Scores = np.full(articles, -np.inf, np.float32)
    for part in parts:
        scores[part.numbers] = np.maximum(scores[part.numbers], _scores(part))
    return Found(together.numbers, scores[together.numbers])


def intersection(parts: Sequence[Found], articles: int) -> Found:
    """What all of the parts find; the scores added."""
    first, *others = sorted(parts, key=lambda part: len(part.numbers))
    for other in others:
        if not len(first.numbers):
            return NOTHING
        first = _both(first, other, articles)
    return first


def without(found: Found, refused: Ints, articles: int) -> Found:
    """What is found and not refused."""
    kept: Mask = np.ones(articles, np.bool_)
    kept[refused] = False
    return only(found, kept)


def only(found: Found, kept: Mask) -> Found:
    """What is found and kept."""
    these = kept[found.numbers]
    return Found(found.numbers[these], None if found.scores is None else found.scores[these])


def places_in(some: Ints, all_: Ints, articles: int) -> tuple[Ints, Mask]:
    """Where each of `some` numbers stands in `all_`, both ascending, and whether it does (the place is any if not)."""
    if len(some) * _SPARSE < len(all_):
        places = np.minimum(np.searchsorted(all_, some), len(all_) - 1)
        return places, all_[places] == some
    where: Ints = np.full(articles, -1, np.int64)
    where[all_] = np.arange(len(all_))
    places = where[some]
    return places, places >= 0


def _both(few: Found, many: Found, articles: int) -> Found:
    places, there = places_in(few.numbers, many.numbers, articles)
    numbers, places = few.numbers[there], places[there]
    scores = None if few.scores is None else few.scores[there]
    if many.scores is not None:
        scores = many.scores[places] if scores is None else scores + many.scores[places]
    return Found(numbers, scores)


def _merged(parts: Sequence[Found]) -> Found:
    many, *others = sorted(parts, key=lambda part: -len(part.numbers))
    for few in others:
        many = _either(many, few)
    return many


def _either(many: Found, few: Found) -> Found:
    """The union of two findings, of which one is longer: the other's numbers are looked up in it."""
    places = np.searchsorted(many.numbers, few.numbers)
    there = many.numbers.take(places, mode="clip") == few.numbers
    new, numbers = ~there, many.numbers
    if not there.all():
        numbers = np.insert(numbers, places[new], few.numbers[new])
    if not _scored((many, few)):
        return Found(numbers)
    scores, added = _scores(many).copy(), _scores(few)
    scores[places[there]] += added[there]
    return Found(numbers, scores if there.all() else np.insert(scores, places[new], added[new]))


def _scores(found: Found) -> Scores:
    return np.zeros(len(found.numbers), np.float32) if found.scores is None else found.scores


def _scored(parts: Sequence[Found]) -> bool:
    return any(part.scores is not None for part in parts)
