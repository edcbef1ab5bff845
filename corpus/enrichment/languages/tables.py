"""The shipped tables of other languages, read once each: words that tell names apart, names of bodies and of people."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

_COMPOUND, _LEAST_ROLE = 10, 8
"""In letters: of a compound of a role, and of the role within."""


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of a language, as `data/words.toml` explains them."""

    kinds: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    before_places: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    seats: frozenset[str] = frozenset()
    speech: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()

    def is_body(self, word: str) -> bool:
        """Whether a word of a name says that it is an organization's."""
        return _listed(word, self.bodies)

    def is_role(self, word: str) -> bool:
        """Whether a word stands before a person's name, by itself or as the end of a compound: `Grünen-Politikerin`."""
        last = word.rpartition("-")[2]
        return last in self.roles or (len(last) > _COMPOUND and last.endswith(_role_endings(self.roles)))

    def is_kind(self, word: str) -> bool:
        """Whether a word says what kind of body is named behind it."""
        return _listed(word, self.kinds)


@lru_cache(maxsize=32)
def words_of(language: str) -> Words | None:
    """The word lists of a language; None where there are none."""
    row = _table("words.toml").get(language)
    if row is None:
        return None
    lists = {("before_places" if name == "in" else name): frozenset(words.split()) for name, words in row.items()}
    return Words(**lists)


@lru_cache(maxsize=32)
def names_of_language(language: str) -> Mapping[str, str]:
    """What the language calls bodies, people and regions, and their names in English."""
    return {
        variant: name
        for name, row in _table("names.toml").items()
        for variant in row.get(language, "").split("|")
        if variant
    }


def countries_of_language(language: str, kind: str) -> Mapping[str, list[str]]:
    """ISO code -> what the language calls the country (`names`), its people (`people`), or its cities (`cities`)."""
    row = _table("countries.toml").get(language, {}).get(kind, {})
    return {code: words.replace("\n", "").split("|") for code, words in row.items()}


@lru_cache(maxsize=32)
def _role_endings(roles: frozenset[str]) -> tuple[str, ...]:
    """With what compounds of roles end: `Bundestagspräsidentin`, `vicepresidente`."""
    return tuple(role.lower() for role in roles if len(role) >= _LEAST_ROLE)


def _listed(word: str, listed: frozenset[str]) -> bool:
    if word in listed:
        return True
    small, endings = word.casefold(), _endings(listed)
    return small.endswith(endings) and any(small.endswith(each) and len(small) > len(each) + 1 for each in endings)


@lru_cache(maxsize=512)
def _endings(listed: frozenset[str]) -> tuple[str, ...]:
    """The endings among listed words: `*gesellschaft` stands for any word that ends so."""
    return tuple(each[1:] for each in listed if each[0] == "*")


@lru_cache(maxsize=4)
def _table(name: str) -> Mapping[str, Any]:
    data = files("corpus.enrichment.languages").joinpath("data", name)
    return tomllib.loads(data.read_text(encoding="utf-8"))
