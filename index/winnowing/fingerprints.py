"""The few shingles by which an article is found among a million: winnowing (Schleimer, Wilkerson and Aiken 2003).

Of every sixteen shingles in a row the one with the lowest hash is kept. Which are kept depends on the passage alone:
any nineteen words that two texts have in common leave both with a common print, wherever they stand.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from index.arrays.array_file import Arrays, ArrayWriter
from index.arrays.types import AnyIntArray, Int64Array, UInt64Array
from index.winnowing.shingles import WORDS, shingled
from index.winnowing.stored_prints import Keys, Numbers, StoredPrintsWriter, stored_prints

FEWEST = 8
"""Shingles that a text needs to be compared at all."""

MOST = 128
"""Prints of one article: enough for 1,100 words; of longer ones those with the lowest hashes."""

_WINDOW = 16
_AT_ONCE = 1 << 20
_WORDS_AT_ONCE = 1 << 15
_LOW = np.uint64(0xFFFFFFFF)
_HIGH = np.uint64(32)


class Fingerprints(NamedTuple):
    """Fingerprints of articles: `keys` ascend, `of` has the article of each, the others have a value an article."""

    keys: Keys
    of: Numbers
    counts: AnyIntArray
    """How many fingerprints each article has."""
    totals: AnyIntArray
    """How many shingles."""
    wholes: AnyIntArray
    """A number for the whole text."""

    def write(self, out: ArrayWriter) -> None:
        """Append them to the arrays `print.*` of a segment."""
        prints = StoredPrintsWriter(out, len(self.counts), len(self.keys))
        prints.extend(self.keys[:], self.of[:])
        prints.close()
        for name, values, kind in zip(BY_ARTICLE, self[2:], ("u1", "<u4", "<u8"), strict=True):
            out.extend(name, values, kind)


BY_ARTICLE = ("print.count", "print.total", "print.whole")


def fingerprints_in(arrays: Arrays) -> Fingerprints:
    """The fingerprints that a segment keeps."""
    counts, totals, wholes = map(arrays.__getitem__, BY_ARTICLE)
    return Fingerprints(*stored_prints(arrays, len(counts)), counts, totals, wholes)


def merged(parts: Sequence[Fingerprints], numbers: Sequence[Int64Array]) -> Iterator[tuple[AnyIntArray, AnyIntArray]]:
    """The keys of several segments in one order, and whose they are, in pieces that bound the memory.

    `numbers[i]` has for each article of part i its new number, below zero where it is gone.
    """
    pieces = 1 + sum(len(part.keys) for part in parts) // _AT_ONCE
    cuts = np.linspace(0, 1 << 32, pieces + 1).astype(np.int64)
    for cut in pairwise(cuts.tolist()):
        keys, of = list[AnyIntArray](), list[AnyIntArray]()
        for part, renumbered in zip(parts, numbers, strict=True):
            begin, end = part.keys.searchsorted(np.array(cut, np.int64)).tolist()
            owners = renumbered[part.of[begin:end]]
            keys.append(part.keys[begin:end][owners >= 0])
            of.append(owners[owners >= 0])
        every = np.concatenate(keys)
        order = np.argsort(every, kind="stable")
        yield every[order], np.concatenate(of)[order]


def fingerprints_of(words: UInt64Array, lengths: Int64Array) -> Fingerprints:
    """The fingerprints of articles whose words, of these numbers, stand one after the other."""
    totals = np.maximum(lengths - (WORDS - 1), 0)
    totals[totals < FEWEST] = 0
    ends = np.cumsum(lengths)
    wholes = np.zeros(len(lengths), np.uint64)
    marked = [np.empty(0, np.uint64)]
    for first, last in _blocks(ends):
        begin = int(ends[first] - lengths[first])
        block = _Block(
            words[begin : int(ends[last - 1])], ends[first:last] - lengths[first:last] - begin, totals[first:last]
        )
        wholes[first:last] = block.wholes()
        marked.append(block.marked() + (np.uint64(first) << _HIGH))
    every = np.concatenate(marked)
    keys, of = (every & _LOW).astype(np.uint32), (every >> _HIGH).astype(np.uint32)
    order = np.argsort(keys, kind="stable")
    counts = np.bincount(of, minlength=len(lengths)).astype(np.uint8)
    return Fingerprints(keys[order], of[order], counts, totals.astype(np.uint32), wholes)


def _blocks(ends: Int64Array) -> Iterator[tuple[int, int]]:
    """Articles to be gone through at once: so few words that they stay in the processor's cache."""
    first = 0
    while first < len(ends):
        before = int(ends[first - 1]) if first else 0
        last = max(first + 1, int(np.searchsorted(ends, before + _WORDS_AT_ONCE, "right")))
        yield first, last
        first = last


class _Block:
    """Some articles, by where their words begin and how many shingles each has; none where they are too few."""

    def __init__(self, words: UInt64Array, begins: Int64Array, totals: Int64Array) -> None:
        self._shingles = shingled(words)
        self._there = np.flatnonzero(totals)
        self._begins, self._totals = begins[self._there], totals[self._there]
        self._articles = len(begins)

    def wholes(self) -> UInt64Array:
        """A number for each text: the sum of its shingles; uint64 of shape (texts,)."""
        sums = np.zeros(self._articles, np.uint64)
        # The last sum of each pair is that of what stands between two articles.
        bounds = np.stack([self._begins, self._begins + self._totals], axis=1).ravel()
        if len(bounds):
            sums[self._there] = np.add.reduceat(np.append(self._shingles, np.uint64(0)), bounds)[::2]
        return sums

    def marked(self) -> UInt64Array:
        """The fingerprints, each once: article and key as one number, ascending; uint64."""
        if not len(self._there):
            return np.empty(0, np.uint64)
        chosen = self._winnowed()
        owners = self._there[np.searchsorted(self._begins, chosen, "right") - 1]
        hashes = self._shingles[chosen]
        found: UInt64Array = _few((owners.astype(np.uint64) << _HIGH) | (hashes & _LOW), hashes, self._articles)
        return found

    def _winnowed(self) -> Int64Array:
        """The places of the shingles that are the lowest of some window of their text; a short text is one window."""
        # The place stands in the low half, so that the least number says where it is.
        packed = (self._shingles & ~_LOW) | np.arange(len(self._shingles), dtype=np.uint64)
        kept = np.zeros(len(packed), np.bool_)
        for begin, total in zip(
            self._begins[self._totals < _WINDOW], self._totals[self._totals < _WINDOW], strict=True
        ):
            kept[begin + int(self._shingles[begin : begin + total].argmin())] = True
        lowest, step = packed, 1
        while step < _WINDOW:
            lowest = np.minimum(lowest[:-step], lowest[step:])
            step *= 2
        whole = self._totals >= _WINDOW
        windows = np.zeros(len(packed) + 1, np.int8)
        windows[self._begins[whole]] += 1
        windows[(self._begins + self._totals - _WINDOW + 1)[whole]] -= 1
        within = np.cumsum(windows[: len(lowest)], dtype=np.int8).view(np.bool_)
        kept[lowest[within] & _LOW] = True
        return np.flatnonzero(kept)


def _few(marked: UInt64Array, hashes: UInt64Array, articles: int) -> UInt64Array:
    """Each print of an article once, owner and key as one number; of too many those with the lowest hashes."""
    marked, places = np.unique(marked, return_index=True)
    owners = (marked >> _HIGH).astype(np.int64)
    counts = np.bincount(owners, minlength=articles)
    if counts.max(initial=0) <= MOST:
        return marked
    by_hash = np.lexsort((hashes[places], owners))
    rank = np.arange(len(owners)) - np.repeat(np.cumsum(counts) - counts, counts)
    kept: UInt64Array = np.sort(marked[by_hash[rank < MOST]])
    return kept
