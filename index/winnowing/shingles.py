"""Texts as shingles: every run of four words as one number (Broder 1997)."""

from array import array
from collections.abc import Sequence
from hashlib import blake2b

import numpy as np

from index.arrays.types import UInt64Array

WORDS = 4
"""Words of a shingle."""

_FACTORS = [np.uint64(odd) for odd in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93)]
_SHIFT = np.uint64(32)


def word_hash(form: bytes) -> int:
    """A number for a folded word, the same on every machine and in every run."""
    return int.from_bytes(blake2b(form, digest_size=8).digest(), "little")


class WordHashes:
    """The hashes of a growing list of words, each computed once."""

    def __init__(self) -> None:
        self._known = array("Q")

    def of(self, forms: Sequence[bytes]) -> UInt64Array:
        """The hash of each word; the list may have grown at its end since the last call: uint64 of shape (words,)."""
        self._known.extend(map(word_hash, forms[len(self._known) :]))
        return np.array(self._known, np.uint64)


def shingled(words: UInt64Array) -> UInt64Array:
    """The shingle that begins at each word but the last three; of shorter texts, none: uint64."""
    count = max(0, len(words) - WORDS + 1)
    mixed = words[:count] * _FACTORS[0]
    for place in range(1, WORDS):
        mixed += words[place : place + count] * _FACTORS[place]
    mixed ^= mixed >> _SHIFT
    mixed *= _FACTORS[0]
    return mixed
