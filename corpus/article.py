"""What an article is, to every layer of the house."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

Span = tuple[int, int]
"""Start and end of a piece of text, in characters, end excluded."""


class EntityType(StrEnum):
    """The kinds of entity that an article names."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"


class Basis(StrEnum):
    """How a date is known."""

    STATED = "stated"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as it is known: a year, a month of a year, a day, or nothing at all.

    `evidence` quotes what the date rests on, for a reader to judge.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    basis: Basis = Basis.UNKNOWN
    evidence: str = ""

    @property
    def iso(self) -> str | None:
        """`2019`, `2019-04` or `2019-04-09`; None where no year is known."""
        if self.year is None:
            return None
        if self.month is None:
            return f"{self.year:04d}"
        if self.day is None:
            return f"{self.year:04d}-{self.month:02d}"
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"


UNDATED = PartialDate()


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organization or place under its canonical name, with its mentions in the article's text."""

    name: str
    type: EntityType
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Country:
    """A country (ISO 3166-1 alpha-2) that an article is about, with the number of its mentions."""

    code: str
    mentions: int = 1


class AuthorRole(StrEnum):
    """What somebody did for an article."""

    AUTHOR = "author"
    WRITER = "writer"
    REPORTER = "reporter"
    EDITOR = "editor"
    TRANSLATOR = "translator"
    PHOTOGRAPHER = "photographer"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class Author:
    """A person who worked on an article, as its author line (`author`) or a credit in its text names them."""

    name: str
    role: AuthorRole = AuthorRole.AUTHOR


@dataclass(frozen=True, slots=True)
class Article:
    """A news article as read: clean text in paragraphs, and what it states about itself.

    `text` separates paragraphs by a blank line; every offset into an article counts characters of it.
    `removed` keeps the lines that were taken away as boilerplate, in their order. `author` is as stated, and
    `captured` the day on which a crawler fetched it: it was published no later.
    `entities`, `countries` and `authors` are None unless the file itself gave them: a given value wins over a derived
    one. They are `settled` where an index showed them so: what an export gives is not read otherwise again.
    `remarks` tell what of the file was not used or not understood; they are reported, and not indexed.
    """

    id: str
    title: str
    text: str
    removed: tuple[str, ...] = ()
    source: str | None = None
    url: str | None = None
    language: str = "en"
    published: PartialDate = UNDATED
    entities: Sequence[Entity] | None = None
    countries: Sequence[Country] | None = None
    author: str | None = None
    captured: date | None = None
    authors: Sequence[Author] | None = None
    remarks: tuple[str, ...] = ()
    settled: bool = False
