"""What one word, phrase or field of a query asks for, in Whoosh's terms.

Everything becomes a tree of `Term`, `Phrase`, `And`, `Or`, `Not` and `Every`: patterns and ranges are expanded here,
so that what evaluates a query and what marks its matches see the same terms.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from whoosh import query

from corpus.enrichment.aliases.aliases import canonical
from corpus.enrichment.aliases.country_names import country_code
from corpus.folding import exact_key, fold
from index.segments.date_columns import UNKNOWN_YEAR
from index.snapshots.snapshot import Snapshot
from search.execution.words import Word
from search.parameters import TITLE_BOOST
from search.query.lexer import Token, TokenKind
from search.query.origins import How, origin_of
from search.query.term_expansion import MAX_DISTANCE, TermExpander

MAX_PATTERNS = 10
"""Of one query: each may stand for hundreds of words."""

MAX_PHRASE = 50
"""Words of a phrase."""

_TEXT_FIELDS: Mapping[str, float] = {"title": TITLE_BOOST, "text": 1.0}
_HYPHENS = re.compile("[-‐‑–—]+")
_FUZZY = re.compile(r"(.+)~(\d?)")
_YEARS = re.compile(r"(\d{1,4})?(\.\.)?(\d{1,4})?")

FILTERS = frozenset({"entity", "country", "year", "source"})
"""Fields that narrow the results and add nothing to a score."""


def fields_of(field: str | None) -> Mapping[str, float]:
    """The fields that words are looked for in, with their weights: one that is named, or title and text."""
    return {field: 0.0 if field in FILTERS else TITLE_BOOST} if field else _TEXT_FIELDS


class Clauses:
    """Makes the clauses of one query against one snapshot. `notices` collects what the user should know."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._readings = snapshot.languages.readings
        self._overlay = snapshot.overlay
        self.vocabulary = TermExpander(snapshot)
        self.notices: list[str] = []
        self._patterns = 0

    def clause(self, token: Token, field: str | None) -> query.Query | None:
        """The clause of a word or phrase in a field, or in title and text; None where it has no letter or digit."""
        match field:
            case "entity":
                return self._entity(token)
            case "country":
                return self._country(token)
            case "year":
                return self._year(token)
            case _:
                return self._text(token, fields_of(field))

    def loose(self, token: Token, field: str | None) -> tuple[query.Query, ...]:
        """What stands for words with hyphens, such as `two-dimensional`, where any word is enough: each of them."""
        parts = [part for part in _HYPHENS.split(token.text) if any(map(str.isalnum, part))]
        if field is not None or origin_of(token).how is not How.WORD or len(parts) < 2:  # noqa: PLR2004 - one is itself
            return ()
        words = [self._text(replace(token, text=part), fields_of(field)) for part in parts]
        return tuple(word for word in words if word is not None)

    def _text(self, token: Token, fields: Mapping[str, float]) -> query.Query | None:
        if token.kind is TokenKind.PHRASE:
            return self._sequence(self._readings(token.text), fields, token)
        if fuzzy := _FUZZY.fullmatch(token.text):
            return self._fuzzy(fuzzy[1], int(fuzzy[2] or 1), fields, token)
        if "*" in token.text or "?" in token.text:
            return self._pattern(token, fields)
        return self._sequence(self._readings(token.text), fields, token)

    def _sequence(
        self, readings: list[tuple[str, ...]], fields: Mapping[str, float], token: Token
    ) -> query.Query | None:
        """A word or the words of a phrase, as the languages of the index read them: any reading will do."""
        if len(readings[0]) > MAX_PHRASE:
            self.notices.append(f"A phrase is long: its first {MAX_PHRASE} words were searched.")
            readings = list(dict.fromkeys(terms[:MAX_PHRASE] for terms in readings))
        if len(readings[0]) < 2:  # noqa: PLR2004 - a phrase has two words at least
            return any_of(fields, [term for terms in readings for term in terms], token.boost)
        orders = list(readings)
        if token.slop > 1 and len(readings[0]) == 2:  # noqa: PLR2004 - a pair is near in either order
            orders += [terms[::-1] for terms in readings if terms[0] != terms[1]]
        return _either(
            [
                query.Phrase(field, list(order), slop=token.slop, boost=weight * token.boost)
                for field, weight in fields.items()
                for order in orders
            ]
        )

    def _one_too_many(self) -> bool:
        self._patterns += 1
        if self._patterns > MAX_PATTERNS:
            self.notices.append(
                f"At most {MAX_PATTERNS} words of a query may have “*”, “?” or “~”; the others were searched as words."
            )
        return self._patterns > MAX_PATTERNS

    def _pattern(self, token: Token, fields: Mapping[str, float]) -> query.Query | None:
        pattern = re.sub(r"\*+", "*", fold(token.text))
        if pattern == "*":
            return query.Every()
        if not any(sign.isalnum() for sign in pattern):
            return None
        if self._one_too_many():
            return self._sequence(self._readings(token.text), fields, token)
        terms = self.vocabulary.words(pattern)
        if pattern.endswith("?"):
            # `troops?` may be a question as well as a pattern.
            terms += [term for read in self._readings(pattern.rstrip("*?")) for term in read[:1] if term not in terms]
        return any_of(fields, terms, token.boost) or query.NullQuery()

    def _fuzzy(self, word: str, distance: int, fields: Mapping[str, float], token: Token) -> query.Query | None:
        readings = self._readings(word)
        if len(readings[0]) != 1 or self._one_too_many():
            return self._sequence(readings, fields, token)
        if distance > MAX_DISTANCE:
            self.notices.append(
                f"“{token.text}”: at most {MAX_DISTANCE} letters may differ, so {MAX_DISTANCE} were taken."
            )
        distance = min(distance, MAX_DISTANCE)
        near = [
            near for field in fields for (term,) in readings for near in self.vocabulary.near(field, term, distance)
        ]
        return any_of(fields, list(dict.fromkeys(near)), token.boost) or query.NullQuery()

    def _entity(self, token: Token) -> query.Query | None:
        if token.kind is TokenKind.WORD and re.search(r"[*?]", token.text) and not self._one_too_many():
            found = self.vocabulary.values("entity", fold(token.text))
            values = [each for each in found if not self._overlay.hides(each)]
        else:
            values = self._overlay.keys(exact_key(canonical(token.text)))
        return any_of({"entity": 0.0}, values, 1.0) or query.NullQuery()

    def _country(self, token: Token) -> query.Query | None:
        code = country_code(token.text)
        if code is None:
            self.notices.append(f"“{token.text}” is no country that is known here; try its name or its ISO code.")
            return query.NullQuery()
        return any_of({"country": 0.0}, [exact_key(code)], 1.0)

    def _year(self, token: Token) -> query.Query | None:
        if fold(token.text) == UNKNOWN_YEAR:
            return any_of({"year": 0.0}, [UNKNOWN_YEAR], 1.0)
        found = _YEARS.fullmatch(token.text)
        if not found or not (found[1] or found[3]):
            self.notices.append(f"“year:{token.text}” is no year; write year:2019, year:2014..2019 or year:unknown.")
            return query.NullQuery()
        first, last = int(found[1] or 0), int(found[3] or 9999) if found[2] else int(found[1])
        years = [year for year in self.vocabulary.years() if year.isdigit() and first <= int(year) <= last]
        return any_of({"year": 0.0}, years, 1.0) or query.NullQuery()


def any_of(fields: Mapping[str, float], terms: Iterable[str], boost: float) -> query.Query | None:
    """Any of some terms, in the fields that words are looked for in, with their weights."""
    if len(fields) > 1:
        return _either([Word(term, boost) for term in terms])
    return _either(
        [query.Term(field, term, boost=weight * boost) for field, weight in fields.items() for term in terms]
    )


def _either(clauses: list[query.Query | None]) -> query.Query | None:
    there = [clause for clause in clauses if clause is not None]
    if len(there) < 2:  # noqa: PLR2004 - an OR of one is that one
        return there[0] if there else None
    return query.Or(there)
