"""What does a record give of its article beside the text? Each field is checked here, and trusted afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from corpus.article import Country, Entity, EntityType, PartialDate, Span
from corpus.errors import Refused
from corpus.extraction.metadata.date_field import given_date

_TYPES = {each.value: each for each in EntityType} | {
    "per": EntityType.PERSON,
    "org": EntityType.ORGANIZATION,
    "organisation": EntityType.ORGANIZATION,
    "loc": EntityType.PLACE,
    "location": EntityType.PLACE,
    "gpe": EntityType.PLACE,
}
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Given:
    """The fields of a record that hold something; None where a field is absent or null."""

    title: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    published: PartialDate | None = None
    entities: tuple[Entity, ...] | None = None
    countries: tuple[Country, ...] | None = None
    clean: bool = False
    author: str | None = None
    captured: date | None = None


_NOTHING = Given()


def given(fields: Mapping[str, object]) -> Given:
    """The checked fields of a record. Raises `Refused`, which names the field and the mend."""
    if not fields:
        return _NOTHING
    clean = fields.get("clean")
    if clean is not None and not isinstance(clean, bool):
        raise Refused("the field clean is not true or false; write one of them without quotes")
    return Given(
        title=_string(fields, "title"),
        source=_string(fields, "source"),
        url=_string(fields, "url"),
        language=_language(_string(fields, "language")),
        published=given_date(fields),
        entities=_entities(fields.get("entities")),
        countries=_countries(fields.get("countries")),
        clean=bool(clean),
        author=_string(fields, "author"),
        captured=_day(_string(fields, "captured")),
    )


def _string(fields: Mapping[str, object], name: str) -> str | None:
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise Refused(f"the field {name} is not a string; write it in quotes")
    return " ".join(value.split()) or None


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError as fault:
        raise Refused(f'the field captured is {value!r}; write the day of the capture, "2019-04-09"') from fault


@cache
def _language(value: str | None) -> str | None:
    if value is None:
        return None
    code = value.replace("_", "-").partition("-")[0].lower()
    if len(code) != _PAIR or not (code.isascii() and code.isalpha()):
        raise Refused(f'the field language is {value!r}; write an ISO 639-1 code such as "en"')
    return code


def _entities(value: object) -> tuple[Entity, ...] | None:
    if value is None:
        return None
    if not isinstance(value, list):
        raise Refused('the field entities is not a list; write [{"name": …, "type": …}]')
    return tuple(map(_entity, value))


def _entity(value: object) -> Entity:
    if not isinstance(value, dict):
        raise Refused('the field entities holds something else than objects; write {"name": …, "type": …}')
    name, kind, mentions = value.get("name"), value.get("type"), value.get("mentions")
    if not isinstance(name, str) or not name.strip():
        raise Refused("the field entities has an entity without a name; write its name in quotes")
    known = _TYPES.get(kind.lower()) if isinstance(kind, str) else None
    if known is None:
        raise Refused(f"the field entities has the type {kind!r}; write person, organization or place")
    return Entity(name, known, () if mentions is None else _spans(mentions))


def _spans(value: object) -> tuple[Span, ...]:
    if not isinstance(value, list):
        raise Refused("the field entities has mentions that are not a list; write [[start, end], …]")
    return tuple(map(_span, value))


def _span(value: object) -> Span:
    match value:
        case [int(start), int(end)] if 0 <= start < end and not isinstance(start, bool):
            return start, end
    raise Refused(f"the field entities has the mention {value!r}; write [start, end] in characters of the text")


def _countries(value: object) -> tuple[Country, ...] | None:
    if value is None:
        return None
    if not isinstance(value, list):
        raise Refused('the field countries is not a list; write ISO codes such as ["SY"]')
    return tuple({country.code: country for country in map(_country, value)}.values())


def _country(value: object) -> Country:
    if isinstance(value, str):
        return _country_of(value)
    if not isinstance(value, dict) or not isinstance(code := value.get("code"), str):
        raise Refused(f'the field countries holds {value!r}; write ISO codes such as "SY"')
    mentions = value.get("mentions")
    if mentions is None:
        return _country_of(code)
    if not isinstance(mentions, int) or isinstance(mentions, bool) or mentions < 1:
        raise Refused(f"the field countries has {mentions!r} mentions; write a whole number from 1")
    return Country(_country_of(code).code, mentions)


@cache
def _known_countries() -> Mapping[str, Country]:
    from babel import Locale  # noqa: PLC0415 - records without countries need none

    codes = {str(code) for code in Locale("en").territories} - _NO_COUNTRIES
    return {code: Country(code) for code in codes if len(code) == _PAIR and code.isalpha()}


_NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""Codes of CLDR that name groups of countries, no country, or a test."""


def _country_of(code: str) -> Country:
    known = _known_countries().get(code.strip().upper())
    if known is None:
        raise Refused(f'the field countries has {code!r}, which is no country; write an ISO 3166 code such as "SY"')
    return known
