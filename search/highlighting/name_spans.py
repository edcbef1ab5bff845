"""Find where the names and countries that a search filters by stand in an article."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.article import Span
from corpus.document import Document
from corpus.enrichment.aliases.country_names import country_name, country_table, names_of, people_of, territories
from index.corrections.user_aliases import UserAliases
from index.segments.facets import Facet, Values
from search.facets.value_keys import value_key
from search.highlighting.match_positions import merged
from search.query.tree import And, DisjunctionMax, Node, Or, Term
from search.types.request import Selection


@dataclass(frozen=True, slots=True)
class WantedNames:
    """The names, by their keys, and the countries, by their codes, that articles are asked to have."""

    names: frozenset[str]
    countries: frozenset[str]

    def in_text(self, document: Document) -> tuple[Span, ...]:
        """Where they stand in the text of an article, as character offsets; ascending."""
        mentions = [span for each in document.entities if self._wants(each.name) for span in each.mentions]
        return merged([*mentions, *self._countries(document, document.article.text)])

    def in_title(self, document: Document) -> tuple[Span, ...]:
        """Where they stand in its title, as they are written in its text."""
        text, title = document.article.text, document.article.title
        forms = {text[start:end] for start, end in self.in_text(document)}
        forms |= {each.name for each in document.entities if self._wants(each.name)}
        found = _pattern(tuple(sorted(forms))).finditer(title) if forms else ()
        return merged([*(each.span() for each in found), *self._countries(document, title)])

    def __bool__(self) -> bool:
        return bool(self.names or self.countries)

    def _wants(self, name: str) -> bool:
        return value_key(Facet.ENTITY, name) in self.names

    def _countries(self, document: Document, text: str) -> Iterator[Span]:
        for each in document.countries:
            if each.code in self.countries:
                yield from (found.span() for found in _of_country(each.code, document.article.language).finditer(text))


def wanted_names(filters: Selection, tree: Node, aliases: UserAliases) -> WantedNames:
    """The names and countries that the filters of a search, or the clauses of its query, ask for."""
    asked = [(facet, value_key(facet, value)) for facet, values in filters.items() for value in values]
    asked += [(facet, term.text) for term in _terms(tree) for facet in Facet if term.field == facet.field.column]
    return WantedNames(
        frozenset(aliases.key(key) for facet, key in asked if facet.field.values is Values.NAMES),
        frozenset(key.upper() for facet, key in asked if facet is Facet.COUNTRY),
    )


def _terms(node: Node) -> Iterator[Term]:
    """The terms of a query, without those that it excludes."""
    if isinstance(node, And | Or | DisjunctionMax):
        for clause in node.clauses:
            yield from _terms(clause)
    elif isinstance(node, Term):
        yield node


@lru_cache(maxsize=512)
def _of_country(code: str, language: str) -> re.Pattern[str]:
    places = country_table().get(code, {}).get("places", ())
    names = names_of(code) if code in territories() else (code,)
    return _pattern(tuple({country_name(code, language), *names, *people_of(code), *places}))


@lru_cache(maxsize=512)
def _pattern(names: Sequence[str]) -> re.Pattern[str]:
    """Any of some names, as they are written, the longest first; in capitals, too."""
    written = sorted({form for name in names for form in (name, name.upper())}, key=lambda each: (-len(each), each))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, filter(None, written)))})(?!\w)")
