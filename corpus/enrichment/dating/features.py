"""Make the features of the year classifier: words as they are written, and pairs of neighbours; never a year.

Features are hashed, not kept (Weinberger and others: Feature Hashing for Large Scale Multitask Learning, ICML 2009).
"""

from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from corpus.encoding import to_utf8
from corpus.late_pattern import late

READ = 4_000
"""Characters of a text that are looked at: what an article is about stands at its beginning."""
SPACE = 1 << 22
"""How many features there can be."""

Ints = NDArray[np.int32]

_YEAR = late(r"\b(?:1[89]|20)\d\d\b")
_TOKEN = late(r"\w+|[^\w\s]+")
_FACTOR = np.uint32(0x9E3779B1)
_BITS_AWAY = np.uint32(10)
_REMEMBERED = 1 << 17


class _Codes(dict[str, int]):
    """Word -> its checksum, remembered: most words of a text were met before."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        code = self[word] = crc32(to_utf8(word))
        return code


_codes = _Codes()


def tokens(text: str) -> list[str]:
    """The words and signs of the beginning of a text; years are struck out, for a text speaks of many."""
    return _TOKEN.findall(_YEAR.sub(" ", text[:READ]))


def hashed(words: list[str]) -> tuple[Ints, Ints]:
    """The features of a text, below `SPACE`: of each word, and of each two by the place of the first."""
    codes = np.fromiter(map(_codes.__getitem__, words), np.uint32, len(words))
    return _spread(codes), _spread(codes[:-1] * _FACTOR ^ codes[1:])


def features(text: str) -> Ints:
    """All features of a text, each once, in order."""
    found = np.concatenate(hashed(tokens(text)))
    found.sort()
    return found[np.diff(found, prepend=-1) > 0]


def _spread(codes: NDArray[np.uint32]) -> Ints:
    spread: Ints = (codes * _FACTOR >> _BITS_AWAY).astype(np.int32)
    return spread
