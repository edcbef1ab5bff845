"""Unite and intersect what clauses find in one segment: ascending doc_ids with their scores."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from index.arrays.types import Float32Array, Int64Array, Mask

_SPARSE = 32
"""Where fewer than one of so many articles are found, arrays of findings are merged; else masks of all articles."""

_FEW = 16
"""Where one finding has so many times as many articles as the other, the others are put among them."""


@dataclass(frozen=True, slots=True)
class ScoredDocs:
    """Articles of a segment: int64 doc_ids, ascending, and float32 scores in their order; None where all are zero."""

    doc_ids: Int64Array
    scores: Float32Array | None = None

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
    there: Mask = np.zeros(doc_count, np.bool_)
    scores: Float32Array = np.zeros(doc_count, np.float32)
    for place, part in enumerate(parts):
        there[part.doc_ids] = True
        if part.scores is None:
            continue
        if place:
            scores[part.doc_ids] += part.scores
        else:
            scores[part.doc_ids] = part.scores
    doc_ids = np.flatnonzero(there)
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
        first = _both(first, other, doc_count)
    return first


def without(found: ScoredDocs, refused: Int64Array, doc_count: int) -> ScoredDocs:
    """What is found and not refused."""
    kept: Mask = np.ones(doc_count, np.bool_)
    kept[refused] = False
    return only(found, kept)


def only(found: ScoredDocs, kept: Mask) -> ScoredDocs:
    """What is found and kept."""
    these = kept[found.doc_ids]
    return ScoredDocs(found.doc_ids[these], None if found.scores is None else found.scores[these])


def ordinals_in(some: Int64Array, all_: Int64Array, doc_count: int) -> tuple[Int64Array, Mask]:
    """The ordinal in `all_` of each of `some` doc_ids, both ascending, int64; and a mask of those that are there.

    The ordinal of one that is not there is any.
    """
    if len(some) * _SPARSE < len(all_):
        ordinals = np.minimum(np.searchsorted(all_, some), len(all_) - 1)
        return ordinals, all_[ordinals] == some
    where: Int64Array = np.full(doc_count, -1, np.int64)
    where[all_] = np.arange(len(all_))
    ordinals = where[some]
    return ordinals, ordinals >= 0


def _both(few: ScoredDocs, many: ScoredDocs, doc_count: int) -> ScoredDocs:
    ordinals, there = ordinals_in(few.doc_ids, many.doc_ids, doc_count)
    doc_ids, ordinals = few.doc_ids[there], ordinals[there]
    scores = None if few.scores is None else few.scores[there]
    if many.scores is not None:
        scores = many.scores[ordinals] if scores is None else scores + many.scores[ordinals]
    return ScoredDocs(doc_ids, scores)


def _merged(parts: Sequence[ScoredDocs]) -> ScoredDocs:
    many, *others = sorted(parts, key=lambda part: -len(part.doc_ids))
    for few in others:
        many = _either(many, few)
    return many


def _either(many: ScoredDocs, few: ScoredDocs) -> ScoredDocs:
    """The union of two findings, of which one is longer: the other's doc_ids are looked up in it."""
    ordinals = np.searchsorted(many.doc_ids, few.doc_ids)
    there = many.doc_ids.take(ordinals, mode="clip") == few.doc_ids
    new, doc_ids = ~there, many.doc_ids
    if not there.all():
        doc_ids = np.insert(doc_ids, ordinals[new], few.doc_ids[new])
    if not _scored((many, few)):
        return ScoredDocs(doc_ids)
    scores, added = _scores(many).copy(), _scores(few)
    scores[ordinals[there]] += added[there]
    return ScoredDocs(doc_ids, scores if there.all() else np.insert(scores, ordinals[new], added[new]))


def _scores(found: ScoredDocs) -> Float32Array:
    return np.zeros(len(found.doc_ids), np.float32) if found.scores is None else found.scores


def _scored(parts: Sequence[ScoredDocs]) -> bool:
    return any(part.scores is not None for part in parts)
