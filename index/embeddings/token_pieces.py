"""The word pieces of numbered tokens: each token is cut once, and texts become pieces by looking numbers up."""

from array import array
from collections.abc import Mapping
from itertools import islice

import numpy as np

from corpus.number_signs import without_sign
from index.arrays.types import AnyIntArray, Int64Array
from index.embeddings.embedding_table import EmbeddingTable


class TokenPieces:
    """The pieces of the tokens of a growing vocabulary; tokens that nobody names here have none."""

    def __init__(self, table: EmbeddingTable) -> None:
        self._table = table
        self._done = 0
        self._pieces = array("H")
        self._begins, self._counts = array("I"), array("I")

    def learn(self, tokens: Mapping[str, int], size: int) -> None:
        """Cut the tokens, given with their numbers, which ascend, that were added since the last call.

        There are `size` numbers in all, of which others may have.
        """
        split = self._table.split
        for token, number in islice(tokens.items(), self._done, None):
            pieces = split(without_sign(token))
            self._pad(number)
            self._begins.append(len(self._pieces))
            self._counts.append(len(pieces))
            self._pieces.extend(pieces)
        self._pad(size)
        self._done = len(tokens)

    def of(self, tokens: AnyIntArray, lengths: Int64Array) -> tuple[Int64Array, Int64Array]:
        """The pieces of texts, one text's after the other's, and where those of each end: int64.

        `tokens` are the numbers of their tokens, `lengths` how many each text has.
        """
        counts = np.array(self._counts, np.int64)[tokens]
        before = np.zeros(len(tokens) + 1, np.int64)
        np.cumsum(counts, out=before[1:])
        moved = np.array(self._begins, np.int64)[tokens] - before[:-1]
        places = np.repeat(moved, counts) + np.arange(int(before[-1]))
        return np.array(self._pieces, np.int64)[places], before[np.cumsum(lengths)]

    def _pad(self, size: int) -> None:
        """Let the tokens up to a number have no pieces."""
        missing = [0] * (size - len(self._counts))
        self._begins.extend(missing)
        self._counts.extend(missing)
