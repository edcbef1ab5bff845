"""Unite and intersect what clauses find in one segment: ascending doc_ids with their scores."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from index.arrays.types import AnyIntArray, Float32Array, Int64Array, Mask

Values = TypeVar("Values", Float32Array, Int64Array)

_SPARSE = 32
"""Where fewer than one of so many articles are found, arrays of findings are merged; else masks of all articles."""

_LOOKED_UP = 512
"""So few doc_ids are looked up one by one, in whatever articles."""

_FEW = 16
"""Where one finding has so many times as many articles as the other, the others are put among them."""


@dataclass(frozen=True, slots=True)
class ScoredDocs:
    """Articles of a segment: int64 doc_ids, ascending, and float32 scores in their order; None where all are zero."""

    doc_ids: Int64Array
    scores: Float32Array | None = None

    def chosen(self, which: Mask | Int64Array) -> "ScoredDocs":
        """Some of the articles, by a mask of their shape or by their ordinals, ascending."""
        return ScoredDocs(self.doc_ids[which], None if self.scores is None else self.scores[which])

    def boosted(self, boost: float) -> "ScoredDocs":
        """The same articles, their scores multiplied."""
        if boost == 1 or self.scores is None:
            return self
        return ScoredDocs(self.doc_ids, self.scores * np.float32(boost) if boost else None)

    def raised(self, by: float) -> "ScoredDocs":
        """The same articles, something added to each score."""
        raised: Float32Array = np.full(len(self.doc_ids), by, np.float32)
        return ScoredDocs(self.doc_ids, raised if self.scores is None else self.scores + raised)


NOTHING = ScoredDocs(np.empty(0, np.int64))


def joined(parts: Sequence[ScoredDocs]) -> ScoredDocs:
    """What stands one after the other, as of the segments of a snapshot."""
    if not parts:
        return NOTHING
    scores = np.concatenate([_scores(part) for part in parts]) if _scored(parts) else None
    return ScoredDocs(np.concatenate([part.doc_ids for part in parts]), scores)


def union(parts: Sequence[ScoredDocs], doc_count: int) -> ScoredDocs:
    """What any of the parts finds, of so many articles of the segment; the scores added."""
    parts = [part for part in parts if len(part.doc_ids)]
    if len(parts) < 2:  # noqa: PLR2004 - one part is its own union
        return parts[0] if parts else NOTHING
    *fewer, most = sorted(len(part.doc_ids) for part in parts)
    if (sum(fewer) + most) * _SPARSE < doc_count or (len(fewer) == 1 and fewer[0] * _FEW < most):
        return _merged(parts)
    found = union_of_many(parts, doc_count)
    return found if _scored(parts) else ScoredDocs(found.doc_ids)


def union_of_many(parts: Iterable[ScoredDocs], doc_count: int) -> ScoredDocs:
    """The same for very many parts, of which each is let go before the next is found."""
    scores: Float32Array = np.zeros(doc_count, np.float32)
    unscored: Mask | None = None  # where a score may be zero; the others tell by themselves that they are found
    for place, part in enumerate(parts):
        if part.scores is None or not part.scores.min(initial=1) > 0:
            unscored = np.zeros(doc_count, np.bool_) if unscored is None else unscored
            unscored[part.doc_ids] = True
        if part.scores is None:
            continue
        if place:
            scores[part.doc_ids] += part.scores
        else:
            scores[part.doc_ids] = part.scores
    doc_ids = np.flatnonzero(scores > 0 if unscored is None else (scores > 0) | unscored)
    return ScoredDocs(doc_ids, scores.take(doc_ids))


def best_of(parts: Sequence[ScoredDocs], doc_count: int) -> ScoredDocs:
    """What any of the parts finds; of the scores of an article the highest."""
    together = union(parts, doc_count)
    scores: Float32Array = np.full(doc_count, -np.inf, np.float32)
    for part in parts:
        scores[part.doc_ids] = np.maximum(scores[part.doc_ids], _scores(part))
    return ScoredDocs(together.doc_ids, scores[together.doc_ids])


def intersection(parts: Sequence[ScoredDocs], doc_count: int) -> ScoredDocs:
    """What all of the parts find; the scores added."""
    first, *others = sorted(parts, key=lambda part: len(part.doc_ids))
    for other in others:
        if not len(first.doc_ids):
            return NOTHING
        first = both(first, other, doc_count)
    return first


def both(few: ScoredDocs, many: ScoredDocs, doc_count: int) -> ScoredDocs:
    """What two parts find, quickest with the shorter one first; the scores added."""
    ordinals, there = ordinals_in(few.doc_ids, many.doc_ids, doc_count)
    return _added(few.chosen(there), many.chosen(ordinals[there]))


def within(found: ScoredDocs, some: ScoredDocs, doc_count: int) -> ScoredDocs:
    """Some of the articles of a finding, the scores that they have in both added."""
    if len(some.doc_ids) < len(found.doc_ids):
        found = found.chosen(ordinals_in(some.doc_ids, found.doc_ids, doc_count)[0])
    return _added(found, some)


def without(found: ScoredDocs, refused: Int64Array, doc_count: int) -> ScoredDocs:
    """What is found and not refused."""
    kept: Mask = np.ones(doc_count, np.bool_)
    kept[refused] = False
    return only(found, kept)


def only(found: ScoredDocs, kept: Mask) -> ScoredDocs:
    """What is found and kept."""
    return found.chosen(kept[found.doc_ids])


def ordinals_in(some: Int64Array, all_: Int64Array, doc_count: int) -> tuple[Int64Array, Mask]:
    """The ordinal in `all_` of each of `some` doc_ids, both ascending, int64; and a mask of those that are there.

    The ordinal of one that is not there is any number.
    """
    looked_up = len(some) < _LOOKED_UP or len(some) * _SPARSE < len(all_) + doc_count // 2
    if len(all_) and looked_up:
        ordinals = all_.searchsorted(some)
        return ordinals, all_.take(ordinals, mode="clip") == some
    where: AnyIntArray = np.full(doc_count, -1, np.int32)  # half as much to fill, and to look through
    where[all_] = np.arange(len(all_), dtype=np.int32)
    ordinals = where.take(some).astype(np.int64)
    return ordinals, ordinals >= 0


def _merged(parts: Sequence[ScoredDocs]) -> ScoredDocs:
    many, *others = sorted(parts, key=lambda part: -len(part.doc_ids))
    for few in others:
        many = _either(many, few)
    return many


def _either(many: ScoredDocs, few: ScoredDocs) -> ScoredDocs:
    """The union of two findings, of which one is longer: the other's doc_ids are looked up in it."""
    ordinals = many.doc_ids.searchsorted(few.doc_ids)
    there = many.doc_ids.take(ordinals, mode="clip") == few.doc_ids
    scores, added = None, None
    if _scored((many, few)):
        scores, added = _scores(many).copy(), _scores(few)
        scores[ordinals[there]] += added[there]
    if there.all():
        return ScoredDocs(many.doc_ids, scores)
    new = np.flatnonzero(~there)
    places = ordinals[new] + np.arange(len(new))
    old: Mask = np.ones(len(many.doc_ids) + len(new), np.bool_)
    old[places] = False
    doc_ids = _spread(many.doc_ids, old, few.doc_ids[new], places)
    return ScoredDocs(doc_ids, None if scores is None or added is None else _spread(scores, old, added[new], places))


def _spread(values: Values, old: Mask, added: Values, places: Int64Array) -> Values:
    """Values with others among them, at these places."""
    both = np.empty(len(old), values.dtype)
    both[old], both[places] = values, added
    return both


def _added(one: ScoredDocs, other: ScoredDocs) -> ScoredDocs:
    """The same articles, the scores of two findings added."""
    if one.scores is None or other.scores is None:
        return other if one.scores is None else one
    return ScoredDocs(one.doc_ids, one.scores + other.scores)


def _scores(found: ScoredDocs) -> Float32Array:
    return np.zeros(len(found.doc_ids), np.float32) if found.scores is None else found.scores


def _scored(parts: Sequence[ScoredDocs]) -> bool:
    return any(part.scores is not None for part in parts)
