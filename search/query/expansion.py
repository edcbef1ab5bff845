"""The terms of the index that a pattern stands for: `word*`, `wor?`, `word~`."""

import fnmatch
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from whoosh.codec.base import Automata, FieldCursor

from index.snapshot import Snapshot

MAX_EXPANSIONS = 500
"""Terms that one pattern may stand for; of more, those in the most articles are taken."""

MAX_DISTANCE = 2


class Vocabulary:
    """The terms of a snapshot, for patterns. `bounded` tells whether a pattern stood for more terms than were taken."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self.bounded = False

    def terms(self, field: str) -> list[str]:
        """All terms of a field, in order."""
        return self._snapshot.lexicon(field)

    def words(self, pattern: str) -> list[str]:
        """Stems of the words that match a folded pattern: in it `*` stands for any letters, `?` for one."""
        analyzer = self._snapshot.analyzer
        return self._most_frequent("text", dict.fromkeys(map(analyzer.term, _matching(self._snapshot.forms, pattern))))

    def values(self, field: str, pattern: str) -> list[str]:
        """Whole values of a field that match a pattern."""
        return self._most_frequent(field, _matching(self.terms(field), pattern))

    def near(self, field: str, term: str, distance: int) -> list[str]:
        """Terms at most `distance` edits away that share the first letter."""
        found = Automata().terms_within(_Cursor(self.terms(field)), term, distance, prefix=1)
        return self._most_frequent(field, found)

    def _most_frequent(self, field: str, terms: Iterable[str]) -> list[str]:
        found = list(terms)
        if len(found) <= MAX_EXPANSIONS:
            return found
        self.bounded = True
        frequency = self._snapshot.frequency
        return sorted(found, key=lambda term: -frequency(field, term))[:MAX_EXPANSIONS]


class _Cursor(FieldCursor):  # type: ignore[misc]  # Whoosh has no annotations
    """The terms of a field as Whoosh's Levenshtein automaton leaps through them."""

    def __init__(self, terms: list[str]) -> None:
        self._terms = terms
        self._at = 0

    def find(self, string: str) -> None:
        """Go to the first term that is not below a string."""
        self._at = bisect_left(self._terms, string)

    def text(self) -> str | None:
        """The term here; None at the end."""
        return self._terms[self._at] if self._at < len(self._terms) else None


def _matching(lexicon: list[str], pattern: str) -> Iterator[str]:
    fixed = re.split(r"[*?]", pattern, maxsplit=1)[0]
    # fnmatch compiles to atomic groups: no pattern makes it backtrack without end.
    matches = re.compile(fnmatch.translate(pattern.replace("[", "[[]"))).match
    for place in range(bisect_left(lexicon, fixed), len(lexicon)):
        if not lexicon[place].startswith(fixed):
            return
        if matches(lexicon[place]):
            yield lexicon[place]
