"""Find the names that are known beforehand: countries, peoples, cities, regions, and the alias table's."""

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from corpus.article import EntityType
from corpus.enrichment.gazetteer.capitalized_runs import Word
from corpus.enrichment.gazetteer.geonames import parted

CITY_OF_NOTE = 100_000
"""Inhabitants from which a city's name is trusted to be a city's where nothing else supports it."""
WEAK = "?"
"""Marks the rank of what is weak, in the table."""

_WORDS = frozenset({"US", "IS", "WHO"})
_EARSHOT = 6


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
        for count in range(0 if shouted else min(longest.get(first.text, 1), len(run) - at), 0, -1):
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


def names_of_type(kind: EntityType) -> Iterator[str]:
    """All known names of what has a type, as texts have them, and in capitals."""
    return (name for name, entry in _entries().items() if entry.type is kind)


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
    """What ships, as `make tables` derives it, and the same in capitals: deriving it takes several times as long."""
    text = files("corpus.enrichment.gazetteer").joinpath("data", "known_names.tsv").read_text(encoding="utf-8")
    kinds = {kind.value: kind for kind in EntityType}
    known_so = {f"{rank.value}{sign}": (rank, sign != "") for rank in Rank for sign in ("", WEAK)}
    entries = {
        name: Entry(label or name, kinds.get(kind), code or None, *known_so[rank], _parted(rivals))
        for name, label, kind, code, rank, rivals in zip(*parted(text), strict=True)
    }
    shouted = {name.upper(): entry for name, entry in entries.items() if len(name) > len("Iran") - 1}
    return shouted | entries


def _parted(rivals: str) -> tuple[str, ...]:
    return tuple(rivals.split(" ")) if rivals else ()
