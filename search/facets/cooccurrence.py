"""Count which names occur together in the articles that match, and find those that are telling of them."""

from collections.abc import Mapping, Sequence

import numpy as np

from index.arrays.doc_id_set import DocIdSet
from index.arrays.types import Float64Array, Int64Array
from index.snapshots.snapshot import Snapshot
from search.scoring.log_likelihood import surplus
from search.types.request import Facet
from search.types.result import Cooccurrence, Named, Pair

NAMES = 20
"""The names of a result that are told; pairs are counted among them, so that there are 190 at the most."""

_EVERYWHERE = 0.25
"""A name of more than such a share of all articles, an agency's own or its country, says nothing of them."""

_MANY = 200
"""In so many articles; in fewer no name is one of most."""

_FEWEST = 2
"""A name of fewer articles tells nothing of what these are about."""


def cooccurrence(matching: DocIdSet, snapshot: Snapshot, *, telling: bool = False) -> Cooccurrence:
    """The names of some articles that stand together, most often first.

    They are the most frequent names, or the most `telling`: those that these articles have oftener than others do, of
    which the pairs stand first that are together oftener than by chance. Of all articles together the most frequent
    names are told, but those that most articles have.
    """
    column, totals = snapshot.facets[Facet.ENTITY], snapshot.totals[Facet.ENTITY]
    counts = column.counts(matching)
    shown = told_names(counts, totals, matching.count, snapshot.count, telling=telling)
    values = [column.value(number) for number in shown]
    names = [
        Named(value.label, value.kind or None, int(counts[number]), int(totals[number]))
        for value, number in zip(values, shown, strict=True)
    ]
    return paired(names, column.together(matching, shown), matching.count, telling=telling)


def told_names(counts: Int64Array, totals: Int64Array, matching: int, size: int, *, telling: bool = False) -> list[int]:
    """Which of some names are told, by their places: `counts` of the `matching`, `totals` of all `size` articles."""
    telling_by = _surplus(counts, totals, matching, size) if telling else np.zeros(len(counts))
    if telling and matching == size >= _MANY:
        telling_by[totals > _EVERYWHERE * size] = -1.0
    shown = np.lexsort((-counts, -telling_by))[:NAMES].tolist()
    return [number for number in shown if counts[number] and telling_by[number] >= 0]


def paired(names: Sequence[Named], both: Int64Array, matching: int, *, telling: bool = False) -> Cooccurrence:
    """Some names and which of them stand together: in `both[i, j]` of the `matching` articles two of them do."""
    pairs = [
        Pair(names[one].name, names[other].name, int(both[one, other]))
        for one in range(len(names))
        for other in range(one + 1, len(names))
        if both[one, other]
    ]
    pairs.sort(key=lambda pair: -pair.count)
    if telling:
        of = {each.name: each.count for each in names}
        pairs.sort(key=lambda pair: -_association(pair, of, matching))
    return Cooccurrence(matching, names, pairs)


def _association(pair: Pair, counts: Mapping[str, int], matching: int) -> float:
    """How surely two names stand together oftener than by chance: the log-likelihood ratio; below 0: more rarely."""
    both = np.array([pair.count])
    one, other = counts[pair.one], counts[pair.other]
    return float(_surplus(both, np.array([other]), one, matching)[0])


def _surplus(counts: Int64Array, totals: Int64Array, matching: int, size: int) -> Float64Array:
    """How surely each name is oftener in the articles that match than in the others; -1 where it is not.

    0 where too few articles have it to tell, and where there are no others.
    """
    ratio = surplus(counts, matching, totals, size)
    return np.where((counts < _FEWEST) & (ratio > 0), 0.0, ratio)
