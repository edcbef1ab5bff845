"""Learn the lines that a publication prints in many of its articles: they are boilerplate.

Each publication is known by a sample: the articles whose digests are the smallest (bottom-k sampling; Cohen and Kaplan,
2007). Which ones those are does not depend on the order in which articles come, nor on how many runs bring them, and
memory is bounded however much is read. Articles that share even their rarest line are copies of one, and count as one:
an agency's story that was fetched twelve times is no furniture.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

import numpy as np

from corpus.extraction.text.legible import legible
from corpus.extraction.text.lines import Line, line_of

SAMPLE = 32
"""Articles of a publication that are looked at."""
LEAST = 10
"""In so many of them a line must stand,"""
_SHARE = 0.35
"""and in such a share of them; a short column or a topic comes back less often than what is printed on each page."""
_SENTENCE_SHARE = 0.5
"""Of a line that reads as a sentence."""
_LONGEST = 400
_EDGE = 200
"""Lines at either end of a text that are looked at."""
_END = 2**64


@dataclass(frozen=True, slots=True)
class Repeated:
    """Digests of the lines that a publication repeats: `often` in a good part of its articles, `mostly` in most."""

    often: frozenset[int] = frozenset()
    mostly: frozenset[int] = frozenset()

    def of(self, text: str) -> frozenset[str]:
        """The lines of a text that are repeated, as they stand in it."""
        if not self.often:
            return frozenset()
        found = ((line, digest(line)) for line in {*_lines(text)})
        return frozenset(
            line
            for line, key in found
            if key in self.often and (key in self.mostly or not line_of(line, 0, opens=True).sentence)
        )

    @property
    def mark(self) -> int:
        """A number that tells these lines from others; 0 where there are none."""
        return digest(f"{sorted(self.often)} {sorted(self.mostly)}") if self.often else 0


@dataclass(slots=True)
class Sample:
    """Articles of a publication, by their digests, with the digests of their lines: all of those below `limit`."""

    articles: dict[int, bytes] = field(default_factory=dict)
    limit: int = _END

    def add(self, article: int, text: str) -> bool:
        """Look at an article, or look again. Gives whether it is one of the sample."""
        if article >= self.limit:
            return False
        self.articles[article] = np.fromiter({*map(digest, _lines(text))}, np.uint64).tobytes()
        if len(self.articles) > SAMPLE:
            self.limit = max(self.articles)
            del self.articles[self.limit]
        return True

    @property
    def depleted(self) -> bool:
        """Whether so many of its articles are gone that others should take their place."""
        return self.limit < _END and len(self.articles) < SAMPLE // 2

    def repeated(self) -> Repeated:
        """The lines that stand in many of the articles."""
        held = [np.frombuffer(each, np.uint64) for each in self.articles.values() if each]
        if len(held) < LEAST:
            return Repeated()
        lines, places, counts = np.unique(np.concatenate(held), return_inverse=True, return_counts=True)
        rank = np.empty(len(lines), np.int64)
        rank[np.lexsort((lines, counts))] = np.arange(len(lines))
        sizes = np.array([len(each) for each in held])
        rarest = np.minimum.reduceat(rank[places], np.concatenate(([0], np.cumsum(sizes)[:-1])))
        kinds, kind = np.unique(rarest, return_inverse=True)
        pairs = np.unique(places * len(kinds) + np.repeat(kind, sizes))
        stands = np.bincount(pairs // len(kinds), minlength=len(lines))
        often, mostly = (lines[stands >= max(LEAST, len(kinds) * share)] for share in (_SHARE, _SENTENCE_SHARE))
        return Repeated(frozenset(often.tolist()), frozenset(mostly.tolist()))


def digest(text: str) -> int:
    """A number of 64 bits that stands for a text."""
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "little")


def furniture(lines: Sequence[Line], left: Iterable[int], repeated: frozenset[str]) -> Iterator[int]:
    """Which lines of a page go, of those that are `left`, because the publication repeats them.

    Sentences go only above or below everything that is running text of this article alone, and never the greater part
    of the running text: that would be another version of an article that was printed before.
    """
    left = list(left)
    running = [number for number in left if lines[number].sentence]
    own = [number for number in running if lines[number].text not in repeated]
    words = sum(lines[number].words for number in running)
    whole = sum(lines[number].words for number in own) * 2 < words
    for number in left:
        within = bool(own) and own[0] < number < own[-1]
        if lines[number].text in repeated and not (lines[number].sentence and (whole or within)):
            yield number


def _lines(text: str) -> list[str]:
    """The lines of a text that may be looked at, their white space folded."""
    lines = [" ".join(line.split()) for line in legible(text).splitlines() if 0 < len(line) <= _LONGEST]
    lines = [line for line in lines if line]
    return lines if len(lines) <= 2 * _EDGE else lines[:_EDGE] + lines[-_EDGE:]
