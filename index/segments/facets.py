"""The facets of an article, each one member of `Facet`: index, filters, links, API and command line follow it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import Self

from corpus.article import Basis
from corpus.document import Document
from corpus.enrichment.aliases.aliases import canonical, canonical_names
from corpus.enrichment.aliases.country_names import country_code, country_codes_of_languages, country_name
from corpus.enrichment.aliases.language_names import language_code, language_name
from corpus.extraction.metadata.author_names import author_names
from corpus.folding import exact_key
from index.segments.date_columns import year_value

UNDATED = "undated"


class Order(Enum):
    """The order in which the values of a facet are listed."""

    COUNT = auto()
    """The most frequent first."""

    TIME = auto()
    """The latest first, and what has no date at the end; always all of them."""


class Values(Enum):
    """What a facet's values are, besides whole strings."""

    STRINGS = auto()
    NAMES = auto()
    """Names with a type, which the index's user may merge, rename and hide."""

    TIMES = auto()
    """Years, which also months, days and ranges select."""


@dataclass(frozen=True, slots=True)
class FacetField:
    """How the values of one facet are taken from an article, compared and shown.

    `heading` and `noun` (one, and many) are what people read. `column` is its field in the index. `of` has the values
    of an article, each with its type or nothing; `typed` makes of a value as a user types it the one that is indexed,
    and `label` what is shown. `names` are other names of values, folded. `several`: an article may have several values.
    `choices`: there are no other ones. `stored`: a segment has it; else it is what users noted beside the index.
    """

    heading: str
    noun: tuple[str, str]
    column: str
    of: Callable[[Document], Iterable[tuple[str, str]]]
    typed: Callable[[str], str] = str
    label: Callable[[str], str] = str
    names: Callable[[], Mapping[str, str]] = dict
    values: Values = Values.STRINGS
    order: Order = Order.COUNT
    several: bool = False
    choices: tuple[str, ...] = ()
    stored: bool = True


def _entities(document: Document) -> Iterable[tuple[str, str]]:
    return ((each.name, each.type) for each in document.entities)


def _countries(document: Document) -> Iterable[tuple[str, str]]:
    return ((each.code, "") for each in document.countries)


def _years(document: Document) -> Iterable[tuple[str, str]]:
    return ((year_value(document.published), ""),)


def _sources(document: Document) -> Iterable[tuple[str, str]]:
    return ((document.article.source, ""),) if document.article.source else ()


def _authors(document: Document) -> Iterable[tuple[str, str]]:
    return ((name, "") for name in (*author_names(document.article.author), *document.credited))


def _languages(document: Document) -> Iterable[tuple[str, str]]:
    code = document.article.language
    return ((language_code(code) or code, ""),) if code else ()


def _tags(document: Document) -> Iterable[tuple[str, str]]:
    return ((each, "") for each in document.tags)


def _bases(document: Document) -> Iterable[tuple[str, str]]:
    return ((_basis(document.published.basis), ""),)


def _basis(typed: str) -> str:
    """The basis of a date; `unknown`, as the JSON of an article has it, is `undated` here."""
    basis = typed.strip().lower()
    return UNDATED if basis == Basis.UNKNOWN else basis


def _country(typed: str) -> str:
    return country_code(typed) or typed


def _language(typed: str) -> str:
    return language_code(typed) or typed


def _year(typed: str) -> str:
    return typed.zfill(4) if typed.isdigit() else typed


_BASES = (Basis.STATED, Basis.INFERRED, UNDATED)


class Facet(StrEnum):
    """The fields by which results are counted and narrowed, in the order in which they are listed."""

    field: FacetField

    def __new__(cls, name: str, *described: FacetField) -> Self:
        """Make a member of its name and its one description."""
        # To type checkers `Facet("year")`, which looks a member up, comes by here, too, without a description.
        member = str.__new__(cls, name)
        member._value_ = name
        (member.field,) = described
        return member

    # fmt: off - a facet is a line
    ENTITY = (
        "entity",
        FacetField(
            "Who", ("name", "names"), "entity", _entities, canonical, str, canonical_names, Values.NAMES, several=True
        ),
    )
    COUNTRY = (
        "country",
        FacetField(
            "Where",
            ("country", "countries"),
            "country",
            _countries,
            _country,
            country_name,
            country_codes_of_languages,
            several=True,
        ),
    )
    YEAR = "year", FacetField("When", ("year", "years"), "year", _years, _year, values=Values.TIMES, order=Order.TIME)
    SOURCE = "source", FacetField("Source", ("source", "sources"), "source_keyword", _sources)
    AUTHOR = "author", FacetField("Author", ("author", "authors"), "author", _authors, several=True)
    LANGUAGE = (
        "language",
        FacetField("Language", ("language", "languages"), "language", _languages, _language, language_name),
    )
    TAG = "tag", FacetField("Tags", ("tag", "tags"), "tag", _tags, several=True, stored=False)
    BASIS = "basis", FacetField("How dated", ("basis", "bases"), "basis", _bases, _basis, choices=_BASES)
    # fmt: on

    def key(self, value: str) -> str:
        """The key, in the facet's column, of a value as a user types it: `Syria` and `sy` are one country."""
        return exact_key(self.field.typed(value))
