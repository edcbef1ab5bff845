"""Filters and facet counts: what of the matches is left, and what each further choice would leave."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from corpus.enrichment.aliases.country_names import country_name
from corpus.folding import exact_key
from index.arrays.doc_id_set import DocIdSet
from index.arrays.types import Int64Array, Mask
from index.segments.date_columns import UNKNOWN_YEAR
from index.snapshots.facet_column import FacetColumn
from index.snapshots.snapshot import Snapshot
from search.facets.periods import period_of
from search.facets.value_keys import value_key
from search.request import Facet, SearchRequest, Selection
from search.result import FacetValue

MOST = 20
"""Values of the entity and country facets that a result carries; years come whole."""


@dataclass(frozen=True, slots=True)
class FilteredDocs:
    """The matches under the filters: `left` by all of them, `without[f]` by all but the selection in facet f."""

    left: DocIdSet
    without: dict[Facet, DocIdSet]


def apply_filters(matching: DocIdSet, request: SearchRequest, snapshot: Snapshot) -> FilteredDocs:
    """Apply a request's filters: OR within a facet, AND between facets, exclusions always."""
    for facet in Facet:
        excluded = _having(request.exclude, facet, snapshot)
        if excluded is not None:
            matching &= ~excluded
    chosen = {facet: _having(request.filters, facet, snapshot) for facet in Facet}
    own = {facet: mask for facet, mask in chosen.items() if mask is not None}
    without = {facet: _all(matching, [mask for other, mask in own.items() if other is not facet]) for facet in Facet}
    return FilteredDocs(_all(matching, list(own.values())), without)


def _all(matching: DocIdSet, masks: Sequence[Mask]) -> DocIdSet:
    return matching & np.logical_and.reduce(masks) if masks else matching


class FacetCounts:
    """The values of one facet over a set of articles, most frequent first; years from the latest to the earliest."""

    def __init__(self, facet: Facet, articles: DocIdSet, request: SearchRequest, snapshot: Snapshot) -> None:
        self._facet = facet
        self._column = snapshot.facets[facet]
        self._articles = articles
        self._snapshot = snapshot
        self._counts = self._column.counts(articles)
        self._inferred = self._column.counts(articles & snapshot.inferred) if facet is Facet.YEAR else None
        self._selected = self._keys(request.filters.get(facet, ()))
        self._excluded = self._keys(request.exclude.get(facet, ()))

    @property
    def total(self) -> int:
        """How many values there are."""
        return int(np.count_nonzero(self._counts))

    def top(self, *, whole: bool = False) -> list[FacetValue]:
        """The values that a result shows: the most frequent, or all, and every one that is selected or excluded."""
        most = None if whole or self._facet is Facet.YEAR else MOST
        shown = self._ordered(np.flatnonzero(self._counts), most)
        keys = [self._column.key(ordinal) for ordinal in shown]
        values = [self._value(ordinal) for ordinal in shown]
        missing = [key for key in (*self._selected, *self._excluded) if key not in keys]
        return values + [self._chosen(key) for key in dict.fromkeys(missing)]

    def page(self, prefix: str, page: int, per_page: int) -> tuple[Sequence[FacetValue], int]:
        """One page of all values of which a word begins with `prefix`, and how many those are."""
        found = np.flatnonzero(self._counts)
        if start := exact_key(prefix):
            found = self._with_word(start, found)
        ordered = self._ordered(found, page * per_page)[(page - 1) * per_page :]
        return [self._value(ordinal) for ordinal in ordered], len(found)

    def _with_word(self, start: str, ordinals: Int64Array) -> Int64Array:
        """Those values of which a word begins so; the keys of all but countries, which are codes, say what is shown."""
        if self._facet is not Facet.COUNTRY:
            return ordinals[self._column.with_word(start)[ordinals]]
        named = [f" {start}" in f" {exact_key(self._label(ordinal))}" for ordinal in ordinals.tolist()]
        return ordinals[np.array(named, np.bool_)]

    def _ordered(self, ordinals: Int64Array, most: int | None) -> list[int]:
        """The first values in the order that they are shown in; ordinals are in the order of keys."""
        if self._facet is Facet.YEAR:
            return sorted(ordinals.tolist(), key=lambda ordinal: _latest_first(self._column.key(ordinal)))[:most]
        counts = self._counts[ordinals]
        if most is not None and most < len(counts):
            least = np.partition(counts, -most)[-most]
            ordinals, counts = ordinals[counts >= least], counts[counts >= least]
        order: list[int] = ordinals[np.argsort(-counts, kind="stable")].tolist()
        return order[:most]

    def _keys(self, values: Sequence[str]) -> dict[str, str]:
        return {self._column.resolved(value_key(self._facet, value)): value for value in values}

    def _label(self, ordinal: int) -> str:
        label = self._column.value(ordinal).label
        return country_name(label) if self._facet is Facet.COUNTRY else label

    def _value(self, ordinal: int) -> FacetValue:
        key, label, kind = self._column.value(ordinal)
        return FacetValue(
            label,
            self._label(ordinal),
            int(self._counts[ordinal]),
            kind or None,
            selected=key in self._selected,
            excluded=key in self._excluded,
            inferred=0 if self._inferred is None else int(self._inferred[ordinal]),
        )

    def _chosen(self, key: str) -> FacetValue:
        """A chosen value that stands outside the list: too rare, a range of years, or nowhere in the index."""
        typed = self._selected.get(key) or self._excluded[key]
        ordinal = self._column.ordinal(key)
        if ordinal is not None:
            return self._value(ordinal)
        count = (self._articles & _having_value(self._facet, typed, self._snapshot)).count
        selected = key in self._selected
        return FacetValue(typed, typed.replace("..", "–"), count, selected=selected, excluded=key in self._excluded)


def _latest_first(year: str) -> tuple[bool, str]:
    return (year == UNKNOWN_YEAR, "" if year == UNKNOWN_YEAR else str(9999 - int(year)).zfill(4))


def _having(selection: Selection, facet: Facet, snapshot: Snapshot) -> Mask | None:
    values = selection.get(facet, ())
    if not values:
        return None
    mask: Mask = np.logical_or.reduce([_having_value(facet, value, snapshot) for value in values])
    return mask


def _having_value(facet: Facet, value: str, snapshot: Snapshot) -> Mask:
    period = period_of(value) if facet is Facet.YEAR and not value.isdigit() else None
    if period:
        return period.among(snapshot)
    column: FacetColumn = snapshot.facets[facet]
    ordinal = column.ordinal(value_key(facet, value))
    return np.zeros(snapshot.size, np.bool_) if ordinal is None else column.having(ordinal)
