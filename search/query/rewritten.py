"""Keep, of a query that is written anew piece by piece, where each of its characters was typed."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

QUOTED = re.compile(r'("[^"]*"?)')
"""A phrase with its quotation marks."""

Replacement = str | Callable[[re.Match[str]], str]
"""What stands in place of a match: itself, a template of `re`, or what makes it."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A text, and for each of its characters the place in what was typed that it comes from, counted from 0."""

    text: str
    places: Sequence[int]

    @classmethod
    def typed(cls, text: str) -> "Rewritten":
        """What was typed, as it stands."""
        return cls(text, range(len(text)))

    def place(self, at: int) -> int:
        """Where the character was typed that stands at `at`; of the end, behind the last one."""
        if at < len(self.places):
            return self.places[at]
        return self.places[-1] + 1 if self.places else 0

    def replacing(self, pattern: re.Pattern[str], replacement: Replacement) -> "Rewritten":
        """The text with every match replaced, which has its places from the match that it stands for."""
        pieces, end = list[Rewritten](), 0
        for found in pattern.finditer(self.text):
            written = found.expand(replacement) if isinstance(replacement, str) else replacement(found)
            first, last = found.start(), max(found.start(), found.end() - 1)
            places = [self.place(min(first + number, last)) for number in range(len(written))]
            pieces += [self[end:first], Rewritten(written, places)]
            end = found.end()
        return joined([*pieces, self[end:]]) if end or pieces else self

    def split(self, pattern: re.Pattern[str]) -> list["Rewritten"]:
        """The text cut at a pattern: what stands around its matches has even numbers, the matches have odd ones."""
        pieces, end = list[Rewritten](), 0
        for found in pattern.finditer(self.text):
            pieces += [self[end : found.start()], self[found.start() : found.end()]]
            end = found.end()
        return [*pieces, self[end:]]

    def __getitem__(self, part: slice) -> "Rewritten":
        return Rewritten(self.text[part], self.places[part])


def joined(pieces: Iterable[Rewritten]) -> Rewritten:
    """Pieces of a text put together again."""
    there = list(pieces)
    if len(there) == 1:
        return there[0]
    return Rewritten("".join(each.text for each in there), [place for each in there for place in each.places])
