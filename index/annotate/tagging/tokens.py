"""How is a text cut for tagging? Into words and signs, and into the stretches in which names can stand."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_TOKEN = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\b\.?|'s\b|[^\W_]+|[^\w\s]|_+")
_BEFORE = 2
_AFTER = 1


class Tokens(NamedTuple):
    """The words and signs of a text, where each stands, and whether a line begins with it."""

    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    first: Sequence[bool]


def tokens_of(text: str) -> Tokens:
    """The tokens of a text made level."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    first: list[bool] = []
    end = 0
    for found in _TOKEN.finditer(text):
        start = found.start()
        first.append(start > end + 1 and "\n" in text[end:start] or text[end:start] == "\n")
        end = found.end()
        words.append(found[0])
        starts.append(start)
        ends.append(end)
    return Tokens(words, starts, ends, first)


def stretches_of(tokens: Tokens) -> list[range]:
    """Where names can stand: capitalised words with the two tokens before and the one after, within a line.

    What lies between is in small letters and cannot be a name, so that most of a text is never looked at.
    """
    found: list[range] = []
    begin = end = 0
    for index, word in enumerate(tokens.words):
        if not word[0].isupper():
            continue
        if index - _BEFORE > end:
            found += _lines(tokens, begin, end)
            begin = index - _BEFORE
        end = index + 1 + _AFTER
    return found + list(_lines(tokens, begin, min(end, len(tokens.words))))


def _lines(tokens: Tokens, begin: int, end: int) -> Iterator[range]:
    """A stretch cut where lines begin."""
    first = begin
    for index in range(begin + 1, end):
        if tokens.first[index]:
            yield range(first, index)
            first = index
    if first < end:
        yield range(first, end)
