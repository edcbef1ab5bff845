"""The facets of a search on a cluster, as `search.facets.facet_counts` has them of an embedded index."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from cluster.counting import FIRST, Counter, Counts, asked, everywhere, first_member
from cluster.narrowing import having
from cluster.reader import Reader, Understood
from cluster.translate import Query
from corpus.article import EntityType
from corpus.encoding import to_utf8
from corpus.enrichment.aliases.country_names import territories
from corpus.folding import exact_key
from index.segments.date_columns import UNKNOWN_YEAR
from index.segments.facets import Order, Values
from search.facets.facet_counts import EVERYWHERE, FEW, OF_A_TYPE
from search.facets.facet_counts import MOST as SHOWN
from search.facets.value_keys import value_key
from search.types.request import Facet
from search.types.result import FacetValue


class FacetView:
    """The values of one facet over the articles among which it is counted."""

    def __init__(self, facet: Facet, found: Understood, reader: Reader, answered: Mapping[str, Any] | None) -> None:
        self._facet = facet
        self._reader = reader
        self._counter = Counter(reader)
        self._within: Query = found.countable(*found.narrowed.countable(facet))
        self._answered = answered
        self._of_time = facet.field.values is Values.TIMES
        self._selected = self._keys(found.request.filters.get(facet, ()))
        self._excluded = self._keys(found.request.exclude.get(facet, ()))

    @cached_property
    def counts(self) -> Counts:
        """The counts; of names enough to find some of each type."""
        most = FIRST + 1 if self._facet.field.values is Values.NAMES else SHOWN
        return self._counter.counts(self._facet, self._within, self._answered, most=most)

    @property
    def total(self) -> int:
        """How many values there are."""
        return self.counts.distinct

    @property
    def exact(self) -> bool:
        """Whether that is exact."""
        return self.counts.complete

    def top(self, *, whole: bool = False) -> list[FacetValue]:
        """The values that a result shows: the most frequent, or all, and every one that is selected or excluded."""
        most = None if whole or self._facet.field.order is Order.TIME else SHOWN
        keys = self.ordered(self.counts.of, most)
        missing = [key for key in dict.fromkeys((*self._selected, *self._excluded)) if key not in keys]
        return [*self.values(keys), *self._chosen(missing)]

    def by_type(self) -> dict[EntityType, list[FacetValue]]:
        """The first names of each type and those that are chosen, of places no countries."""
        counts, archive = self.counts, self._reader.archive
        size = int(self._answered["doc_count"]) if self._answered else archive.count
        frequent, countries = everywhere(archive, self._reader), {exact_key(name) for name in territories().values()}
        shown = self._counter.shown(self._facet, counts.of)
        picked = [key for key in dict.fromkeys((*self._selected, *self._excluded)) if counts.of.get(key)]
        most = EVERYWHERE * max(archive.count, FEW)

        def rank(key: str) -> tuple[bool, int]:
            total = frequent.get(key, 0)
            return total > most and counts.of[key] * archive.count <= total * size, -counts.of[key]

        kinds: dict[EntityType, list[str]] = {kind: [] for kind in EntityType}
        for key in sorted(self.ordered(counts.of, None), key=rank):
            kind = shown.get(key, ("", ""))[1]
            if kind and (key in picked or (key not in countries and len(kinds[EntityType(kind)]) < OF_A_TYPE)):
                kinds[EntityType(kind)].append(key)
        return {kind: self.values(self._first(keys, picked)) for kind, keys in kinds.items()}

    def values(self, keys: Sequence[str], counts: Counts | None = None) -> list[FacetValue]:
        """Values as they are shown."""
        counts = counts or self.counts
        shown = self._counter.shown(self._facet, keys)
        return [self._value(key, shown.get(key, (key, "")), counts) for key in keys]

    def ordered(self, counted: Mapping[str, int], most: int | None) -> list[str]:
        """The first values in the order that they are shown in."""
        if self._facet.field.order is Order.TIME:
            latest = sorted(counted, key=lambda year: (year != UNKNOWN_YEAR, year), reverse=True)
            return latest[:most]
        place = self._places(counted)
        names: dict[str, str] = {key: place.get(key) or key for key in counted}
        return sorted(counted, key=lambda key: (-counted[key], to_utf8(names[key])))[:most]

    def _places(self, counted: Mapping[str, int]) -> dict[str, str]:
        """By what names stand where they are equally frequent, if not by their own keys."""
        archive = self._reader.archive
        if not archive.shown or self._facet.field.values is not Values.NAMES:
            return {}
        self._counter.shown(self._facet, counted)
        column = self._facet.field.column
        found: dict[str, str] = {}
        for key in counted:
            there = [each for each in first_member(archive.aliases, key) if (column, each) in archive.labels]
            if there:
                found[key] = there[0]
        return found

    @staticmethod
    def _first(keys: Sequence[str], picked: Collection[str]) -> list[str]:
        """The first of some names, and behind them those that were picked."""
        first = keys[:OF_A_TYPE]
        return [*first, *(key for key in keys[OF_A_TYPE:] if key in picked)]

    def _keys(self, values: Sequence[str]) -> dict[str, str]:
        aliases, names = self._reader.archive.aliases, self._facet.field.values is Values.NAMES
        keys = {value_key(self._facet, value): value for value in values}
        return {aliases.key(key) if names else key: value for key, value in keys.items()}

    def _chosen(self, keys: Sequence[str]) -> list[FacetValue]:
        """Chosen values that stand outside the list: too rare, a range of dates, or nowhere in the index."""
        if not keys:
            return []
        typed = {key: self._selected[key] if key in self._selected else self._excluded[key] for key in keys}
        archive = self._reader.archive
        queries = [having(self._facet, typed[key], archive.aliases, archive.tags) for key in keys]
        counted = self._reader.asking.count(queries, self._within)
        counts = Counts(dict(zip(keys, counted, strict=True)), self.counts.inferred)
        hidden = {key for key in keys if self._reader.archive.aliases.hides(key)}
        shown = self._counter.shown(self._facet, [key for key in keys if key not in hidden])
        return [
            self._value(key, shown[key], counts) if key in shown else self._stray(key, typed[key], counts.of[key])
            for key in keys
        ]

    def _stray(self, key: str, typed: str, count: int) -> FacetValue:
        label = typed.replace("..", "–") if self._of_time else self._facet.field.label(self._facet.field.typed(typed))
        return FacetValue(typed, label, count, selected=key in self._selected, excluded=key in self._excluded)

    def _value(self, key: str, shown: tuple[str, str], counts: Counts) -> FacetValue:
        label, kind = shown
        return FacetValue(
            label,
            self._facet.field.label(label),
            counts.of.get(key, 0),
            kind or None,
            selected=key in self._selected,
            excluded=key in self._excluded,
            inferred=counts.inferred.get(key, 0),
            approximate=key in counts.unsure,
        )


@dataclass(frozen=True, slots=True)
class Facets:
    """All facets of one search."""

    found: Understood
    reader: Reader

    def aggregations(self) -> Query:
        """What counts them, beside a search whose filters do not narrow its aggregations."""
        return {
            str(facet): {
                "filter": {"bool": {"filter": self.found.narrowed.countable(facet)}},
                "aggs": asked(facet, 10_000 if facet.field.order is Order.TIME else FIRST),
            }
            for facet in Facet
            if facet.field.stored
        }

    def views(self, aggregations: Mapping[str, Any]) -> dict[Facet, FacetView]:
        """The facets, from what the aggregations say."""
        return {facet: FacetView(facet, self.found, self.reader, aggregations.get(str(facet))) for facet in Facet}
