"""What is derived in which language? All of it in English, and in others as far as tables and alphabets reach."""

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from babel.core import get_global

from corpus.enrichment.aliases.country_names import formal_names
from corpus.enrichment.languages.tables import names_of_language, words_of

ENGLISH = "en"
_LATIN = "Latn"


class Derivation(Enum):
    """How far names are derived: all, as in English by capitals, those that the tables have, or none."""

    ALL = "all"
    AS_ENGLISH = "as in English"
    KNOWN = "known"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is derived in a language."""

    names: Derivation
    countries: bool


@lru_cache(maxsize=256)
def derivation(language: str) -> Coverage:
    """What is derived in a language, by its ISO 639-1 code. What is not named is read as English."""
    code = primary(language)
    if is_english(code) or words_of(code):
        return Coverage(Derivation.ALL, countries=True)
    countries = bool(formal_names(code))
    if f"_{_LATIN}" in get_global("likely_subtags").get(code, ""):
        return Coverage(Derivation.AS_ENGLISH, countries=countries)
    known = Derivation.KNOWN if names_of_language(code) or countries else Derivation.NONE
    return Coverage(known, countries=countries)


def primary(language: str) -> str:
    """The language of a code without its region: `pt` of `pt-BR`."""
    return language.replace("_", "-").partition("-")[0].lower()


def is_english(language: str) -> bool:
    """Whether an article is read as English: so is one of which no language is known."""
    return primary(language) in {"", ENGLISH}


def reads_as_english(language: str) -> bool:
    """Whether names are looked for as in English: also in languages of Latin script that have no word lists."""
    return is_english(language) or derivation(language).names is Derivation.AS_ENGLISH
