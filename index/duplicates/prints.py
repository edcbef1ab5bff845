"""The few shingles by which an article is found among a million: winnowing (Schleimer, Wilkerson and Aiken 2003).

Of every sixteen shingles in a row the one with the lowest hash is kept. Which are kept depends on the passage alone:
any nineteen words that two texts have in common leave both with a common print, wherever they stand.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from index.columnar.arrays import Arrays, ArrayWriter, Ints, Numbers
from index.duplicates.shingles import WORDS, Hashes, shingled

FEWEST = 8
"""Shingles that a text needs to be compared at all."""

MOST = 128
"""Prints of one article: enough for 1,100 words; of longer ones those with the lowest hashes."""

_WINDOW = 16
_AT_ONCE = 1 << 20
_LOW = np.uint64(0xFFFFFFFF)
_HIGH = np.uint64(32)


class Prints(NamedTuple):
    """The prints of some articles: `keys` ascend, `of` has the article of each, the others have a value an article."""

    keys: Numbers
    of: Numbers
    counts: Numbers
    """How many prints each article has."""
    totals: Numbers
    """How many shingles."""
    wholes: Numbers
    """A number for the whole text."""

    def write(self, out: ArrayWriter) -> None:
        """Append them to the arrays `print.*` of a segment."""
        for name, values, kind in zip(NAMES, self, KINDS, strict=True):
            out.extend(name, values, kind)


NAMES = ("print.key", "print.of", "print.count", "print.total", "print.whole")
BY_ARTICLE = NAMES[2:]
KINDS = ("<u4", "<u4", "u1", "<u4", "<u8")


def prints_in(arrays: Arrays) -> Prints:
    """The prints that a segment keeps."""
    return Prints(*(arrays[name] for name in NAMES))


def merged(parts: Sequence[Prints], numbers: Sequence[Ints]) -> Iterator[tuple[Numbers, Numbers]]:
    """The keys of several segments in one order, and whose they are, in pieces that bound the memory.

    `numbers[i]` has for each article of part i its new number, below zero where it is gone.
    """
    pieces = 1 + sum(len(part.keys) for part in parts) // _AT_ONCE
    cuts = np.linspace(0, 1 << 32, pieces + 1).astype(np.int64)
    for first, last in pairwise(cuts.tolist()):
        keys, of = list[Numbers](), list[Numbers]()
        for part, renumbered in zip(parts, numbers, strict=True):
            begin, end = np.searchsorted(part.keys, (first, last))
            owners = renumbered[part.of[begin:end]]
            keys.append(part.keys[begin:end][owners >= 0])
            of.append(owners[owners >= 0])
        every = np.concatenate(keys)
        order = np.argsort(every, kind="stable")
        yield every[order], np.concatenate(of)[order]


def prints_of(words: Hashes, lengths: Ints) -> Prints:
    """The prints of articles whose words, of these numbers, stand one after the other."""
    articles = len(lengths)
    totals = np.maximum(lengths - (WORDS - 1), 0)
    totals[totals < FEWEST] = 0
    begins = np.cumsum(lengths) - lengths
    owners = np.repeat(np.arange(articles), totals)
    places = np.arange(len(owners)) + np.repeat(begins - (np.cumsum(totals) - totals), totals)
    shingles = shingled(words)[places] if len(owners) else np.empty(0, np.uint64)
    wholes = np.zeros(articles, np.uint64)
    there = np.flatnonzero(totals)
    firsts = (np.cumsum(totals) - totals)[there]
    if len(there):
        wholes[there] = np.add.reduceat(shingles, firsts)
    chosen = _winnowed(shingles, owners, firsts)
    marked = _few((owners[chosen].astype(np.uint64) << _HIGH) | (shingles[chosen] & _LOW), shingles[chosen], articles)
    keys, of = (marked & _LOW).astype(np.uint32), (marked >> _HIGH).astype(np.uint32)
    order = np.argsort(keys, kind="stable")
    counts = np.bincount(of, minlength=articles).astype(np.uint8)
    return Prints(keys[order], of[order], counts, totals.astype(np.uint32), wholes)


def _winnowed(shingles: Hashes, owners: Ints, firsts: Ints) -> Ints:
    """The places of the shingles that are the lowest of some window of their text; a short text is one window."""
    if not len(shingles):
        return np.empty(0, np.int64)
    # The place stands in the low half, so that the least number says where it is.
    packed = (shingles & ~_LOW) | np.arange(len(shingles), dtype=np.uint64)
    lowest, step = packed, 1
    while step < _WINDOW:
        lowest = np.minimum(lowest[:-step], lowest[step:]) if len(lowest) > step else lowest[:0]
        step *= 2
    kept = np.zeros(len(shingles), np.bool_)
    kept[np.minimum.reduceat(packed, firsts) & _LOW] = True
    within = owners[: len(lowest)] == owners[_WINDOW - 1 : _WINDOW - 1 + len(lowest)]
    kept[lowest[within] & _LOW] = True
    return np.flatnonzero(kept)


def _few(marked: Hashes, hashes: Hashes, articles: int) -> Hashes:
    """Each print of an article once, owner and key as one number; of too many those with the lowest hashes."""
    marked, places = np.unique(marked, return_index=True)
    owners = (marked >> _HIGH).astype(np.int64)
    counts = np.bincount(owners, minlength=articles)
    if counts.max(initial=0) <= MOST:
        return marked
    by_hash = np.lexsort((hashes[places], owners))
    rank = np.arange(len(owners)) - np.repeat(np.cumsum(counts) - counts, counts)
    kept: Hashes = np.sort(marked[by_hash[rank < MOST]])
    return kept
