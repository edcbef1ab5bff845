"""Choose the segments to merge: so few that a search visits few, and none that is rewritten at every commit.

Segments are of one tier that are of about one size. Five of a tier become one of the next: there are never more than
four of each, and an article is rewritten once a tier, until its segment has the size that is worth keeping. A segment
that has lost a third of its articles is rewritten too.
"""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from index.merging.merge import merge
from index.segments.segment import ColumnarSegment
from index.storage.commit import IndexCommit

LARGEST = 400_000
"""Articles of a segment that merges make. More in one would not make searches faster: the scores and masks of so many
just fit the processor's cache."""

_OF_A_TIER = 5
_SMALLEST_TIER = 1_000
_LOST = 1 / 3


def settled(segments: Sequence[ColumnarSegment], contents: IndexCommit) -> list[ColumnarSegment]:
    """The segments of the next commit: small ones merged, empty ones left out."""
    left = [segment for segment in segments if segment.count]
    left = [_merged([each], contents) if len(each.deleted) > each.size * _LOST else each for each in left]
    while full := _full_tier(left):
        joined = _merged(full, contents)
        left = [segment for segment in left if segment not in full] + [joined]
    return left


def _merged(segments: Sequence[ColumnarSegment], contents: IndexCommit) -> ColumnarSegment:
    """One new segment of all live articles of some, whose files stay."""
    new = ColumnarSegment()
    for each in segments:
        each.open(contents.folder).arrays.verify()  # what is damaged is copied nowhere
    parts = [(each.path(contents.folder), each.live()) for each in segments]
    new.size = merge(parts, new.path(contents.folder))
    new.added = np.concatenate([each.times()[each.live()] for each in segments])
    return new


def _full_tier(segments: Sequence[ColumnarSegment]) -> list[ColumnarSegment]:
    tiers: dict[int, list[ColumnarSegment]] = defaultdict(list)
    for segment in segments:
        tiers[_tier(segment.count)].append(segment)
    fitting = (_fitting(each) for _, each in sorted(tiers.items()) if len(each) >= _OF_A_TIER)
    return next((each for each in fitting if len(each) > 1), [])


def _fitting(segments: Sequence[ColumnarSegment]) -> list[ColumnarSegment]:
    """The smallest of some segments, as many as may become one."""
    found, articles = list[ColumnarSegment](), 0
    for segment in sorted(segments, key=lambda each: each.count):
        articles += segment.count
        if articles > LARGEST:
            break
        found.append(segment)
    return found


def _tier(articles: int) -> int:
    tier = 0
    while articles > _SMALLEST_TIER:
        articles //= _OF_A_TIER
        tier += 1
    return tier
