"""Make the clauses of a query tree from the words, phrases and fields of a query."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus.enrichment.aliases.aliases import canonical
from corpus.enrichment.aliases.country_names import country_code
from corpus.folding import exact_key, fold
from index.segments.date_columns import UNKNOWN_YEAR
from index.snapshots.snapshot import Snapshot
from search.parameters import TITLE_BOOST
from search.query.expansion import any_of
from search.query.lexer import Token, TokenKind
from search.query.origins import How, origin_of
from search.query.term_expansion import MAX_DISTANCE, TermExpander
from search.query.tree import Every, Fuzzy, Near, Node, Nothing, Or, Phrase, Prefix, Wildcard

MAX_PATTERNS = 10
"""Of one query: each may stand for hundreds of words."""

MAX_PHRASE = 50
"""Words of a phrase."""

_TEXT_FIELDS: Mapping[str, float] = {"title": TITLE_BOOST, "text": 1.0}
_HYPHENS = re.compile("[-‐‑–—]+")
_FUZZY = re.compile(r"(.+)~(\d?)")
_YEARS = re.compile(r"(\d{1,4})?(\.\.)?(\d{1,4})?")
_PREFIX = re.compile(r"[^*?]+\*")

FILTERS = frozenset({"entity", "country", "year", "source"})
"""Fields that narrow the results and add nothing to a score."""


def fields_of(field: str | None) -> Mapping[str, float]:
    """The fields that words are looked for in, with their weights: one that is named, or title and text."""
    return {field: _weight(field)} if field else _TEXT_FIELDS


def _weight(field: str | None) -> float:
    """By how much a score in a field is raised: title and text together are weighed by BM25F."""
    return 0.0 if field in FILTERS else TITLE_BOOST if field else 1.0


class Clauses:
    """Makes the clauses of one query against one snapshot. `notices` collects what the user should know."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._readings = snapshot.languages.readings
        self._overlay = snapshot.overlay
        self._vocabulary = TermExpander(snapshot)
        self.notices: list[str] = []
        self._patterns = 0

    def clause(self, token: Token, field: str | None) -> Node | None:
        """The clause of a word or phrase in a field, or in title and text; None where it has no letter or digit."""
        match field:
            case "entity":
                return self._entity(token)
            case "country":
                return self._country(token)
            case "year":
                return self._year(token)
            case _:
                return self._text(token, field)

    def loose(self, token: Token, field: str | None) -> tuple[Node, ...]:
        """What stands for words with hyphens, such as `two-dimensional`, where any word is enough: each of them."""
        parts = [part for part in _HYPHENS.split(token.text) if any(map(str.isalnum, part))]
        if field is not None or origin_of(token).how is not How.WORD or len(parts) < 2:  # noqa: PLR2004 - one is itself
            return ()
        words = [self._text(replace(token, text=part), field) for part in parts]
        return tuple(word for word in words if word is not None)

    def _text(self, token: Token, field: str | None) -> Node | None:
        if token.kind is TokenKind.PHRASE:
            return self._words(token.text, field, token)
        if fuzzy := _FUZZY.fullmatch(token.text):
            return self._fuzzy(fuzzy[1], int(fuzzy[2] or 1), field, token)
        if "*" in token.text or "?" in token.text:
            return self._pattern(token, field)
        return self._words(token.text, field, token)

    def _words(self, text: str, field: str | None, token: Token) -> Node | None:
        """A word or the words of a phrase, as the languages of the index read them: any reading will do."""
        readings = self._readings(text)
        if len(readings[0]) > MAX_PHRASE:
            self.notices.append(f"A phrase is long: its first {MAX_PHRASE} words were searched.")
            readings = list(dict.fromkeys(terms[:MAX_PHRASE] for terms in readings))
        if not readings[0]:
            return None
        if len(readings[0]) == 1:
            return any_of(field, [term for terms in readings for term in terms], _weight(field) * token.boost)
        return _either(
            [
                _in_order(name, terms, token.slop, weight * token.boost)
                for name, weight in fields_of(field).items()
                for terms in readings
            ]
        )

    def _one_too_many(self) -> bool:
        self._patterns += 1
        if self._patterns > MAX_PATTERNS:
            self.notices.append(
                f"At most {MAX_PATTERNS} words of a query may have “*”, “?” or “~”; the others were searched as words."
            )
        return self._patterns > MAX_PATTERNS

    def _pattern(self, token: Token, field: str | None) -> Node | None:
        pattern = re.sub(r"\*+", "*", fold(token.text))
        if pattern == "*":
            return Every()
        if not any(sign.isalnum() for sign in pattern):
            return None
        if self._one_too_many():
            return self._words(token.text, field, token)
        return _pattern(pattern, field, token.boost)

    def _fuzzy(self, word: str, distance: int, field: str | None, token: Token) -> Node | None:
        if len(self._readings(word)[0]) != 1 or self._one_too_many():
            return self._words(word, field, token)
        if distance > MAX_DISTANCE:
            self.notices.append(
                f"“{token.text}”: at most {MAX_DISTANCE} letters may differ, so {MAX_DISTANCE} were taken."
            )
        return Fuzzy(word, min(distance, MAX_DISTANCE), field, _weight(field) * token.boost)

    def _entity(self, token: Token) -> Node:
        if token.kind is TokenKind.WORD and re.search(r"[*?]", token.text) and not self._one_too_many():
            return _pattern(fold(token.text), "entity", 1.0)
        return any_of("entity", self._overlay.keys(exact_key(canonical(token.text))), 0.0)

    def _country(self, token: Token) -> Node:
        code = country_code(token.text)
        if code is None:
            self.notices.append(f"“{token.text}” is no country that is known here; try its name or its ISO code.")
            return Nothing()
        return any_of("country", [exact_key(code)], 0.0)

    def _year(self, token: Token) -> Node:
        if fold(token.text) == UNKNOWN_YEAR:
            return any_of("year", [UNKNOWN_YEAR], 0.0)
        found = _YEARS.fullmatch(token.text)
        if not found or not (found[1] or found[3]):
            self.notices.append(f"“year:{token.text}” is no year; write year:2019, year:2014..2019 or year:unknown.")
            return Nothing()
        first, last = int(found[1] or 0), int(found[3] or 9999) if found[2] else int(found[1])
        years = [year for year in self._vocabulary.years() if year.isdigit() and first <= int(year) <= last]
        return any_of("year", years, 0.0)


def _pattern(pattern: str, field: str | None, boost: float) -> Prefix | Wildcard:
    """The node of a folded pattern."""
    boost *= _weight(field)
    return Prefix(pattern[:-1], field, boost) if _PREFIX.fullmatch(pattern) else Wildcard(pattern, field, boost)


def _in_order(field: str, terms: tuple[str, ...], slop: int, boost: float) -> Phrase | Near:
    """The words of a phrase; with a distance, a pair is near in either order."""
    if slop > 1 and len(terms) == 2:  # noqa: PLR2004 - a pair
        return Near(field, (terms[0], terms[1]), slop, boost)
    return Phrase(field, terms, slop, boost)


def _either(clauses: Sequence[Node]) -> Node:
    return clauses[0] if len(clauses) == 1 else Or(tuple(clauses))
