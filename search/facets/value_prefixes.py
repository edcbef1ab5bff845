"""Find the values of a facet that a prefix may mean: by a word of what is shown, or by another name (`uk`, `burma`)."""

from bisect import bisect_left
from functools import cache, lru_cache

import numpy as np

from corpus.folding import exact_key, has_word
from index.arrays.types import Mask
from index.snapshots.snapshot import Snapshot
from search.types.request import Facet

SHORTEST = 4
"""Letters that another name must at least begin with: with fewer too many do, so that it must be typed wholly."""


def with_prefix(facet: Facet, start: str, snapshot: Snapshot) -> Mask:
    """Which values of a facet have a word that begins with a folded string, or another name that does.

    A mask of the facet's ordinals in this snapshot.
    """
    column = snapshot.facets[facet]
    if facet.field.label is str:
        mask = column.with_word(start)
        for other in _spellings(start):
            mask = mask | column.with_word(other)
    else:
        labels = [label_key(facet, column.key(ordinal)) for ordinal in range(len(column))]
        mask = np.array([has_word(label, start) for label in labels], np.bool_)
    for ordinal in named(facet, start, snapshot):
        mask[ordinal] = True
    return mask


def _spellings(start: str) -> list[str]:
    """How else it may be written: with the apostrophe of a typewriter, and with hyphens for blanks: `o’b`, `anne m`."""
    plain = start.replace("’", "'")
    return list({plain, plain.replace(" ", "-")} - {start})


def named(facet: Facet, start: str, snapshot: Snapshot, *, wholly: bool = False) -> list[int]:
    """The values of a facet of which another name begins with a folded string, or is it wholly; as ordinals."""
    wholly = wholly or len(start) < SHORTEST
    column = snapshot.facets[facet]
    ordinals = (column.ordinal(key) for key in meant(facet, start, wholly=wholly))
    return [ordinal for ordinal in dict.fromkeys(ordinals) if ordinal is not None]


@lru_cache(maxsize=4_096)
def label_key(facet: Facet, key: str) -> str:
    """What a value is shown as, folded."""
    return exact_key(facet.field.label(facet.field.typed(key)))


@lru_cache(maxsize=1_024)
def meant(facet: Facet, start: str, *, wholly: bool) -> tuple[str, ...]:
    """The keys of what names that begin so mean."""
    names = _other_names(facet)
    first, last = bisect_left(names, (start,)), bisect_left(names, (start + ("\0" if wholly else "\U0010ffff"),))
    return tuple(dict.fromkeys(key for _, key in names[first:last]))


@cache
def _other_names(facet: Facet) -> list[tuple[str, str]]:
    """Every other name that the tables have for values of a facet, folded, in order, each with the value's key."""
    return sorted((name, exact_key(value)) for name, value in facet.field.names().items())
