"""Find the terms of an index that a pattern stands for: prefixes, wildcards and near spellings."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

from search.query.lexicon import Lexicon, found_once

MAX_EXPANSIONS = 500
"""Terms that one pattern may stand for; of more, the most frequent are taken."""

MAX_DISTANCE = 2

_TYPED_WORDS = re.compile(r"[\w*?]+")


class TermExpander:
    """The terms of a lexicon, for patterns. `bounded` tells whether a pattern stood for more terms than were taken."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.bounded = False

    def with_words(self, field: str, typed: str) -> list[str]:
        """Whole values of a field that have all words of a folded text, which may be patterns."""
        words = _TYPED_WORDS.findall(typed)
        return self._bounded(f"{field} with", typed, lambda: self._lexicon.values_with(field, words))

    def words(self, pattern: str) -> list[str]:
        """Stems of the words that match a folded pattern: in it `*` stands for any letters, `?` for one."""
        terms_of, like = self._lexicon.languages.terms, self._lexicon.forms_like
        return self._bounded("words", pattern, lambda: chain.from_iterable(map(terms_of, like(pattern))))

    def values(self, field: str, pattern: str) -> list[str]:
        """Whole values of a field that match a pattern."""
        return self._bounded(field, pattern, lambda: self._lexicon.values_like(field, pattern))

    def near(self, field: str, term: str, distance: int) -> list[str]:
        """Terms at most `distance` edits away that share the first letter."""
        near = self._lexicon.terms_near
        return self._bounded(field, f"{term}~{distance}", lambda: near(field, term, distance))

    def _bounded(self, kind: str, pattern: str, expand: Callable[[], Iterable[str]]) -> list[str]:
        """What a pattern stands for, found once for each lexicon."""
        found = found_once(self._lexicon, kind, pattern, lambda: list(islice(_distinct(expand()), MAX_EXPANSIONS + 1)))
        self.bounded |= len(found) > MAX_EXPANSIONS
        return found[:MAX_EXPANSIONS]


def _distinct(terms: Iterable[str]) -> Iterator[str]:
    """Each term once, made no sooner than it is asked for: many words may have to be stemmed."""
    seen: set[str] = set()
    for term in terms:
        if term not in seen:
            seen.add(term)
            yield term
