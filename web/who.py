"""Who with whom: names in a column, joined by arcs where articles name both."""

from collections.abc import Sequence
from dataclasses import dataclass

from search.request import Facet, SearchRequest
from web.addresses import Addresses
from web.refine import toggled

ROW = 24
_REACH = 64
_WIDEST, _THINNEST = 5.0, 1.0


@dataclass(frozen=True, slots=True)
class Node:
    """A name and how many of the matching articles have it."""

    name: str
    type: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Edge:
    """Two nodes, by their places in the list, and how many articles have both."""

    one: int
    other: int
    count: int


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is listed: `y` is the middle of its row."""

    label: str
    count: int
    y: int
    selected: bool
    href: str
    together: str
    """With whom it occurs most, in words, for those who do not see the arcs."""


@dataclass(frozen=True, slots=True)
class Arc:
    """A pair of rows: an SVG path, and how wide it is drawn."""

    path: str
    width: float


@dataclass(frozen=True, slots=True)
class Who:
    """The picture of names that occur together; `height` in pixels."""

    names: Sequence[Name]
    arcs: Sequence[Arc]
    height: int


def who(nodes: Sequence[Node], edges: Sequence[Edge], request: SearchRequest, addresses: Addresses) -> Who | None:
    """The picture of some names, in their order; None where no two occur together."""
    if not edges:
        return None
    largest = max(edge.count for edge in edges)
    names = [
        Name(
            node.name,
            node.count,
            ROW * place + ROW // 2,
            node.name in request.filters.get(Facet.ENTITY, ()),
            addresses.page(toggled(request, Facet.ENTITY, node.name)),
            _in_words(place, nodes, edges),
        )
        for place, node in enumerate(nodes)
    ]
    arcs = [_arc(edge, largest, len(nodes)) for edge in sorted(edges, key=lambda edge: edge.count)]
    return Who(names, arcs, ROW * len(nodes))


def _arc(edge: Edge, largest: int, rows: int) -> Arc:
    top, bottom = sorted((ROW * edge.one + ROW // 2, ROW * edge.other + ROW // 2))
    # The farther apart the rows, the wider the arc reaches: no two arcs lie on one another.
    reach = round(_REACH * (bottom - top) / (ROW * max(rows - 1, 1)) + 8, 1)
    width = _THINNEST + (_WIDEST - _THINNEST) * edge.count / largest
    return Arc(f"M0 {top}C{-reach} {top} {-reach} {bottom} 0 {bottom}", round(width, 1))


def _in_words(place: int, nodes: Sequence[Node], edges: Sequence[Edge]) -> str:
    beside = sorted(
        (-edge.count, edge.other if edge.one == place else edge.one)
        for edge in edges
        if place in (edge.one, edge.other)
    )
    return ", ".join(f"{nodes[other].name} ({-count:,})" for count, other in beside[:3])
