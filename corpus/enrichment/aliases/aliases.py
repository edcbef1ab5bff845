"""Find the canonical name of a name: the shipped table of aliases, and the names of countries beside it."""

import tomllib
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

from corpus.article import EntityType
from corpus.enrichment.aliases.country_names import country_name, names_of, official_names_of, territories
from corpus.enrichment.aliases.name_keys import CanonicalName, name_keys
from corpus.enrichment.aliases.spelling import comparable, german_sounds, shown, sounds
from corpus.folding import name_key, without_accents

_TRANSLITERATED = "transliterated"
_TYPES = {kind.value: kind for kind in EntityType} | {"region": EntityType.PLACE, _TRANSLITERATED: EntityType.PERSON}


@lru_cache(maxsize=65_536)
def canonical(name: str) -> str:
    """The one name for a name as somebody writes it, in any case: `isis` -> `Islamic State`.

    A name that no table has is spelled as `corpus.enrichment.aliases.spelling.shown` says, its white space normalised.
    """
    plain = " ".join(name.split())
    while (known := _known(plain)) is None and (shorter := " ".join(shown(plain).split())) != plain:
        plain = shorter  # until nothing changes any more: a canonical name is its own
    return known.name if known else plain


def canonical_as(name: str, kind: EntityType) -> str:
    """The one name for a name of this type: the city `Gao` is not the office `GAO`, and stays as it is."""
    other = canonical(name)
    return other if entity_type(other) in {None, kind} else " ".join(name.split())


def entity_type(canonical_name: str) -> EntityType | None:
    """What a canonical name is known to name; None where no table has it."""
    known = _known(canonical_name)
    return known.type if known else None


@lru_cache(maxsize=1)
def variants() -> Mapping[str, CanonicalName]:
    """Every name as a text may have it, in this case only (`IS`, never `is`), and what it folds to."""
    found: dict[str, CanonicalName] = {}
    for called in (official_names_of, names_of):
        for code in territories():
            found |= dict.fromkeys(called(code), CanonicalName(country_name(code), EntityType.PLACE))
    for kind, names in _table().items():
        for name, others in names.items():
            known = CanonicalName(name, _TYPES[kind], region=kind == "region")
            found |= dict.fromkeys((name, *others), known)
            for each in (name, *others):
                found.setdefault(without_accents(each), known)
    for name in (*_firms(), *_list("clubs")):
        for each in (name, without_accents(name)):
            found.setdefault(each, CanonicalName(name, EntityType.ORGANIZATION))
    return found


def is_listed_firm(name: str) -> bool:
    """Whether a name is that of a company by the list alone, in which a group may stand without the word."""
    return name in _firms()


@lru_cache(maxsize=1)
def listed_clubs() -> frozenset[str]:
    """The full names of clubs of sports."""
    return frozenset(_list("clubs"))


@lru_cache(maxsize=1)
def _firms() -> Collection[str]:
    """Companies of the stock exchanges' indices, whose names are nothing else; each is its own canonical name."""
    return dict.fromkeys(_list("firms"))  # in order


def _list(name: str) -> Sequence[str]:
    """The names of a list in `data`: `firms`, or `clubs`, those of sports in full; each is its own canonical name."""
    listed = files("corpus.enrichment.aliases").joinpath(f"data/{name}.txt").read_text(encoding="utf-8")
    return listed.splitlines()


@lru_cache(maxsize=1)
def canonical_names() -> Mapping[str, str]:
    """Every name that a table has, folded, and the canonical one; of states without what they may call themselves."""
    official = {name_key(name) for code in territories() for name in official_names_of(code)}
    return {name: known.name for name, known in name_keys().folded.items() if name not in official}


@lru_cache(maxsize=1)
def _table() -> Mapping[str, Mapping[str, list[str]]]:
    """Kind -> canonical name -> variants."""
    return tomllib.loads(files("corpus.enrichment.aliases").joinpath("data/aliases.toml").read_text(encoding="utf-8"))


def transliterated_persons() -> Mapping[str, Sequence[str]]:
    """The persons whose names come from other scripts, each with its other spellings and surnames that are theirs."""
    return _table()[_TRANSLITERATED]


@lru_cache(maxsize=65_536)
def _known(name: str) -> CanonicalName | None:
    """What a table has under a name in any case, spelled or transliterated otherwise, or with the surname first."""
    plain, keys = name_key(name), name_keys()
    found = keys.folded.get(plain) or keys.folded.get(plain.removeprefix("the "))
    found = found or keys.comparable.get(comparable(name))
    if found is not None:
        return found
    surname, comma, given = plain.partition(", ")
    turned = f"{given} {surname}" if comma else plain
    found = keys.folded.get(turned) if comma else None
    return found if found and found.type is EntityType.PERSON else transliterated(turned)


@lru_cache(maxsize=65_536)
def transliterated(name: str) -> CanonicalName | None:
    """The person of the tables whose name this is by its sound: `Usama bin Ladin`, `Boris Jelzin`, and `Jelzin`."""
    known = name_keys().sound if " " in name else name_keys().surname
    found = known.get(sounds(name)) if " " in name else None
    return found or next(filter(None, map(known.get, german_sounds(name))), None)
