"""Read the word lists that tell what a name is."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists of `data/words.toml`, where each is explained, and the given names of `data/given_names.txt`."""

    stop: frozenset[str]
    roles: frozenset[str]
    forms_of_address: frozenset[str]
    roles_in_names: frozenset[str]
    organizations: frozenset[str]
    companies: frozenset[str]
    open_organizations: frozenset[str]
    publications: frozenset[str]
    places: frozenset[str]
    surnames: frozenset[str]
    place_openings: frozenset[str]
    open_places: frozenset[str]
    topics: frozenset[str]
    adjectives: frozenset[str]
    things: frozenset[str]
    common_capitals: frozenset[str]
    locatives: frozenset[str]
    place_descriptions: frozenset[str]
    speech: frozenset[str]
    weak_places: frozenset[str]
    figures: frozenset[str]
    trade: frozenset[str]
    desk_roles: frozenset[str]
    desks: frozenset[str]
    countries_as_given_names: frozenset[str]
    countries_as_rare_given_names: frozenset[str]
    roles_elsewhere: frozenset[str]
    professions: frozenset[str]
    body_openings: frozenset[str]
    headline_verbs: frozenset[str]
    owned_bodies: frozenset[str]
    given_names: frozenset[str]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The shipped word lists."""
    data = files("corpus.enrichment.gazetteer").joinpath("data")
    lists = tomllib.loads(data.joinpath("words.toml").read_text(encoding="utf-8"))
    lists["given_names"] = data.joinpath("given_names.txt").read_text(encoding="utf-8")
    return Lexicon(**{name: frozenset(words.split()) for name, words in lists.items()})
