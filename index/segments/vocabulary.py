"""Tokens as they stand in texts, by number: so that each is folded and stemmed once, and texts become arrays."""

from array import array
from bisect import bisect_left

import numpy as np

from corpus.encoding import to_utf8
from index.analysis.analyzer import MAX_TERM, Analyzer, analyzer_of, form_of
from index.arrays.types import AnyIntArray, Int64Array
from index.embeddings.embedding_table import LANGUAGE, Pieces, embedding_table
from index.embeddings.token_pieces import TokenPieces
from index.segments.written_form import acronym_term, form_term, has_umlaut, is_capitalised, is_lower
from index.winnowing.shingles import WordHashes

CAPITAL, LOWER, UMLAUT = 1, 2, 4

_FEW = 16
"""Strings are put among so many times as many one by one; more of them are cheaper sorted with the others."""


class Vocabulary:
    """The tokens of texts in some languages: one that is met in two languages is two, for each makes a term of it."""

    def __init__(self) -> None:
        self.terms = InternedStrings()
        self.forms = InternedStrings()
        self.form_terms = SparseStrings()
        """What `index.segments.written_form` makes of the form of a token that is not its stem."""
        self.acronym_terms = SparseStrings(self.form_terms.table)
        """And of a token that is an acronym; the same table of strings."""
        self.flags = array("B")
        """Of each token: `CAPITAL` or `LOWER` by its first letter, and `UMLAUT` where it has one."""
        self.hashes = WordHashes()
        """The hashes of the forms, for `index.duplicates`."""
        self._pieces = TokenPieces(embedding_table())
        self._tokens: dict[str, _Tokens] = {}

    def __len__(self) -> int:
        return len(self.terms)

    def of(self, language: str) -> "_Tokens":
        """The numbers of the tokens of a language; a token that is asked for the first time gets the next one."""
        if language not in self._tokens:
            self._tokens[language] = _Tokens(self, language)
        return self._tokens[language]

    def pieces_of(self, tokens: AnyIntArray, lengths: Int64Array) -> Pieces:
        """The word pieces of texts, of which those in other languages than the embedding table's have none."""
        self._pieces.learn(self.of(LANGUAGE), len(self))
        return self._pieces.of(tokens, lengths)

    def number(self, analyzer: Analyzer, token: str) -> int:
        """The number of a token that is new."""
        form = form_of(token)
        term = analyzer.stem(form)[:MAX_TERM]  # not remembered by the analyzer: it is here
        raw = to_utf8(form)
        number = len(self.flags)
        self.forms.add(raw)
        if term == form:
            self.terms.add(raw)
        else:
            self.terms.add(to_utf8(term))
            self.form_terms.add(number, to_utf8(form_term(term, form[:MAX_TERM])))
        if "a" <= token[0] <= "z" and token.isascii():  # most tokens
            self.flags.append(LOWER)
            return number
        self.flags.append(is_capitalised(token) * CAPITAL | is_lower(token) * LOWER | has_umlaut(token) * UMLAUT)
        if acronym := acronym_term(term, token):
            self.acronym_terms.add(number, to_utf8(acronym))
        return number


class _Tokens(dict[str, int]):
    """The numbers of one language's tokens."""

    def __init__(self, vocabulary: Vocabulary, language: str) -> None:
        super().__init__()
        self._vocabulary = vocabulary
        self._analyzer = analyzer_of(language)

    def __missing__(self, token: str) -> int:
        number = self[token] = self._vocabulary.number(self._analyzer, token)
        return number


class StringTable:
    """Strings, each once, known by the place where it was first added."""

    def __init__(self) -> None:
        self.strings: list[bytes] = []
        self._places: dict[bytes, int] = {}
        self._order: Int64Array = np.empty(0, np.int64)

    def place(self, raw: bytes) -> int:
        """The place of a string, which is added where it is new."""
        place = self._places.setdefault(raw, len(self.strings))
        if place == len(self.strings):
            self.strings.append(raw)
        return place

    def order(self) -> Int64Array:
        """The places in the order of the strings: int64. Nobody may change it."""
        known, string = len(self._order), self.strings.__getitem__
        added = sorted(range(known, len(self.strings)), key=string)
        if len(added) * _FEW < known:
            ordered = self._order.tolist()
            places = [bisect_left(ordered, string(place), key=string) for place in added]
            self._order = np.insert(self._order, places, added)
        elif added:
            self._order = np.array(sorted([*self._order.tolist(), *added], key=string), np.int64)
        return self._order


class InternedStrings:
    """A string for each token, the same for many."""

    def __init__(self) -> None:
        self.table = StringTable()
        self._of = array("I")

    def __len__(self) -> int:
        return len(self._of)

    def add(self, raw: bytes) -> None:
        """The string of the next token, encoded."""
        self._of.append(self.table.place(raw))

    def ids(self, tokens: AnyIntArray) -> AnyIntArray:
        """The strings of tokens, by their places in the table: shape (tokens,), uint32."""
        return np.frombuffer(self._of, np.uint32)[tokens] if len(tokens) else np.empty(0, np.uint32)


class SparseStrings:
    """A string for some tokens, in a table that others may share."""

    def __init__(self, table: StringTable | None = None) -> None:
        self.table = StringTable() if table is None else table
        self._tokens, self._of = array("I"), array("I")

    def add(self, token: int, raw: bytes) -> None:
        """The string of a token, encoded; tokens ascend."""
        self._tokens.append(token)
        self._of.append(self.table.place(raw))

    def ids(self, size: int) -> Int64Array:
        """The string of each of so many tokens, by its place in the table; -1 for none: shape (size,), int64."""
        found: Int64Array = np.full(size, -1, np.int64)
        if self._of:
            found[np.frombuffer(self._tokens, np.uint32)] = np.frombuffer(self._of, np.uint32)
        return found
