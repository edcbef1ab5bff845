"""Name countries and find them by name: CLDR names, demonyms, capitals and ISO codes."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from corpus.english_names import TERRITORIES, english_names
from corpus.folding import name_key

_KINDS = ("names", "people", "seats", "places")
_NOT_COUNTRIES = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"})
_STYLES = ("Republic", "Islamic Republic", "Federal Republic", "Kingdom", "State", "Sultanate", "Principality")
_OTHER_LANGUAGES = ("de", "fr", "es", "ar", "ru", "zh")
"""Those in which readers may begin to type the name of a country; each takes some milliseconds, once."""
_NO_PLURAL = ("ese", "sh", "ch", "ss", "men", "man", "woman", "s")


@lru_cache(maxsize=4096)
def country_name(code: str, language: str = "en") -> str:
    """The CLDR name of a country (`SY` -> `Syria`) in a language; the code itself where CLDR has none."""
    return territories(language).get(code.upper(), code)


@lru_cache(maxsize=4096)
def country_code(text: str) -> str | None:
    """The ISO code that a user means: a code, a name or a demonym, in any case, with or without accents."""
    typed = name_key(text)
    if len(typed) == len("SY") and typed.upper() in territories():
        return typed.upper()
    return _codes().get(typed)


@lru_cache(maxsize=32)
def territories(language: str = "en") -> Mapping[str, str]:
    """ISO code -> CLDR name of every country and territory, in a language (English where CLDR lacks it).

    The short name where CLDR has one beside the formal one: `Hong Kong`.
    """
    names = formal_names(language)
    if not names:
        return territories("en")
    primary = language.partition("-")[0].lower()
    return {**names, **{code: row[primary] for code, row in _shipped("short_names.toml").items() if primary in row}}


@lru_cache(maxsize=32)
def formal_names(language: str) -> Mapping[str, str]:
    """ISO code -> the name that CLDR gives first; empty for a language that CLDR lacks."""
    names = english_names(TERRITORIES) if language == "en" else _of_babel(language)
    return {str(code): str(name) for code, name in names.items() if str(code).isalpha() and code not in _NOT_COUNTRIES}


def _of_babel(language: str) -> Mapping[str, str]:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - English ships as a table

    try:
        return dict(Locale.parse(language, sep="-").territories)
    except (UnknownLocaleError, ValueError):
        return {}


@lru_cache(maxsize=1)
def country_table() -> Mapping[str, Mapping[str, list[str]]]:
    """ISO code -> its alternative names, people, seats and places, as the shipped tables list them.

    The states that it succeeded are among its places.
    """
    table = {code: {kind: row.get(kind, []) for kind in _KINDS} for code, row in _shipped("countries.toml").items()}
    for name, state in _shipped("historic.toml").items():
        row = table[state["successors"][0]]
        row["places"] = [*row["places"], name, *state["names"]]
        row["people"] = [*row["people"], *state["people"]]
    return table


def _shipped(name: str) -> dict[str, Any]:
    return tomllib.loads(files("corpus.enrichment.aliases").joinpath("data", name).read_text(encoding="utf-8"))


def names_of(code: str) -> Iterator[str]:
    """Every name of a country: the CLDR names, their spellings without `&` or `St.`, and the alternative ones."""
    name = territories()[code]
    yield from dict.fromkeys((name, name.replace("&", "and"), name.replace("’", "'"), name.replace("St.", "Saint")))
    yield from (formal_names("en")[code], *country_table().get(code, {}).get("names", ()))


def official_names_of(code: str) -> Iterator[str]:
    """What a state may call itself: `Republic of Kenya`, `Kingdom of the Netherlands`, true or not."""
    name = territories()[code]
    for style in _STYLES:
        yield f"{style} of {name}"
        yield f"{style} of the {name}"


def people_of(code: str) -> Iterator[str]:
    """The adjectives and demonyms of a country, singular and plural."""
    for word in country_table().get(code, {}).get("people", ()):
        yield word
        if not word.endswith(_NO_PLURAL):
            yield f"{word}s"


@lru_cache(maxsize=1)
def country_codes() -> Mapping[str, str]:
    """Every name, people and place by which a country is known, folded, and its ISO code."""
    codes: dict[str, str] = {}
    for code in territories():
        for name in (*names_of(code), *people_of(code), *country_table().get(code, {}).get("places", ())):
            codes.setdefault(name_key(name), code)
    return codes


@lru_cache(maxsize=1)
def country_codes_of_languages() -> Mapping[str, str]:
    """The same and the CLDR names in other languages, where these are no names of another country in English."""
    codes = dict(country_codes())
    for language in _OTHER_LANGUAGES:
        for code, name in territories(language).items():
            codes.setdefault(name_key(name), code)
    return codes


@lru_cache(maxsize=1)
def _codes() -> Mapping[str, str]:
    """The same, and what states may call themselves."""
    official = {name_key(name): code for code in reversed(list(territories())) for name in official_names_of(code)}
    return {**official, **country_codes()}
