"""Gather how a collection names: every name with its articles, how often it is written how, and read as which type."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Protocol

import numpy as np

from corpus.article import EntityType
from corpus.folding import exact_key
from index.arrays.types import Int64Array
from index.segments.facets import Facet
from index.segments.name_readings import ACRONYM, Reading, read
from index.segments.segment import Segment

_REMEMBERED = 4_096
_ORDER = (EntityType.ORGANIZATION, EntityType.PERSON, EntityType.PLACE)


@dataclass(slots=True)
class Form:
    """One name as the articles have it: `count` have it, so many written in each way, so many as each type."""

    key: str
    count: int = 0
    written: dict[str, int] = field(default_factory=dict)
    types: dict[EntityType, int] = field(default_factory=dict)
    type: EntityType = EntityType.ORGANIZATION
    """The type that most articles read it as, or that it is settled to be."""
    settled: "Form | None" = None
    """The same of the exports alone, where some have it: what these show stays as it is."""

    def add(self, written: str, kind: EntityType, count: int, *, settled: bool = False) -> None:
        """So many more articles have it so."""
        if settled:
            self.settled = self.settled or Form(self.key)
            self.settled.add(written, kind, count)
        self.count += count
        self.written[written] = self.written.get(written, 0) + count
        self.types[kind] = self.types.get(kind, 0) + count

    @property
    def votes(self) -> Mapping[EntityType, int]:
        """So many articles for each type; all for the one that it is settled to be, where most read it otherwise."""
        if self.settled:
            return self.settled.types
        return self.types if self.type is most(self.types) else {self.type: self.count}

    @property
    def label(self) -> str:
        """As it is written most often; where ways are as frequent, not in capitals, then the first of the alphabet."""
        if self.settled:
            return self.settled.label
        if len(self.written) == 1:
            return next(iter(self.written))
        return min(self.written, key=lambda way: (-self.written[way], way.isupper(), way))


class Articles(Protocol):
    """What counts the articles of a collection, wherever they are kept; values are known by their keys."""

    def together(self, key: str, values: Sequence[str], facet: Facet, /) -> int:
        """How many articles have a name, and beside it any of some values of a facet."""

    def elsewhere(self, key: str, country: str, name: str, /) -> int:
        """How many articles with a name are about some country, but not about this one, nor have its name."""


class NameForms:
    """The names of a collection, by key; of the articles that are still there."""

    def __init__(self, readings: Iterable[tuple[Reading, int]], articles: Articles) -> None:
        """Every reading with the number of its articles, wherever these are kept."""
        self.forms: dict[str, Form] = {}
        self.acronyms: Mapping[str, Counter[str]] = defaultdict(Counter)
        """What is short for which names, by the keys of both, and in how many articles."""
        self._articles = articles
        for reading, count in readings:
            self._take(reading, count)
        for form in self.forms.values():
            form.type = most((form.settled or form).types)

    @classmethod
    def of(cls, segments: Sequence[Segment]) -> "NameForms":
        """Those of the articles of some segments."""
        readings = (each for segment in segments for each in _readings(segment))
        return cls(readings, ArticlesOf(segments))

    @property
    def persons(self) -> list[str]:
        """The keys of the persons who are named in full."""
        return [form.key for form in self.forms.values() if " " in form.key and form.type is EntityType.PERSON]

    @cached_property
    def surnames(self) -> Counter[str]:
        """In how many articles a word is the surname of a person who is named in full."""
        found: Counter[str] = Counter()
        for key in self.persons:
            found[key.rpartition(" ")[2]] += self.forms[key].count
        return found

    def both(self, one: str, other: str) -> int:
        """How many articles have two names."""
        return self._articles.together(one, [other], Facet.ENTITY)

    def beside(self, key: str, values: Sequence[str], facet: Facet = Facet.ENTITY) -> int:
        """How many articles have a name and any of some others, or of some values of another facet."""
        return self._articles.together(key, values, facet)

    def elsewhere(self, key: str, country: str, name: str) -> int:
        """How many articles with a name are about some country, but not about this one, nor have its name."""
        return self._articles.elsewhere(key, country, name)

    def _take(self, reading: Reading, count: int) -> None:
        if reading.kind == ACRONYM:
            self.acronyms[reading.key][exact_key(reading.written)] += count
            return
        form = self.forms.get(reading.key)
        if form is None:
            form = self.forms[reading.key] = Form(reading.key)
        form.add(reading.written, _TYPES[reading.kind], count, settled=reading.settled)


class ArticlesOf:
    """Which articles of some segments have which values."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        self._bases = [0, *accumulate(segment.count for segment in segments)]
        self._having = lru_cache(_REMEMBERED)(self._found)

    def together(self, key: str, values: Sequence[str], facet: Facet) -> int:
        """As in `Articles`."""
        theirs = np.concatenate([self._having(each, facet) for each in values])
        return int(np.isin(self._having(key, Facet.ENTITY), theirs).sum())

    def elsewhere(self, key: str, country: str, name: str) -> int:
        """As in `Articles`."""
        having = self._having(key, Facet.ENTITY)
        theirs = np.concatenate([self._having(country, Facet.COUNTRY), self._having(name, Facet.ENTITY)])
        return self._about_some_country(having[np.isin(having, theirs, invert=True)])

    def _about_some_country(self, doc_ids: Int64Array) -> int:
        """How many of some articles are about any country."""
        count = 0
        for segment, base in zip(self._segments, self._bases, strict=False):
            mine = doc_ids[(doc_ids >= base) & (doc_ids < base + segment.count)] - base
            starts = segment.facets[Facet.COUNTRY.field.column].starts
            count += int((starts[mine + 1] > starts[mine]).sum())
        return count

    def _found(self, key: str, facet: Facet) -> Int64Array:
        """The doc_ids of the live articles that have a name, or a value of another facet; ascending."""
        found = [np.empty(0, np.int64)]
        raw = key.encode()
        for segment, base in zip(self._segments, self._bases, strict=False):
            term = segment.postings.term(facet.field.column, raw)
            if term is not None:
                documents = segment.postings.documents(term)
                found.append(documents[segment.live[documents]] + base)
        return np.concatenate(found)


def most(types: Mapping[EntityType, int]) -> EntityType:
    """The most frequent type; organizations before persons before places where they are as frequent."""
    if len(types) == 1:
        return next(iter(types))
    return max(_ORDER, key=lambda kind: types.get(kind, 0))


_TYPES = {kind.value: kind for kind in EntityType}


def _readings(segment: Segment) -> Iterable[tuple[Reading, int]]:
    """The readings of a segment's live articles, with their number."""
    kept = segment.readings
    counts = kept.totals.tolist()
    return ((read(key), count) for key, count in zip(kept.keys.all(), counts, strict=True) if count)
