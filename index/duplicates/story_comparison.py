"""Compare two texts in full, once they share winnowing fingerprints.

What tells a new version from another day's article made by the same template: the numbers. Where the words around
agree, a version keeps most numbers, and a market report none.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from corpus.encoding import to_utf8
from corpus.folding import fold
from corpus.number_signs import without_sign
from index.analysis.tokenizer import split_pieces
from index.arrays.types import UInt64Array
from index.winnowing.shingles import shingled, word_hash

_SHARED = 0.55
"""The share of the shorter text's shingles that stand in the longer one, at least."""

_SHARED_OF_SHORT = 0.30
"""How much more it must be of the shortest texts, which are much alike by their form alone."""

_SHORT, _SHORTEST = 70, 25
"""Shingles of a short text, and from which on it counts as one of the shortest."""

_OTHER_NUMBERS, _NEW_NUMBERS = 0.15, 0.5
"""The share of numbers that may differ; and where texts are long and much alike, as figures are brought up to date."""

_MUCH_ALIKE = 0.8

_MONTHS = frozenset(
    "january february march april may june july august september october november december "  # noqa: SIM905 - legible
    "jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
_SPELLED = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "  # noqa: SIM905 - legible
    "twenty thirty forty fifty hundred half".split()
)
_CACHED = 1 << 18
"""Words, 30 MB of them, that are known while texts are compared."""

Known = TypeVar("Known")

Numbers = dict[tuple[str, str], frozenset[str]]
"""Numbers by the words before and after them."""


@dataclass(frozen=True, slots=True)
class Story:
    """A text, ready to be compared: its words' hashes, its shingles without repetition, ascending, and its numbers."""

    words: UInt64Array
    shingles: UInt64Array
    numbers: Numbers


def story(text: str) -> Story:
    """A text made ready."""
    tokens = list(map(without_sign, split_pieces(text)[1::2]))
    words = np.fromiter(map(_HASHES.__getitem__, tokens), np.uint64, len(tokens))
    shingles = np.sort(shingled(words))
    return Story(words, shingles[np.diff(shingles, prepend=~shingles[:1]) != 0], _numbers(tokens))


def common(one: UInt64Array, other: UInt64Array) -> UInt64Array:
    """The shingles that both have: uint64, ascending."""
    found: UInt64Array = np.intersect1d(one, other, assume_unique=True)
    return found


def same_story(one: Story, other: Story, shared: int) -> bool:
    """Whether two texts that have so many shingles in common are versions of one story."""
    shorter = min(len(one.shingles), len(other.shingles))
    if not shorter:
        return False
    share = shared / shorter
    short = min(1.0, max(0.0, (_SHORT - shorter) / (_SHORT - _SHORTEST)))
    if share < _SHARED + short * _SHARED_OF_SHORT:
        return False
    allowed = _NEW_NUMBERS if share >= _MUCH_ALIKE and not short else _OTHER_NUMBERS
    return _differing(one.numbers, other.numbers) <= allowed


def _differing(one: Numbers, other: Numbers) -> float:
    """The share of numbers that differ, of those whose neighbours agree."""
    same = differing = 0
    for around in one.keys() & other.keys():
        agreed = len(one[around] & other[around])
        same += agreed
        differing += not agreed
    return differing / (same + differing) if differing else 0.0


def _numbers(tokens: list[str]) -> Numbers:
    """Each run of numbers by its neighbours; days of a month are left out, as an article sent again has a new one."""
    found: dict[tuple[str, str], set[str]] = {}
    places = [place for place, token in enumerate(tokens) if _ARE_NUMBERS[token]]
    begin = 0
    for i, place in enumerate(places):
        if i + 1 < len(places) and places[i + 1] == place + 1:
            continue
        first = places[begin]
        before = fold(tokens[first - 1]) if first else ""
        after = fold(tokens[place + 1]) if place + 1 < len(tokens) else ""
        if before not in _MONTHS and after not in _MONTHS:
            found.setdefault((before, after), set()).add(" ".join(map(fold, tokens[first : place + 1])))
        begin = i + 1
    return {around: frozenset(values) for around, values in found.items()}


class _Remembered(dict[str, Known]):
    """What is known of tokens; of so many of them it is remembered."""

    def __init__(self, known: Callable[[str], Known]) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, token: str) -> Known:
        found = self._known(token)
        if len(self) < _CACHED:
            self[token] = found
        return found


def _is_number(token: str) -> bool:
    folded = fold(token)
    return folded[:1].isdigit() or folded in _SPELLED


_HASHES = _Remembered(lambda token: word_hash(to_utf8(fold(token))))
_ARE_NUMBERS = _Remembered(_is_number)
