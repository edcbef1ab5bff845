"""Tokens as they stand in texts, by number: so that each is folded and stemmed once, and texts become arrays."""

from array import array
from collections.abc import Callable

import numpy as np

from corpus.encoding import to_utf8
from index.arrays.types import AnyIntArray, Int64Array
from index.winnowing.shingles import WordHashes


class Vocabulary:
    """The tokens of texts in some languages: one that is met in two languages is two, for each makes a term of it."""

    def __init__(self, term: Callable[[str, str], str], form: Callable[[str], str]) -> None:
        """`term` makes the term of a token in a language; `form` is what it is folded to, before it is stemmed."""
        self.terms = _InternedStrings()
        self.forms = _InternedStrings()
        self.hashes = WordHashes()
        """The hashes of the forms, for `index.duplicates`."""
        self._term = term
        self._form = form
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
        self.terms.add(self._term(language, token))
        self.forms.add(self._form(token))
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


class _InternedStrings:
    """A string for each token, the same for many; each is known by the place where it was first added."""

    def __init__(self) -> None:
        self.strings: list[bytes] = []
        self._of = array("I")
        self._places: dict[bytes, int] = {}
        self._order: list[int] = []

    def __len__(self) -> int:
        return len(self._of)

    def add(self, string: str) -> None:
        """The string of the next token."""
        raw = to_utf8(string)
        place = self._places.setdefault(raw, len(self.strings))
        if place == len(self.strings):
            self.strings.append(raw)
        self._of.append(place)

    def places(self, tokens: AnyIntArray) -> AnyIntArray:
        """The strings of tokens, by their places."""
        return np.frombuffer(self._of, np.uint32)[tokens] if len(tokens) else np.empty(0, np.uint32)

    def order(self) -> Int64Array:
        """The places in the order of the strings."""
        if len(self._order) < len(self.strings):
            self._order += range(len(self._order), len(self.strings))
            self._order.sort(key=self.strings.__getitem__)  # what is sorted already costs one comparison each
        return np.array(self._order, np.int64)
