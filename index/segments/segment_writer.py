"""Articles in memory until they are inverted: arrays of term numbers in, sorted posting lists out."""

from array import array
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from corpus.folding import exact_key
from index.arrays.array_file import ArrayWriter
from index.arrays.strings import StringsWriter, write_strings
from index.arrays.types import Int64Array
from index.embeddings.embedding_table import embedding_table
from index.segments.fields import FACETS, FIELDS, FORM, READINGS, TEXTS
from index.segments.form_table import FORM_FIELDS, inverted_forms, write_form_table
from index.segments.inversion import Words, inverted, inverted_strings, numbers
from index.segments.lengths import LENGTHS
from index.segments.postings import PostingLists, PostingsWriter
from index.segments.segment import VECTORS, ranked
from index.segments.segment_facet import FacetWriter
from index.segments.stored_fields import StoredFieldsWriter, trained
from index.segments.vocabulary import Vocabulary
from index.winnowing.fingerprints import fingerprints_of


class Values:
    """One facet: the numbers of its values, article after article."""

    def __init__(self) -> None:
        self.shown: list[tuple[bytes, bytes, bytes]] = []
        self._numbers: dict[tuple[str, str], int] = {}
        self._of_key: dict[bytes, int] = {}
        self._of = array("I")
        self._lengths = array("I")

    def add(self, values: Iterable[tuple[str, str]]) -> None:
        """The values of the next article: label and kind of each."""
        numbers = dict.fromkeys(map(self._number, values))
        self._of.extend(numbers)
        self._lengths.append(len(numbers))

    def add_keys(self, keys: Iterable[str]) -> None:
        """The values of the next article, where they are shown as their keys."""
        numbers = dict.fromkeys(map(self._number_of_key, keys))
        self._of.extend(numbers)
        self._lengths.append(len(numbers))

    def _number_of_key(self, key: str) -> int:
        raw = key.encode()
        number = self._of_key.setdefault(raw, len(self.shown))
        if number == len(self.shown):
            self.shown.append((raw, b"", b""))
        return number

    def _number(self, value: tuple[str, str]) -> int:
        known = self._numbers.get(value)
        if known is not None:
            return known
        label, kind = value
        raw = exact_key(label).encode()
        number = self._numbers[value] = self._of_key.setdefault(raw, len(self.shown))
        if number == len(self.shown):
            self.shown.append((raw, " ".join(label.split()).encode(), kind.encode()))
        return number

    def arrays(self) -> tuple[list[tuple[bytes, bytes, bytes]], Int64Array, Int64Array]:
        """The values in the order of keys, how many each article has, and their ordinals."""
        order = sorted(range(len(self.shown)), key=lambda number: self.shown[number][0])
        places = np.empty(len(order), np.int64)
        places[order] = np.arange(len(order))
        of: Int64Array = places[np.frombuffer(self._of, np.uint32)] if len(self._of) else np.empty(0, np.int64)
        return [self.shown[number] for number in order], np.array(self._lengths, np.int64), of


class SegmentWriter:
    """Articles that will be one segment."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """The vocabulary may be that of earlier batches, and grows."""
        self.ids: list[bytes] = []
        self.facets = {name: Values() for name in FACETS}
        self.readings = Values()
        self.size = 0
        """Occurrences of words so far."""
        self._vocabulary = vocabulary
        self._words = {field: Words() for field in TEXTS}
        self._days = array("I")
        self._bases = array("B")
        self._records: list[bytes] = []
        self._origins: dict[bytes, int] = {}
        self._origin_of = array("I")
        self._fingerprints: list[bytes] = []
        self._languages = set[str]()

    def __len__(self) -> int:
        return len(self.ids)

    def add(self, article_id: str, origin: str, fingerprint: str, dated: tuple[int, int], record: bytes) -> None:
        """Begin the next article; its vector, words and facets follow. `dated` is its day and its basis, as numbers."""
        self.ids.append(article_id.encode())
        self._origin_of.append(self._origins.setdefault(origin.encode(), len(self._origins)))
        self._fingerprints.append(fingerprint.encode())
        self._days.append(dated[0])
        self._bases.append(dated[1])
        self._records.append(record)

    def add_words(self, field: str, tokens: Sequence[str], language: str, initial: bytes = b"") -> None:
        """The tokens of a field of the next article, in order, of a language.

        `initial` has a 1 for each token that a sentence may begin with.
        """
        self._words[field].initial += initial
        self._languages.add(language)
        self._words[field].add(list(map(self._vocabulary.of(language).__getitem__, tokens)))
        self.size += len(tokens)

    def write(self, path: Path, dictionary: bytes = b"") -> None:
        """Write the segment; its records are compressed with the dictionary, else with one made for them."""
        out = ArrayWriter(path)
        for name, strings in (("id", self.ids), ("fingerprint", self._fingerprints), ("origin", self._origins)):
            write_strings(out, name, strings)
        StoredFieldsWriter(out, dictionary or trained(self._records)).extend(self._records)
        out.extend("origin.of", np.array(self._origin_of, np.uint32))
        order, ranks = ranked(self.ids)
        out.extend("id.order", order, "<u4")
        out.extend("id.rank", ranks, "<u4")
        out.extend("day", np.array(self._days, np.uint32))
        out.extend("basis", np.array(self._bases, np.uint8))
        self._write_vectors(out)
        totals = {}
        for field, words in self._words.items():
            lengths = np.array(words.lengths, np.int64)
            out.extend(f"length.{field}", length_bytes(lengths))
            totals[field] = int(lengths.sum())
        write_form_table(out, list(self._words.values()), self._words["text"], self._vocabulary)
        self._write_winnowing(out)
        _write_facet(out, READINGS, self.readings)
        about = {"count": len(self.ids), "totals": totals, "languages": sorted(self._languages)}
        out.close({**about, "fields": self._write_postings(out)})

    def _write_vectors(self, out: ArrayWriter) -> None:
        """What the articles mean, of those whose language the embedding table knows."""
        words = [self._words[name] for name in ("title", "text")]
        titles, texts = (
            self._vocabulary.pieces_of(numbers(each.tokens), np.array(each.lengths, np.int64)) for each in words
        )
        out.extend(VECTORS, embedding_table().articles(titles, texts).ravel())

    def _write_winnowing(self, out: ArrayWriter) -> None:
        """What finds articles that tell the same story; the title is no part of it, as it is rewritten first."""
        text, forms = self._words["text"], self._vocabulary.forms
        hashes = self._vocabulary.hashes.of(forms.table.strings)
        lengths = np.array(text.lengths, np.int64)
        fingerprints_of(hashes[forms.ids(numbers(text.tokens))], lengths).write(out)

    def _write_postings(self, out: ArrayWriter) -> dict[str, tuple[int, int]]:
        postings, terms = PostingsWriter(out), StringsWriter(out, "terms")
        fields: dict[str, tuple[int, int]] = {}
        written = 0
        for field in FIELDS:
            found, lists = self._inverted(out, field)
            terms.extend_with(found)
            postings.extend(lists)
            fields[field] = (written, written + len(found))
            written += len(found)
        postings.close()
        return fields

    def _inverted(self, out: ArrayWriter, field: str) -> tuple[list[bytes], PostingLists]:
        if field in self.facets:
            values, lengths, ordinals = _write_facet(out, field, self.facets[field])
            there, lists = inverted(ordinals, lengths, positions=False)
            return [values[number][0] for number in there.tolist()], lists
        if field == FORM:
            return inverted_forms([self._words[name] for name in FORM_FIELDS], self._vocabulary)
        words = self._words[field]
        terms = self._vocabulary.terms
        return inverted_strings(
            terms.table, terms.ids(numbers(words.tokens)), np.array(words.lengths, np.int64), positions=True
        )


def _write_facet(
    out: ArrayWriter, name: str, facet: Values
) -> tuple[list[tuple[bytes, bytes, bytes]], Int64Array, Int64Array]:
    """Write the values of articles; gives them as `Values.arrays` does."""
    values, lengths, ordinals = facet.arrays()
    writer = FacetWriter(out, name)
    writer.add_values(values)
    writer.add_articles(ordinals, lengths)
    writer.close()
    return values, lengths, ordinals


def length_bytes(lengths: Int64Array) -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
    """Lengths of fields as Whoosh keeps them: a byte each, exact up to ten and near enough beyond."""
    return np.minimum(np.searchsorted(LENGTHS, lengths), len(LENGTHS) - 1).astype(np.uint8)
