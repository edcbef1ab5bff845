"""Segments made one: articles that are gone are left out, the others numbered anew, posting lists joined as arrays.

Everything is copied in ranges: the memory of a merge grows neither with texts nor with postings.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.arrays.array_file import ArrayWriter
from index.arrays.strings import Strings, StringsWriter, write_strings
from index.arrays.types import Int64Array, Mask
from index.merging.join_postings import joined
from index.merging.term_ranges import Table, ranges
from index.segments.fields import FACETS, FIELDS, READINGS, TEXTS
from index.segments.form_table import COUNTS
from index.segments.postings import PostingsWriter
from index.segments.segment import VECTORS, Segment
from index.segments.segment_facet import FacetWriter, SegmentFacet
from index.segments.stored_fields import StoredFieldsWriter
from index.winnowing.fingerprints import BY_ARTICLE, merged
from index.winnowing.stored_prints import StoredPrintsWriter

_AT_ONCE = 1 << 21
"""Occurrences that are joined at once, a string counting as eight: what bounds the memory of a merge."""

_ARTICLES_AT_ONCE = 1 << 14


def merge(parts: Sequence[tuple[Path, Mask | None]], path: Path) -> int:
    """Write one file of the articles of several, of each those that are still there; how many those are."""
    merging = _Merge([Segment(part, live) for part, live in parts], path)
    merging.write()
    return merging.count


class _Merge:
    """Several segments on their way into one file."""

    def __init__(self, parts: Sequence[Segment], path: Path) -> None:
        self._parts = parts
        self._out = ArrayWriter(path)
        self._numbers: list[Int64Array] = []
        self.count = 0
        for part in parts:
            self._numbers.append(np.where(part.live, self.count + np.cumsum(part.live) - 1, -1))
            self.count += int(np.count_nonzero(part.live))

    def write(self) -> None:
        """Write the file."""
        for name in ("id", "fingerprint"):
            out = StringsWriter(self._out, name)
            for part in self._parts:
                _copy(Strings(part.arrays, name), part, out)
        self._records()
        self._origins()
        self._order()
        for name in ("day", "basis", *BY_ARTICLE, *(f"length.{field}" for field in TEXTS)):
            for part in self._parts:
                self._out.extend(name, part.arrays[name][part.live])
        self._vectors()
        for name in FACETS:
            self._facet(name, [part.facets[name] for part in self._parts])
        self._facet(READINGS, [part.readings for part in self._parts])
        self._forms()
        self._fingerprints()
        fields, totals = self._postings()
        languages = sorted(set[str]().union(*(part.languages for part in self._parts)))
        self._out.close({"count": self.count, "totals": totals, "fields": fields, "languages": languages})

    def _records(self) -> None:
        largest = max(self._parts, key=lambda part: part.count, default=None)
        writer = StoredFieldsWriter(self._out, largest.records.dictionary if largest else b"")
        for part in self._parts:
            if part.records.dictionary == writer.dictionary:
                _copy(part.records.packed, part, writer.packed)
            else:
                writer.extend(part.records[number] for number in np.flatnonzero(part.live).tolist())
            part.arrays.release()

    def _vectors(self) -> None:
        for part in self._parts:
            for first in range(0, part.count, _ARTICLES_AT_ONCE):
                these = slice(first, first + _ARTICLES_AT_ONCE)
                self._out.extend(VECTORS, part.vectors[these][part.live[these]].ravel())
            part.arrays.release()

    def _forms(self) -> None:
        out = StringsWriter(self._out, "form")
        tables = [Table(part.arrays, part.forms, 0, len(part.forms)) for part in self._parts]
        for found in ranges(tables, _AT_ONCE):
            out.extend_with(found.strings)
            for name in COUNTS:
                counts = np.zeros(len(found.strings), np.int64)
                for part, begin, end, places in zip(self._parts, found.begins, found.ends, found.places, strict=True):
                    counts[places] += part.arrays[name][begin:end]
                    part.arrays.release()
                self._out.extend(name, counts, "<u4")

    def _fingerprints(self) -> None:
        parts = [part.winnowing for part in self._parts]
        counts = [each.counts[part.live] for each, part in zip(parts, self._parts, strict=True)]
        total = sum(int(each.sum(dtype=np.int64)) for each in counts)
        writer = StoredPrintsWriter(self._out, self.count, total)
        for keys, of in merged(parts, self._numbers):
            writer.extend(keys, of)
            self._release()
        writer.close()

    def _origins(self) -> None:
        numbers: dict[bytes, int] = {}
        for part in self._parts:
            origins = Strings(part.arrays, "origin").all()
            places = np.array([numbers.setdefault(each, len(numbers)) for each in origins], np.uint32)
            self._out.extend("origin.of", places[part.arrays["origin.of"][part.live]], "<u4")
        write_strings(self._out, "origin", numbers)

    def _order(self) -> None:
        ranks = np.empty(self.count, np.uint32)
        done = 0
        tables = [Table(part.arrays, part.sorted_ids, 0, part.count) for part in self._parts]
        for found in ranges(tables, _AT_ONCE):
            order = np.full(len(found.strings), -1, np.int64)
            for part, numbers, begin, end, places in zip(
                self._parts, self._numbers, found.begins, found.ends, found.places, strict=True
            ):
                there = numbers[part.order[begin:end]]
                order[places[there >= 0]] = there[there >= 0]
            order = order[order >= 0]
            ranks[order] = np.arange(done, done + len(order))
            done += len(order)
            self._out.extend("id.order", order, "<u4")
        self._out.extend("id.rank", ranks, "<u4")

    def _facet(self, name: str, facets: Sequence[SegmentFacet]) -> None:
        writer = FacetWriter(self._out, name)
        values_of = [np.full(len(facet.keys), -1, np.int64) for facet in facets]
        tables = [
            Table(part.arrays, facet.keys, 0, len(facet.keys)) for part, facet in zip(self._parts, facets, strict=True)
        ]
        for found in ranges(tables, _AT_ONCE):
            shown: dict[int, tuple[bytes, bytes, bytes]] = {}
            for facet, begin, end, places in zip(facets, found.begins, found.ends, found.places, strict=True):
                labels, kinds = facet.labels.all(begin, end), facet.kinds.all(begin, end)
                for i in np.flatnonzero(facet.totals[begin:end]).tolist():
                    shown.setdefault(int(places[i]), (found.strings[places[i]], labels[i], kinds[i]))
            kept = sorted(shown)
            numbers = np.full(len(found.strings), -1, np.int64)
            numbers[kept] = writer.count + np.arange(len(kept))
            for value_of, begin, end, places in zip(values_of, found.begins, found.ends, found.places, strict=True):
                value_of[begin:end] = numbers[places]
            writer.add_values([shown[place] for place in kept])
        for part, facet, value_of in zip(self._parts, facets, values_of, strict=True):
            ordinals, lengths = facet.of_live()
            writer.add_articles(value_of[ordinals], lengths)
            part.arrays.release()
        writer.close()

    def _postings(self) -> tuple[dict[str, tuple[int, int]], dict[str, int]]:
        writer, terms = PostingsWriter(self._out), StringsWriter(self._out, "terms")
        fields: dict[str, tuple[int, int]] = {}
        totals = dict.fromkeys(TEXTS, 0)
        written = 0
        for field in FIELDS:
            before = written
            for found in ranges([self._table(part, field) for part in self._parts], _AT_ONCE):
                there, lists = joined(self._parts, self._numbers, found)
                writer.extend(lists)
                terms.extend_with([found.strings[place] for place in there.tolist()])
                written += len(there)
                if field in totals:
                    totals[field] += int(lists.frequencies.sum(dtype=np.int64))
            fields[field] = (before, written)
        writer.close()
        return fields, totals

    def _release(self) -> None:
        """Let go of what was read of all parts: of small ones a few numbers here and there are soon all their pages."""
        for part in self._parts:
            part.arrays.release()

    @staticmethod
    def _table(part: Segment, field: str) -> Table:
        first, last = part.postings.fields[field]
        return Table(part.arrays, part.postings.terms, first, last, part.postings.total_term_freqs[first:last])


def _copy(table: Strings, part: Segment, out: StringsWriter) -> None:
    """Append the strings of the articles of a part that are still there."""
    for first in range(0, part.count, _ARTICLES_AT_ONCE):
        ends = table.ends[first : first + _ARTICLES_AT_ONCE + 1].astype(np.int64)
        lengths, live = np.diff(ends), part.live[first : first + _ARTICLES_AT_ONCE]
        data = table.data[int(ends[0]) : int(ends[-1])]
        if not live.all():
            data, lengths = data[np.repeat(live, lengths)], lengths[live]
        out.extend(data, lengths)
    part.arrays.release()
