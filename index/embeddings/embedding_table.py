"""The embedding table: a vector for each word piece, of which the vectors of words, queries and articles are sums.

`data/embeddings.md` says what it was learned from, how, and what it reaches; `make train-meaning` learns it anew.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, pairwise
from pathlib import Path

import numpy as np

from index.arrays.types import Float32Array, Float32Table, Int8Table, Int64Array
from index.embeddings.word_pieces import WordPieces

WIDTH = 128
"""Numbers of a vector."""

LANGUAGE = "en"
"""The language whose words the table knows."""

DATA = Path(__file__).parent / "data"

TITLE = 3
"""For how many occurrences in the text one in the title stands."""

_REMEMBERED = 1 << 17
"""Tokens whose pieces are remembered."""

_FULL = 127


class _Pieces(dict[str, tuple[int, ...]]):
    """The pieces of tokens, each cut once."""

    def __init__(self, known: WordPieces) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, token: str) -> tuple[int, ...]:
        # Tuples of numbers are nothing that the collector of garbage looks through again and again.
        found = tuple(self._known.split(token))
        if len(self) < _REMEMBERED:
            self[token] = found
        return found


class EmbeddingTable:
    """Vectors of word pieces as int8 of shape (pieces, 128), a float32 scale for each, and the pieces."""

    def __init__(self, vectors: Int8Table, scales: Float32Array, pieces: Sequence[str]) -> None:
        self._vectors = vectors
        self._scales = scales
        known = WordPieces(pieces)
        self.split = known.split
        """The numbers of a text's pieces, in order."""
        self._pieces = _Pieces(known)

    def pieces(self, token: str) -> tuple[int, ...]:
        """The numbers of a token's pieces."""
        return self._pieces[token]

    def vector(self, tokens: Sequence[str]) -> Float32Array:
        """The sum of the vectors of some tokens: float32 of shape (128,)."""
        return self._sum(np.array(list(chain.from_iterable(map(self._pieces.__getitem__, tokens))), np.intp))

    def articles(self, titles: "Pieces", texts: "Pieces") -> Int8Table:
        """The vectors of articles, int8 of shape (articles, 128) of which only the proportions count.

        All zero is that of an article which has no piece.
        """
        summed = self._sums(texts) + np.float32(TITLE) * self._sums(titles)
        largest = np.abs(summed).max(axis=1, initial=0)
        largest[largest == 0] = 1
        rounded: Int8Table = np.rint(summed * (np.float32(_FULL) / largest)[:, np.newaxis]).astype(np.int8)
        return rounded

    def _sums(self, texts: "Pieces") -> Float32Table:
        pieces, ends = texts
        sums = np.zeros((len(ends), WIDTH), np.float32)
        for place, (begin, end) in enumerate(pairwise([0, *ends.tolist()])):
            if begin < end:
                sums[place] = self._sum(pieces[begin:end])
        return sums

    def _sum(self, pieces: Int64Array) -> Float32Array:
        # `take` gathers rows in half the time of `[]`.
        summed: Float32Array = self._scales[pieces] @ self._vectors.take(pieces, axis=0).astype(np.float32)
        return summed


Pieces = tuple[Int64Array, Int64Array]
"""The numbers of the pieces of texts, one text's after the other's, and where those of each end."""


@lru_cache(maxsize=1)
def embedding_table() -> EmbeddingTable:
    """The table that ships with the package; processes share the memory of its vectors."""
    # A plain view of the mapped file: an array that knows of its file costs more to index.
    vectors = np.load(DATA / "vectors.npy", mmap_mode="r").view(np.ndarray)
    pieces = (DATA / "pieces.txt").read_text(encoding="utf-8").splitlines()
    return EmbeddingTable(vectors, np.load(DATA / "scales.npy"), pieces)
