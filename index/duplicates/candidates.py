"""Find articles that share winnowing fingerprints, in the sorted arrays of every segment."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from index.arrays.types import AnyIntArray, Int64Array
from index.winnowing.fingerprints import Fingerprints

_SHARED = 0.25
"""Articles are compared if so much of the fingerprints of the one with fewer are the other's too."""

_TWO, _FEW = 2, 8
"""Prints that must be common, but for articles that have so few that one may be all that is left of a common text."""

_COMMONPLACE, _SOME = 256, 64
"""A passage that stands in more articles than this is looked up in some of them."""

_KEYS_AT_ONCE = 1 << 20
_PAIRS_AT_ONCE = 1 << 21


class Pairs(NamedTuple):
    """Articles, in order, with others that may be versions of one story, and how many fingerprints each two share."""

    owners: Int64Array
    others: Int64Array
    shared: Int64Array


class Candidates:
    """Finds articles, known by their doc_ids in all segments together, that may be versions of one another."""

    def __init__(
        self, parts: Sequence[Fingerprints], live: Sequence[AnyIntArray], release: Callable[[], object] = lambda: None
    ) -> None:
        """The fingerprints of each segment, and which of its articles are still there.

        `release` is called now and then to let go of the memory of fingerprints that were read: a million articles
        have half a GiB of them, of which little is wanted at once.
        """
        self._parts = parts
        self._release = release
        self.bases = np.cumsum([0, *(len(part.counts) for part in parts)])
        self.counts = np.concatenate([np.empty(0, np.uint8), *(part.counts for part in parts)])
        self.totals = np.concatenate([np.empty(0, np.uint32), *(part.totals for part in parts)])
        self.wholes = np.concatenate([np.empty(0, np.uint64), *(part.wholes for part in parts)])
        self.live = np.concatenate([np.empty(0, np.bool_), *live])

    def met(self, place: int, *, every: bool = False) -> Int64Array:
        """The doc_ids of a segment's live articles that share enough fingerprints with others, whoever these are.

        int64, ascending. Where `every` article is looked at, it is enough that of two the one with fewer fingerprints
        is met: it leads to the other. Keys of 32 bits are alike by chance, too: of a million articles a fifth have two
        such keys, but hardly one has a quarter of its own.
        """
        part = self._parts[place]
        shared = np.zeros(len(part.counts), np.int64)
        for first in range(0, len(part.keys), _KEYS_AT_ONCE):
            keys, of = part.keys[first : first + _KEYS_AT_ONCE], part.of[first : first + _KEYS_AT_ONCE]
            holders = np.zeros(len(keys), np.int64)
            for other in self._parts:
                holders += other.keys.searchsorted(keys, "right") - other.keys.searchsorted(keys, "left")
            shared += np.bincount(of[holders > 1], minlength=len(shared))
            self._release()
        base = int(self.bases[place])
        least = np.maximum(_TWO, part.counts * _SHARED) if every else _TWO
        enough = (shared >= least) | ((shared > 0) & (part.counts <= _FEW))
        return base + np.flatnonzero(enough & self.live[base : base + len(shared)])

    def of_segment(self, place: int, doc_ids: Int64Array) -> Iterator[Pairs]:
        """Candidates of some of a segment's articles, in pieces that bound the memory."""
        part, base = self._parts[place], int(self.bases[place])
        for piece in np.array_split(doc_ids - base, max(1, -(-len(doc_ids) * 64 // _PAIRS_AT_ONCE))):
            wanted = np.zeros(len(part.counts), np.bool_)
            wanted[piece] = True
            mine = np.flatnonzero(wanted[part.of[:]])
            yield self.paired(part.keys[mine], part.of[mine].astype(np.int64) + base)

    def paired(self, keys: AnyIntArray, owners: Int64Array) -> Pairs:
        """Candidates of the owners of these fingerprints, which ascend."""
        pairs = [np.empty(0, np.int64)]
        for base, part in zip(self.bases.tolist(), self._parts, strict=False):
            first = part.keys.searchsorted(keys, "left")
            many = part.keys.searchsorted(keys, "right") - first
            many[many > _COMMONPLACE] = _SOME
            ends = np.cumsum(many)
            places = np.repeat(first - (ends - many), many) + np.arange(int(many.sum()))
            pairs.append((np.repeat(owners, many) << 32) | (part.of[places].astype(np.int64) + base))
            self._release()
        together, shared = np.unique(np.concatenate(pairs), return_counts=True)
        return self._chosen(together >> 32, together & 0xFFFFFFFF, shared)

    def _chosen(self, owners: Int64Array, others: Int64Array, shared: Int64Array) -> Pairs:
        fewer = np.minimum(self.counts[owners], self.counts[others])
        enough = (shared >= fewer * _SHARED) & ((shared >= _TWO) | (fewer <= _FEW))
        good = (owners != others) & self.live[others] & enough
        return Pairs(owners[good], others[good], shared[good])
