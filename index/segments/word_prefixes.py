"""Which strings of a table have a word that begins in a given way: every word by its first eight bytes, in their order.

Sixteen bytes for a word; made in one go over the bytes of all strings, and asked by two binary searches.
"""

import numpy as np

from corpus.folding import WORDS_BEGIN_AFTER
from index.arrays.strings import Strings
from index.arrays.types import AnyIntArray, Int64Array

_WIDTH = 8
_PARTING = np.frombuffer(WORDS_BEGIN_AFTER.encode(), np.uint8)


class WordPrefixes:
    """Where the words of a table's strings begin, in the order of their first bytes."""

    def __init__(self, strings: Strings) -> None:
        self._strings = strings
        begins = np.concatenate([[False], np.isin(strings.data, _PARTING)])
        begins[strings.ends] = True
        begins[len(strings.data)] = False
        places = np.flatnonzero(begins)
        padded = np.concatenate([strings.data, np.zeros(_WIDTH, np.uint8)])
        first = np.zeros(len(places), np.uint64)
        for offset in range(_WIDTH):
            first = (first << np.uint64(8)) | padded[places + offset].astype(np.uint64)
        order = first.argsort(kind="stable")
        self._first: AnyIntArray = first[order]
        self._places: Int64Array = places[order]

    def of(self, start: bytes) -> Int64Array:
        """The places, ascending, of the strings that have a word which begins so, whatever follows it in the string.

        int64.
        """
        lowest = int.from_bytes(start[:_WIDTH].ljust(_WIDTH, b"\0"))
        highest = int.from_bytes(start[:_WIDTH].ljust(_WIDTH, b"\xff"))
        begin = int(np.searchsorted(self._first, np.uint64(lowest)))
        end = int(np.searchsorted(self._first, np.uint64(highest), side="right"))
        found = self._places[begin:end]
        found = found[found + len(start) <= len(self._strings.data)]
        for offset in range(_WIDTH, len(start)):
            found = found[self._strings.data[found + offset] == start[offset]]
        strings = np.searchsorted(self._strings.ends, found, side="right") - 1
        inside: Int64Array = np.unique(strings[found + len(start) <= self._strings.ends[strings + 1]])
        return inside
