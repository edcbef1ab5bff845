"""Tokens as they stand in texts, by number: so that each is folded and stemmed once, and texts become arrays."""

from array import array
from collections.abc import Callable


class Vocabulary(dict[str, int]):
    """The numbers of tokens; a token that is asked for the first time gets the next one."""

    def __init__(self, term: Callable[[str], str], form: Callable[[str], str]) -> None:
        """`term` makes the term of a token, `form` what it is folded to, before it is stemmed."""
        super().__init__()
        self.forms: list[str] = []
        """The folded form of each token."""
        self.terms: list[str] = []
        self.term_of = array("I")
        """The term of each token, by its place in `terms`."""
        self._places: dict[str, int] = {}
        self._term = term
        self._form = form

    def __missing__(self, token: str) -> int:
        number = self[token] = len(self)
        term = self._term(token)
        place = self._places.setdefault(term, len(self.terms))
        if place == len(self.terms):
            self.terms.append(term)
        self.term_of.append(place)
        self.forms.append(self._form(token))
        return number
