"""Find the names that are known beforehand: countries, peoples, cities, regions, and the alias table's."""

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from corpus.article import EntityType
from corpus.enrichment.aliases.aliases import variants
from corpus.enrichment.aliases.country_names import country_table, names_of, official_names_of, people_of, territories
from corpus.enrichment.aliases.name_keys import CanonicalName
from corpus.enrichment.gazetteer.capitalized_runs import Word
from corpus.enrichment.gazetteer.geonames import table
from corpus.enrichment.gazetteer.towns import plain, rows
from corpus.enrichment.gazetteer.word_lists import lexicon

CITY_OF_NOTE = 100_000
"""Inhabitants from which a city's name is trusted to be a city's where nothing else supports it."""
MUCH = 10
"""How many times larger a city must be than its namesakes in other countries to be meant beyond doubt."""

_WORDS = frozenset({"US", "IS", "WHO"})
_EARSHOT = 6
_TRANSLITERATED = frozenset("āēīōūĀĪŪ‘")


class Rank(Enum):
    """How an entry came to be known."""

    __hash__ = object.__hash__
    """As each is one object; that of `Enum` is a function in Python, called for each of many names."""

    COUNTRY = "country"
    PEOPLE = "people"
    SEAT = "seat"
    PART = "part"
    CITY = "city"
    TOWN = "town"
    NAME = "name"


class Entry(NamedTuple):
    """A known name: the one it folds to, what it names (None: nothing by itself), the country that it speaks for.

    `weak`: the name is more often something else, and must be supported by the sentence. `rivals` are the countries of
    other cities of this name, where they are not much smaller.
    """

    name: str
    type: EntityType | None
    code: str | None
    rank: Rank
    weak: bool = False
    rivals: tuple[str, ...] = ()


class Atom(NamedTuple):
    """A word of a run, or several that are one known name."""

    text: str
    start: int
    end: int
    glue: str
    entry: Entry | None


def atoms_of(run: Sequence[Word], text: str) -> list[Atom]:
    """A run cut into its known names, the longest first, and the single words between them."""
    entries, longest = _entries(), _longest()
    if any("-" in word.text for word in run):
        run = [piece for word in run for piece in _pieces(word)]
    found: list[Atom] = []
    at = 0
    while at < len(run):
        first = run[at]
        last, entry = first, None
        shouted = first.text in _WORDS and _is_shouted(text, first)
        for count in range(0 if shouted else min(longest.get(first.text, 0), len(run) - at), 0, -1):
            entry = entries.get(text[first.start : run[at + count - 1].end] if count > 1 else first.text)
            if entry is not None:
                last = run[at + count - 1]
                at += count - 1
                break
        written = first.text if last is first else text[first.start : last.end]
        found.append(Atom(written, first.start, last.end, first.glue, entry))
        at += 1
    return found


def _is_shouted(text: str, word: Word) -> bool:
    """Whether everything around a word is in capitals, so that `US` may be `us`."""
    around = text[max(0, word.start - _EARSHOT) : word.start] + text[word.end : word.end + _EARSHOT]
    return around.isupper()


def _pieces(word: Word) -> Iterator[Word]:
    """The known names that a hyphen puts side by side: `Russia-Ukraine`."""
    entries, pieces = _entries(), word.text.split("-")
    if word.text in entries or not all(piece in entries for piece in pieces):
        yield word
        return
    start = word.start
    for index, piece in enumerate(pieces):
        yield Word(piece, start, start + len(piece), "and" if index else word.glue)
        start += len(piece) + 1


def lookup(name: str) -> Entry | None:
    """The entry of a name in exactly this case."""
    return _entries().get(name)


@lru_cache(maxsize=1)
def _longest() -> Mapping[str, int]:
    """First word of a known name, with its particle -> the most words that a name beginning so can have."""
    longest: dict[str, int] = {}
    for name in _entries():
        first, *others = name.split()
        if not others:
            longest.setdefault(first.rstrip(","), 1)
            continue
        while first.islower() and others:
            first = f"{first} {others.pop(0)}"
        first = first.rstrip(",")
        longest[first] = max(longest.get(first, 0), 1 + len([word for word in others if not word.islower()]))
    return longest


@lru_cache(maxsize=1)
def _entries() -> Mapping[str, Entry]:
    entries = _cities() | _countries()
    for name, known in variants().items():
        if known.type is EntityType.PERSON and name.partition(" ")[0] in lexicon().roles:
            continue  # a title is no part of a name in a text, though users may look for `Pope Francis`
        there = entries.get(name) or entries.get(known.name)
        same = there and not known.region and (known.type is EntityType.PLACE or there.rank is not Rank.CITY)
        entries[name] = there._replace(name=known.name, type=known.type) if there and same else _named(known)
    for word in lexicon().adjectives:
        entries.setdefault(word, Entry(word, None, None, Rank.NAME))
    shouted = {name.upper(): entry for name, entry in entries.items() if len(name) > len("Iran") - 1}
    return shouted | entries


def _named(known: CanonicalName) -> Entry:
    return Entry(known.name, known.type, None, Rank.NAME)


def _countries() -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    place, names = EntityType.PLACE, territories()
    for code in names:
        entries |= dict.fromkeys(official_names_of(code), Entry(names[code], place, code, Rank.COUNTRY))
    for (state,) in table("us_states"):
        entries[state] = Entry(state, place, "US", Rank.PART)
    for code, row in country_table().items():
        entries |= {name: Entry(name, place, code, Rank.PART) for name in row["places"]}
        entries |= {name: Entry(name, place, code, Rank.SEAT) for name in row["seats"]}
    for code in names:
        entries |= {word: Entry(word, None, code, Rank.PEOPLE) for word in people_of(code)}
        entries |= dict.fromkeys(names_of(code), Entry(names[code], place, code, Rank.COUNTRY))
    return entries


def _cities() -> dict[str, Entry]:
    """City names, the largest city of each name; capitals whatever their size."""
    capitals = {(name, code) for name, code in table("capitals")}
    words = lexicon()
    weak = words.weak_places | words.stop | words.given_names | words.topics | words.roles
    entries: dict[str, Entry] = {}
    sizes: dict[str, dict[str, int]] = {}
    for name, (code, population, _) in sorted(rows(), key=lambda row: row[1][1]):
        capital = (name, code) in capitals
        namesakes = sizes.get(name)
        if namesakes is None:
            sizes[name] = {code: population}
        else:
            namesakes[code] = population
        if population < CITY_OF_NOTE and " " not in name and not capital:
            continue
        rivals = () if namesakes is None else _rivals(code, population, namesakes)
        without_accents = plain(name)
        doubtful = without_accents in weak and not capital
        label = name if name.isascii() or _TRANSLITERATED.isdisjoint(name) else without_accents
        entries[name] = Entry(label, EntityType.PLACE, code, Rank.CITY, doubtful, rivals)
    return {plain(name): entry for name, entry in entries.items() if not name.isascii()} | entries


def _rivals(code: str, population: int, namesakes: Mapping[str, int]) -> tuple[str, ...]:
    """The other countries that have a city of a name which is not much smaller."""
    return tuple(rival for rival, size in namesakes.items() if rival != code and size * MUCH > population)
