"""Links between versions of a story, kept right from commit to commit: what is new, or lost its link, is looked at.

An article is linked to shorter ones (of equal length, to lower ids) that it is a version of. Which these are depends
on the articles of the index alone, whatever order they came in. The two halves of a merged story have nothing in common
with each other: it is joined with that one which it has more of, and so never joins two stories.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache, partial
from itertools import groupby
from pathlib import Path

import numpy as np

from index.arrays.types import Int64Array
from index.duplicates.candidates import Candidates, Pairs
from index.duplicates.grouping import grouped
from index.duplicates.story_comparison import Story, story
from index.duplicates.story_links import Link, StoryLinks
from index.segments import stored_article
from index.segments.duplicate_links import DuplicateLinks
from index.segments.segment import ColumnarSegment, Segment
from index.winnowing.fingerprints import fingerprints_of

_KEPT = 2_048
"""Texts that are remembered while others are compared with them."""

_AT_ONCE = 1_000


def link(segments: Sequence[ColumnarSegment], folder: Path) -> None:
    """Find the links and groups of the articles of all segments, where `index.segments.duplicate_links` keeps them."""
    _Linking(segments, [each.open(folder) for each in segments]).run()


class _Linking:
    """The links of one commit."""

    def __init__(self, named: Sequence[ColumnarSegment], segments: Sequence[Segment]) -> None:
        self._named = named
        fingerprints, live = [each.winnowing for each in segments], [each.live for each in segments]
        self._candidates = Candidates(fingerprints, live, partial(_release, segments))
        self._bases = self._candidates.bases
        self._articles = _Articles(segments, self._bases)
        self._story = lru_cache(_KEPT)(self._articles.story)
        self._links = StoryLinks(self._candidates.totals, self._candidates.wholes, self._articles.id, self._story)
        self._found: dict[int, list[Link]] = {}
        self._touched: set[int] = set()

    def run(self) -> None:
        """Link what is new, then what the new touches; then note all."""
        kept = self._kept()
        every = all(each.duplicate_links is None for each in self._named)
        for place, each in enumerate(self._named):
            if each.duplicate_links is None:
                for pairs in self._candidates.of_segment(place, self._candidates.met(place, every=every)):
                    self._link(pairs)
        self._relink(sorted(self._touched - self._found.keys()))
        kept = kept[~np.isin(kept[:, 0], np.fromiter(self._found, np.int64, len(self._found)))]
        new = [(doc_id, *each) for doc_id, links in sorted(self._found.items()) for each in links]
        self._note(np.concatenate([kept, np.array(new, np.int64).reshape(-1, 3)]))

    def _kept(self) -> Int64Array:
        """The links of earlier commits, of shape (links, 3). Articles that lost one are to be looked at again."""
        bases = {each.name: int(base) for each, base in zip(self._named, self._bases, strict=False)}
        known = [np.empty((0, 3), np.int64)]
        for each, base in zip(self._named, self._bases.tolist(), strict=False):
            if each.duplicate_links is not None:
                known.append(each.duplicate_links.links_in(bases) + np.array([base, 0, 0]))
        links = np.concatenate(known)
        links = links[self._candidates.live[links[:, 0]]]
        there = (links[:, 1] >= 0) & self._candidates.live[links[:, 1]]
        self._touched.update(links[~there, 0].tolist())
        kept: Int64Array = links[there]
        return kept

    def _link(self, pairs: Pairs) -> None:
        """Link articles to those of their candidates that are shorter; longer ones are touched by them."""
        totals = self._candidates.totals
        longer = totals[pairs.others] >= totals[pairs.owners]
        self._touched.update(pairs.others[longer].tolist())
        rows = zip(pairs.owners.tolist(), pairs.others.tolist(), pairs.shared.tolist(), strict=True)
        for doc_id, group in groupby(rows, lambda row: row[0]):
            self._found[doc_id] = self._links.of(doc_id, [(other, shared) for _, other, shared in group])

    def _relink(self, doc_ids: Sequence[int]) -> None:
        """Link articles of segments that were looked at before, anew."""
        for first in range(0, len(doc_ids), _AT_ONCE):
            some = doc_ids[first : first + _AT_ONCE]
            words = [self._story(doc_id).words for doc_id in some]
            lengths = np.array([len(each) for each in words], np.int64)
            fingerprints = fingerprints_of(np.concatenate(words), lengths)
            self._found.update((doc_id, []) for doc_id in some)
            pairs = self._candidates.paired(fingerprints.keys[:], np.array(some, np.int64)[fingerprints.of[:]])
            for doc_id, group in groupby(zip(*map(np.ndarray.tolist, pairs), strict=True), lambda row: row[0]):
                self._found[doc_id] = self._links.of(doc_id, [(other, shared) for _, other, shared in group])

    def _note(self, links: Int64Array) -> None:
        names = tuple(each.name for each in self._named)
        groups = grouped(
            links[links[:, 2] > 0, :2],
            self._candidates.totals,
            [each.days for each in self._articles.segments],
            self._articles.id,
        )
        of = np.searchsorted(self._bases, links[:, 1], "right") - 1
        for place, each in enumerate(self._named):
            base, end = int(self._bases[place]), int(self._bases[place + 1])
            own = (links[:, 0] >= base) & (links[:, 0] < end)
            mine = links[own]
            table = np.stack([mine[:, 0] - base, of[own], mine[:, 1] - self._bases[of[own]], mine[:, 2]], axis=1)
            here = groups[(groups[:, 0] >= base) & (groups[:, 0] < end)] - np.array([base, 0, 0])
            each.duplicate_links = DuplicateLinks(each.name, names, table.astype(np.int32), here.astype(np.int32))


def _release(segments: Iterable[Segment]) -> None:
    for each in segments:
        each.arrays.release()


class _Articles:
    """The articles of some segments, by their doc_ids in all together."""

    def __init__(self, segments: Sequence[Segment], bases: Int64Array) -> None:
        self.segments = segments
        self._bases = bases

    def id(self, doc_id: int) -> bytes:
        """The id of an article."""
        segment, doc_id = self._of(doc_id)
        return segment.ids[doc_id]

    def story(self, doc_id: int) -> Story:
        """The text of an article, ready to be compared."""
        segment, doc_id = self._of(doc_id)
        return story(stored_article.text(segment.records[doc_id]))

    def _of(self, doc_id: int) -> tuple[Segment, int]:
        place = int(np.searchsorted(self._bases, doc_id, "right")) - 1
        return self.segments[place], doc_id - int(self._bases[place])
