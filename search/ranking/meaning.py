"""Of the best articles, those come first that are nearer in meaning to the words of the query.

Meaning is the sum of the vectors of words, as `index.embeddings` has them, and nearness the cosine of two sums. It says
what words cannot (a `vessel` is a `ship`) and knows nothing of names and numbers that it cuts into pieces: so it weighs
by the share of the query's words that it knows whole. It only adds to scores, within their span.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.document import Document
from corpus.folding import fold
from corpus.number_signs import without_sign
from index.analysis.tokenizer import split_pieces
from index.arrays.types import Float32Array, Float32Table, Float64Array, Int8Table, Int64Array, Mask
from index.embeddings.embedding_table import TITLE, embedding_table
from index.snapshots.snapshot import Snapshot
from search.scoring.parameters import COMPARED, MEANING
from search.types.result import How, Reason

_LEAST = 5e-5
"""What a sum of others gives is told where it is not rounded to nothing."""

_TOLD = 3
"""Pairs of words that are told for an article; the others are told as one sum."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """What nearness to the words of a query gives to each of some articles."""

    words: tuple[str, ...]
    gains: Float64Array
    there: Mask

    def reasons(self, ordinal: int, document: Document) -> Iterator[Reason]:
        """What each pair of words gave to one of the articles: the cosine is a sum over all pairs.

        What draws the two together shares the gain; what sets them apart is in it already.
        """
        gain = float(self.gains[ordinal])
        if not gain:
            return
        if not self.there[ordinal]:  # it was given the mean: its words are of another language
            yield Reason("", How.MEANING, "text", (), gain)
            return
        worth = {pair: each for pair, each in _pairs(self.words, document).items() if each > 0}
        told = sorted(worth, key=lambda pair: (-worth[pair], pair))[:_TOLD]
        total, rest = sum(worth.values()), gain
        for word, token, field in told:
            share = gain * worth[word, token, field] / total
            rest -= share
            yield Reason(word, How.MEANING, field, (token,), share)
        if rest > _LEAST or not told:
            yield Reason("", How.MEANING, "text", (), rest)


def nearness(words: Sequence[str], doc_ids: Int64Array, scores: Float64Array, snapshot: Snapshot) -> Nearness | None:
    """How near the best of some articles, given by ascending doc_ids with their scores, are to some words.

    None where no word is known whole, or none of them has a vector. One that has none is given the mean.
    """
    compared = np.sort(np.argsort(-scores, kind="stable")[:COMPARED])
    vectors = unit_vectors(doc_ids[compared], snapshot)
    gained = gained_by(words, vectors, scores[compared])
    if gained is None:
        return None
    gains: Float64Array = np.zeros(len(doc_ids))
    gains[compared] = gained
    there: Mask = np.zeros(len(doc_ids), np.bool_)
    there[compared] = np.any(vectors, axis=1)
    return Nearness(tuple(words), gains, there)


def gained_by(words: Sequence[str], vectors: Float32Table, scores: Float64Array) -> Float64Array | None:
    """What nearness to some words gives to articles of these unit vectors and scores: float64 in their order.

    None where no word is known whole, or no article has a vector.
    """
    table = embedding_table()
    known = sum(len(table.pieces(word)) == 1 and not word.isdigit() for word in words)
    there: Mask = np.any(vectors, axis=1)
    if not known or not there.any():
        return None
    weight = MEANING * known / len(words)
    cosines = vectors @ unit(table.vector(words))
    return spread(cosines, there) * (weight / (1 - weight) * float(scores.max() - scores.min()))


def unit_vectors(doc_ids: Int64Array, snapshot: Snapshot) -> Float32Table:
    """The vectors of articles, given by ascending doc_ids, each of length 1, or 0 where there is none.

    float32 of shape (articles, 128).
    """
    cuts = np.searchsorted(doc_ids, snapshot.bases).tolist()
    parts = [
        segment.vectors_of(doc_ids[begin:end] - base)
        for segment, base, begin, end in zip(snapshot.segments, snapshot.bases, cuts, cuts[1:], strict=False)
    ]
    return units(np.concatenate(parts))


def units(vectors: Int8Table) -> Float32Table:
    """Vectors of the same directions and of length 1, or 0 where there is none: float32 of the same shape."""
    found: Float32Table = vectors.astype(np.float32)
    found /= np.maximum(np.sqrt(np.einsum("ij,ij->i", found, found)), 1)[:, None]
    return found


def unit(vector: Float32Array) -> Float32Array:
    """A vector of the same direction and of length 1; the same where it has none."""
    length = float(np.linalg.norm(vector))
    return vector / np.float32(length) if length else vector


def spread(cosines: Float32Array, there: Mask) -> Float64Array:
    """Cosines from 0 for the lowest to 1 for the highest; the mean where there is no vector, and so no cosine."""
    known = cosines[there].astype(np.float64)
    lowest, highest = float(known.min()), float(known.max())
    spread_out: Float64Array = np.zeros(len(cosines))
    if highest > lowest:
        spread_out[there] = (known - lowest) / (highest - lowest)
        spread_out[~there] = spread_out[there].mean()
    return spread_out


def _pairs(words: Sequence[str], document: Document) -> dict[tuple[str, str, str], float]:
    """What each word of a query and each of an article have in common; with the field that the latter stands in."""
    table, article = embedding_table(), document.article
    counted: Counter[str] = Counter()
    shown: dict[str, str] = {}
    fields: dict[str, str] = {}
    for field, text, count in (("text", article.text, 1), ("title", article.title, TITLE)):
        for token in map(without_sign, split_pieces(text)[1::2]):
            form = shown.setdefault(fold(token), token)
            counted[form] += count
            fields.setdefault(form, field)
    if not counted:
        return {}
    asked, met = list(dict.fromkeys(words)), list(counted)
    ones = np.stack([table.vector([word]) * np.float32(words.count(word)) for word in asked])
    others = np.stack([table.vector([token]) * np.float32(counted[token]) for token in met])
    common = (ones @ others.T).tolist()
    return {
        (word, token, fields[token]): each
        for word, row in zip(asked, common, strict=True)
        for token, each in zip(met, row, strict=True)
    }
