"""Make the clauses of fields that narrow the results: who, where, when, by whom, in which language."""

import re

from corpus.enrichment.aliases.country_names import country_code
from corpus.enrichment.aliases.language_names import language_code
from corpus.folding import exact_key, fold
from index.segments.date_columns import UNKNOWN_YEAR
from index.segments.facets import Facet
from search.query.dates import read_dates
from search.query.expansion import any_of
from search.query.lexer import Token, TokenKind
from search.query.lexicon import Lexicon
from search.query.term_expansion import TermExpander
from search.query.tree import Dates, Node, Nothing, Prefix, Wildcard
from search.types.date_ranges import BadDateRange

_PREFIX = re.compile(r"[^*?]+\*")


class FilterClauses:
    """Makes the clauses of filters against one lexicon. `notices` collects what the user should know."""

    def __init__(self, lexicon: Lexicon, notices: list[str]) -> None:
        self._aliases = lexicon.aliases
        self._vocabulary = TermExpander(lexicon)
        self._notices = notices

    def clause(self, field: str, token: Token) -> Node:
        """The clause of a filter's value; nothing matches one that cannot be read."""
        match field:
            case "entity":
                return self._entity(token)
            case "country":
                return self._country(token.text)
            case "author":
                return self._author(token.text)
            case "language":
                return self._language(token.text)
            case "basis":
                return self._basis(token.text)
            case _:
                return self._dates(field, token.text)

    def _entity(self, token: Token) -> Node:
        if token.kind is TokenKind.WORD and re.search(r"[*?]", token.text):
            return pattern(fold(token.text), "entity", 0.0)
        return any_of("entity", self._aliases.keys(Facet.ENTITY.key(token.text)), 0.0)

    def _country(self, text: str) -> Node:
        code = country_code(text)
        if code is None:
            self._notices.append(f"“{text}” is no country that is known here; try its name or its ISO code.")
            return Nothing()
        return any_of("country", [exact_key(code)], 0.0)

    def _author(self, text: str) -> Node:
        names = self._vocabulary.with_words("author", fold(text))
        if not names:
            self._notices.append(f"No article names an author “{text}”.")
        return any_of("author", names, 0.0)

    def _language(self, text: str) -> Node:
        if language_code(text) is None:
            self._notices.append(f"“{text}” is no language that is known here; try its name or its ISO code.")
        return any_of("language", [Facet.LANGUAGE.key(text)], 0.0)

    def _basis(self, text: str) -> Node:
        choices = Facet.BASIS.field.choices
        if Facet.BASIS.field.typed(text) not in choices:
            self._notices.append(f"“basis:{text}” is none of {', '.join(f'basis:{each}' for each in choices)}.")
        return any_of("basis", [Facet.BASIS.key(text)], 0.0)

    def _dates(self, field: str, text: str) -> Node:
        if fold(text) == UNKNOWN_YEAR:
            return any_of("year", [UNKNOWN_YEAR], 0.0)
        try:
            dates, turned = read_dates(field, text)
        except BadDateRange as fault:
            self._notices.append(f"“{field}:{text}” was not understood: {fault}.")
            return Nothing()
        if turned:
            self._notices.append(f"“{field}:{text}” ends before it begins, so it was turned.")
        return Dates(dates)


def pattern(text: str, field: str | None, boost: float) -> Prefix | Wildcard:
    """The node of a folded pattern."""
    return Prefix(text[:-1], field, boost) if _PREFIX.fullmatch(text) else Wildcard(text, field, boost)
