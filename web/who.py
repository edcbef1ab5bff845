"""Who with whom: names in a column, joined by arcs where articles name both."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from search.request import Facet, SearchRequest
from search.result import Pair, Together
from web.addresses import Addresses
from web.refine import selects, toggled

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
    """The picture of names that occur together; `height` in pixels."""

    names: Sequence[Name]
    arcs: Sequence[Arc]
    height: int


def who(together: Together | None, request: SearchRequest, addresses: Addresses) -> Who | None:
    """The picture of the names that stand together most often; None where no two do."""
    pairs = together.pairs[:_MOST_ARCS] if together else ()
    if together is None or not pairs:
        return None
    joined = {name for pair in pairs for name in (pair.one, pair.other)}
    shown = [(name, count) for name, _, count in together.names if name in joined][:_MOST_NAMES]
    rows = {name: row for row, (name, _) in enumerate(shown)}
    drawn = [pair for pair in pairs if pair.one in rows and pair.other in rows]
    names = [
        Name(
            name,
            count,
            selects(request, Facet.ENTITY, name),
            addresses.page(toggled(request, Facet.ENTITY, name)),
            _in_words(name, drawn),
        )
        for name, count in shown
    ]
    largest = pairs[0].count
    return Who(names, [_arc(pair, rows, largest) for pair in reversed(drawn)], ROW * len(names))


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
