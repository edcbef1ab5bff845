"""How much each line of a page speaks for the article, or against it.

Weights are counted in words: a paragraph weighs its words, a label speaks against some. They were chosen by hand, and
the result hardly changes when they are half as much again.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.extraction.boilerplate.section_openers import (
    interrupts,
    is_legal,
    opens_comment,
    opens_comments,
    opens_others,
)
from corpus.extraction.text.lines import Line
from corpus.late_pattern import late

LABEL = -10
"""A heading, a link, a menu's item."""
MARK = -40
"""What opens a list of other articles."""
WALL = -1000
"""What opens the comments, below an article: nothing behind it belongs to the article."""
_LIST_ITEM = 1
_SHORT = 2
_MOST_WORDS = 30
"""A paragraph weighs no more than so many words: one long cookie notice is no article."""
_COMPANY = (0.4, 0.8, 1.0)
"""The share of its words that a paragraph weighs alone, of two together, of three and more: a teaser stands alone."""
_ARTICLE_WORDS = 60
_COMMENTED = 0.15
_LONGEST_LIST = 30
_CAPTION_WORDS = 15
_AGO = late(
    r"(?:\d+|an?)\s*(?:[smhdwy]|min(?:ute)?s?|hours?|days?|weeks?|months?|years?)\s+ago\b.{0,20}", re.IGNORECASE
)
_CUT = ("…", "..", "…]", "...]")
"""How a teaser ends."""


def weights(lines: Sequence[Line]) -> list[float]:
    """The weight of each line: above 0 for running text, below for what stands around an article."""
    often = Counter(line.text for line in lines)
    reader = _Reader()
    return [
        reader.weight(line, company, twice=often[line.text] > 1)
        for line, company in zip(lines, _company(lines), strict=True)
    ]


@dataclass(slots=True)
class _Reader:
    """What was read so far: the words of the article, whether comments began, how many items a list may still have."""

    said: float = 0.0
    share: float = 1.0
    items: int = 0

    def weight(self, line: Line, company: int, *, twice: bool) -> float:
        """The weight of the next line; `company` counts the paragraphs that it stands among, itself included."""
        if opens_comments(line):
            return self._commented(WALL if self.said >= _ARTICLE_WORDS else LABEL)
        if opens_comment(line):
            return self._commented(MARK)
        if opens_others(line):
            self.items = 0
            return MARK
        return self._paragraph(line, company, twice=twice) if company else self._label(line)

    def _label(self, line: Line) -> float:
        if line.text.endswith(":") and line.words > _SHORT:
            self.items = _LONGEST_LIST
            return LABEL / 2
        if self.items:
            self.items -= 1
            return _LIST_ITEM
        return 0 if line.broken or interrupts(line) else LABEL

    def _commented(self, weight: float) -> float:
        self.items = 0
        if weight == WALL or (weight == MARK and self.said):
            self.share = _COMMENTED
        return weight

    def _paragraph(self, line: Line, company: int, *, twice: bool) -> float:
        if is_legal(line) or (twice and line.words >= _CAPTION_WORDS):
            return 0
        self.items = _LONGEST_LIST if line.text.endswith(":") else 0
        alone = 1.0 if line.words >= _MOST_WORDS else _COMPANY[min(company, len(_COMPANY)) - 1]
        weight = min(line.words, _MOST_WORDS) * alone * self.share
        self.said += weight
        return weight


def _company(lines: Sequence[Line]) -> list[int]:
    """Of each paragraph, how many stand together with it, ads and captions aside; 0 of what is none."""
    found = [0] * len(lines)
    for group in _groups(lines):
        for number in group:
            found[number] = len(group)
    return found


def _groups(lines: Sequence[Line]) -> Iterator[list[int]]:
    group: list[int] = []
    for number, line in enumerate(lines):
        goes_on = number + 1 < len(lines) and lines[number + 1].text[0].islower()
        if line.sentence and not line.text.endswith(_CUT) and not _AGO.search(line.text[-30:]):
            group.append(number)
        elif not (line.broken or goes_on or interrupts(line)):
            yield group
            group = []
    yield group
