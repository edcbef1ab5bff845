"""The facet of tags, which no segment has: made of what a user noted, whenever that or the index changes."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np

from corpus.folding import exact_key, has_word
from index.arrays.doc_id_set import DocIdSet
from index.arrays.types import AnyIntArray, Int64Array, Mask
from index.snapshots.facet_column import FacetColumn, Value


class TagColumn(FacetColumn):
    """Tags in the order of their keys, each with the articles that have it."""

    def __init__(self, tags: Mapping[int, Sequence[str]], size: int) -> None:
        """The tags of each article, by its doc_id, of `size` articles."""
        super().__init__([], [0])
        self._articles = size
        labels: dict[str, str] = {}
        members: dict[str, list[int]] = {}
        for doc_id, given in sorted(tags.items()):
            for label in given:
                labels.setdefault(exact_key(label), label)
                members.setdefault(exact_key(label), []).append(doc_id)
        self._keys = sorted(members)
        self._labels = [labels[key] for key in self._keys]
        self._doc_ids: list[Int64Array] = [np.array(members[key], np.int64) for key in self._keys]
        self._size = len(self._keys)

    def value(self, ordinal: int) -> Value:
        """How a tag is known and shown."""
        return Value(self._keys[ordinal], self._labels[ordinal], "")

    @cached_property
    def kinds(self) -> AnyIntArray:
        """Tags have no type: shape (values,), dtype uint8."""
        return np.zeros(len(self), np.uint8)

    def key(self, ordinal: int) -> str:
        """The key of a tag."""
        return self._keys[ordinal]

    def ordinal(self, key: str) -> int | None:
        """The tag that has a key."""
        place = bisect_left(self._keys, key)
        return place if place < len(self) and self._keys[place] == key else None

    def with_word(self, start: str) -> Mask:
        """Which tags have a word that begins with a string: shape (values,)."""
        return np.array([has_word(key, start) for key in self._keys], np.bool_)

    def counts(self, matching: DocIdSet) -> Int64Array:
        """How many of the matching articles have each tag: int64 of shape (values,)."""
        return np.array([np.count_nonzero(matching.mask[doc_ids]) for doc_ids in self._doc_ids], np.int64)

    def having(self, value: int) -> Mask:
        """Which of all articles have a tag: shape (articles,)."""
        mask: Mask = np.zeros(self._articles, np.bool_)
        mask[self._doc_ids[value]] = True
        return mask

    def together(self, matching: DocIdSet, values: Sequence[int]) -> Int64Array:
        """How many of the matching articles have two tags, for each two: a square of counts."""
        masks = [matching.mask & self.having(each) for each in values]
        counts: Int64Array = np.zeros((len(values), len(values)), np.int64)
        for place, one in enumerate(masks):
            counts[place] = [np.count_nonzero(one & other) for other in masks]
        return counts
