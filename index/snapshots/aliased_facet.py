"""The entity facet as a user has put it right: values that are one value are counted once."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from index.arrays.doc_id_set import DocIdSet
from index.arrays.types import Int64Array, Mask
from index.corrections.user_aliases import UserAliases
from index.segments.segment_facet import SegmentFacet
from index.snapshots.facet_column import FacetColumn, Value


class AliasedFacetColumn(FacetColumn):
    """A facet with an overlay: of values that are shown as one, the first in the order of keys stands for all."""

    def __init__(self, parts: Sequence[SegmentFacet], bases: Sequence[int], overlay: UserAliases) -> None:
        super().__init__(parts, bases)
        self._overlay = overlay
        self._members: dict[int, list[int]] = {}
        self._first: dict[str, int] = {}
        for key in overlay.names:
            ordinal = super().ordinal(key)
            if ordinal is not None and not overlay.hides(key):
                first = self._first.setdefault(overlay.key(key), ordinal)
                self._members.setdefault(first, []).append(ordinal)
        for shown, first in self._first.items():
            own = super().ordinal(shown)
            if own is not None and own not in self._members[first]:
                self._members[first].append(own)
        self._shown_as = {first: shown for shown, first in self._first.items()}
        self._masks: dict[int, Mask] = {}

    def resolved(self, key: str) -> str:
        """The key of the value that a value is shown as."""
        return self._overlay.key(key)

    def ordinal(self, key: str) -> int | None:
        """The value that has a key, or is shown for it; None for a hidden one."""
        return None if self._overlay.hides(key) else self._number(key)

    def value(self, ordinal: int) -> Value:
        """How a value is known and shown."""
        key, label, kind = super().value(ordinal)
        label = self._overlay.names.get(key, label)
        shown = self._shown_as.get(ordinal, key)
        return Value(shown, label, self._overlay.types.get(shown, self._overlay.types.get(key, kind)))

    def key(self, ordinal: int) -> str:
        """The key of a value as it is shown."""
        return self._shown_as.get(ordinal) or super().key(ordinal)

    def with_word(self, start: str) -> Mask:
        """Which values have a word in the key that they are shown by that begins with a string: shape (values,)."""
        mask = super().with_word(start)
        for first, shown in self._shown_as.items():
            mask[first] = f" {start}" in f" {shown}"
        return mask

    def members(self, value: int) -> list[int]:
        """The values that are shown as a value."""
        return self._members.get(value, [value])

    def counts(self, matching: DocIdSet) -> Int64Array:
        """How many of the matching articles, all of them live, have each value; of a hidden value none.

        int64 of shape (values,).
        """
        counts = super().counts(matching)
        for first, members in self._members.items():
            together = np.count_nonzero(self.having(first)[matching.doc_ids]) if len(members) > 1 else counts[first]
            counts[members] = 0
            counts[first] = together
        counts[self._hidden] = 0
        return counts

    def having(self, value: int) -> Mask:
        """Which of all articles have a value, or one that is shown as it: shape (articles,)."""
        members = self.members(value)
        if len(members) == 1:
            return super().having(members[0])
        if value not in self._masks:
            self._masks[value] = np.logical_or.reduce(
                [super(AliasedFacetColumn, self).having(each) for each in members]
            )
        return self._masks[value]

    def _number(self, key: str) -> int | None:
        shown = self._overlay.key(key)
        return self._first[shown] if shown in self._first else super().ordinal(shown)

    @cached_property
    def _hidden(self) -> list[int]:
        hidden = filter(self._overlay.hides, {*self._overlay.hidden, *self._overlay.names})
        ordinals = map(super().ordinal, hidden)
        return [ordinal for ordinal in ordinals if ordinal is not None]
