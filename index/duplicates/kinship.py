"""What the table of contents keeps of each segment's near-duplicates: links to the articles that they are versions of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

Table = np.ndarray[Any, np.dtype[np.int32]]


@dataclass(frozen=True, slots=True)
class Kinship:
    """The links and groups of the articles of one segment; those that are alone are in neither.

    A link may lead to another segment: `segments` names those of the commit that found it. Segments do not change, so
    that a link holds as long as both are there; the groups are those of one commit.
    """

    segments: tuple[str, ...]
    links: Table
    """Of shape (links, 3): an article, and the other one's segment, by its place in `segments`, and number."""
    groups: Table
    """Of shape (articles, 3): an article, its group, and its place in it, the one that stands for the group first."""

    def links_in(self, bases: Mapping[str, int]) -> Table:
        """Of shape (links, 2): the number of an article in its segment, and the other one's number among those of all
        segments, which begin at these numbers; -1 where its segment is no more."""
        starts = np.array([bases.get(name, -1) for name in self.segments], np.int64)
        of = starts[self.links[:, 1]]
        return np.stack([self.links[:, 0], np.where(of < 0, -1, of + self.links[:, 2])], axis=1)
