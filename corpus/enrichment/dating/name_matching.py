"""Find which of many names stand in a text, and where, by their longest words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

_WORD = re.compile(r"\w+(?:[.&+-]\w+)*")

Index = Mapping[str, tuple[str, ...]]
"""A word -> the names that are looked for where a text has it: its longest word stands for a name."""
Spots = Mapping[str, list[tuple[int, int]]]
"""A name -> where it begins and ends."""


def words_of(text: str) -> set[str]:
    """The words of a text, as they are written."""
    return set(_WORD.findall(text))


def indexed(names: Iterable[str]) -> Index:
    """Names by their longest words."""
    by_word: dict[str, list[str]] = defaultdict(list)
    for name in names:
        by_word[max(_WORD.findall(name) or [name], key=len)].append(name)
    return {word: tuple(each) for word, each in by_word.items()}


def found(text: str, words: set[str], names: Index) -> Spots:
    """The names that stand in a text of these words, with their places; of several at one place the longest."""
    spots = [spot for word in names.keys() & words for name in names[word] for spot in _spots(text, name)]
    spots.sort(key=lambda spot: (spot[0], -spot[1]))
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    done = 0
    for start, end, name in spots:
        if start >= done:
            done = end
            found[name].append((start, end))
    return found


def stands(text: str, name: str) -> bool:
    """Whether a name stands whole in a text."""
    return name in text and bool(_spots(text, name))


def _spots(text: str, name: str) -> list[tuple[int, int, str]]:
    """Where a name stands whole."""
    spots = []
    end = 0
    while (start := text.find(name, end)) >= 0:
        end = start + len(name)
        if not text[max(0, start - 1) : start].isalnum() and not text[end : end + 1].isalnum():
            spots.append((start, end, name))
    return spots
