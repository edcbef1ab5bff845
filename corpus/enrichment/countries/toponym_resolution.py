"""Find the home country of an article that names none, by states, counties and towns (`data/regions.toml`)."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

from corpus.article import EntityType
from corpus.enrichment.gazetteer.gazetteer import Atom, Entry, Rank
from corpus.enrichment.gazetteer.geonames import table
from corpus.enrichment.gazetteer.towns import Town, towns
from corpus.enrichment.names.name_parsing import Name
from corpus.late_pattern import late

Region = tuple[str, str]
"""The ISO code of a country, and that of one of its states or provinces."""

_COUNTY = late(r"\b((?:St\. )?[A-Z]\w+(?: [A-Z]\w+)? County)\b(?! (?:Council|Cricket|Championship|Hall|Ground))")
# Begins with its comma, for which the engine looks before it tries anything.
_POSTAL = late(r",(?<=[a-z],) ([A-Z]{2})\b(?! [A-Z]{2}\b)")

_GEORGIA = ("US", "GA")
_IN_GEORGIA = late(r"\b((?:[A-Z][a-z]+ )?[A-Z][a-z]+), Georgia\b")
"""The state that has a country's name is meant where it stands behind a town of its own: `Rome, Georgia`."""


class Locality:
    """What an article's states, provinces, counties and towns say of the places that it names."""

    def __init__(self, atoms: Sequence[Atom], names: Sequence[Name], text: str) -> None:
        self._atoms = atoms
        self._names = names
        self._counties = list(_COUNTY.finditer(text)) if "County" in text else []
        self._regions = self._found(text)
        self._said: Mapping[str, set[str]] = self._others()

    def names_region(self, region: Region) -> bool:
        """Whether the article names a state or province, or a county in it."""
        return region in self._regions

    def in_county(self, start: int) -> bool:
        """Whether a name is that of an American county: `Lebanon County`."""
        return any(county.start() <= start < county.end() and county[1] in _counties() for county in self._counties)

    def code(self, atom: Atom) -> str | None:
        """The country of a smaller namesake of a city where the article names its state or province; None otherwise.

        Unless something else in the article speaks for the country of the larger one.
        """
        if not self._regions or atom.entry is None or self._said.get(atom.entry.code or "", set()) - {atom.text}:
            return None
        near = (town.code for town in towns(atom.text) if (town.code, town.region) in self._regions)
        return next(near, None)

    def places(self) -> Iterator[tuple[Atom, str]]:
        """The counties, and the towns too small to be known from their name alone that are places here."""
        known = {atom.start for atom in self._atoms if atom.entry and atom.entry.code and not atom.entry.weak}
        for name in self._names:
            if name.type is EntityType.PLACE and name.start not in known and name.text in _exonyms():
                yield _as_atom(name.text, name.start, Rank.CITY), _exonyms()[name.text]
                continue
            found = towns(name.text) if name.type is EntityType.PLACE and name.start not in known else ()
            if found:
                yield _as_atom(name.text, name.start), self._nearest(found)
        for county in self._counties:
            if county[1] in _counties():
                yield _as_atom(county[1], county.start()), "US"

    def _nearest(self, namesakes: Sequence[Town]) -> str:
        """The country of the town that lies in a state or a country that the article names, or of the largest."""
        here = (town.code for town in namesakes if (town.code, town.region) in self._regions)
        there = (town.code for town in namesakes if town.code in self._said)
        return next(here, None) or next(there, None) or namesakes[0].code

    def _found(self, text: str) -> set[Region]:
        names, postal = regions(), _postal()
        found = {names[atom.text] for atom in self._atoms if atom.text in names}
        found.update(("US", code) for code in _POSTAL.findall(text) if code in postal)
        if ", Georgia" in text and any(_is_in(town, _GEORGIA) for town in _IN_GEORGIA.findall(text)):
            found.add(_GEORGIA)
        for county in self._counties:
            found.update(("US", state) for state in _counties().get(county[1], ()))
        return found

    def _others(self) -> Mapping[str, set[str]]:
        said: dict[str, set[str]] = defaultdict(set)
        for atom in self._atoms:
            if atom.entry and atom.entry.code and not atom.entry.weak:
                said[atom.entry.code].add(atom.text)
        return said


def _is_in(name: str, region: Region) -> bool:
    return any((town.code, town.region) == region for town in towns(name))


def city_abroad(name: str) -> str | None:
    """The ISO code of the country of a city that English calls otherwise than GeoNames does."""
    return _exonyms().get(name)


def _as_atom(text: str, start: int, rank: Rank = Rank.TOWN) -> Atom:
    return Atom(text, start, start + len(text), "", Entry(text, EntityType.PLACE, None, rank))


@lru_cache(maxsize=1)
def _exonyms() -> Mapping[str, str]:
    """What English calls cities otherwise than GeoNames does -> the ISO code of their country."""
    return {name: code for code, names in _read("exonyms").items() for name in names}


def _table() -> Mapping[str, Mapping[str, list[str]]]:
    return _read("regions")


@lru_cache(maxsize=2)
def _read(name: str) -> Mapping[str, Any]:
    data = files("corpus.enrichment.countries").joinpath("data", f"{name}.toml")
    return tomllib.loads(data.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def regions() -> Mapping[str, Region]:
    """What a state or province is called -> which it is."""
    return {name: (code, key) for code, rows in _table().items() for key, names in rows.items() for name in names}


@lru_cache(maxsize=1)
def _postal() -> frozenset[str]:
    """The postal codes of American states that are not words and titles too."""
    return frozenset(_table()["US"]) - {"IN", "OR", "ME", "OK", "HI", "MD", "PA", "MA"}


@lru_cache(maxsize=1)
def _counties() -> Mapping[str, Sequence[str]]:
    """The American counties, and in which states there is one of this name."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, state in table("us_counties"):
        found[name].append(state)
    return found
