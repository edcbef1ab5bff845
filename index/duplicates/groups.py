"""The groups of near-duplicates of a snapshot: who belongs together, and which articles stand for the others."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from index.columnar.arrays import Ints
from index.columnar.articles import Mask
from index.duplicates.kinship import Kinship

Pairs = np.ndarray[tuple[int, int], np.dtype[np.int64]]


class Groups:
    """Groups over all articles by number. An article that is alone is in none."""

    def __init__(self, kinships: Sequence[Kinship | None], bases: Sequence[int], live: Mask) -> None:
        """What each segment knows of its articles, where each begins, and which articles are still there."""
        tables = [np.empty((0, 3), np.int64)]
        for base, kinship in zip(bases, kinships, strict=False):
            if kinship is not None:
                tables.append(kinship.groups + np.array([base, 0, 0]))
        table = np.concatenate(tables)
        table = table[live[table[:, 0]]]
        table = table[np.lexsort((table[:, 2], table[:, 1]))]
        self._articles = len(live)
        self._beside = _beside(kinships, bases, live)
        self._members: Ints = table[:, 0]
        """The articles of the first group in their order in it, then those of the next."""
        self._group_of: Ints = np.cumsum(np.diff(table[:, 1], prepend=-1) != 0, dtype=np.int64) - 1
        self._ends: Ints = np.cumsum(np.bincount(self._group_of)) if len(table) else np.empty(0, np.int64)

    def versions(self, number: int) -> list[int]:
        """All near-duplicates of an article: its group, and what it is linked to beside (a merged story)."""
        beside = self._beside[self._beside[:, 0] == number, 1].tolist()
        return list(dict.fromkeys([*self.others(number), *beside]))

    def others(self, number: int) -> list[int]:
        """The other articles of an article's group, the one that stands for the group first, unless it is this one."""
        place = int(self._places[number])
        if place < 0:
            return []
        group = int(self._group_of[place])
        begin = int(self._ends[group - 1]) if group else 0
        return [each for each in self._members[begin : int(self._ends[group])].tolist() if each != number]

    def standing(self, numbers: Ints) -> Mask:
        """Which of some articles stand for all of them of their group: of each group the first that is among them."""
        places = self._places[numbers]
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
    def _places(self) -> Ints:
        """For each article its place among the members, -1 where it is alone."""
        places: Ints = np.full(self._articles, -1, np.int64)
        places[self._members] = np.arange(len(self._members))
        return places


def _beside(kinships: Sequence[Kinship | None], bases: Sequence[int], live: Mask) -> Pairs:
    """The links that join no groups, both ways: of shape (links, 2)."""
    starts = {kinship.own: base for kinship, base in zip(kinships, bases, strict=False) if kinship is not None}
    found: list[Pairs] = [np.empty((0, 2), np.int64)]
    for base, kinship in zip(bases, kinships, strict=False):
        if kinship is not None:
            links = kinship.links_in(starts)
            beside = links[(links[:, 2] == 0) & (links[:, 1] >= 0)][:, :2] + np.array([base, 0])
            found += [beside, beside[:, ::-1]]
    every = np.concatenate(found)
    there: Pairs = every[live[every].all(axis=1)]
    return there
