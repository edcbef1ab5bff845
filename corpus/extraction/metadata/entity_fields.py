"""Read the entities and countries that a record gives."""

import re
from collections.abc import Mapping
from functools import cache

from corpus.article import Country, Entity, EntityType, Span
from corpus.english_names import TERRITORIES, english_names
from corpus.errors import Refused

_TYPES = {each.value: each for each in EntityType} | {
    "per": EntityType.PERSON,
    "org": EntityType.ORGANIZATION,
    "organisation": EntityType.ORGANIZATION,
    "loc": EntityType.PLACE,
    "location": EntityType.PLACE,
    "gpe": EntityType.PLACE,
}
_DIVIDED = re.compile(r"\s*[;|,]\s*")
_PAIR = 2
_NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""Codes of CLDR that name groups of countries, no country, or a test."""


def given_entities(value: object) -> tuple[Entity, ...] | None:
    """The entities of a value, None for none. Raises `Refused` where it is of another form."""
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


def given_countries(value: object) -> tuple[Country, ...] | None:
    """The countries of a value, None for none. Raises `Refused` where one is no country."""
    if value is None:
        return None
    if isinstance(value, str):
        value = _DIVIDED.split(value.strip(" ;|,"))
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
    codes = english_names(TERRITORIES).keys() - _NO_COUNTRIES
    return {code: Country(code) for code in codes if len(code) == _PAIR and code.isalpha()}


@cache
def _named_countries() -> Mapping[str, Country]:
    """Countries by their English names."""
    known = _known_countries()
    return {name.casefold(): known[code] for code, name in english_names(TERRITORIES).items() if code in known}


def _country_of(code: str) -> Country:
    known = _known_countries().get(code.strip().upper()) or _named_countries().get(code.strip().casefold())
    if known is None:
        raise Refused(f'the field countries has {code!r}, which is no country; write an ISO 3166 code such as "SY"')
    return known
