"""A set of articles: by their doc_ids or as a mask, whichever is asked for, the one made of the other."""

from functools import cached_property

import numpy as np

from index.arrays.types import Int64Array, Mask, UInt64Array

_WORD = 64

_DENSE = 2
"""Where one of so many articles is in a set, masks are joined in less time than doc_ids are looked up."""


class DocIdSet:
    """Some of `size` articles. Not changed once it is made."""

    def __init__(self, size: int, *, doc_ids: Int64Array | None = None, mask: Mask | None = None) -> None:
        """`doc_ids` ascend; one of the two is enough."""
        self.size = size
        self._within: dict[tuple[int, int], DocIdSet] = {}
        if doc_ids is not None:
            self.doc_ids = doc_ids
        if mask is not None:
            self.mask = mask

    @cached_property
    def doc_ids(self) -> Int64Array:
        """Their doc_ids, ascending: int64."""
        return np.flatnonzero(self.mask)

    @cached_property
    def mask(self) -> Mask:
        """For each of all articles whether it is one of these: shape (articles,)."""
        mask: Mask = np.zeros(self.size, np.bool_)
        mask[self.doc_ids] = True
        return mask

    @cached_property
    def words(self) -> UInt64Array:
        """The mask as bits, the first article's the lowest of the first word: shape (articles / 64, rounded up,)."""
        padded = np.zeros(-(-self.size // _WORD) * (_WORD // 8), np.uint8)
        packed = np.packbits(self.mask, bitorder="little")
        padded[: len(packed)] = packed
        return padded.view("<u8")

    @cached_property
    def count(self) -> int:
        """How many they are."""
        return len(self.doc_ids) if "doc_ids" in self.__dict__ else int(np.count_nonzero(self.mask))

    def within(self, begin: int, end: int) -> "DocIdSet":
        """Those with doc_ids from `begin` to `end` (excluded), as doc_ids from `begin`."""
        if (begin, end) == (0, self.size):
            return self
        # Each facet asks for those of each segment: their bits are made once.
        found = self._within.get((begin, end))
        if found is None:
            found = self._within[begin, end] = self._cut(begin, end)
        return found

    def _cut(self, begin: int, end: int) -> "DocIdSet":
        if "doc_ids" not in self.__dict__:
            return DocIdSet(end - begin, mask=self.mask[begin:end])
        first, last = np.searchsorted(self.doc_ids, (begin, end)).tolist()
        return DocIdSet(end - begin, doc_ids=self.doc_ids[first:last] - begin)

    def __and__(self, mask: Mask) -> "DocIdSet":
        if self.count * _DENSE > self.size:
            return DocIdSet(self.size, mask=self.mask & mask)
        return DocIdSet(self.size, doc_ids=self.doc_ids[mask[self.doc_ids]])
