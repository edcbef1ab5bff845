"""The groups of near-duplicates of a snapshot: who belongs together, and which articles stand for the others."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from index.arrays.types import DocIdPairs, Int64Array, Mask
from index.segments.duplicate_links import DuplicateLinks


class Groups:
    """Groups over all articles by doc_id. An article that is alone is in none."""

    def __init__(self, of_segments: Sequence[DuplicateLinks | None], bases: Sequence[int], live: Mask) -> None:
        """What each segment knows of its articles, where each begins, and which articles are still there."""
        tables = [np.empty((0, 3), np.int64)]
        for base, duplicate_links in zip(bases, of_segments, strict=False):
            if duplicate_links is not None:
                tables.append(duplicate_links.groups + np.array([base, 0, 0]))
        table = np.concatenate(tables)
        table = table[live[table[:, 0]]]
        table = table[np.lexsort((table[:, 2], table[:, 1]))]
        self._articles = len(live)
        self._beside = _beside(of_segments, bases, live)
        self._members: Int64Array = table[:, 0]
        """The articles of the first group in their order in it, then those of the next."""
        self._group_of: Int64Array = np.cumsum(np.diff(table[:, 1], prepend=-1) != 0, dtype=np.int64) - 1
        self._ends: Int64Array = np.cumsum(np.bincount(self._group_of)) if len(table) else np.empty(0, np.int64)

    def versions(self, doc_id: int) -> list[int]:
        """All near-duplicates of an article: its group, and what it is linked to beside (a merged story)."""
        others = self.others(doc_id)
        if not len(self._beside):
            return others
        return list(dict.fromkeys([*others, *self._beside[self._beside[:, 0] == doc_id, 1].tolist()]))

    def others(self, doc_id: int) -> list[int]:
        """The other articles of an article's group, the one that stands for the group first, unless it is this one."""
        place = int(self._places[doc_id])
        if place < 0:
            return []
        group = int(self._group_of[place])
        begin = int(self._ends[group - 1]) if group else 0
        return [each for each in self._members[begin : int(self._ends[group])].tolist() if each != doc_id]

    def representatives(self, doc_ids: Int64Array) -> Mask:
        """Which of some articles stand for all of them of their group: of each group the first that is among them."""
        places = self._places[doc_ids]
        there = places >= 0
        among = np.zeros(len(self._members), np.bool_)
        among[places[there]] = True
        found = np.flatnonzero(among)
        groups = self._group_of[found]
        first = np.zeros(len(self._members), np.bool_)
        first[found[np.diff(groups, prepend=-1) != 0]] = True
        kept = ~there
        kept[there] = first[places[there]]
        return kept

    @cached_property
    def _places(self) -> Int64Array:
        """For each article its place among the members, -1 where it is alone."""
        places: Int64Array = np.full(self._articles, -1, np.int64)
        places[self._members] = np.arange(len(self._members))
        return places


def _beside(of_segments: Sequence[DuplicateLinks | None], bases: Sequence[int], live: Mask) -> DocIdPairs:
    """The links that join no groups, both ways: of shape (links, 2)."""
    starts = {
        duplicate_links.own: base
        for duplicate_links, base in zip(of_segments, bases, strict=False)
        if duplicate_links is not None
    }
    found: list[DocIdPairs] = [np.empty((0, 2), np.int64)]
    for base, duplicate_links in zip(bases, of_segments, strict=False):
        if duplicate_links is not None:
            links = duplicate_links.links_in(starts)
            beside = links[(links[:, 2] == 0) & (links[:, 1] >= 0)][:, :2] + np.array([base, 0])
            found += [beside, beside[:, ::-1]]
    every = np.concatenate(found)
    there: DocIdPairs = every[live[every].all(axis=1)]
    return there
