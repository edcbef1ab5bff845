"""The facets beside a result: when, where and who, as rows that can be chosen."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.article import Entity, EntityType
from search.types.request import Facet, SearchRequest
from search.types.result import FacetValue, SearchResult
from web.links.addresses import Addresses
from web.links.refine import excluded, toggled, touches
from web.links.selection import value_label

_SHOWN = (Facet.YEAR, Facet.COUNTRY, Facet.ENTITY)
"""The facets beside a result."""

_TYPES = {
    EntityType.PERSON: "People",
    EntityType.ORGANIZATION: "Organizations",
    EntityType.PLACE: "Places",
    None: "Other names",
}
_ROWS = 10
_SHARES = 20
"""As many widths has the bar behind a count in the style sheet."""
_ROWS_OF_A_TYPE = 5


@dataclass(frozen=True, slots=True)
class PanelRow:
    """One value: `share` is its count in twentieths of the largest.

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


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a heading of their own, or under none."""

    heading: str | None
    rows: Sequence[PanelRow]


@dataclass(frozen=True, slots=True)
class Panel:
    """A facet with the first of its values, and how many there are."""

    facet: Facet
    heading: str
    noun: tuple[str, str]
    groups: Sequence[Group]
    shown: int
    total: int


def panels(result: SearchResult, addresses: Addresses) -> dict[Facet, Panel]:
    """The facets beside a result. Years are a picture alone: as rows they stand on a page of their own."""
    return {facet: _panel(facet, result, addresses) for facet in _SHOWN}


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
    return Panel(facet, facet.field.heading, facet.field.noun, groups, shown, result.facet_totals.get(facet, 0))


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
    for kind, heading in _TYPES.items():
        of_kind = [(value, row) for value, row in made if value.type == kind]
        if of_kind:
            yield Group(heading, _first(of_kind, _ROWS_OF_A_TYPE))


def _first(made: Iterable[tuple[FacetValue, PanelRow]], count: int) -> list[PanelRow]:
    """The first rows, and those further down that are chosen; what is chosen stands on top."""
    shown = [row for place, (_, row) in enumerate(made) if place < count or row.selected or row.refused]
    return sorted(shown, key=lambda row: not row.selected)
