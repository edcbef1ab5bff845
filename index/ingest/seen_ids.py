"""Remember where the articles of a run stand, so that no two of them have one id: 24 bytes each, once they are many."""

from array import array
from bisect import bisect_left
from hashlib import blake2b

import numpy as np

from corpus.encoding import to_utf8
from corpus.record import Record
from corpus.refusal import Refusal

_LINE_BITS = 40
_RECENT = 1 << 16
"""Ids that are kept as they are, at two hundred bytes each,"""
_SHARE = 8
"""or one in so many, where that is more: the others are sorted anew whenever these join them."""


class SeenIds:
    """Where the articles of a run stand, by their ids."""

    def __init__(self) -> None:
        self._origins: list[str] = []
        self._recent: dict[str, int] = {}
        self._older = _Digests()

    def add(self, record: Record) -> None:
        """Note an article."""
        if not self._origins or self._origins[-1] != record.origin:
            self._origins.append(record.origin)
        # One number each, as there may be millions.
        self._recent[record.id] = (len(self._origins) - 1) << _LINE_BITS | (record.line or 0)
        if len(self._recent) >= max(_RECENT, len(self._older) // _SHARE):
            self._older.add(self._recent)
            self._recent = {}

    def where(self, article_id: str) -> str | None:
        """`path:line` of the article with an id, or the path alone."""
        place = self._recent.get(article_id)
        if place is None:
            place = self._older.get(article_id)
        if place is None:
            return None
        return Refusal(self._origins[place >> _LINE_BITS], place & ((1 << _LINE_BITS) - 1) or None, "").where


class _Digests:
    """The places of many ids, by digests of 128 bits: of two ids that have one of these nobody knows."""

    def __init__(self) -> None:
        self._upper, self._lower, self._places = (np.empty(0, np.uint64) for _ in range(3))

    def __len__(self) -> int:
        return len(self._upper)

    def add(self, places: dict[str, int]) -> None:
        """Take ids that are new, with their places."""
        digests = np.frombuffer(b"".join(map(_digest, places)), np.uint64).reshape(-1, 2)
        upper = np.concatenate([self._upper, digests[:, 0]])
        order = np.argsort(upper, kind="stable")
        self._upper = upper[order]
        self._lower = np.concatenate([self._lower, digests[:, 1]])[order]
        self._places = np.concatenate([self._places, np.frombuffer(array("Q", places.values()), np.uint64)])[order]

    def get(self, article_id: str) -> int | None:
        """The place of an id; None where it is not among them."""
        if not len(self):
            return None
        upper, lower = np.frombuffer(_digest(article_id), np.uint64).tolist()
        at = bisect_left(self._upper.data, upper)  # in a fifth of the time of NumPy's, which makes arrays of numbers
        while at < len(self) and self._upper[at] == upper:
            if self._lower[at] == lower:
                return int(self._places[at])
            at += 1
        return None


def _digest(article_id: str) -> bytes:
    return blake2b(to_utf8(article_id), digest_size=16).digest()
