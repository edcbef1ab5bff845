"""Ids of the articles of a snapshot, and their order, which decides where nothing else does."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

import numpy as np

from corpus.encoding import to_utf8
from index.arrays.doc_id_set import DocIdSet
from index.arrays.string_order import places_in_order
from index.arrays.types import Int64Array, Mask
from index.segments.segment import Segment
from index.snapshots.article_keys import doc_ids_of_keys

_SORTED = 1_000
"""From so many articles on, the order of all is made once and kept."""

_DENSE = 8
"""Where one of so many articles is meant, the first by id are sought among the first of all."""


class ArticleIds:
    """Ids by doc_id. Each segment knows the order of its own."""

    def __init__(self, segments: Sequence[Segment], bases: Sequence[int]) -> None:
        """The segments of a snapshot, and where each begins."""
        self._segments = segments
        self._bases = bases

    def __getitem__(self, doc_id: int) -> str:
        """The id of an article."""
        place = bisect_right(self._bases, doc_id) - 1
        return self._segments[place].ids[doc_id - self._bases[place]].decode()

    def doc_id(self, article_id: str) -> int | None:
        """The doc_id of the article with an id."""
        wanted = to_utf8(article_id)
        for base, segment in zip(self._bases, self._segments, strict=False):
            doc_id = segment.doc_id(wanted)
            if doc_id is not None:
                return base + doc_id
        return None

    def of_keys(self, keys: Sequence[str]) -> Int64Array:
        """The doc_id of the live article that each key names (`index.segments.article_key`); -1 where there is none."""
        return doc_ids_of_keys(keys, self._segments, self._bases)

    def first(self, doc_ids: Int64Array, count: int) -> Int64Array:
        """Those `count` of some articles, given in order of their doc_ids, that have the lowest ids; in that order.

        int64.
        """
        if len(self._segments) == 1:
            return _first_of_segment(self._segments[0], doc_ids, count)
        if count > _SORTED:
            return doc_ids[self._ranks[doc_ids].argsort()][:count]
        found: list[int] = []
        for base, segment, local in self._parts(doc_ids):
            found += (_first_of_segment(segment, local, count) + base).tolist()
        return np.array(sorted(found, key=self.__getitem__)[:count], np.int64)

    def after(self, doc_ids: Int64Array, article_id: str) -> Mask:
        """Which of some articles, given in order of their doc_ids, have a higher id than this one.

        A mask of the shape of the articles given.
        """
        wanted = to_utf8(article_id) + b"\0"
        later = [segment.ranks[local] >= segment.rank_of(wanted) for _, segment, local in self._parts(doc_ids)]
        return np.concatenate([np.empty(0, np.bool_), *later])

    @cached_property
    def _ranks(self) -> Int64Array:
        """The place of each article in the order of ids; one that is deleted has that of the one in its stead."""
        packed = [segment.ids.packed(0, segment.count) for segment in self._segments]
        data, lengths = (np.concatenate(arrays) for arrays in zip(*packed, strict=True))
        return places_in_order(data, lengths)

    def _parts(self, doc_ids: Int64Array) -> Iterator[tuple[int, Segment, Int64Array]]:
        cuts = np.searchsorted(doc_ids, self._bases)
        for base, segment, (begin, end) in zip(self._bases, self._segments, pairwise(cuts.tolist()), strict=False):
            yield base, segment, doc_ids[begin:end] - base


def _first_of_segment(segment: Segment, doc_ids: Int64Array, count: int) -> Int64Array:
    if count < len(doc_ids) and len(doc_ids) * _DENSE > segment.count:
        return _first_of_many(segment, doc_ids, count)
    ranks = segment.ranks[doc_ids]
    lowest = ranks.argsort() if count >= len(ranks) else ranks.argpartition(count)[:count]
    return doc_ids[lowest[ranks[lowest].argsort()]][:count]


def _first_of_many(segment: Segment, doc_ids: Int64Array, count: int) -> Int64Array:
    """The same where most articles are meant: they are among the first of all."""
    tried = 2 * _DENSE * count
    first = segment.order[:tried].astype(np.int64)
    found: Int64Array = first[doc_ids.take(doc_ids.searchsorted(first), mode="clip") == first][:count]
    if len(found) == count:
        return found
    mask = DocIdSet(segment.count, doc_ids=doc_ids).mask
    while True:
        tried *= 4
        first = segment.order[:tried]
        found = first[mask[first]][:count]
        if len(found) == count:
            return found.astype(np.int64)
