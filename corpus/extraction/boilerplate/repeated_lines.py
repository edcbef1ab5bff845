"""Learn the lines that a publication prints in many of its articles: they are boilerplate.

Each publication is known by a sample: the articles whose digests are the smallest (bottom-k sampling; Cohen and Kaplan,
2007). Which ones those are does not depend on the order in which articles come, nor on how many runs bring them, and
memory is bounded however much is read. Articles that share even their rarest line are copies of one, and count as one:
an agency's story that was fetched twelve times is no boilerplate.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

import numpy as np

from corpus.extraction.boilerplate.section_openers import is_legal
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
_INSERTED_SHARE = 0.8
"""Of a sentence that pages have amid their text."""
_INSERTED_WORDS = 20
"""What is longer, and no notice, goes from amid the text only where pages have it twice: it may be background."""
_LONGEST = 400
_EDGE = 200
"""Lines at either end of a text that are looked at;"""
_PAGE_EDGE = 1_000
"""and of a web page, whose menus come first."""
_TWICE = "\n"
"""Stands behind a line in the sample of an article that has it more than once."""
_END = 2**64


@dataclass(frozen=True, slots=True)
class Repeated:
    """Digests of the lines that a publication repeats.

    `often` are in a good part of its articles, `mostly` in most, `nearly_always` in nearly all.
    """

    often: frozenset[int] = frozenset()
    mostly: frozenset[int] = frozenset()
    nearly_always: frozenset[int] = frozenset()

    def of(self, text: str, *, page: bool = False) -> dict[str, bool]:
        """The lines of a text that are repeated, as they stand in it; each with whether it goes from amid the text too.

        `page`: it is the text of a web page, where subscriptions and the like are set between paragraphs.
        """
        if not self.often:
            return {}
        keys = ((line, digest(line)) for line in {*_lines(text, _PAGE_EDGE if page else _EDGE)})
        found = ((line_of(line, 0, opens=True), key) for line, key in keys if key in self.often)
        return {
            line.text: page and self._inserted(line, key)
            for line, key in found
            if key in self.mostly or not line.sentence
        }

    def _inserted(self, line: Line, key: int) -> bool:
        """Whether a line of a page is set between paragraphs, rather than the background of all articles."""
        short = line.words <= _INSERTED_WORDS or is_legal(line)
        return key in self.nearly_always and (short or digest(line.text + _TWICE) in self.mostly)

    @property
    def mark(self) -> int:
        """A number that tells these lines from others; 0 where there are none."""
        return digest(f"{sorted(self.often)} {sorted(self.mostly)} {sorted(self.nearly_always)}") if self.often else 0


@dataclass(slots=True)
class Sample:
    """Articles of a publication, by their digests, with the digests of their lines: all of those below `limit`."""

    articles: dict[int, bytes] = field(default_factory=dict)
    limit: int = _END

    def wants(self, article: int) -> bool:
        """Whether an article belongs to the sample as it is."""
        return article < self.limit

    def add(self, article: int, text: str, *, page: bool = False) -> bool:
        """Look at an article, or look again. Gives whether it is one of the sample."""
        if not self.wants(article):
            return False
        often = Counter(_lines(text, _PAGE_EDGE if page else _EDGE))
        lines = [*often, *(line + _TWICE for line, count in often.items() if page and count > 1)]
        self.articles[article] = np.fromiter({*map(digest, lines)}, np.uint64).tobytes()
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
        shares = (_SHARE, _SENTENCE_SHARE, _INSERTED_SHARE)
        return Repeated(*(frozenset(lines[stands >= max(LEAST, len(kinds) * share)].tolist()) for share in shares))


def digest(text: str) -> int:
    """A number of 64 bits that stands for a text."""
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "little")


def repeated_boilerplate(lines: Sequence[Line], left: Iterable[int], repeated: Mapping[str, bool]) -> Iterator[int]:
    """Which lines of a page go, of those that are `left`, because the publication repeats them.

    Sentences go above or below everything that is running text of this article alone; those from amid it which are
    said to go from there; and never the greater part of the running text: that would be another version of an article
    that was printed before.
    """
    left = list(left)
    running = [number for number in left if lines[number].sentence]
    own = [number for number in running if lines[number].text not in repeated]
    words = sum(lines[number].words for number in running)
    whole = sum(lines[number].words for number in own) * 2 < words
    for number in left:
        line = lines[number]
        within = bool(own) and own[0] < number < own[-1] and not repeated.get(line.text)
        if line.text in repeated and not (line.sentence and (whole or within)):
            yield number


def _lines(text: str, edge: int) -> list[str]:
    """The lines of a text that may be looked at, their white space folded."""
    lines = [" ".join(line.split()) for line in legible(text).splitlines() if 0 < len(line) <= _LONGEST]
    lines = [line for line in lines if line]
    return lines if len(lines) <= 2 * edge else lines[:edge] + lines[-edge:]
