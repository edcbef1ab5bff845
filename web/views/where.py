"""Where: a map of the world on which each country is a tile of the same size, shaded by its articles."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from corpus.enrichment.aliases.country_names import territories
from search.types.request import Facet, SearchRequest
from search.types.result import FacetValue
from web.links.addresses import Addresses
from web.links.refine import toggled
from web.links.selection import value_label

_SHADES = 5
COLUMNS = 30
_NOBODY = ".."


MOST_BUTTONS = 100
"""Countries to choose on the small map, those with the most articles: the page must stay small."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A country; `shade` is 1 to 5 on the logarithm of its count, 0 where it has no article.

    `label` is empty where it can not be chosen; `href` takes it away again, None where the form around the map adds it.
    """

    code: str = ""
    label: str = ""
    count: int = 0
    shade: int = 0
    selected: bool = False
    href: str | None = None


Rows = list[list[tuple[int | None, Tile]]]
"""The tiles of each row of the map, from north to south, with their columns: None right after the tile before."""


def where(
    values: Sequence[FacetValue], request: SearchRequest, addresses: Addresses, most: int | None = MOST_BUTTONS
) -> Rows:
    """The map of a country facet's values; `most` of them can be chosen. Those that are excluded stay empty.

    There is none where no country has an article. Territories that have no tile of their own stand below if they have
    articles.
    """
    shown = [each for each in values if each.count or each.selected]
    if not shown:
        return []
    counts = [each.count for each in shown if each.count] or [1]
    bounds = min(counts), max(counts)
    tiles: dict[str, Tile] = {
        each.value: Tile(
            each.value,
            value_label(Facet.COUNTRY, each.value) if most is None or place < most or each.selected else "",
            each.count,
            _shade(each.count, *bounds),
            each.selected,
            addresses.page(toggled(request, Facet.COUNTRY, each.value)) if each.selected else None,
        )
        for place, each in enumerate(shown)
    }
    placed = [
        [(None if column - 1 in row else column, tiles.get(code) or Tile(code)) for column, code in row.items()]
        for row in tile_rows()
    ]
    elsewhere = [tile for code, tile in tiles.items() if code not in _with_places() and code in territories()]
    return [*placed, *_strips(elsewhere)]


def _strips(tiles: Sequence[Tile]) -> Rows:
    """Territories that have no place on the map, in rows below it."""
    rows = [tiles[at : at + COLUMNS] for at in range(0, len(tiles), COLUMNS)]
    return [[(1 if place == 0 else None, tile) for place, tile in enumerate(row)] for row in rows]


@lru_cache(maxsize=1)
def tile_rows() -> Sequence[Mapping[int, str]]:
    """In each row of the map the ISO country of each column that has one; columns count from 1.

    The layout in `tiles.txt` is ours: every state and a few territories near their places on the globe, the neighbours
    in their directions, with seas between the continents.
    """
    text = (Path(__file__).parent / "tiles.txt").read_text(encoding="ascii")
    return [
        {column: code for column, code in enumerate(line.split(), 1) if code != _NOBODY} for line in text.splitlines()
    ]


@lru_cache(maxsize=1)
def _with_places() -> frozenset[str]:
    return frozenset(code for row in tile_rows() for code in row.values())


def _shade(count: int, least: int, most: int) -> int:
    """One to five, in equal steps of the logarithm from the least count to the most."""
    if not count:
        return 1
    if least == most:
        return _SHADES
    return min(_SHADES, 1 + int(_SHADES * math.log(count / least) / math.log(most / least)))
