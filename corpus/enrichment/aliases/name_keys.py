"""The keys under which the spellings of known names are found, in a table that ships.

Making them of all names, with the countries that CLDR has, takes longer than all else that a small run does with names.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from corpus.article import EntityType

REGION = "region"
"""In the table: a place that spans several countries."""


@dataclass(frozen=True, slots=True)
class CanonicalName:
    """A name that the tables know: the one it folds to, and what it names. `region`: it spans several countries."""

    name: str
    type: EntityType
    region: bool = False


class NameKeys(NamedTuple):
    """What is known by each key of a name: as `corpus.folding.name_key` makes it, and as `.spelling` makes the others.

    `sound` has persons whose names come from other scripts, `surname` their surnames as far as they mean one of them.
    """

    folded: Mapping[str, CanonicalName]
    comparable: Mapping[str, CanonicalName]
    sound: Mapping[str, CanonicalName]
    surname: Mapping[str, CanonicalName]


MARKS = dict(zip("fcts", NameKeys._fields, strict=True))
"""How the table says for which kinds a key is."""


@lru_cache(maxsize=1)
def name_keys() -> NameKeys:
    """The table, as `make tables` derives it from the names."""
    types = {kind.value: kind for kind in EntityType} | {REGION: EntityType.PLACE}
    found: dict[str, dict[str, CanonicalName]] = {mark: {} for mark in MARKS}
    known = CanonicalName("", EntityType.PLACE)
    for marks, key, *of in _rows("name_keys.tsv"):
        if of:  # else it is a key of the name before
            known = CanonicalName(of[0], types[of[1]], region=of[1] == REGION)
        for mark in marks:
            found[mark][key] = known
    return NameKeys(*found.values())


@lru_cache(maxsize=1)
def written_names() -> Mapping[str, Sequence[str]]:
    """Every name of the tables as a text may have it, by the key (`corpus.folding.exact_key`) of what it folds to."""
    return {key: names for key, *names in _rows("written_names.tsv")}


def _rows(name: str) -> Iterator[list[str]]:
    text = files("corpus.enrichment.aliases").joinpath("data", name).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines()[1:])
