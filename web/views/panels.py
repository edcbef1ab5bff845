"""The facets beside a result: when, where and who, as rows that can be chosen."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.article import Entity, EntityType
from corpus.enrichment.aliases.country_names import territories
from search.types.request import Facet, SearchRequest
from search.types.result import FacetValue, SearchResult
from web.formatting.language import message
from web.links.addresses import Addresses
from web.links.refine import Choice, excluded, switch, toggled, touches
from web.links.selection import value_label

_FOLDED = {Facet.SOURCE, Facet.AUTHOR, Facet.LANGUAGE}
"""Facets whose values are folded away where there are many, unless one is chosen."""

_SHORT = 5
"""So many values are never too many."""

_TYPES = {
    EntityType.PERSON: message("People"),
    EntityType.ORGANIZATION: message("Organizations"),
    EntityType.PLACE: message("Places"),
    None: message("Other names"),
}
_ROWS = 10
_SHARES = 10
"""As many widths has the bar behind a count in the style sheet."""
_ROWS_OF_A_TYPE = {EntityType.PERSON: 5, EntityType.ORGANIZATION: 4, EntityType.PLACE: 3, None: 3}


@dataclass(frozen=True, slots=True)
class PanelRow:
    """One value: `share` is its count in tenths of the largest.

    `toggle` and `refuse` are where choosing and refusing it lead; None where the form around it needs no more than
    its name, which keeps a page small whatever has been chosen.
    """

    value: str
    label: str
    count: int
    share: int
    selected: bool
    refused: bool
    inferred: int
    toggle: str | None
    refuse: str | None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a heading of their own, or under none."""

    heading: str | None
    rows: Sequence[PanelRow]


@dataclass(frozen=True, slots=True)
class Panel:
    """A facet with the first of its values, and how many there are."""

    facet: Facet
    groups: Sequence[Group]
    shown: int
    total: int
    switch: Sequence[Choice]
    folded: bool
    approximate: bool = False
    """Whether `total` is about right alone."""
    idle: bool = False
    """Whether all articles found have its one value, so that it can narrow nothing."""


def panels(result: SearchResult, addresses: Addresses) -> dict[Facet, Panel]:
    """The facets beside a result. Years are a picture alone: as rows they stand on a page of their own."""
    return {facet: _panel(facet, result, addresses) for facet in Facet}


def rows(facet: Facet, values: Sequence[FacetValue], request: SearchRequest, addresses: Addresses) -> list[PanelRow]:
    """Values as rows, in their order."""
    largest = max((each.count for each in values), default=0) or 1
    touched = [touches(request, facet, each.value) for each in values]
    return [
        PanelRow(
            value=each.value,
            label=each.label if facet is Facet.ENTITY else value_label(facet, each.value),
            count=each.count,
            share=round(_SHARES * each.count / largest),
            selected=each.selected,
            refused=each.excluded,
            inferred=each.inferred,
            toggle=addresses.page(toggled(request, facet, each.value)) if chosen else None,
            refuse=addresses.page(excluded(request, facet, each.value)) if chosen else None,
            approximate=each.approximate,
        )
        for each, chosen in zip(values, touched, strict=True)
    ]


def names_by_type(entities: Iterable[Entity]) -> list[tuple[str, EntityType, list[Entity]]]:
    """People, organizations and places under their headings, in the order that they have."""
    listed = list(entities)
    grouped = [(_TYPES[kind], kind, [each for each in listed if each.type is kind]) for kind in EntityType]
    return [(heading, kind, names) for heading, kind, names in grouped if names]


def _panel(facet: Facet, result: SearchResult, addresses: Addresses) -> Panel:
    values = _of_each_type(result) if facet is Facet.ENTITY else _worth_showing(facet, result.facets.get(facet, ()))
    made = zip(values, rows(facet, values, result.request, addresses), strict=True)
    if facet is Facet.YEAR:
        groups = []
    elif facet is Facet.ENTITY:
        groups = list(_by_type(list(made)))
    else:
        groups = [Group(None, _first(made, _ROWS))]
    shown = sum(len(group.rows) for group in groups)
    total = result.facet_totals.get(facet, 0)
    chosen = result.request.filters.get(facet) or result.request.exclude.get(facet)
    folded = facet in _FOLDED and total > _SHORT and not chosen
    approximate = f"facet_totals.{facet}" in result.approximate
    idle = total == 1 and not chosen and [each.count for each in values] == [result.total]
    return Panel(facet, groups, shown, total, switch(facet, result.request), folded, approximate, idle)


def _of_each_type(result: SearchResult) -> Sequence[FacetValue]:
    """The first names of each type, and every chosen one, be it in no article."""
    found = [each for values in result.names.values() for each in values]
    there = {each.value for each in found}
    chosen = (each for each in result.facets.get(Facet.ENTITY, ()) if each.selected or each.excluded)
    return [*found, *(each for each in chosen if each.value not in there)]


def _worth_showing(facet: Facet, values: Sequence[FacetValue]) -> Sequence[FacetValue]:
    """Of many values the first and the chosen ones: making rows of all would take longer than the search."""
    if facet is not Facet.COUNTRY:
        return values
    return [value for place, value in enumerate(values) if place < _ROWS or value.selected or value.excluded]


def _by_type(made: Sequence[tuple[FacetValue, PanelRow]]) -> Iterator[Group]:
    countries = set(territories().values())
    for kind, heading in _TYPES.items():
        of_kind = [
            (value, row)
            for value, row in made
            # Countries have a facet of their own.
            if value.type == kind and (kind != EntityType.PLACE or value.label not in countries or row.toggle)
        ]
        if of_kind:
            yield Group(heading, _first(of_kind, _ROWS_OF_A_TYPE[kind]))


def _first(made: Iterable[tuple[FacetValue, PanelRow]], count: int) -> list[PanelRow]:
    """The first rows, and those further down that are chosen; what is chosen stands on top."""
    shown = [row for place, (_, row) in enumerate(made) if place < count or row.selected or row.refused]
    return sorted(shown, key=lambda row: not row.selected)
