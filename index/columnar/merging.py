"""Segments made one: articles that are gone are left out, the others numbered anew, posting lists joined as arrays."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

from index.columnar.arrays import ArrayWriter, Ints, Numbers
from index.columnar.facet import write_facet
from index.columnar.fields import FACETS, FIELDS, TEXTS
from index.columnar.postings import PostingsWriter
from index.columnar.segment import Segment
from index.columnar.strings import Strings, StringsWriter, write_strings

_AT_ONCE = 1 << 20
"""Postings that are joined at once, and what bounds the memory of a merge."""

_ARTICLES_AT_ONCE = 1 << 14
_PLACE_BITS = 40


class Merge:
    """Several segments on their way into one file."""

    def __init__(self, parts: Sequence[Segment], path: Path) -> None:
        self._parts = parts
        self._out = ArrayWriter(path)
        self._numbers: list[Ints] = []
        self.count = 0
        for part in parts:
            self._numbers.append(np.where(part.live, self.count + np.cumsum(part.live) - 1, -1))
            self.count += int(np.count_nonzero(part.live))

    def write(self) -> None:
        """Write the file."""
        for name in ("id", "fingerprint", "record"):
            self._strings(name)
        self._origins()
        self._order()
        for name in ("day", *(f"length.{field}" for field in TEXTS)):
            for part in self._parts:
                self._out.extend(name, part.arrays[name][part.live])
        for name in FACETS:
            self._facet(name)
        fields, totals = self._postings()
        self._out.close({"count": self.count, "totals": totals, "fields": fields})

    def _strings(self, name: str) -> None:
        out = StringsWriter(self._out, name)
        for part in self._parts:
            table = Strings(part.arrays, name)
            for first in range(0, part.count, _ARTICLES_AT_ONCE):
                ends = table.ends[first : first + _ARTICLES_AT_ONCE + 1]
                lengths, live = np.diff(ends), part.live[first : first + _ARTICLES_AT_ONCE]
                data = table.data[int(ends[0]) : int(ends[-1])]
                if not live.all():
                    data, lengths = data[np.repeat(live, lengths)], lengths[live]
                out.extend(data, lengths)

    def _origins(self) -> None:
        numbers: dict[bytes, int] = {}
        for part in self._parts:
            origins = Strings(part.arrays, "origin").all()
            places = np.array([numbers.setdefault(each, len(numbers)) for each in origins], np.uint32)
            self._out.extend("origin.of", places[part.arrays["origin.of"][part.live]], "<u4")
        write_strings(self._out, "origin", numbers)

    def _order(self) -> None:
        ids: list[bytes] = []
        runs: list[int] = []
        for part, numbers in zip(self._parts, self._numbers, strict=True):
            of_part = part.ids.all()
            ids += [of_part[number] for number in np.flatnonzero(part.live).tolist()]
            there = numbers[part.order]
            runs += there[there >= 0].tolist()
        order = np.array(sorted(runs, key=ids.__getitem__), np.int64)  # runs in order: the sort merely merges them
        ranks = np.empty(len(order), np.int64)
        ranks[order] = np.arange(len(order))
        self._out.extend("id.order", order, "<u4")
        self._out.extend("id.rank", ranks, "<u4")

    def _facet(self, name: str) -> None:
        shown: dict[bytes, tuple[bytes, bytes, bytes]] = {}
        facets = [part.facets[name] for part in self._parts]
        for facet in facets:
            there = np.flatnonzero(facet.totals).tolist()
            keys, labels, kinds = facet.keys.all(), facet.labels.all(), facet.kinds.all()
            for place in there:
                shown.setdefault(keys[place], (keys[place], labels[place], kinds[place]))
        values = sorted(shown.values())
        places = {key: place for place, (key, _, _) in enumerate(values)}
        lengths, ordinals = list[Ints](), list[Ints]()
        for part, facet in zip(self._parts, facets, strict=True):
            of, counts = facet.of(np.flatnonzero(part.live))
            new = np.array([places.get(key, -1) for key in facet.keys.all()], np.int64)
            ordinals.append(new[of])
            lengths.append(counts)
        write_facet(self._out, name, values, _joined(lengths), _joined(ordinals))

    def _postings(self) -> tuple[dict[str, tuple[int, int]], dict[str, int]]:
        writer, terms = PostingsWriter(self._out), list[bytes]()
        fields: dict[str, tuple[int, int]] = {}
        totals = dict.fromkeys(TEXTS, 0)
        for field in FIELDS:
            before = len(terms)
            lexicons = [part.postings.lexicon(field) for part in self._parts]
            listed = sorted(set[bytes]().union(*lexicons))
            places = {term: place for place, term in enumerate(listed)}
            local = [np.array([places[term] for term in lexicon], np.int64) for lexicon in lexicons]
            for first, last in self._pieces(field, local, len(listed)):
                found, *postings = self._joined_postings(field, local, first, last)
                writer.extend(*postings)
                terms.extend(listed[place] for place in found.tolist())
                if field in totals:
                    totals[field] += int(postings[2].sum())
            fields[field] = (before, len(terms))
        write_strings(self._out, "terms", terms)
        return fields, totals

    def _pieces(self, field: str, local: list[Ints], terms: int) -> Iterator[tuple[int, int]]:
        """Ranges of terms that have about as many postings as are joined at once."""
        held_by = np.zeros(terms, np.int64)
        for part, places in zip(self._parts, local, strict=True):
            begin, end = part.postings.fields[field]
            held_by[places] += part.postings.held_by[begin:end]
        piece = (np.cumsum(held_by) - held_by) // _AT_ONCE
        cuts = [*np.flatnonzero(np.diff(piece, prepend=-1)).tolist(), terms]
        return pairwise(cuts)

    def _joined_postings(self, field: str, local: list[Ints], first: int, last: int) -> tuple[Ints, ...]:
        """The terms of a range that are still there, and their postings as `PostingsWriter.extend` takes them."""
        terms, documents, frequencies, positions = (list[Ints]() for _ in range(4))
        for part, numbers, places in zip(self._parts, self._numbers, local, strict=True):
            begin, end = np.searchsorted(places, (first, last)).tolist()
            base = part.postings.fields[field][0]
            if begin == end:
                continue
            held_by, of_part, often, where = part.postings.range(base + begin, base + end)
            renumbered = numbers[of_part]
            there = renumbered >= 0
            terms.append(np.repeat(places[begin:end], held_by)[there])
            documents.append(renumbered[there])
            frequencies.append(often[there])
            positions.append(where[np.repeat(there, often)] if len(where) else where)
        return _sorted(_joined(terms), _joined(documents), _joined(frequencies), _joined(positions))


def _sorted(terms: Ints, documents: Ints, frequencies: Ints, positions: Ints) -> tuple[Ints, ...]:
    """Postings in the order of terms, those of one term in the order that they have."""
    order = np.sort((terms << _PLACE_BITS) | np.arange(len(terms))) & ((1 << _PLACE_BITS) - 1)
    terms, documents = terms[order], documents[order]
    if len(positions):
        starts = (np.cumsum(frequencies) - frequencies)[order]
        frequencies = frequencies[order]
        within = np.arange(len(positions)) - np.repeat(np.cumsum(frequencies) - frequencies, frequencies)
        positions = positions[np.repeat(starts, frequencies) + within]
    else:
        frequencies = frequencies[order]
    begins = np.flatnonzero(np.diff(terms, prepend=-1))
    return terms[begins], np.diff(begins, append=len(terms)), documents, frequencies, positions


def _joined(parts: Sequence[Numbers]) -> Ints:
    joined: Ints = np.concatenate(parts) if parts else np.empty(0, np.int64)
    return joined
