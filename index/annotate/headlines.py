"""The lines of a text that are headlines: their capitals tell nothing about names."""

import re
from bisect import bisect_right

_LONGEST = 160
_FEWEST_WORDS = 4
_SHARE = 0.7
_SHOUTED = re.compile(r"\b[A-Z]+(?: [A-Z]+){3,}\b")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")


class Headlines:
    """The lines with most words capitalised, and the lines and sentences all in capitals."""

    def __init__(self, lines: list[tuple[int, int, bool]]) -> None:
        self._starts = [start for start, _, _ in lines]
        self._lines = lines

    def has(self, place: int) -> bool:
        """Whether a headline stands at this place of the text."""
        at = bisect_right(self._starts, place) - 1
        return at >= 0 and place < self._lines[at][1]

    def capitals(self, place: int) -> bool:
        """Whether a line or sentence all in capitals stands there."""
        return self.has(place) and self._lines[bisect_right(self._starts, place) - 1][2]


def headlines(text: str) -> Headlines:
    """The headlines of a text."""
    found: list[tuple[int, int, bool]] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line and len(line) <= _LONGEST and _is_headline(line):
            found.append((start, end, line.isupper()))
        else:
            found.extend((start + cry.start(), start + cry.end(), True) for cry in _SHOUTED.finditer(line))
        start = end + 1
    return Headlines(found)


def _is_headline(line: str) -> bool:
    if line.isupper():
        return line.count(" ") > 0
    if line.rstrip().endswith((".", "!", '"', "”")):
        return False
    words = _WORD.findall(line)
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= _FEWEST_WORDS and capitals >= _SHARE * len(words)
