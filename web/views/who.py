"""Who: the names that tell a result from other articles, and a matrix of which of them stand together."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.article import EntityType
from corpus.enrichment.aliases.country_names import territories
from search.types.request import Facet, Match, SearchRequest
from search.types.result import Cooccurrence, Named
from web.links.addresses import Addresses
from web.links.refine import adding, asking, for_any_word, toggled, touches, widens

_TELLING = 8
"""Names beside a result: the page of the matrix has all."""

_SHADES = 5
_SURELY = 0.7
"""An association from which a cell has the darkest shade."""

_ORDER = [*EntityType, None]


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is listed; `href` takes it away where it is chosen, None where the form around it adds it."""

    label: str
    selected: bool
    href: str | None


@dataclass(frozen=True, slots=True)
class Cell:
    """Two names: how many articles have both, how closely they belong together (0 to 5), and where those are."""

    other: str
    count: int
    shade: int
    href: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A name with its cells: one for each name before it. `href` leads to its articles in the result."""

    name: Named
    href: str
    cells: Sequence[Cell]


def telling(together: Cooccurrence | None, request: SearchRequest, addresses: Addresses) -> list[Name]:
    """The first names of a result that other articles have less often."""
    named = _without_countries(together.names) if together else ()
    return [
        Name(
            each.name,
            touches(request, Facet.ENTITY, each.name),
            addresses.page(toggled(request, Facet.ENTITY, each.name))
            if touches(request, Facet.ENTITY, each.name)
            else None,
        )
        for each in named[:_TELLING]
    ]


def matrix(together: Cooccurrence, request: SearchRequest, addresses: Addresses) -> list[MatrixRow]:
    """Each name of a result against those before it, as a road atlas lists distances: people first."""
    names = sorted(
        _without_countries(together.names), key=lambda each: _ORDER.index(EntityType(each.type) if each.type else None)
    )
    both = {frozenset((pair.one, pair.other)): pair.count for pair in together.pairs}
    asked = for_any_word(request) if together.relaxed and _means_any(request) else request
    return [
        MatrixRow(
            name,
            addresses.page(adding(request, Facet.ENTITY, name.name)),
            [_cell(name, other, both.get(frozenset((name.name, other.name)), 0), asked, addresses) for other in before],
        )
        for name, before in ((each, names[:place]) for place, each in enumerate(names))
    ]


def _without_countries(names: Sequence[Named]) -> list[Named]:
    """Countries have a facet of their own, and stand in most articles."""
    countries = set(territories().values())
    return [each for each in names if each.type != EntityType.PLACE or each.name not in countries]


def _cell(name: Named, other: Named, count: int, request: SearchRequest, addresses: Addresses) -> Cell:
    # The cosine of two sets of articles: 1 where the names stand in the very same ones.
    association = count / math.sqrt(name.count * other.count)
    shade = min(_SHADES, 1 + int(_SHADES * association / _SURELY)) if count else 0
    href = addresses.page(of_both(request, other.name, name.name)) if count else ""
    return Cell(other.name, count, shade, href)


def of_both(request: SearchRequest, one: str, other: str) -> SearchRequest:
    """The search for those of its articles that have two names, too."""
    if _means_any(request):
        # Filters mean any of several names already: what must be there besides is asked for with the words.
        return _with_clauses(request, one, other)
    both = adding(adding(request, Facet.ENTITY, one), Facet.ENTITY, other)
    return replace(both, facet_match={**both.facet_match, Facet.ENTITY: Match.ALL})


def _means_any(request: SearchRequest) -> bool:
    return len(request.filters.get(Facet.ENTITY, ())) > 1 and widens(request, Facet.ENTITY)


def _with_clauses(request: SearchRequest, one: str, other: str) -> SearchRequest:
    names = [f'entity:"{name.replace(chr(34), " ")}"' for name in (one, other)]
    if request.match is Match.ANY:
        # Such clauses narrow all the same, but the words must stand beside them as they were typed.
        return asking(request, " ".join([*names, request.q]))
    words = [f"({request.q})" if len(request.q.split()) > 1 else request.q] if request.q else []
    return asking(request, " AND ".join([*names, *words]))


def _place(name: Named) -> int:
    """People come first, what has no type last."""
    return _ORDER.index(EntityType(name.type) if name.type else None)
