"""Check the fields that a record gives beside the text. A field that cannot be used is left empty, with a remark."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from corpus.article import Author, Country, Entity, PartialDate
from corpus.errors import Refused
from corpus.extraction.metadata.author_field import author_of_value, given_authors
from corpus.extraction.metadata.date_field import date_of_value, given_date, is_ambiguous
from corpus.extraction.metadata.entity_fields import given_countries, given_entities
from corpus.extraction.metadata.language_field import language_code


@dataclass(frozen=True, slots=True)
class Given:
    """The fields of a record that hold something; None where a field is absent, null, or cannot be used.

    `remarks` say which could not be used.
    """

    title: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    published: PartialDate | None = None
    entities: tuple[Entity, ...] | None = None
    countries: tuple[Country, ...] | None = None
    clean: bool = False
    author: str | None = None
    authors: tuple[Author, ...] | None = None
    captured: date | None = None
    remarks: tuple[str, ...] = ()
    settled: bool = False
    """Whether the entities are those that an index showed: of an export, which says how it knows its date."""


_EITHER = ", whose day and month may be either; only its year is used; write year, month and day in this order"
_Value = TypeVar("_Value")


def given(fields: Mapping[str, object], text: str = "") -> Given:
    """The checked fields of a record. The language of its `text` tells the order of day and month."""
    if not fields:
        return Given()
    remarks: list[str] = []

    def read(checked: Callable[[], _Value]) -> _Value | None:
        try:
            return checked()
        except Refused as fault:
            remarks.append(f"{fault}; left empty")
            return None

    published = read(lambda: given_date(fields, text))
    if published and published.year and not published.month and is_ambiguous(fields.get("published")):
        remarks.append(f"the field published is {published.evidence!r}{_EITHER}")
    return Given(
        title=read(lambda: _string(fields, "title")),
        source=read(lambda: _string(fields, "source")),
        url=read(lambda: _string(fields, "url")),
        language=read(lambda: _language(fields)),
        published=published,
        entities=read(lambda: given_entities(fields.get("entities"))),
        countries=read(lambda: given_countries(fields.get("countries"))),
        clean=bool(read(lambda: _truth(fields.get("clean")))),
        author=read(lambda: author_of_value(fields.get("author"))),
        authors=read(lambda: given_authors(fields.get("authors"))),
        captured=read(lambda: _day(fields.get("captured"))),
        remarks=tuple(remarks),
        settled="published_basis" in fields,
    )


def _string(fields: Mapping[str, object], name: str) -> str | None:
    value = fields.get(name)
    if isinstance(value, list) and value:
        value = value[0]
    if value is None or isinstance(value, list | dict | bool):
        if value in (None, [], {}):
            return None
        raise Refused(f"the field {name} is not a string; write it in quotes")
    return " ".join(str(value).split()) or None


def _truth(value: object) -> bool:
    if value is not None and not isinstance(value, bool):
        raise Refused("the field clean is not true or false; write one of them without quotes")
    return bool(value)


def _language(fields: Mapping[str, object]) -> str | None:
    value = _string(fields, "language")
    return None if value is None else language_code(value)


def _day(value: object) -> date | None:
    found = None if value is None else date_of_value(value, "captured")
    if found is None or found.year is None:
        return None
    if found.month is None or found.day is None:
        raise Refused(f'the field captured is {value!r}; write the day of the capture, "2019-04-09"')
    return date(found.year, found.month, found.day)
