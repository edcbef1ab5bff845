"""Who is named here more than elsewhere: names in a column, joined by arcs where articles name both."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from search.types.request import Facet, SearchRequest
from search.types.result import Cooccurrence, Pair
from web.links.addresses import Addresses
from web.links.refine import selects, toggled

ROW = 24
_MOST_NAMES, _MOST_ARCS = 10, 16
_REACH = 64
_WIDEST, _THINNEST = 5.0, 1.0


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is listed."""

    label: str
    count: int
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
    """The picture of telling names, and which of them occur together; `height` in pixels."""

    names: Sequence[Name]
    arcs: Sequence[Arc]
    height: int


def who(together: Cooccurrence | None, request: SearchRequest, addresses: Addresses) -> Who | None:
    """The picture of the first names; None where there are none."""
    if together is None or not together.names:
        return None
    shown = together.names[:_MOST_NAMES]
    rows = {each.name: row for row, each in enumerate(shown)}
    drawn = [pair for pair in together.pairs if pair.one in rows and pair.other in rows][:_MOST_ARCS]
    names = [
        Name(
            each.name,
            each.count,
            selects(request, Facet.ENTITY, each.name),
            addresses.page(toggled(request, Facet.ENTITY, each.name)),
            _in_words(each.name, drawn),
        )
        for each in shown
    ]
    largest = max((pair.count for pair in drawn), default=1)
    arcs = [_arc(pair, rows, largest) for pair in reversed(drawn)]
    return Who(names, arcs, ROW * len(names))


def _arc(pair: Pair, rows: Mapping[str, int], largest: int) -> Arc:
    top, bottom = sorted((ROW * rows[pair.one] + ROW // 2, ROW * rows[pair.other] + ROW // 2))
    # The farther apart the rows, the wider the arc reaches: no two arcs lie on one another.
    reach = round(_REACH * (bottom - top) / (ROW * max(len(rows) - 1, 1)) + 8, 1)
    width = _THINNEST + (_WIDEST - _THINNEST) * pair.count / largest
    return Arc(f"M0 {top}C{-reach} {top} {-reach} {bottom} 0 {bottom}", round(width, 1))


def _in_words(name: str, pairs: Sequence[Pair]) -> str:
    beside = [
        (pair.other if pair.one == name else pair.one, pair.count) for pair in pairs if name in (pair.one, pair.other)
    ]
    return ", ".join(f"{other} ({count:,})" for other, count in beside[:3])
