"""Which words of a table may be spelt nearly as a given one: a sieve of two small arrays, 9 bytes a word.

An edit adds, removes or replaces one letter, so it changes the set of a word's letters by two at most: sets that differ
by more than twice the allowed edits need no closer look. A sieve, not an index of deletions (SymSpell): that one takes
twenty times the memory, and this one is fast enough to go through a million words.
"""

import numpy as np

from corpus.encoding import from_utf8
from index.arrays.strings import Strings
from index.arrays.types import AnyIntArray, Int64Array

_LETTERS = 64
_CONTINUES, _TOP_BITS = 0x80, 0xC0
_LONGEST = 255


class NearSpellings:
    """The letters and the lengths of the words of a table."""

    def __init__(self, words: Strings) -> None:
        data = words.data.tobytes()
        codes = np.frombuffer(from_utf8(data).encode("utf-32-le", "surrogatepass"), "<u4")
        begun = np.zeros(len(data) + 1, np.uint32)  # letters begun before each byte
        np.cumsum((words.data & _TOP_BITS) != _CONTINUES, out=begun[1:])
        ends = begun[words.ends]
        lengths = np.diff(ends.astype(np.int64))
        self._lengths: AnyIntArray = np.minimum(lengths, _LONGEST).astype(np.uint8)
        self._sets: AnyIntArray = np.zeros(len(lengths), np.uint64)
        there = np.flatnonzero(lengths)
        if len(there):
            bits = np.uint64(1) << (codes % _LETTERS).astype(np.uint64)
            self._sets[there] = np.bitwise_or.reduceat(bits, ends[:-1][there])

    def near(self, word: str, edits: int, first: int, last: int) -> Int64Array:
        """The places, `first` to `last` (excluded), of all words that are so many edits away, and of some others.

        int64, ascending.
        """
        letters = np.uint64(0)
        for sign in word:
            letters |= np.uint64(1 << (ord(sign) % _LETTERS))
        lengths = self._lengths[first:last]
        shortest, longest = max(1, len(word) - edits), len(word) + edits
        apart = np.bitwise_count(self._sets[first:last] ^ letters)
        found: Int64Array = np.flatnonzero((apart <= 2 * edits) & (lengths >= shortest) & (lengths <= longest))
        return found + first
