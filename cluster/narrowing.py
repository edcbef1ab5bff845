"""Filter by facets on a cluster: what a request's filters leave of what matches, and what all but one facet's leave."""

from dataclasses import dataclass
from typing import Any

from cluster.tags import Tags
from cluster.translate import Query, dated
from index.corrections.user_aliases import UserAliases
from index.segments.facets import Values
from search.facets.value_keys import value_key
from search.types.date_ranges import date_range
from search.types.request import Facet, SearchRequest


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The filters of a request: `excluded` by the values of all facets, `chosen` by each facet that has a choice."""

    request: SearchRequest
    excluded: tuple[Query, ...]
    chosen: dict[Facet, Query]

    @property
    def left(self) -> list[Query]:
        """What leaves what every filter leaves; exclusions stand in the query."""
        return list(self.chosen.values())

    def countable(self, facet: Facet) -> list[Query]:
        """What leaves the articles among which a facet is counted: its own choice does not count, if any will do."""
        if facet in self.chosen and not self.request.needs_all(facet):
            return [query for other, query in self.chosen.items() if other is not facet]
        return self.left


def narrowing(request: SearchRequest, aliases: UserAliases, tags: Tags) -> Narrowing:
    """The filters of a request: OR within a facet (AND where it says so), AND between facets, exclusions always."""
    excluded = tuple(
        having(facet, value, aliases, tags) for facet, values in request.exclude.items() for value in values
    )
    chosen: dict[Facet, Query] = {}
    for facet, values in request.filters.items():
        if values:
            each = [having(facet, value, aliases, tags) for value in values]
            joined: dict[str, Any] = {"filter": each} if request.needs_all(facet) else {"should": each}
            chosen[facet] = {"bool": joined}
    return Narrowing(request, excluded, chosen)


def having(facet: Facet, value: str, aliases: UserAliases, tags: Tags) -> Query:
    """The articles that have a value of a facet, as a user types it; of times also a range."""
    if facet.field.values is Values.TIMES and not value.isdigit() and (dates := date_range(value)):
        return dated(dates)
    key = value_key(facet, value)
    if facet is Facet.TAG:
        return tags.having(key)
    keys = aliases.keys(key) if facet.field.values is Values.NAMES else [key]
    return {"terms": {facet.field.column: keys}}
