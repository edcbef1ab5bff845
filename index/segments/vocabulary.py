"""Tokens as they stand in texts, by number: so that each is folded and stemmed once, and texts become arrays."""

from array import array
from collections.abc import Callable

import numpy as np

from corpus.encoding import to_utf8
from index.analysis.analyzer import MAX_TERM, form_of
from index.arrays.types import AnyIntArray, Int64Array
from index.segments.written_form import acronym_term, form_term, has_umlaut, is_capitalised, is_lower
from index.winnowing.shingles import WordHashes

CAPITAL, LOWER, UMLAUT = 1, 2, 4


class Vocabulary:
    """The tokens of texts in some languages: one that is met in two languages is two, for each makes a term of it."""

    def __init__(self, stem: Callable[[str, str], str]) -> None:
        """`stem` makes the term of a form in a language."""
        self.terms = InternedStrings()
        self.forms = InternedStrings()
        self.variants = InternedStrings()
        """What `index.segments.written_form` makes of each token's form; an empty string where it is its stem."""
        self.acronyms = InternedStrings()
        self.flags = array("B")
        """Of each token: `CAPITAL` or `LOWER` by its first letter, and `UMLAUT` where it has one."""
        self.hashes = WordHashes()
        """The hashes of the forms, for `index.duplicates`."""
        self._stem = stem
        self._tokens: dict[str, _Tokens] = {}

    def __len__(self) -> int:
        return len(self.terms)

    def of(self, language: str) -> "_Tokens":
        """The numbers of the tokens of a language; a token that is asked for the first time gets the next one."""
        if language not in self._tokens:
            self._tokens[language] = _Tokens(self, language)
        return self._tokens[language]

    def number(self, language: str, token: str) -> int:
        """The number of a token that is new."""
        form = form_of(token)
        term = self._stem(language, form)
        raw = to_utf8(form)
        self.forms.add(raw)
        self.terms.add(raw if term == form else to_utf8(term))
        self.variants.add(b"" if term == form else to_utf8(form_term(term, form[:MAX_TERM])))
        self.acronyms.add(to_utf8(acronym_term(term, token)) if token.isupper() else b"")
        self.flags.append(is_capitalised(token) * CAPITAL | is_lower(token) * LOWER | has_umlaut(token) * UMLAUT)
        return len(self.terms) - 1


class _Tokens(dict[str, int]):
    """The numbers of one language's tokens."""

    def __init__(self, vocabulary: Vocabulary, language: str) -> None:
        super().__init__()
        self._vocabulary = vocabulary
        self._language = language

    def __missing__(self, token: str) -> int:
        number = self[token] = self._vocabulary.number(self._language, token)
        return number


class InternedStrings:
    """A string for each token, the same for many; each is known by the place where it was first added."""

    def __init__(self) -> None:
        self.strings: list[bytes] = []
        self._of = array("I")
        self._places: dict[bytes, int] = {}
        self._order: list[int] = []

    def __len__(self) -> int:
        return len(self._of)

    def add(self, raw: bytes) -> None:
        """The string of the next token, encoded."""
        place = self._places.setdefault(raw, len(self.strings))
        if place == len(self.strings):
            self.strings.append(raw)
        self._of.append(place)

    def ids(self, tokens: AnyIntArray) -> AnyIntArray:
        """The strings of tokens, by their places: shape (tokens,), uint32."""
        return np.frombuffer(self._of, np.uint32)[tokens] if len(tokens) else np.empty(0, np.uint32)

    def id_of(self, raw: bytes) -> int:
        """The place of a string; -1 where it was not added."""
        return self._places.get(raw, -1)

    def order(self) -> Int64Array:
        """The places in the order of the strings."""
        if len(self._order) < len(self.strings):
            self._order += range(len(self._order), len(self.strings))
            self._order.sort(key=self.strings.__getitem__)  # what is sorted already costs one comparison each
        return np.array(self._order, np.int64)
