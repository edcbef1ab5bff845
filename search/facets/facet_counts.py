"""Count the values of a facet: how many articles each further choice would leave."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import repeat

import numpy as np

from corpus.article import EntityType
from corpus.folding import exact_key
from index.arrays.doc_id_set import DocIdSet
from index.arrays.types import AnyIntArray, Int64Array
from index.segments.date_columns import UNKNOWN_YEAR
from index.segments.facets import Order, Values
from index.snapshots.facet_column import KINDS
from index.snapshots.snapshot import Snapshot
from search.execution.ordering import near_first
from search.facets.facet_filters import having
from search.facets.value_keys import value_key
from search.facets.value_prefixes import with_prefix
from search.types.request import Facet, SearchRequest
from search.types.result import FacetValue

MOST = 20
"""Values of a facet that a result carries; years come whole."""


OF_A_TYPE = 10
"""Names of a type that a result carries."""

OF_ALL_TYPES = 60
"""Names among which there are mostly so many of each type."""

EVERYWHERE = 0.25
"""A name of more than such a share of all articles says little of some of them."""

_AT_ONCE = 1_000
"""Values that are made at once where all are told."""

FEW = 200
"""In a collection of fewer articles no name is one of most."""


class FacetCounts:
    """The values of one facet over a set of articles, most frequent first; years from the latest to the earliest."""

    def __init__(self, facet: Facet, articles: DocIdSet, request: SearchRequest, snapshot: Snapshot) -> None:
        self._facet = facet
        self._column = snapshot.facets[facet]
        self._articles = articles
        self._snapshot = snapshot
        self._counts = self._column.counts(articles)
        self._of_time = facet.field.values is Values.TIMES
        self._inferred = self._column.counts(articles & snapshot.inferred) if self._of_time else None
        self._selected = self._keys(request.filters.get(facet, ()))
        self._excluded = self._keys(request.exclude.get(facet, ()))

    @property
    def total(self) -> int:
        """How many values there are."""
        return len(self._found)

    def top(self, *, whole: bool = False) -> list[FacetValue]:
        """The values that a result shows: the most frequent, or all, and every one that is selected or excluded."""
        most = None if whole or self._facet.field.order is Order.TIME else MOST
        shown = self._ordered(self._found, most)
        values = self._values(shown)
        chosen = [*self._selected, *self._excluded]
        keys = {self._column.value(ordinal).key for ordinal in shown} if chosen else set()
        missing = [key for key in chosen if key not in keys]
        return values + [self._chosen(key) for key in dict.fromkeys(missing)]

    def by_type(self) -> dict[EntityType, list[FacetValue]]:
        """The first names of each type, people first, and those that are chosen; of places no countries.

        The most frequent stand first; a name that most articles have (an agency's own) and that these have no oftener
        stands last.
        """
        chosen = [self._column.ordinal(key) for key in (*self._selected, *self._excluded)]
        picked = [each for each in dict.fromkeys(chosen) if each is not None and self._counts[each]]
        shown = ~self._snapshot.countries_as_names[self._found]
        shown[self._found.searchsorted(picked)] = True
        names = self._found[shown]
        rank, kinds = self._rank(names), self._column.kinds[names]
        found: dict[EntityType, list[FacetValue]] = {}
        for kind, places in zip(EntityType, _first_of_each(kinds, rank), strict=True):
            first = names[places].tolist()
            first += [each for each in picked if self._column.kinds[each] == KINDS.index(kind) and each not in first]
            found[kind] = self._values(first)
        return found

    def _rank(self, names: Int64Array) -> Int64Array:
        """By what some names are ordered among those of their type, the highest first: int64 in their order."""
        articles, totals = self._snapshot.count, self._snapshot.totals[self._facet][names]
        counts = self._counts[names]
        everywhere = np.flatnonzero(totals > EVERYWHERE * max(articles, FEW))
        no_oftener = everywhere[counts[everywhere] * articles <= totals[everywhere] * self._articles.count]
        counts[no_oftener] -= totals.max(initial=0) + 1
        return counts

    def page(self, prefix: str, page: int, per_page: int) -> tuple[Sequence[FacetValue], int]:
        """One page of all values of which a word, or another name, begins with `prefix`, and how many those are."""
        found = self._found
        if start := exact_key(prefix):
            found = found[with_prefix(self._facet, start, self._snapshot)[found]]
        ordered = self._ordered(found, page * per_page)[(page - 1) * per_page :]
        return self._values(ordered), len(found)

    def every(self) -> Iterator[FacetValue]:
        """All values, one at a time."""
        ordered = self._ordered(self._found, None)
        for first in range(0, len(ordered), _AT_ONCE):
            yield from self._values(ordered[first : first + _AT_ONCE])

    @cached_property
    def _found(self) -> Int64Array:
        """The ordinals of the values that there are, ascending."""
        return np.flatnonzero(self._counts > 0)  # in a fifth of the time of the counts themselves

    def _ordered(self, ordinals: Int64Array, most: int | None) -> list[int]:
        """The first values in the order that they are shown in; ordinals are in the order of keys."""
        if self._facet.field.order is Order.TIME:
            latest: list[int] = ordinals[::-1].tolist()
            if latest and self._column.key(latest[0]) == UNKNOWN_YEAR:  # it stands behind all digits
                latest.append(latest.pop(0))
            return latest[:most]
        return most_frequent(ordinals, self._counts, most)

    def _keys(self, values: Sequence[str]) -> dict[str, str]:
        return {self._column.resolved(value_key(self._facet, value)): value for value in values}

    def _values(self, ordinals: list[int]) -> list[FacetValue]:
        """The values with some ordinals, in their order."""
        counts = self._counts[ordinals].tolist()
        inferred = repeat(0) if self._inferred is None else self._inferred[ordinals].tolist()
        told = map(self._column.value, ordinals)
        selected, excluded, shown = self._selected, self._excluded, self._facet.field.label
        return [
            FacetValue(label, shown(label), count, kind or None, key in selected, key in excluded, of_them)
            for (key, label, kind), count, of_them in zip(told, counts, inferred, strict=False)
        ]

    def _chosen(self, key: str) -> FacetValue:
        """A chosen value that stands outside the list: too rare, a range of dates, or nowhere in the index."""
        typed = self._selected.get(key) or self._excluded[key]
        ordinal = self._column.ordinal(key)
        if ordinal is not None:
            return self._values([ordinal])[0]
        count = (self._articles & having(self._facet, typed, self._snapshot)).count
        label = typed.replace("..", "–") if self._of_time else self._facet.field.label(self._facet.field.typed(typed))
        return FacetValue(typed, label, count, selected=key in self._selected, excluded=key in self._excluded)


def most_frequent(ordinals: Int64Array, counts: Int64Array, most: int | None) -> list[int]:
    """The ordinals of the `most` highest counts, highest first, ties in their order; all of them for None.

    `counts` has that of every ordinal.
    """
    counts = counts[ordinals]
    if most is not None and most < len(counts):
        kept = near_first(-counts, most)
        ordinals, counts = ordinals[kept], counts[kept]
    order: list[int] = ordinals[np.argsort(-counts, kind="stable")].tolist()
    return order[:most]


def _first_of_each(kinds: AnyIntArray, rank: Int64Array) -> Iterator[list[int]]:
    """For each type of names the places of its first ones by their rank, the highest first, ties in their order.

    `kinds` are those of the names, by their places in `KINDS`.
    """
    near = near_first(-rank, OF_ALL_TYPES)
    ordered = near[np.argsort(-rank[near], kind="stable")]
    of_ordered = list(zip(ordered.tolist(), kinds[ordered].tolist(), strict=True))
    for number in range(1, len(KINDS)):
        first = [place for place, kind in of_ordered if kind == number][:OF_A_TYPE]
        if len(first) < OF_A_TYPE and len(near) < len(rank):  # most often the first of all have enough of each
            first = most_frequent(np.flatnonzero(kinds == number), rank, OF_A_TYPE)
        yield first
