"""The embedding table: a vector for each word piece, of which the vectors of words, queries and articles are sums.

`data/embeddings.md` says what it was learned from, how, and what it reaches; `make train-meaning` learns it anew.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path

import numpy as np

from index.arrays.types import Float32Array, Int8Table
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
        self._pieces = _Pieces(WordPieces(pieces))

    def pieces(self, token: str) -> tuple[int, ...]:
        """The numbers of a token's pieces."""
        return self._pieces[token]

    def vector(self, tokens: Sequence[str]) -> Float32Array:
        """The sum of the vectors of some tokens: float32 of shape (128,)."""
        pieces = np.array(list(chain.from_iterable(map(self._pieces.__getitem__, tokens))), np.intp)
        summed: Float32Array = self._scales[pieces] @ self._vectors[pieces].astype(np.float32)
        return summed

    def article(self, title: Sequence[str], text: Sequence[str]) -> bytes:
        """The vector of an article by its tokens, as 128 numbers of int8 of which only the proportions count."""
        summed = self.vector(text) + np.float32(TITLE) * self.vector(title)
        largest = np.abs(summed).max()
        if not largest:
            return NO_VECTOR
        rounded: Int8Table = np.rint(summed * (_FULL / largest)).astype(np.int8)
        return bytes(rounded.data)


NO_VECTOR = bytes(WIDTH)
"""What stands for the vector of an article that has none: one in another language, or without a word."""


@lru_cache(maxsize=1)
def embedding_table() -> EmbeddingTable:
    """The table that ships with the package; processes share the memory of its vectors."""
    # A plain view of the mapped file: an array that knows of its file costs more to index.
    vectors = np.load(DATA / "vectors.npy", mmap_mode="r").view(np.ndarray)
    pieces = (DATA / "pieces.txt").read_text(encoding="utf-8").splitlines()
    return EmbeddingTable(vectors, np.load(DATA / "scales.npy"), pieces)
