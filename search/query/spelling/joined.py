"""Joined, hyphenated and open spellings of a word: `walmart`, `wal-mart`, `wal mart`; `Quran`, `Qur'an`."""

import re
from collections.abc import Iterator, Sequence

_LITTLE_WORDS = frozenset(
    """
    a all am an and any are as at be but by can do for from go had has have he her here him his how i if in into is it
    its may me more most my nor not now of or our see she so some such than that the them then there these they this
    to too us was we were what when where which who why will with would you your
    """.split()  # noqa: SIM905 - they read better so
)
_CONTRACTED = frozenset({"d", "ll", "m", "re", "ve"})
_SHORTEST = 4
_SINGLE = frozenset("bcdefghjklmnopqrstuvwxyz")
"""Letters that begin a hyphenated word, as in `e-mail`, `X-ray` and `O'Leary`."""


ARTICLES = frozenset({"al", "el"})
"""The Arabic one, which papers write before a name or leave out: `al-Gaddafi`."""

_BOUNDARY = re.compile(r"(?<=\d)(?=[^\W\d])|(?<=[^\W\d])(?=\d)")
_FIRST_PART = 2


def joined(words: Sequence[str], *, as_one: bool = False) -> Iterator[str]:
    """Some folded words, written as one. `as_one`: only a sign parts them, so that even `an` is a part of a word."""
    negated = words[-1] == "t" and words[0].endswith("n")  # don't, can't
    contracted = words[0] in _LITTLE_WORDS and words[-1] in _CONTRACTED  # he'll is no hell
    if len(words) > 1 and not contracted and (as_one or negated or not {words[0], words[-1]} & _LITTLE_WORDS):
        yield "".join(words)


def parted(word: str) -> Iterator[tuple[str, str]]:
    """A folded word, written as two: between any letters, or between letters and figures."""
    if word.endswith("nt") and len(word) >= _SHORTEST:
        yield word[:-1], "t"
    if not word.isalpha():
        yield from ((word[: at.start()], word[at.start() :]) for at in _BOUNDARY.finditer(word))
        return
    for at in range(1, len(word) - 1 if len(word) >= _SHORTEST else 0):
        first, last = word[:at], word[at:]
        if (at > 1 or first in _SINGLE) and not {first, last} & _LITTLE_WORDS:
            yield first, last


def parted_by_apostrophe(word: str) -> Iterator[tuple[str, str]]:
    """A folded word whose end would be a word of its own, as in `Qur'an` and `Hawai'i`."""
    for at in range(_FIRST_PART, len(word)) if len(word) >= _SHORTEST and word.isalpha() else ():
        first, last = word[:at], word[at:]
        if len(last) == 1 or last in _LITTLE_WORDS:
            yield first, last
