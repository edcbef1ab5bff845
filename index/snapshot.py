"""One whole, unchanging state of the index, to be searched: a commit that comes later is another snapshot."""

from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cached_property
from itertools import accumulate, pairwise
from pathlib import Path

import numpy as np

from corpus.article import Basis
from index import record, spans
from index.analysis import analyzer_of
from index.columnar.fields import FACETS
from index.columnar.memory import keep_freed
from index.columnar.segment import Segment
from index.document import Document
from index.duplicates.groups import Groups
from index.facets import Articles, FacetColumn, Ints, Mask, basis_number
from index.folded import FoldedColumn
from index.languages import Languages
from index.location import damage_told, describe
from index.naming import overlay
from index.naming.synonyms import Synonyms
from index.opening import generation, opened_as_named
from index.terms import Terms

_SORTED_BY_NAME = 1_000
_COUNTED = 10_000
"""Terms whose articles a snapshot remembers the number of."""

_DENSE = 8
"""Where one of so many articles is meant, the first by name are sought among the first of all."""


class Snapshot:
    """The articles of one commit by number, 0 to `size`, deleted ones among them (`live` tells).

    Everything in it is read-only, but for what it keeps of its own answers: threads share it freely.
    The files are let go with the last reference to it.
    """

    def __init__(self, location: Path) -> None:
        keep_freed()
        self.generation = generation(location)
        self.analyzer = analyzer_of(describe(location).language)
        """The analyzer of the index's own language, which the others follow."""
        self.overlay = overlay.load(location)
        with damage_told(location):
            named = opened_as_named(location)
            self.segments = [segment for _, segment in named]
            self.languages = Languages(self.analyzer, (each for part in self.segments for each in part.languages))
            self.bases = [0, *accumulate(segment.count for segment in self.segments)]
            self.size = self.bases[-1]
            self.live: Mask = _joined([segment.live for segment in self.segments], np.bool_)
            self.days: Ints = _joined([segment.days for segment in self.segments], np.uint32)
            self.date_bases: Ints = _joined([segment.bases for segment in self.segments], np.uint8)
            self.facets = {name: self._facet(name) for name in FACETS}
            self.groups = Groups([name.kinship for name, _ in named], self.bases, self.live)
            """Which articles are near-duplicates."""
        self.expansions: dict[tuple[str, str], list[str]] = {}
        """The terms that patterns were found to stand for: kept here, so that they go with the snapshot."""
        self._held: dict[tuple[tuple[str, ...], str], int] = {}

    @cached_property
    def count(self) -> int:
        """How many articles there are."""
        return int(np.count_nonzero(self.live))

    @cached_property
    def totals(self) -> dict[str, Ints]:
        """How many of all articles have each value of each facet."""
        everything = Articles(self.size, mask=self.live)
        return {name: column.counts(everything) for name, column in self.facets.items()}

    @cached_property
    def synonyms(self) -> Synonyms:
        """Which names mean the same."""
        return Synonyms(self.overlay)

    @cached_property
    def inferred(self) -> Mask:
        """Of which articles the date is inferred."""
        inferred: Mask = self.date_bases == basis_number(Basis.INFERRED)
        return inferred

    def document(self, number: int) -> Document:
        """The article of a number."""
        return self.tokenized(number)[0]

    def tokenized(self, number: int) -> tuple[Document, spans.Edges]:
        """The article of a number, and where each token of its text stands: an array of shape (tokens, 2)."""
        segment, number = self.segment_of(number)
        document, packed = record.unpack(segment.records[number])
        if self.overlay is not overlay.NOTHING:
            document = replace(document, entities=self.overlay.laid_over(document.entities))
        return document, spans.unpack(packed)

    def number(self, article_id: str) -> int | None:
        """The number of the article with an id."""
        wanted = article_id.encode("utf-8", "surrogatepass")
        for base, segment in zip(self.bases, self.segments, strict=False):
            number = segment.number(wanted)
            if number is not None:
                return base + number
        return None

    def terms(self, field: str) -> list[Terms]:
        """The terms of a field in each segment, counted by the articles that have them, deleted ones among them."""
        postings = [segment.postings for segment in self.segments]
        return [Terms(each.terms, each.held_by, *each.fields.get(field, (0, 0))) for each in postings]

    @property
    def forms(self) -> list[Terms]:
        """The words as they are written, folded, in each segment, counted by their occurrences."""
        return [Terms(each.forms, each.form_counts, 0, len(each.forms)) for each in self.segments]

    def frequency(self, field: str, term: str) -> int:
        """In how many articles, deleted ones among them, a field has a term."""
        raw = term.encode("utf-8", "surrogatepass")
        postings = [segment.postings for segment in self.segments]
        return sum(each.frequency(place) for each in postings if (place := each.term(field, raw)) is not None)

    def held(self, fields: Collection[str], term: str) -> int:
        """In how many articles, deleted ones among them, any of some fields has a term; counted once."""
        key = (tuple(fields), term)
        held = self._held.get(key)
        if held is None:
            raw = term.encode("utf-8", "surrogatepass")
            held = sum(_held(segment, key[0], raw) for segment in self.segments)
            if len(self._held) >= _COUNTED:
                self._held.clear()
            self._held[key] = held
        return held

    def segment_of(self, number: int) -> tuple[Segment, int]:
        """The segment of an article, and its number there."""
        place = bisect_right(self.bases, number) - 1
        return self.segments[place], number - self.bases[place]

    def article_id(self, number: int) -> str:
        """The id of an article."""
        segment, number = self.segment_of(number)
        return segment.ids[number].decode()

    def first_by_id(self, numbers: Ints, count: int) -> Ints:
        """Those `count` of some articles, given in order of their numbers, that have the lowest ids; in that order."""
        if len(self.segments) == 1:
            return _first_of_segment(self.segments[0], numbers, count)
        if count > _SORTED_BY_NAME:
            return numbers[self.ranks[numbers].argsort()][:count]
        found: list[int] = []
        for base, segment, local in self._parts(numbers):
            found += (_first_of_segment(segment, local, count) + base).tolist()
        return np.array(sorted(found, key=self.article_id)[:count], np.int64)

    def after_id(self, numbers: Ints, article_id: str) -> Mask:
        """Which of some articles, given in order of their numbers, have a higher id than this one."""
        wanted = article_id.encode("utf-8", "surrogatepass") + b"\0"
        later = [segment.ranks[local] >= segment.rank_of(wanted) for _, segment, local in self._parts(numbers)]
        return _joined(later, np.bool_)

    @cached_property
    def ranks(self) -> Ints:
        """The place of each article in the order of ids."""
        ids = [article_id for segment in self.segments for article_id in segment.ids.all()]
        ranks: Ints = np.empty(self.size, np.int64)
        ranks[sorted(range(self.size), key=ids.__getitem__)] = np.arange(self.size)
        return ranks

    def _facet(self, name: str) -> FacetColumn:
        parts = [segment.facets[name] for segment in self.segments]
        if name == "entity" and self.overlay is not overlay.NOTHING:
            return FoldedColumn(parts, self.bases, self.overlay)
        return FacetColumn(parts, self.bases)

    def _parts(self, numbers: Ints) -> Iterator[tuple[int, Segment, Ints]]:
        cuts = np.searchsorted(numbers, self.bases)
        for base, segment, (begin, end) in zip(self.bases, self.segments, pairwise(cuts.tolist()), strict=False):
            yield base, segment, numbers[begin:end] - base


def _held(segment: Segment, fields: tuple[str, ...], term: bytes) -> int:
    places = [segment.postings.term(field, term) for field in fields]
    there = [place for place in places if place is not None]
    if len(there) < 2:  # noqa: PLR2004 - one list has each article once
        return sum(segment.postings.frequency(place) for place in there)
    mask: Mask = np.zeros(segment.count, np.bool_)
    for place in there:
        mask[segment.postings.documents(place)] = True
    return int(np.count_nonzero(mask))


def _joined(parts: list[np.ndarray], dtype: type) -> np.ndarray:
    if len(parts) == 1:
        return parts[0]
    return np.concatenate(parts) if parts else np.empty(0, dtype)


def _first_of_segment(segment: Segment, numbers: Ints, count: int) -> Ints:
    if count < len(numbers) and len(numbers) * _DENSE > segment.count:
        return _first_of_many(segment, numbers, count)
    ranks = segment.ranks[numbers]
    lowest = ranks.argsort() if count >= len(ranks) else ranks.argpartition(count)[:count]
    return numbers[lowest[ranks[lowest].argsort()]][:count]


def _first_of_many(segment: Segment, numbers: Ints, count: int) -> Ints:
    """The same where most articles are meant: they are among the first of all."""
    mask, tried = Articles(segment.count, numbers=numbers).mask, 2 * _DENSE * count
    while True:
        first = segment.order[:tried]
        found = first[mask[first]][:count]
        if len(found) == count:
            return found.astype(np.int64)
        tried *= 4
