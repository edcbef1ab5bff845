"""The entity facet as names are settled and as a user has put them right: values that are one value count once."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from corpus.folding import has_word
from index.arrays.doc_id_set import DocIdSet
from index.arrays.types import AnyIntArray, Int64Array, Mask
from index.corrections.user_aliases import UserAliases
from index.segments.segment_facet import SegmentFacet
from index.snapshots.facet_column import KINDS, FacetColumn, Value

_REMEMBERED = 64


class AliasedFacetColumn(FacetColumn):
    """A facet with an aliases: of values that are shown as one, the first in the order of keys stands for all.

    One that is shown as several counts for each of them, and is none itself.
    """

    def __init__(self, parts: Sequence[SegmentFacet], bases: Sequence[int], aliases: UserAliases) -> None:
        super().__init__(parts, bases)
        self._aliases = aliases
        self._members: dict[int, list[int]] = {}
        self._first: dict[str, int] = {}
        several = self._join_members()
        self._shown_as = {first: shown for shown, first in self._first.items()}
        self._renamed = {first: shown for shown, first in self._first.items() if self._own_key(first) != shown}
        pairs = [(member, first) for first, members in self._members.items() for member in members]
        self._from, self._to = np.array([*pairs, *several], np.int64).reshape(-1, 2).T
        for member, first in several:
            self._members[first].append(member)
        self._repeats = self._repeated()
        self._masks: dict[int, Mask] = {}

    def resolved(self, key: str) -> str:
        """The key of the value that a value is shown as."""
        return self._aliases.key(key)

    def ordinal(self, key: str) -> int | None:
        """The value that has a key, or is shown for it; None for a hidden one."""
        return None if self._aliases.hides(key) else self._number(key)

    @cached_property
    def kinds(self) -> AnyIntArray:
        """The type of each value as it is shown, by its place in `KINDS`: shape (values,), dtype uint8."""
        found = super().kinds.copy()
        for key, kind in self._aliases.types.items():
            ordinal = self._number(key)
            if ordinal is not None:
                found[ordinal] = KINDS.index(kind)
        return found

    def key(self, ordinal: int) -> str:
        """The key of a value as it is shown."""
        return self._shown_as.get(ordinal) or super().key(ordinal)

    def with_word(self, start: str) -> Mask:
        """Which values have a word in the key that they are shown by that begins with a string: shape (values,)."""
        mask = super().with_word(start)
        for first, shown in self._renamed.items():
            mask[first] = has_word(shown, start)
        return mask

    def members(self, value: int) -> list[int]:
        """The values that are shown as a value."""
        return self._members.get(value, [value])

    def counts(self, matching: DocIdSet) -> Int64Array:
        """How many of the matching articles, all of them live, have each value; of a hidden value none.

        int64 of shape (values,).
        """
        counts = super().counts(matching)
        own = counts[self._from]
        counts[self._from] = 0
        np.add.at(counts, self._to, own)
        doc_ids, firsts = self._repeats
        if len(doc_ids):
            np.subtract.at(counts, firsts[matching.mask[doc_ids]], 1)
        counts[self._hidden] = 0
        return counts

    def having(self, value: int) -> Mask:
        """Which of all articles have a value, or one that is shown as it: shape (articles,)."""
        members = self.members(value)
        if len(members) == 1:
            return super().having(members[0])
        if value not in self._masks:
            if len(self._masks) >= _REMEMBERED:
                self._masks.clear()
            self._masks[value] = np.logical_or.reduce(
                [super(AliasedFacetColumn, self).having(each) for each in members]
            )
        return self._masks[value]

    def _read(self, ordinal: int) -> Value:
        key, label, kind = super()._read(ordinal)
        label = self._aliases.names.get(key, label)
        shown = self._shown_as.get(ordinal, key)
        return Value(shown, label, self._aliases.types.get(shown, self._aliases.types.get(key, kind)))

    def _join_members(self) -> list[tuple[int, int]]:
        """Gather the values that are shown as one; those that are shown as several, each with the first of each."""
        several: list[tuple[str, int]] = []
        for key in self._aliases.names:
            ordinal = super().ordinal(key)
            if ordinal is None or self._aliases.hides(key):
                continue
            if key in self._aliases.others:
                several.append((key, ordinal))
                continue
            first = self._first.setdefault(self._aliases.key(key), ordinal)
            self._members.setdefault(first, []).append(ordinal)
        for shown in dict.fromkeys([*self._first, *(each for key, _ in several for each in self._aliases.shown(key))]):
            own = super().ordinal(shown)
            if own is None or shown in self._aliases.others:
                continue
            members = self._members.setdefault(self._first.setdefault(shown, own), [])
            if own not in members:
                members.append(own)
        return [
            (ordinal, self._first[each])
            for key, ordinal in several
            for each in self._aliases.shown(key)
            if each in self._first and each not in self._aliases.hidden
        ]

    def _repeated(self) -> tuple[Int64Array, Int64Array]:
        """The articles that have several of the values that are shown as one, and that one, for each but the first."""
        places = [np.empty(0, np.int64)]
        for doc_ids, values in self._occurrences(self._from):
            order = np.argsort(self._from, kind="stable")
            begins = np.searchsorted(self._from[order], values, "left")
            counts = np.searchsorted(self._from[order], values, "right") - begins
            within = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
            firsts = self._to[order][np.repeat(begins, counts) + within]
            places.append(np.repeat(doc_ids, counts) * len(self) + firsts)
        every = np.sort(np.concatenate(places))
        again = every[1:][every[1:] == every[:-1]] if len(every) else every
        return again // max(len(self), 1), again % max(len(self), 1)

    def _own_key(self, ordinal: int) -> str:
        return super().key(ordinal)

    def _number(self, key: str) -> int | None:
        shown = self._aliases.key(key)
        return self._first[shown] if shown in self._first else super().ordinal(shown)

    @cached_property
    def _hidden(self) -> list[int]:
        hidden = filter(self._aliases.hides, {*self._aliases.hidden, *self._aliases.names})
        ordinals = map(super().ordinal, hidden)
        return [ordinal for ordinal in ordinals if ordinal is not None]
