"""Where: a map of the world on which each country is a tile of the same size, shaded by its articles."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from search.request import Facet, SearchRequest
from search.result import FacetValue
from web.addresses import Addresses
from web.refine import toggled
from web.selection import value_label

_SHADES = 5
_NOBODY = ".."
_ANY = "any-country"
MOST_LINKS = 80
"""Links on the small map: each carries the whole search, and the page must stay small."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A country in column `x` and row `y`; `shade` is 1 to 5 on the logarithm of its count."""

    code: str
    label: str
    count: int
    x: int
    y: int
    shade: int
    selected: bool
    href: str


@dataclass(frozen=True, slots=True)
class Where:
    """The countries that have articles, the most first, by shade; and as an SVG path all others, which have none."""

    shades: Sequence[tuple[int, Sequence[Tile]]]
    others: Sequence[tuple[int, str]]
    """Shades and SVG paths of the countries with the fewest articles, where they are too many to be links each."""
    empty: str
    columns: int
    rows: int


def where(values: Sequence[FacetValue], request: SearchRequest, addresses: Addresses, most: int = MOST_LINKS) -> Where:
    """The map of a country facet's values; those that are excluded or nowhere stay empty. `most` of them are links."""
    places, columns, rows = tile_places()
    counted = {each.value: each for each in values if each.value in places and (each.count or each.selected)}
    largest = max((each.count for each in counted.values()), default=1)
    # Most of two hundred addresses differ in the code alone.
    before, _, behind = addresses.page(toggled(request, Facet.COUNTRY, _ANY)).partition(_ANY)
    tiles = [
        Tile(
            code,
            value_label(Facet.COUNTRY, code),
            each.count,
            *places[code],
            _shade(each.count, largest),
            each.selected,
            addresses.page(toggled(request, Facet.COUNTRY, code)) if each.selected else before + code + behind,
        )
        for code, each in counted.items()
    ]
    linked = [tile for place, tile in enumerate(tiles) if place < most or tile.selected]
    others = [tile for place, tile in enumerate(tiles) if place >= most and not tile.selected]
    return Where(
        [(shade, list(alike)) for shade, alike in groupby(linked, key=_shade_of)],
        [(shade, _squares((tile.x, tile.y) for tile in alike)) for shade, alike in groupby(others, key=_shade_of)],
        _squares(place for code, place in places.items() if code not in counted),
        columns,
        rows,
    )


@lru_cache(maxsize=1)
def tile_places() -> tuple[Mapping[str, tuple[int, int]], int, int]:
    """Column and row of each ISO country, and how many columns and rows there are.

    The layout in `tiles.txt` is ours: each country near its place on the globe, moved as little as the grid wants,
    with the neighbours in their directions.
    """
    text = (Path(__file__).parent / "tiles.txt").read_text(encoding="ascii")
    rows = [line.split() for line in text.splitlines()]
    places = {code: (x, y) for y, row in enumerate(rows) for x, code in enumerate(row) if code != _NOBODY}
    return places, len(rows[0]), len(rows)


def _shade_of(tile: Tile) -> int:
    return tile.shade


def _shade(count: int, largest: int) -> int:
    """One to five, in equal steps of the logarithm: 0 and 1 are the lightest."""
    if count <= 1 or largest <= 1:
        return 1 if largest > 1 or not count else _SHADES
    return min(_SHADES, 1 + math.ceil((_SHADES - 1) * math.log(count) / math.log(largest)))


def _squares(places: Iterable[tuple[int, int]]) -> str:
    return "".join(f"M{x} {y}h.88v.88h-.88z" for x, y in places)
