"""Articles in memory until they are inverted: arrays of term numbers in, sorted posting lists out."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
from whoosh.util.numeric import length_to_byte

from index.columnar.arrays import ArrayWriter, Ints
from index.columnar.facet import write_facet
from index.columnar.fields import FACETS, FIELDS, TEXTS
from index.columnar.postings import PostingsWriter
from index.columnar.segment import ranked
from index.columnar.strings import write_strings

_PLACE_BITS = 40


class _Words:
    """One field of words: the numbers of its terms, article after article."""

    def __init__(self) -> None:
        self.terms = array("I")
        self.lengths = array("I")

    def add(self, numbers: Sequence[int]) -> None:
        self.terms.extend(numbers)
        self.lengths.append(len(numbers))


class Values:
    """One facet: the numbers of its values, article after article."""

    def __init__(self) -> None:
        self.numbers: dict[bytes, int] = {}
        self.shown: list[tuple[bytes, bytes, bytes]] = []
        self._of = array("I")
        self._lengths = array("I")

    def add(self, values: Iterable[tuple[str, str, str]]) -> None:
        """The values of the next article: key, label and kind of each."""
        before = len(self._of)
        for key, label, kind in dict.fromkeys(values):
            raw = key.encode()
            number = self.numbers.setdefault(raw, len(self.shown))
            if number == len(self.shown):
                self.shown.append((raw, " ".join(label.split()).encode(), kind.encode()))
            if number not in self._of[before:]:
                self._of.append(number)
        self._lengths.append(len(self._of) - before)

    def arrays(self) -> tuple[list[tuple[bytes, bytes, bytes]], Ints, Ints]:
        """The values in the order of keys, how many each article has, and their ordinals."""
        order = sorted(range(len(self.shown)), key=lambda number: self.shown[number][0])
        places = np.empty(len(order), np.int64)
        places[order] = np.arange(len(order))
        of: Ints = places[np.frombuffer(self._of, np.uint32)] if len(self._of) else np.empty(0, np.int64)
        return [self.shown[number] for number in order], np.array(self._lengths, np.int64), of


class _Numbers(dict[str, int]):
    """Tokens as they stand in texts and the numbers of their terms; a new token gets its term's."""

    def __init__(self, term: Callable[[str], str]) -> None:
        self.terms: dict[str, int] = {}
        self._term = term

    def __missing__(self, token: str) -> int:
        number = self.terms.setdefault(self._term(token), len(self.terms))
        self[token] = number
        return number


class Batch:
    """Articles that will be one segment."""

    def __init__(self, term: Callable[[str], str]) -> None:
        """`term` makes the term of a token."""
        self.ids: list[bytes] = []
        self.numbers = _Numbers(term)
        """Every token of the batch."""
        self.facets = {name: Values() for name in FACETS}
        self._words = {field: _Words() for field in TEXTS}
        self._days = array("I")
        self._records: list[bytes] = []
        self._origins: dict[bytes, int] = {}
        self._origin_of = array("I")
        self._prints: list[bytes] = []
        self.size = 0
        """Occurrences of words so far."""

    def __len__(self) -> int:
        return len(self.ids)

    def add(self, article_id: str, origin: str, fingerprint: str, day: int, record: bytes) -> None:
        """Begin the next article; its words and facets follow."""
        self.ids.append(article_id.encode())
        self._origin_of.append(self._origins.setdefault(origin.encode(), len(self._origins)))
        self._prints.append(fingerprint.encode())
        self._days.append(day)
        self._records.append(record)

    def add_words(self, field: str, tokens: Sequence[str]) -> None:
        """The tokens of a field of the next article, in the order of its text."""
        self._words[field].add(list(map(self.numbers.__getitem__, tokens)))
        self.size += len(tokens)

    def write(self, path: Path) -> None:
        """Write the segment."""
        out = ArrayWriter(path)
        for name, strings in (("id", self.ids), ("fingerprint", self._prints), ("record", self._records)):
            write_strings(out, name, strings)
        write_strings(out, "origin", self._origins)
        out.extend("origin.of", np.array(self._origin_of, np.uint32))
        order, ranks = ranked(self.ids)
        out.extend("id.order", order, "<u4")
        out.extend("id.rank", ranks, "<u4")
        out.extend("day", np.array(self._days, np.uint32))
        totals = {}
        for field, words in self._words.items():
            lengths = np.array(words.lengths, np.int64)
            out.extend(f"length.{field}", length_bytes(lengths))
            totals[field] = int(lengths.sum())
        fields = self._write_postings(out)
        out.close({"count": len(self.ids), "totals": totals, "fields": fields})

    def _write_postings(self, out: ArrayWriter) -> dict[str, tuple[int, int]]:
        postings, terms = PostingsWriter(out), list[bytes]()
        fields: dict[str, tuple[int, int]] = {}
        listed = list(self.numbers.terms)
        order = sorted(range(len(listed)), key=listed.__getitem__)
        places = np.empty(len(order), np.int64)
        places[order] = np.arange(len(order))
        for field in FIELDS:
            before = len(terms)
            if field in self.facets:
                values, lengths, ordinals = self.facets[field].arrays()
                write_facet(out, field, values, lengths, ordinals)
                found = inverted(ordinals, lengths, positions=False)
                terms.extend(values[number][0] for number in found[0].tolist())
            else:
                words = self._words[field]
                numbers = places[np.frombuffer(words.terms, np.uint32)] if len(words.terms) else np.empty(0, np.int64)
                found = inverted(numbers, np.array(words.lengths, np.int64), positions=True)
                terms.extend(listed[order[number]].encode() for number in found[0].tolist())
            postings.extend(*found[1:])
            fields[field] = (before, len(terms))
        write_strings(out, "terms", terms)
        return fields


def inverted(terms: Ints, lengths: Ints, *, positions: bool) -> tuple[Ints, Ints, Ints, Ints, Ints]:
    """Posting lists of term numbers, which stand article after article.

    The terms there are, ascending, and what `PostingsWriter.extend` takes: articles of each term, articles and
    frequency of each posting, and positions.
    """
    if not len(terms):
        none = np.empty(0, np.int64)
        return none, none, none, none, none
    # Sorting term and place as one number is several times faster than sorting terms and keeping their order.
    packed = np.sort((terms << _PLACE_BITS) | np.arange(len(terms)))
    term, place = packed >> _PLACE_BITS, packed & ((1 << _PLACE_BITS) - 1)
    owners = np.repeat(np.arange(len(lengths)), lengths)[place]
    first_of_term = np.diff(term, prepend=-1) != 0
    first_of_posting = first_of_term | (np.diff(owners, prepend=-1) != 0)
    starts = np.flatnonzero(first_of_posting)
    frequencies = np.diff(starts, append=len(terms))
    held_by = np.diff(np.flatnonzero(first_of_term[starts]), append=len(starts))
    begins = np.cumsum(lengths) - lengths
    where = place - begins[owners] if positions else np.empty(0, np.int64)
    return term[first_of_term], held_by, owners[starts], frequencies, where


_BYTES = np.array([length_to_byte(length) for length in range(1 << 16)], np.uint8)


def length_bytes(lengths: Ints) -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
    """Lengths of fields as Whoosh keeps them: a byte each, exact up to ten and near enough beyond."""
    long = [length_to_byte(length) for length in lengths[lengths >= len(_BYTES)].tolist()]
    found = _BYTES[np.minimum(lengths, len(_BYTES) - 1)]
    found[lengths >= len(_BYTES)] = long
    return found
