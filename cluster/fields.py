"""Make of documents what a cluster keeps of them: their fields, analysed as a segment has them; and their words."""

import zlib
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np

from cluster.mapping import NO_TERM, SEPARATOR
from corpus.document import Document
from corpus.encoding import to_utf8
from corpus.folding import exact_key
from index.analysis.analyzer import analyzer_of
from index.analysis.tokenizer import split_pieces
from index.embeddings.embedding_table import embedding_table
from index.segments import stored_article
from index.segments.article_key import article_key
from index.segments.date_columns import day_number
from index.segments.facets import Facet
from index.segments.fields import TEXTS
from index.segments.form_table import COUNTS, FORM_FIELDS, form_counts, inverted_forms
from index.segments.inversion import Words, numbers
from index.segments.name_readings import readings_of
from index.segments.segment_builder import may_begin, tokens_of
from index.segments.vocabulary import Vocabulary
from index.segments.written_form import SEPARATOR as BEFORE_FORM
from index.winnowing.fingerprints import fingerprints_of

Body = dict[str, Any]
"""A document as it is sent."""

Value = tuple[str, str]
"""A column of a facet, and a key in it."""

_LARGEST_VOCABULARY = 1_000_000
_VALUES_OF = tuple((facet.field.column, facet.field.of) for facet in Facet if facet.field.stored)
_COUNT_NAMES = tuple(name.partition(".")[2] for name in COUNTS)


@dataclass(slots=True)
class Lexicon:
    """What some articles add to the indices of words and of values, and the languages that they are in.

    `forms` has the four counts of `index.segments.form_table` for each written form, `pairs` the articles that have a
    form of a stem (or an acronym), `values` how each value of a facet is shown: label and kind, as it was first met.
    """

    forms: dict[str, list[int]] = field(default_factory=dict)
    pairs: dict[str, int] = field(default_factory=dict)
    values: dict[Value, tuple[str, str]] = field(default_factory=dict)
    languages: set[str] = field(default_factory=set)

    def add(self, other: "Lexicon") -> None:
        """Add what later articles have."""
        for form, counts in other.forms.items():
            known = self.forms.get(form)
            self.forms[form] = [a + b for a, b in zip(known, counts, strict=True)] if known else counts
        for pair, count in other.pairs.items():
            self.pairs[pair] = self.pairs.get(pair, 0) + count
        for value, shown in other.values.items():
            self.values.setdefault(value, shown)
        self.languages |= other.languages


class FieldsMaker:
    """Gathers documents and gives what a cluster is to keep of them; it may then begin anew, and knows its words."""

    def __init__(self, language: str) -> None:
        """`language` is that of the index."""
        self._language = analyzer_of(language).language
        self._vocabulary = Vocabulary()
        self._strings: list[str] = []
        self.begin()

    def add(self, document: Document, origin: str, fingerprint: str) -> None:
        """Add a document; `origin` is the file that it comes from, `fingerprint` tells its content from any other."""
        article = document.article
        pieces = split_pieces(article.text)
        language = analyzer_of(article.language or self._language).language
        in_title, in_text = tokens_of(split_pieces(article.title), article.title), tokens_of(pieces, article.text)
        body: Body = {
            "id": article.id,
            "key": article_key(article.id),
            "day": day_number(document.published),
            "lot": zlib.crc32(to_utf8(article.id)),
            "origin": origin,
            "fingerprint": fingerprint,
            "stored": stored_article.to_json(document),
            "reading": list(dict.fromkeys(readings_of(document))),
        }
        for column, values_of in _VALUES_OF:
            body[column] = self._keys(column, values_of(document))
        self._words["text"].initial += may_begin(pieces)
        self._add_words("title", in_title, language)
        self._add_words("text", in_text, language)
        self._add_words("source", split_pieces(article.source or "")[1::2], self._language)
        self._bodies.append(body)

    def take(self) -> tuple[list[Body], Lexicon]:
        """The documents that were added, as they are sent, and their words and values; it begins anew."""
        self._finish()
        bodies, lexicon = self._bodies, self._lexicon
        if len(self._vocabulary) > _LARGEST_VOCABULARY:
            self._vocabulary, self._strings = Vocabulary(), []
        self.begin()
        return bodies, lexicon

    def begin(self) -> None:
        """Begin anew, without whatever was gathered and not taken."""
        self._bodies: list[Body] = []
        self._lexicon = Lexicon()
        self._words = {name: Words() for name in TEXTS}

    def _keys(self, column: str, values: Any) -> list[str]:
        keys: dict[str, None] = {}
        for label, kind in values:
            key = exact_key(label)
            keys[key] = None
            self._lexicon.values.setdefault((column, key), (" ".join(label.split()), kind))
        return list(keys)

    def _add_words(self, name: str, tokens: list[str], language: str) -> None:
        self._lexicon.languages.add(language)
        self._words[name].add(list(map(self._vocabulary.of(language).__getitem__, tokens)))

    def _finish(self) -> None:
        """Everything that is made of all documents together."""
        self._name_tokens()
        for name, words in self._words.items():
            begin = 0
            for body, length in zip(self._bodies, words.lengths, strict=True):
                sent = map(self._strings.__getitem__, words.tokens[begin : begin + length])
                body[name] = SEPARATOR.join(sent)
                body[f"{name}_length"] = length
                begin += length
        self._add_vectors()
        self._add_acronyms()
        self._add_prints()
        self._count_words()

    def _add_vectors(self) -> None:
        """What the articles mean, of those whose language the embedding table knows."""
        words = [self._words[name] for name in ("title", "text")]
        titles, texts = (
            self._vocabulary.pieces_of(numbers(each.tokens), np.array(each.lengths, np.int64)) for each in words
        )
        for body, vector in zip(self._bodies, embedding_table().articles(titles, texts), strict=True):
            if vector.any():
                body["vector"] = b64encode(vector.tobytes()).decode()

    def _name_tokens(self) -> None:
        """How each token of the vocabulary is sent."""
        known, size = len(self._strings), len(self._vocabulary)
        every = np.arange(known, size, dtype=np.uint32)
        terms, with_form = self._vocabulary.terms, self._vocabulary.form_terms
        sparse = with_form.ids(size)[known:].tolist()
        for place, of in zip(terms.ids(every).tolist(), sparse, strict=True):
            raw = with_form.table.strings[of] if of >= 0 else b""
            self._strings.append((raw or terms.table.strings[place]).decode(errors="replace") or NO_TERM)

    def _add_acronyms(self) -> None:
        table = self._vocabulary.acronym_terms
        of = table.ids(len(self._vocabulary))
        found: list[dict[str, None]] = [{} for _ in self._bodies]
        for name in FORM_FIELDS:
            words = self._words[name]
            there = of[numbers(words.tokens)]
            owners = np.repeat(np.arange(len(words.lengths)), np.array(words.lengths, np.int64))[there >= 0]
            for owner, place in zip(owners.tolist(), there[there >= 0].tolist(), strict=True):
                found[owner][table.table.strings[place].decode()] = None
        for body, acronyms in zip(self._bodies, found, strict=True):
            if acronyms:
                body["acronym"] = list(acronyms)

    def _add_prints(self) -> None:
        """What finds articles that tell the same story: signed, as a cluster has no other whole numbers."""
        text, forms = self._words["text"], self._vocabulary.forms
        hashes = self._vocabulary.hashes.of(forms.table.strings)
        found = fingerprints_of(hashes[forms.ids(numbers(text.tokens))], np.array(text.lengths, np.int64))
        keys, order = found.keys[:].astype(np.uint32).view(np.int32), np.argsort(found.of[:], kind="stable")
        prints = np.split(keys[order], np.cumsum(found.counts.astype(np.int64))[:-1]) if self._bodies else []
        wholes = found.wholes.view(np.int64).tolist()
        for body, own, total, number in zip(self._bodies, prints, found.totals.tolist(), wholes, strict=True):
            body["shingles"] = total
            body["whole"] = number
            if len(own):
                body["print"] = own.tolist()

    def _count_words(self) -> None:
        used, counts = form_counts(list(self._words.values()), self._words["text"], self._vocabulary)
        strings = self._vocabulary.forms.table.strings
        for place, *each in zip(used.tolist(), *(part.tolist() for part in counts), strict=True):
            self._lexicon.forms[strings[place].decode(errors="replace")] = each
        terms, lists = inverted_forms([self._words[name] for name in FORM_FIELDS], self._vocabulary)
        for term, count in zip(terms, lists.doc_freqs.tolist(), strict=True):
            if term:
                self._lexicon.pairs[term.decode(errors="replace")] = count


@lru_cache(maxsize=4)
def maker_of(language: str) -> FieldsMaker:
    """One for each process and language, which remembers the words that it has met."""
    return FieldsMaker(language)


def begun_maker(language: str) -> FieldsMaker:
    """The one of this process, empty, whatever became of what was gathered before."""
    maker = maker_of(language)
    maker.begin()
    return maker


def word_bodies(lexicon: Lexicon, run: str, key_of: Any) -> Iterator[tuple[str, Body]]:
    """The documents of the index of words, each with what its `_id` is made of. `key_of` is that of names."""
    for form, counts in lexicon.forms.items():
        body: Body = {"kind": "form", "form": form, "length": len(form), "run": run}
        body |= dict(zip(_COUNT_NAMES, counts, strict=True))
        if key := key_of(form):
            body["key"] = key
        yield f"form{BEFORE_FORM}{form}", body
    for pair, docs in lexicon.pairs.items():
        stem, _, form = pair.partition(BEFORE_FORM)
        yield f"pair{BEFORE_FORM}{pair}", {"kind": "pair", "stem": stem, "form": form, "docs": docs, "run": run}
