"""What in a text may tell its year? Its words as they are written, and two and three of them in a row; never a year.

Features are hashed, not kept (Weinberger and others: Feature Hashing for Large Scale Multitask Learning, ICML 2009).
"""

import re
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

READ = 4_000
"""Characters of a text that are looked at: what an article is about stands at its beginning."""

Ints = NDArray[np.int64]

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_TOKEN = re.compile(r"\w+|[^\w\s]+")
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], np.uint64)
_BITS = 22


def tokens(text: str) -> list[str]:
    """The words and signs of the beginning of a text; years are struck out, for a text speaks of many."""
    return _TOKEN.findall(_YEAR.sub(" ", text[:READ]))


def hashed(words: list[str]) -> list[Ints]:
    """The features of a text, 0 to 4,194,303: of each word, of each two, of each three, by the place of the first."""
    codes = np.fromiter(map(_code, words), np.uint64, len(words))
    return [_mixed(codes, count) for count in range(1, min(len(_FACTORS), len(words)) + 1)]


def features(text: str) -> Ints:
    """All features of a text, each once, in order."""
    found = hashed(tokens(text))
    return np.unique(np.concatenate(found)) if found else np.empty(0, np.int64)


def _mixed(codes: NDArray[np.uint64], count: int) -> Ints:
    length = len(codes) - count + 1
    mixed = np.zeros(length, np.uint64)
    for place in range(count):
        mixed = (mixed ^ codes[place : place + length]) * _FACTORS[place]
    return (mixed >> np.uint64(64 - _BITS)).astype(np.int64)


@lru_cache(maxsize=1 << 17)
def _code(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass")) + 1
