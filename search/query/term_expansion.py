"""Find the terms of an index that a pattern stands for: prefixes, wildcards and near spellings."""

import fnmatch
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, compress, islice

import numpy as np

from index.snapshots.snapshot import Snapshot
from index.snapshots.terms import Terms
from search.query.edit_distance import distances

MAX_EXPANSIONS = 500
"""Terms that one pattern may stand for; of more, the most frequent are taken."""

MAX_DISTANCE = 2

_WORDS = re.compile(r"\w+")
_TYPED_WORDS = re.compile(r"[\w*?]+")
_KEPT = 256
"""Expansions that a snapshot keeps."""


class TermExpander:
    """The terms of a snapshot, for patterns. `bounded` tells whether a pattern stood for more terms than were taken."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self.bounded = False

    def with_words(self, field: str, typed: str) -> list[str]:
        """Whole values of a field that have all words of a folded text, which may be patterns."""
        # fnmatch compiles to atomic groups: no pattern makes it backtrack without end.
        matches = [re.compile(_translated(word)).match for word in _TYPED_WORDS.findall(typed)]

        def matching() -> Iterator[str]:
            for value in (value for part in self._snapshot.terms(field) for value in part.all()):
                words = _WORDS.findall(value)
                if matches and all(any(map(match, words)) for match in matches):
                    yield value

        return self._bounded(f"{field} with", typed, matching)

    def words(self, pattern: str) -> list[str]:
        """Stems of the words that match a folded pattern: in it `*` stands for any letters, `?` for one."""
        terms_of = self._snapshot.languages.terms
        found = self._snapshot.forms
        return self._bounded("words", pattern, lambda: chain.from_iterable(map(terms_of, _matching(found, pattern))))

    def values(self, field: str, pattern: str) -> list[str]:
        """Whole values of a field that match a pattern."""
        return self._bounded(field, pattern, lambda: _matching(self._snapshot.terms(field), pattern))

    def near(self, field: str, term: str, distance: int) -> list[str]:
        """Terms at most `distance` edits away that share the first letter."""
        parts = self._snapshot.terms(field)
        return self._bounded(field, f"{term}~{distance}", lambda: _near(parts, term, distance))

    def _bounded(self, kind: str, pattern: str, expand: Callable[[], Iterable[str]]) -> list[str]:
        """What a pattern stands for, found once for each snapshot."""
        kept = self._snapshot.expansions
        found = kept.get((kind, pattern))
        if found is None:
            found = list(islice(_distinct(expand()), MAX_EXPANSIONS + 1))
            if len(kept) >= _KEPT:
                kept.clear()
            kept[kind, pattern] = found
        self.bounded |= len(found) > MAX_EXPANSIONS
        return found[:MAX_EXPANSIONS]


def _distinct(terms: Iterable[str]) -> Iterator[str]:
    """Each term once, made no sooner than it is asked for: many words may have to be stemmed."""
    seen: set[str] = set()
    for term in terms:
        if term not in seen:
            seen.add(term)
            yield term


def _near(parts: Sequence[Terms], term: str, distance: int) -> list[str]:
    """The terms at most `distance` edits away that share the first letter, the most frequent first."""
    counted: Counter[str] = Counter()
    for part in parts:
        within = part.beginning(term[0])
        terms = within.all()
        close = [abs(len(each) - len(term)) <= distance for each in terms]
        candidates = list(compress(terms, close))
        if candidates:
            near = distances(term, candidates) <= distance
            counts = within.counts()[np.array(close, np.bool_)][near]
            counted.update(dict(zip(compress(candidates, near.tolist()), counts.tolist(), strict=True)))
    return sorted(counted, key=counted.__getitem__, reverse=True)


def _matching(parts: Sequence[Terms], pattern: str) -> list[str]:
    """The terms that match a pattern, the most frequent first."""
    fixed = re.split(r"[*?]", pattern, maxsplit=1)[0]
    # fnmatch compiles to atomic groups: no pattern makes it backtrack without end.
    matches = re.compile(_translated(pattern)).match
    counted: Counter[str] = Counter()
    for part in parts:
        within = part.beginning(fixed)
        terms = within.all()
        there = [match is not None for match in map(matches, terms)]
        counted.update(dict(zip(compress(terms, there), within.counts()[there].tolist(), strict=True)))
    return sorted(counted, key=counted.__getitem__, reverse=True)


def _translated(pattern: str) -> str:
    return fnmatch.translate(pattern.replace("[", "[[]"))
