"""Say which of its candidates an article is linked to, from the texts of both.

An article is linked to shorter ones (of equal length, to lower ids) that it is a version of. The two halves of a merged
story have nothing in common with each other: it is joined with that one which it has more of.
"""

from collections.abc import Callable, Iterable

from index.arrays.types import AnyIntArray, UInt64Array
from index.duplicates.story_comparison import Story, common, same_story

_COMPARED = 16
"""Articles that one is compared with, at most: those that have most in common with it."""

_OVERLAPPING = 0.3
"""So much of what an article has in common with another one must be in the one that it has most in common with."""

Link = tuple[int, bool]
"""Another article, and whether it is joined with this one into a group."""


class StoryLinks:
    """Links of articles that are known by numbers."""

    def __init__(
        self,
        totals: AnyIntArray,
        wholes: AnyIntArray,
        article_id: Callable[[int], bytes],
        story_of: Callable[[int], Story],
    ) -> None:
        """The shingles of each article, a number for its whole text, its id and its text."""
        self._totals, self._wholes, self._id, self._story = totals, wholes, article_id, story_of

    def of(self, doc_id: int, others: Iterable[tuple[int, int]]) -> list[Link]:
        """The links of an article to those of its candidates, given with the fingerprints shared, before it."""
        before = self._before(doc_id, others)
        totals, wholes = self._totals, self._wholes
        copies = [o for o, _ in before if (totals[o], wholes[o]) == (totals[doc_id], wholes[doc_id])]
        if copies:
            return [(copies[0], True)]  # the first of them stands for all
        mine = self._story(doc_id)
        versions: list[tuple[int, UInt64Array]] = []
        for other, _ in sorted(before, key=lambda each: -each[1])[:_COMPARED]:
            theirs = self._story(other)
            both = common(mine.shingles, theirs.shingles)
            if same_story(mine, theirs, len(both)):
                versions.append((other, both))
        if not versions:
            return []
        most = max(versions, key=lambda version: len(version[1]))[1]
        return [(other, len(common(both, most)) >= _OVERLAPPING * len(both)) for other, both in versions]

    def _before(self, doc_id: int, others: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Those of some articles that stand before one: shorter, or as long with a lower id; in this order."""
        total = self._totals
        shorter = [each for each in others if total[each[0]] <= total[doc_id]]
        named = [(int(total[each[0]]), self._id(each[0]), each) for each in shorter]
        here = (int(total[doc_id]), self._id(doc_id)) if named else (0, b"")
        return [each for *place, each in sorted(named) if tuple(place) < here]
