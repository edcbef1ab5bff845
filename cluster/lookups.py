"""What may be looked up on a cluster about its words, and how: each lookup is a value, and many are asked at once.

Counts of articles are exact: each is a filter of one aggregation. Written forms are kept in an index of their own, to
which every run adds: what several documents say of a form is summed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cluster.bounded import Bounded
from cluster.mapping import SEPARATOR, values, words
from index.analysis.edit_distance import distances
from index.snapshots.word_forms import FormCounts

Body = Mapping[str, Any]

_AT_ONCE = 250
"""Filters of one aggregation."""

_MOST_TERMS = 20_000
"""Forms that are taken of those that match a pattern."""

_MOST_VALUES = 1_000
_ALWAYS = 1_000
"""Articles that are looked through for whether two words always stand together."""


@dataclass(frozen=True, slots=True)
class Held:
    """In how many articles any of some fields has a term."""

    fields: tuple[str, ...]
    term: str


@dataclass(frozen=True, slots=True)
class InOrder:
    """Whether some terms stand one after the other anywhere."""

    field: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alone:
    """In how many articles a term stands somewhere without another one behind it."""

    field: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class FormsOf:
    """The forms of a term that are not the term itself, with their doc_freq."""

    term: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How often a form occurs."""

    form: str


@dataclass(frozen=True, slots=True)
class Like:
    """The written words that match a folded pattern, the most frequent first."""

    pattern: str


@dataclass(frozen=True, slots=True)
class ValuesLike:
    """The values of a facet that match a folded pattern, the most frequent first."""

    field: str
    pattern: str


@dataclass(frozen=True, slots=True)
class ValuesWith:
    """The values of a facet with a word for each of some patterns."""

    field: str
    patterns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StemsNear:
    """Stems that are at most so many edits away and share the first letter; whether a field has them is not said."""

    term: str
    distance: int


@dataclass(frozen=True, slots=True)
class FormsNear:
    """Forms that begin so and are at most so many edits away, with their occurrences."""

    word: str
    edits: int
    start: str


@dataclass(frozen=True, slots=True)
class Spelled:
    """Forms with the same transliteration key: their occurrences with a capital, and in small letters."""

    key: str


Lookup = Held | InOrder | Alone | FormsOf | Counts | Like | ValuesLike | ValuesWith | StemsNear | FormsNear | Spelled

GUESSED: Mapping[type, Any] = {
    Held: 0, InOrder: 0, Alone: 1, FormsOf: {}, Counts: FormCounts(0, 0, 0, 0), Like: (), ValuesLike: (),
    ValuesWith: (), StemsNear: (), FormsNear: {}, Spelled: {},
}  # fmt: skip
"""What is assumed of a lookup until it is answered."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Answers lookups."""

    cluster: Bounded

    def answers(self, wanted: Iterable[Lookup]) -> dict[Lookup, Any]:
        """What each of some lookups finds. Raises `ClusterError`."""
        by_kind: dict[type, list[Any]] = {}
        for each in wanted:
            by_kind.setdefault(Held if isinstance(each, _Filtered) else type(each), []).append(each)
        found: dict[Lookup, Any] = {}
        for kind, lookups in by_kind.items():
            found.update(self._of_kind(kind, lookups))
        return found

    def _of_kind(self, kind: type, lookups: list[Any]) -> Iterator[tuple[Lookup, Any]]:
        if kind is Held:
            yield from self._counted(lookups)
        elif kind is FormsOf:
            yield from self._forms_of(lookups)
        elif kind is Counts:
            yield from self._form_counts(lookups)
        else:
            for each in lookups:
                yield each, _ONE[kind](self, each)

    def count(self, queries: Sequence[Body], within: Body | None = None) -> list[int]:
        """How many articles match each of some queries, and one besides all of them."""
        found: list[int] = []
        for begin in range(0, len(queries), _AT_ONCE):
            filters = {str(place): query for place, query in enumerate(queries[begin : begin + _AT_ONCE])}
            body: dict[str, Any] = {"size": 0, "aggs": {"of": {"filters": {"filters": filters}}}}
            if within is not None:
                body["query"] = {"bool": {"filter": [within]}}
            buckets = self.cluster.ask(body)["aggregations"]["of"]["buckets"]
            found += [int(buckets[str(place)]["doc_count"]) for place in range(len(filters))]
        return found

    def _counted(self, lookups: list["Held | InOrder | Alone"]) -> Iterator[tuple[Lookup, Any]]:
        yield from zip(lookups, self.count(list(map(_query, lookups))), strict=True)

    def _forms_of(self, lookups: list[FormsOf]) -> Iterator[tuple[Lookup, Any]]:
        query = {"bool": {"filter": [{"term": {"kind": "pair"}}, {"terms": {"stem": [each.term for each in lookups]}}]}}
        of_stem = {"terms": {"field": "form", "size": _MOST_VALUES}, "aggs": {"docs": {"sum": {"field": "docs"}}}}
        aggs = {"stem": {"terms": {"field": "stem", "size": len(lookups)}, "aggs": {"form": of_stem}}}
        buckets = self._of_words(query, aggs)["stem"]["buckets"]
        found = {
            bucket["key"]: {each["key"]: int(each["docs"]["value"]) for each in bucket["form"]["buckets"]}
            for bucket in buckets
        }
        yield from ((each, dict(sorted(found.get(each.term, {}).items()))) for each in lookups)

    def _form_counts(self, lookups: list[Counts]) -> Iterator[tuple[Lookup, Any]]:
        query = {"bool": {"filter": [{"term": {"kind": "form"}}, {"terms": {"form": [each.form for each in lookups]}}]}}
        sums = {name: {"sum": {"field": name}} for name in ("count", "capital", "lower", "umlaut")}
        aggs = {"form": {"terms": {"field": "form", "size": len(lookups)}, "aggs": sums}}
        found = {
            bucket["key"]: FormCounts(*(int(bucket[name]["value"]) for name in sums))
            for bucket in self._of_words(query, aggs)["form"]["buckets"]
        }
        yield from ((each, found.get(each.form, FormCounts(0, 0, 0, 0))) for each in lookups)

    def _of_words(self, query: Body, aggs: Body) -> Any:
        return self.cluster.ask({"size": 0, "query": query, "aggs": aggs}, index=words(self.cluster.name))[
            "aggregations"
        ]

    def _forms(self, query: Body, most: int = _MOST_TERMS) -> dict[str, int]:
        """The forms that match a query and how often each occurs, the most frequent first, then by the alphabet."""
        of = {"terms": {"field": "form", "size": most, "order": [{"count": "desc"}, {"_key": "asc"}]}}
        aggs = {"form": {**of, "aggs": {"count": {"sum": {"field": "count"}}}}}
        query = {"bool": {"filter": [{"term": {"kind": "form"}}, query]}}
        buckets = self._of_words(query, aggs)["form"]["buckets"]
        return {bucket["key"]: int(bucket["count"]["value"]) for bucket in buckets}

    def like(self, lookup: Like) -> tuple[str, ...]:
        """The forms that match a pattern."""
        return tuple(self._forms({"wildcard": {"form": {"value": escaped(lookup.pattern)}}}))

    def values_like(self, lookup: ValuesLike) -> tuple[str, ...]:
        """The values that match a pattern."""
        of = {"field": lookup.field, "include": regular(lookup.pattern), "size": _MOST_VALUES, "shard_size": 10_000}
        buckets = self.cluster.ask({"size": 0, "aggs": {"of": {"terms": of}}})["aggregations"]["of"]["buckets"]
        return tuple(bucket["key"] for bucket in buckets)

    def values_with(self, lookup: ValuesWith) -> tuple[str, ...]:
        """The values that have a word for each of some patterns."""
        if not lookup.patterns:
            return ()
        each = [{"wildcard": {"words": {"value": escaped(pattern)}}} for pattern in lookup.patterns]
        query = {"bool": {"filter": [{"term": {"facet": lookup.field}}, *each]}}
        body = {"size": _MOST_VALUES, "query": query, "sort": ["key"], "_source": ["key"]}
        found = self.cluster.ask(body, index=values(self.cluster.name))["hits"]["hits"]
        return tuple(hit["_source"]["key"] for hit in found)

    def stems_near(self, lookup: StemsNear) -> tuple[str, ...]:
        """Stems near a term: every form may be one, and every stem of another form is."""
        forms = list(self._forms(fuzzy("form", lookup.term, lookup.distance, lookup.term[:1])))
        query = {
            "bool": {
                "filter": [{"term": {"kind": "pair"}}, fuzzy("stem", lookup.term, lookup.distance, lookup.term[:1])]
            }
        }
        buckets = self._of_words(query, {"stem": {"terms": {"field": "stem", "size": _MOST_TERMS}}})["stem"]["buckets"]
        found = list(dict.fromkeys([*forms, *(bucket["key"] for bucket in buckets)]))
        away = distances(lookup.term, found) if found else ()
        return tuple(each for each, far in zip(found, away, strict=True) if far <= lookup.distance)

    def forms_near(self, lookup: FormsNear) -> dict[str, int]:
        """Forms near a word."""
        return self._forms(fuzzy("form", lookup.word, lookup.edits, lookup.start))

    def spelled(self, lookup: Spelled) -> dict[str, tuple[int, int]]:
        """The forms with a transliteration key, in their order."""
        query = {"bool": {"filter": [{"term": {"kind": "form"}}, {"term": {"key": lookup.key}}]}}
        sums = {name: {"sum": {"field": name}} for name in ("capital", "lower")}
        aggs = {"form": {"terms": {"field": "form", "size": _MOST_VALUES, "order": {"_key": "asc"}}, "aggs": sums}}
        return {
            bucket["key"]: (int(bucket["capital"]["value"]), int(bucket["lower"]["value"]))
            for bucket in self._of_words(query, aggs)["form"]["buckets"]
        }


_Filtered = Held | InOrder | Alone
_ONE: Mapping[type, Any] = {
    Like: Asking.like,
    ValuesLike: Asking.values_like,
    ValuesWith: Asking.values_with,
    StemsNear: Asking.stems_near,
    FormsNear: Asking.forms_near,
    Spelled: Asking.spelled,
}


def _query(lookup: "Held | InOrder | Alone") -> Body:
    match lookup:
        case Held(fields, term):
            either = [{"term": {field: term}} for field in fields]
            return either[0] if len(either) == 1 else {"bool": {"should": either}}
        case InOrder(field, terms):
            return {"match_phrase": {field: SEPARATOR.join(terms)}}
        case Alone(field, first, last):
            both = {"match": {"query": SEPARATOR.join((first, last)), "max_gaps": 0, "ordered": True}}
            return {"intervals": {field: {"match": {"query": first, "filter": {"not_contained_by": both}}}}}


def fuzzy(field: str, word: str, edits: int, start: str) -> Body:
    """Words of a field at most so many edits away, that begin with the start of the word."""
    told = {"value": word, "fuzziness": edits, "prefix_length": len(start), "transpositions": True}
    return {"fuzzy": {field: {**told, "rewrite": "constant_score"}}}


def escaped(pattern: str) -> str:
    """A pattern for a wildcard query, in which a backslash takes what follows as it is."""
    return pattern.replace("\\", "\\\\")


def regular(pattern: str) -> str:
    """A pattern as Lucene's regular expression."""
    signs = {"*": ".*", "?": "."}
    return "".join(signs.get(sign) or re.sub(r'([.?+*|{}\[\]()"\\#@&<>~^$-])', r"\\\1", sign) for sign in pattern)
