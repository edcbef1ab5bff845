"""What a commit keeps of near-duplicates: links from articles to those that they are versions of."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from index.arrays.types import Int32Table


@dataclass(frozen=True, slots=True)
class DuplicateLinks:
    """The links and groups of the articles of one segment; those that are alone are in neither.

    A link may lead to another segment: `segments` names those of the commit that found it. Segments do not change, so
    that a link holds as long as both are there; the groups are those of one commit.
    """

    own: str
    """The name of the segment."""
    segments: tuple[str, ...]
    links: Int32Table
    """Of shape (links, 4): an article, the other one's segment, by its place in `segments`, and number, and whether the
    link joins both into one group. That of a merged story to its smaller part does not."""
    groups: Int32Table
    """Of shape (articles, 3): an article, its group, and its place in it, the one that stands for the group first."""

    def links_in(self, bases: Mapping[str, int]) -> Int32Table:
        """Of shape (links, 3): an article's number in its segment, the other one's among those of all, and the joining.

        All segments begin at these numbers; -1 stands for an article whose segment is no more.
        """
        starts = np.array([bases.get(name, -1) for name in self.segments], np.int64)
        of = starts[self.links[:, 1]]
        return np.stack([self.links[:, 0], np.where(of < 0, -1, of + self.links[:, 2]), self.links[:, 3]], axis=1)
