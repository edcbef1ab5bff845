"""One segment, mapped into memory: articles that were written together, by their number in the segment."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from index.arrays.array_file import Arrays, Damaged
from index.arrays.strings import OrderedStrings, Strings
from index.arrays.types import AnyIntArray, Int8Table, Int64Array, Mask
from index.embeddings.embedding_table import WIDTH
from index.segments.added_times import UNKNOWN
from index.segments.duplicate_links import DuplicateLinks
from index.segments.fields import FACETS, READINGS
from index.segments.near_spellings import NearSpellings
from index.segments.postings import Postings
from index.segments.segment_facet import SegmentFacet
from index.segments.settled_names import SettledNames
from index.segments.stored_fields import StoredFields
from index.winnowing.fingerprints import Fingerprints, fingerprints_in

ENDING = ".arrays"
VECTORS = "vector"
"""The array of the articles' vectors."""
_RECORDS = "record.bytes"
"""The array of the records, each of which has a checksum of its own."""

_COUNTED = 10_000
"""Terms of which a segment remembers in how many articles they are."""

INDEX_NAME = "MAIN"
"""How the names of segments begin, as those of Whoosh's do."""


@dataclass(slots=True, eq=False)
class ColumnarSegment:
    """What a commit keeps of a segment: its name, its size, and which of its articles are gone."""

    name: str = field(default_factory=lambda: f"{INDEX_NAME}_{secrets.token_hex(8)}")
    size: int = 0
    """Its articles, with those that are gone."""
    deleted: set[int] = field(default_factory=set)
    checksum: int | None = None
    """That of its file's directory, in which those of its arrays stand; None as long as it is not committed."""
    duplicate_links: DuplicateLinks | None = None
    """Which of its articles are versions of others; None as long as nobody has looked."""

    settled: SettledNames | None = None
    """The settled names of the commit; its first segment has them."""

    added: Int64Array | None = None
    """When each of its articles entered the index (`index.segments.added_times`); None where nobody noted it."""

    @property
    def count(self) -> int:
        """How many articles are still there."""
        return self.size - len(self.deleted)

    def path(self, folder: Path) -> Path:
        """The file of the segment's arrays."""
        return folder / f"{self.name}{ENDING}"

    def open(
        self,
        folder: Path,
        known: "Segment | None" = None,
        *,
        told: Callable[[Damaged], Exception] = lambda fault: fault,
    ) -> "Segment":
        """The segment's arrays, each verified before anything of it is used; its records have checksums of their own.

        What is `known` of it, opened earlier, is not verified again. Raises `Damaged`; an array that is damaged raises,
        when it is first asked for, what `told` makes of that.
        """
        path = self.path(folder)
        if known is not None and (known.path, known.arrays.checksum) == (path, self.checksum):
            return Segment(path, self.live(), known.arrays)
        arrays = verified_as_read(path, told=told)
        if self.checksum is not None and arrays.checksum != self.checksum:
            raise Damaged(f"{path.name} is another file than the one that was committed")
        segment = Segment(path, self.live(), arrays)
        if segment.count != self.size:
            raise Damaged(f"{path.name} has {segment.count:,} articles, and {self.size:,} were committed")
        return segment

    def times(self) -> Int64Array:
        """When each of its articles entered the index: shape (articles,)."""
        return np.full(self.size, UNKNOWN, np.int64) if self.added is None else self.added

    def live(self) -> Mask:
        """Which of the segment's articles are still there: shape (articles,)."""
        live = np.ones(self.size, np.bool_)
        live[list(self.deleted)] = False
        return live


def verified_as_read(path: Path, *, told: Callable[[Damaged], Exception] = lambda fault: fault) -> Arrays:
    """The arrays of a segment's file, each verified when it is first asked for; its records by checksums of their own.

    Raises `Damaged`, and of an array, what `told` makes of that.
    """
    arrays = Arrays(path)
    arrays.verify_later(unless={_RECORDS}, told=told)
    return arrays


class Segment:
    """The arrays of a segment. Nothing is read at opening that grows with the number of articles."""

    def __init__(self, path: Path, live: Mask | None = None, arrays: Arrays | None = None) -> None:
        self.path = path
        self.arrays = arrays or Arrays(path)
        about: Any = self.arrays.about
        self.count: int = about["count"]
        self.totals: dict[str, int] = about["totals"]
        """The lengths of each scored field, summed over all articles."""
        self.languages: list[str] = about["languages"]
        """The languages by which its words were stemmed; an empty one where they were not."""
        self.live: Mask = np.ones(self.count, np.bool_) if live is None else live
        self.days: AnyIntArray = self.arrays["day"]
        """Dates as `index.segments.date_columns.day_number` makes them."""
        self._held: dict[tuple[tuple[str, ...], bytes], int] = {}
        self.date_bases: AnyIntArray = self.arrays["basis"]
        """How each date is known, as `index.segments.date_columns.basis_number` has it."""

    @cached_property
    def all_live(self) -> bool:
        """Whether none of its articles is gone."""
        return bool(self.live.all())

    @cached_property
    def vectors(self) -> Int8Table:
        """What each article means, as `index.embeddings` has it: int8 of shape (articles, 128).

        All zero where an article has none.
        """
        return self.arrays[VECTORS].reshape(-1, WIDTH)

    def vectors_of(self, doc_ids: Int64Array) -> Int8Table:
        """The same of some articles, given in ascending order."""
        return self.arrays.rows(VECTORS, WIDTH, doc_ids)

    @cached_property
    def postings(self) -> Postings:
        """The terms, and the articles that have each."""
        return Postings(self.arrays)

    def lengths(self, field: str) -> AnyIntArray:
        """How many words a field has in each article, as Whoosh's length bytes: uint8 of shape (articles,)."""
        return self.arrays[f"length.{field}"]

    def held(self, fields: tuple[str, ...], term: bytes) -> int:
        """In how many articles any of some fields has a term; counted once."""
        held = self._held.get((fields, term))
        if held is None:
            held = self._counted(fields, term)
            if len(self._held) >= _COUNTED:
                self._held.clear()
            self._held[fields, term] = held
        return held

    def _counted(self, fields: tuple[str, ...], term: bytes) -> int:
        places = [self.postings.term(field, term) for field in fields]
        there = [place for place in places if place is not None]
        if len(there) < 2:  # noqa: PLR2004 - one list has each article once
            return sum(self.postings.frequency(place) for place in there)
        mask: Mask = np.zeros(self.count, np.bool_)
        for place in there:
            mask[self.postings.documents(place)] = True
        return int(np.count_nonzero(mask))

    @cached_property
    def ids(self) -> Strings:
        """The articles' ids."""
        return Strings(self.arrays, "id")

    @cached_property
    def sorted_ids(self) -> OrderedStrings:
        """The articles' ids in ascending order."""
        return OrderedStrings(self.arrays, "id", self.order)

    @cached_property
    def order(self) -> AnyIntArray:
        """The numbers of the articles in the order of their ids: uint32 of shape (articles,)."""
        return self.arrays["id.order"]

    @cached_property
    def ranks(self) -> AnyIntArray:
        """The place of each article in that order: uint32 of shape (articles,)."""
        return self.arrays["id.rank"]

    @cached_property
    def facets(self) -> dict[str, SegmentFacet]:
        """The segment's facets by name."""
        return {name: SegmentFacet(self.arrays, name, self.live) for name in FACETS}

    @cached_property
    def readings(self) -> SegmentFacet:
        """How each article reads its names (`index.segments.name_readings`)."""
        return SegmentFacet(self.arrays, READINGS, self.live)

    @cached_property
    def records(self) -> StoredFields:
        """What is stored of each article."""
        return StoredFields(self.arrays)

    @cached_property
    def fingerprints(self) -> Strings:
        """What tells each article's content from any other."""
        return Strings(self.arrays, "fingerprint")

    @cached_property
    def winnowing(self) -> Fingerprints:
        """The winnowing fingerprints, which find articles that tell the same story."""
        return fingerprints_in(self.arrays)

    @cached_property
    def forms(self) -> Strings:
        """The words as they are written, folded, in order; those of deleted articles among them."""
        return Strings(self.arrays, "form")

    @cached_property
    def form_counts(self) -> AnyIntArray:
        """How often each of them stands in the segment: uint32 of shape (forms,)."""
        return self.arrays["form.count"]

    @cached_property
    def spellings(self) -> NearSpellings:
        """What finds the forms that are spelt nearly as a word; made when it is first asked for."""
        return NearSpellings(self.forms)

    def rank_of(self, article_id: bytes) -> int:
        """How many articles have a lower id."""
        return self.sorted_ids.place(article_id, 0, self.count)

    def doc_id(self, article_id: bytes) -> int | None:
        """The doc_id of the live article with an id."""
        for rank in range(self.rank_of(article_id), self.count):
            number = int(self.order[rank])
            if self.ids[number] != article_id:
                return None
            if self.live[number]:
                return number
        return None


def ranked(ids: list[bytes]) -> tuple[Int64Array, Int64Array]:
    """The numbers of articles in the order of their ids, and the place of each in it."""
    order = np.array(sorted(range(len(ids)), key=ids.__getitem__), np.int64)
    ranks = np.empty(len(ids), np.int64)
    ranks[order] = np.arange(len(ids))
    return order, ranks
