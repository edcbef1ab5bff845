"""Count the values of a facet on a cluster, and know of each count whether it is the whole.

Each shard sends its most frequent values; a value that some shard did not send may have a few articles more. The
cluster says how many at most. Where that decides what is shown it is asked again for more values, and where it still
does, the count is marked approximate. Names that are shown as one are counted as one: a union, not a sum.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cluster.lexicon import Archive
from cluster.mapping import values
from cluster.reader import Reader
from cluster.sweep import buckets
from cluster.translate import Query
from corpus.article import Basis
from index.corrections.user_aliases import UserAliases
from index.segments.facets import Values
from search.types.request import Facet

FIRST = 300
"""Values that are asked for at first."""

MOST = 30_000
"""And at most, by how frequent they are; of more values all are asked for."""

_PRECISE = 40_000
"""Different values that are counted as exactly as a cluster does."""

_LABELS = 5_000
_UNIONS = 500
_AT_ONCE = 10_000


@dataclass(slots=True)
class Counts:
    """The values of a facet among some articles by key, as they are shown, and how many have each.

    `complete`: no value is missing. `floor`: a value that is missing has so many articles at most, and one in `unsure`
    may have more than is said. `distinct`: how many values there are, about, if not complete.
    """

    of: dict[str, int]
    inferred: dict[str, int] = field(default_factory=dict)
    complete: bool = True
    floor: int = 0
    unsure: frozenset[str] = frozenset()
    distinct: int = 0

    def decides(self, count: int) -> bool:
        """Whether the `count` most frequent are these, with these numbers."""
        if self.complete or not count:
            return True
        first = sorted(self.of, key=lambda key: -self.of[key])[:count]
        return len(first) == count and self.of[first[-1]] > self.floor and self.unsure.isdisjoint(first)


def asked(facet: Facet, size: int = FIRST, include: Any = None) -> Query:
    """The aggregations that count a facet's values."""
    column = facet.field.column
    terms: dict[str, Any] = {"field": column, "size": size, "show_term_doc_count_error": True}
    of: Query = {"terms": {**terms, **({"include": include} if include is not None else {})}}
    if facet.field.values is Values.TIMES:
        of["aggs"] = {"inferred": {"filter": {"term": {Facet.BASIS.field.column: str(Basis.INFERRED)}}}}
    return {"of": of, "distinct": {"cardinality": {"field": column, "precision_threshold": _PRECISE}}}


@dataclass(frozen=True, slots=True)
class Counter:
    """Counts the values of facets."""

    reader: Reader

    def counts(self, facet: Facet, within: Query, answered: Mapping[str, Any] | None = None, most: int = 20) -> Counts:
        """The values of a facet among the articles of a query, at least the `most` frequent for certain, if it can be.

        `answered` is what the aggregations of `asked` said of them.
        """
        if facet is Facet.TAG:
            return self._tagged(within)
        size = FIRST
        answered = answered or self._asked(facet, within, size)
        found = self._counts(facet, within, answered)
        while not found.decides(most) and size < MOST:
            size = min(MOST, size * 10)
            found = self._counts(facet, within, self._asked(facet, within, size))
        return found

    def every(self, facet: Facet, within: Query) -> Counts:
        """All values of a facet among the articles of a query, however many: exact, in the order of their keys."""
        if facet is Facet.TAG:
            return self._tagged(within)
        cluster = self.reader.cluster
        counts = dict(buckets(cluster, cluster.name, facet.field.column, within, MOST))
        raw = Counts(counts, distinct=len(counts))
        return self._merged(facet, within, raw) if _merges(facet) and self.reader.archive.shown else raw

    def totals(self, facet: Facet, keys: Sequence[str], within: Query) -> dict[str, int]:
        """How many articles have each of some values, given by the keys that they are shown by: exact."""
        if facet is Facet.TAG:
            counted = self._tagged(within).of
            return {key: counted.get(key, 0) for key in keys}
        aliases, column = self.reader.archive.aliases, facet.field.column
        members = {key: shown_as(aliases, key) if _merges(facet) else [key] for key in keys}
        alone = [each[0] for each in members.values() if len(each) == 1]
        found: dict[str, int] = {}
        for begin in range(0, len(alone), _AT_ONCE):
            some = alone[begin : begin + _AT_ONCE]
            of = {"terms": {"field": column, "size": len(some), "include": some}}
            buckets = self.reader.ask({"size": 0, "query": within, "aggs": {"of": of}})["aggregations"]["of"]["buckets"]
            found |= {bucket["key"]: int(bucket["doc_count"]) for bucket in buckets}
        of_key = {key: found.get(each[0], 0) for key, each in members.items() if len(each) == 1}
        return of_key | self._unions(facet, within, {key: each for key, each in members.items() if len(each) > 1})

    def shown(self, facet: Facet, keys: Iterable[str]) -> dict[str, tuple[str, str]]:
        """How values are shown, by key: label and kind; without those that the archive does not have."""
        if facet is Facet.TAG:
            labels = self.reader.archive.tags.labels
            return {key: (labels[key], "") for key in keys if key in labels}
        archive, column = self.reader.archive, facet.field.column
        wanted = list(dict.fromkeys(keys))
        firsts = {key: first_member(archive.aliases, key) for key in wanted} if _merges(facet) else {}
        raw = list(dict.fromkeys([*wanted, *(each for members in firsts.values() for each in members)]))
        missing = [key for key in raw if (column, key) not in archive.labels]
        for begin in range(0, len(missing), _LABELS):
            self._read_labels(column, missing[begin : begin + _LABELS])
        found = {}
        for key in wanted:
            there = [each for each in firsts.get(key, (key,)) if archive.labels.get((column, each))]
            if there:
                found[key] = self._as_shown(column, key, there[0])
        return found

    def _tagged(self, within: Query) -> Counts:
        """The tags among the articles of a query, which is asked of each."""
        tags = self.reader.archive.tags
        counted = self.reader.asking.count([tags.having(key) for key in tags.labels], within) if tags.labels else []
        found = {key: count for key, count in zip(tags.labels, counted, strict=True) if count}
        return Counts(found, distinct=len(found))

    def _as_shown(self, column: str, key: str, first: str) -> tuple[str, str]:
        label, kind = self.reader.archive.labels[column, first]
        if column != Facet.ENTITY.field.column:
            return label, kind
        aliases = self.reader.archive.aliases
        return aliases.names.get(first, label), aliases.types.get(key, aliases.types.get(first, kind))

    def _read_labels(self, column: str, keys: Sequence[str]) -> None:
        archive = self.reader.archive
        query = {"bool": {"filter": [{"term": {"facet": column}}, {"terms": {"key": list(keys)}}]}}
        body = {"size": len(keys), "query": query, "_source": ["key", "label", "kind"]}
        for hit in self.reader.cluster.ask(body, index=values(archive.cluster.name))["hits"]["hits"]:
            source = hit["_source"]
            archive.labels[column, source["key"]] = (source.get("label") or source["key"], source.get("kind") or "")

    def _asked(self, facet: Facet, within: Query, size: int) -> Mapping[str, Any]:
        answer: Mapping[str, Any] = self.reader.ask({"size": 0, "query": within, "aggs": asked(facet, size)})
        aggregations: Mapping[str, Any] = answer["aggregations"]
        return aggregations

    def _counts(self, facet: Facet, within: Query, answered: Mapping[str, Any]) -> Counts:
        of = answered["of"]
        buckets = of["buckets"]
        counts = {bucket["key"]: int(bucket["doc_count"]) for bucket in buckets}
        complete = not of["sum_other_doc_count"]
        found = Counts(
            counts,
            {bucket["key"]: int(bucket["inferred"]["doc_count"]) for bucket in buckets if "inferred" in bucket},
            complete,
            0 if complete else int(of["doc_count_error_upper_bound"]) + int(buckets[-1]["doc_count"]),
            frozenset(bucket["key"] for bucket in buckets if bucket.get("doc_count_error_upper_bound")),
            len(counts) if complete else int(answered["distinct"]["value"]),
        )
        return self._merged(facet, within, found) if _merges(facet) and self.reader.archive.shown else found

    def _merged(self, facet: Facet, within: Query, raw: Counts) -> Counts:
        """The same with names that are shown as one counted as one, and without those that are hidden."""
        aliases = self.reader.archive.aliases
        counts: dict[str, int] = {}
        members: dict[str, list[str]] = {}
        for key, count in raw.of.items():
            for shown in aliases.shown(key):
                if aliases.hides(key) or shown in aliases.hidden:
                    continue
                every = shown_as(aliases, shown)
                if len(every) > 1 and (not raw.complete or sum(each in raw.of for each in every) > 1):
                    members[shown] = every
                counts[shown] = max(count, counts.get(shown, 0))
        asked_for = sorted(members, key=lambda shown: -counts[shown])[:_UNIONS]
        unions = self._unions(facet, within, {shown: members[shown] for shown in asked_for})
        unsure = (raw.unsure | set(members)) - set(asked_for)
        distinct = len(counts) if raw.complete else raw.distinct
        # What is shown as several names that are each rare may be more frequent than any of them.
        most = max((len(shown_as(aliases, shown)) for shown in members), default=1)
        return Counts({**counts, **unions}, {}, raw.complete, raw.floor * most, frozenset(unsure), distinct)

    def _unions(self, facet: Facet, within: Query, members: Mapping[str, Sequence[str]]) -> dict[str, int]:
        column, keys = facet.field.column, list(members)
        queries = [{"terms": {column: list(members[key])}} for key in keys]
        return dict(zip(keys, self.reader.asking.count(queries, within), strict=True)) if keys else {}


def shown_as(aliases: UserAliases, key: str) -> list[str]:
    """The keys of all names that are shown as a name."""
    return aliases.keys(key) or [key]


def first_member(aliases: UserAliases, shown: str) -> list[str]:
    """The keys of the names that are shown as a name alone, in the order of the aliases, its own last."""
    own = [key for key in aliases.same(shown) if key not in aliases.others and not aliases.hides(key)]
    return [*own, *([shown] if shown not in own else [])]


def everywhere(archive: Archive, reader: Reader) -> Mapping[str, int]:
    """The most frequent names of all articles, and how many have each."""
    if archive.frequent is None:
        archive.frequent = Counter(reader).counts(Facet.ENTITY, {"match_all": {}}, most=0).of
    return archive.frequent


def _merges(facet: Facet) -> bool:
    return facet.field.values is Values.NAMES
