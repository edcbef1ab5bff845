"""Tables of words that mean the same in English, looked up by the stem of any of their forms."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from index.analysis.analyzer import analyzer_of


class StemGroups:
    """Groups of words. As a stem has the first letter of its words, no others are stemmed than those that have it, too.

    Threads may share it: two that make the same find the same.
    """

    def __init__(self, groups: Iterable[Sequence[str]]) -> None:
        self._groups: dict[str, list[Sequence[str]]] = {}
        """By the first letters of their words."""
        for group in groups:
            for letter in dict.fromkeys(word[0] for word in group):
                self._groups.setdefault(letter, []).append(group)
        self._by_stem: dict[str, Mapping[str, tuple[str, ...]]] = {}

    def others(self, word: str) -> Sequence[str]:
        """The words that mean the same as a folded one, without those of its own stem."""
        stem = _stem(word)
        letter = stem[:1]
        if letter not in self._groups:
            return ()
        if letter not in self._by_stem:
            self._by_stem[letter] = self._beginning(letter)
        return self._by_stem[letter].get(stem, ())

    def _beginning(self, letter: str) -> Mapping[str, tuple[str, ...]]:
        """By their stems, what the words that begin with a letter stand beside; of several groups the last counts."""
        found: dict[str, tuple[str, ...]] = {}
        for group in self._groups[letter]:
            stems = [(_stem(word), word) for word in group]
            for stem, word in stems:
                if word[0] == letter:
                    found[stem] = tuple(other for other_stem, other in stems if other_stem != stem)
        return found


@lru_cache(maxsize=1_024)
def _stem(word: str) -> str:
    return analyzer_of("en").stem(word)
