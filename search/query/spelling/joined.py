"""Joined, hyphenated and open spellings of a word: `walmart`, `wal-mart`, `wal mart`."""

from collections.abc import Iterator, Sequence

_LITTLE_WORDS = frozenset(
    """
    a all am an and any are as at be but by can do for from go had has have he her here him his how i if in into is it
    its may me more most my nor not now of or our see she so some such than that the them then there these they this
    to too us was we were what when where which who why will with would you your
    """.split()  # noqa: SIM905 - they read better so
)
_SHORTEST = 4
_SINGLE = frozenset("bcdefghjklmnopqrstuvwxyz")
"""Letters that begin a hyphenated word, as in `e-mail`, `X-ray` and `O'Leary`."""


def joined(words: Sequence[str]) -> Iterator[str]:
    """Some folded words, written as one."""
    negated = words[-1] == "t" and words[0].endswith("n")  # don't, can't
    if len(words) > 1 and (negated or not {words[0], words[-1]} & _LITTLE_WORDS):
        yield "".join(words)


def parted(word: str) -> Iterator[tuple[str, str]]:
    """A folded word, written as two."""
    if word.endswith("nt") and len(word) >= _SHORTEST:
        yield word[:-1], "t"
    if not word.isalpha():
        return
    for at in range(1, len(word) - 1 if len(word) >= _SHORTEST else 0):
        first, last = word[:at], word[at:]
        if (at > 1 or first in _SINGLE) and not {first, last} & _LITTLE_WORDS:
            yield first, last
