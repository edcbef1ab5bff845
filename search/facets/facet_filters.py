"""Apply the filters of a request: what of the matches they leave, and what all but one facet's leave."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.arrays.doc_id_set import DocIdSet
from index.arrays.types import Mask
from index.segments.facets import Values
from index.snapshots.snapshot import Snapshot
from search.facets.value_keys import value_key
from search.types.date_ranges import date_range
from search.types.request import Facet, SearchRequest


@dataclass(frozen=True, slots=True)
class FilteredDocs:
    """The matches under the filters: `left` by all of them, `countable[f]` those among which facet f is counted.

    Where any of a facet's chosen values is enough, another one adds to them: its counts leave out its own selection.
    Where all are needed, another one narrows: its counts are among what is left.
    """

    left: DocIdSet
    countable: dict[Facet, DocIdSet]


def apply_filters(matching: DocIdSet, request: SearchRequest, snapshot: Snapshot) -> FilteredDocs:
    """Apply a request's filters: OR within a facet (AND where it says so), AND between facets, exclusions always."""
    if request.articles:
        matching &= _named(request.articles, snapshot)
    if request.added_since:
        matching &= snapshot.added > request.added_since.timestamp()
    for facet, values in request.exclude.items():
        if values:
            matching &= ~np.logical_or.reduce([having(facet, value, snapshot) for value in values])
    chosen = {facet: _chosen(facet, values, request, snapshot) for facet, values in request.filters.items() if values}
    left = _all(matching, list(chosen.values()))
    countable = dict.fromkeys(Facet, left)
    for facet in chosen:
        if not request.needs_all(facet):
            countable[facet] = _all(matching, [mask for other, mask in chosen.items() if other is not facet])
    return FilteredDocs(left, countable)


def having(facet: Facet, value: str, snapshot: Snapshot) -> Mask:
    """Which articles have a value of a facet, as a user types it; of times also a range. A mask of all doc_ids."""
    if facet.field.values is Values.TIMES and not value.isdigit() and (dates := date_range(value)):
        return dates.among(snapshot.days)
    column = snapshot.facets[facet]
    ordinal = column.ordinal(value_key(facet, value))
    return np.zeros(snapshot.size, np.bool_) if ordinal is None else column.having(ordinal)


def _named(keys: Sequence[str], snapshot: Snapshot) -> Mask:
    """The articles of a reading list."""
    named: Mask = np.zeros(snapshot.size, np.bool_)
    doc_ids = snapshot.ids.of_keys(keys)
    named[doc_ids[doc_ids >= 0]] = True
    return named


def _chosen(facet: Facet, values: Sequence[str], request: SearchRequest, snapshot: Snapshot) -> Mask:
    masks = [having(facet, value, snapshot) for value in values]
    mask: Mask = (np.logical_and if request.needs_all(facet) else np.logical_or).reduce(masks)
    return mask


def _all(matching: DocIdSet, masks: Sequence[Mask]) -> DocIdSet:
    return matching & np.logical_and.reduce(masks) if masks else matching
