"""Tell names that end with 's (`Sotheby's`) from names in the genitive (`Obama's speech`)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from corpus.article import EntityType
from corpus.enrichment.aliases.aliases import variants
from corpus.enrichment.gazetteer.gazetteer import lookup
from corpus.enrichment.names.name_parsing import Name

_OWN = "'s"
_OWNING_WORD = re.compile(r"[A-Z]\w+'s(?!\w)")
_GOES_ON = re.compile(r" [A-Z]")
_ENDS_PHRASE = re.compile(
    r"'s(?:[.,;:)?!\"”]| (?:and|or|but|in|on|at|to|of|for|from|with|by|as|is|was|were|are|has|have|had|will|would|could"
    r"|may|said|says|which|that|who|also|rose|fell|gained|lost|plans|declined|did|does)\b|\s*$)",
    re.MULTILINE,
)


def with_possessives(names: Sequence[Name], text: str) -> list[Name]:
    """The names, and the 's behind those that it belongs to, which are organizations.

    It does where the tables say so, or where the article has the name with it only, at least once before what cannot
    follow a genitive: `shares of Kohl's fell and`. That is no sign for persons whom the article has in full.
    """
    if _OWN not in text:
        return list(names)
    full = {word for name in names if name.type is EntityType.PERSON and " " in name.text for word in name.text.split()}
    owned: dict[str, bool] = {}
    found = list(_extended(names, text, full, owned))
    listed = {(name.start, name.end): name for name in _listed(text, found, full)}
    taken = {place for start, end in listed for place in range(start, end)}
    return sorted([*(name for name in found if name.start not in taken), *listed.values()], key=lambda name: name.start)


def _listed(text: str, names: Sequence[Name], full: set[str]) -> Iterator[Name]:
    """The names with 's that the tables have, where they stand and nothing else was found that is longer."""
    for own in _OWNING_WORD.finditer(text):
        for owner, ahead in _known_owners().get(own[0], ()):
            start, end = own.start() - ahead, own.start() - ahead + len(owner)
            if start >= 0 and text.startswith(owner, start) and _stands_alone(text, start, end):
                yield from _listed_at(owner, start, end, names, full)
                break


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, behind = text[max(0, start - 1) : start], text[end : end + 2]
    return not (before.isalnum() or before in {"&", "-", "_"} or behind[:1].isalnum() or _GOES_ON.match(behind))


def _listed_at(owner: str, start: int, end: int, names: Sequence[Name], full: set[str]) -> Iterator[Name]:
    there = [name for name in names if name.start < end and name.end > start]
    longer = any(name.start == start and name.end >= end for name in there)
    free = " " in owner or (not there and owner.removesuffix(_OWN) not in full)
    if free and not longer:
        yield Name(owner, start, end, EntityType.ORGANIZATION, lookup(owner))


@lru_cache(maxsize=1)
def _known_owners() -> Mapping[str, Sequence[tuple[str, int]]]:
    """The word with 's of a body's name -> such names, the longest first, and where the word begins in each."""
    found: dict[str, list[tuple[str, int]]] = {}
    for name, known in sorted(variants().items(), key=lambda each: -len(each[0])):
        own = _OWNING_WORD.search(name) if known.type is EntityType.ORGANIZATION else None
        if own:
            found.setdefault(own[0], []).append((name, own.start()))
    return found


def _extended(names: Sequence[Name], text: str, full: set[str], owned: dict[str, bool]) -> Iterator[Name]:
    for name in names:
        if not text.startswith(_OWN, name.end):
            yield name
            continue
        whole = name.text + _OWN
        entry = lookup(whole)
        if entry is not None and entry.type is EntityType.ORGANIZATION:
            yield Name(whole, name.start, name.end + len(_OWN), entry.type, entry)
        elif _may_own(name, full) and owned.setdefault(name.text, _is_owned(name.text, text)):
            yield Name(whole, name.start, name.end + len(_OWN), EntityType.ORGANIZATION)
        else:
            yield name


def _may_own(name: Name, full: set[str]) -> bool:
    """Whether a name may be the first part of one that ends with 's: one word, or words that `&` joins."""
    if name.known is not None or name.type is EntityType.PLACE or name.text.isupper():
        return False
    return name.text not in full if " " not in name.text else "&" in name.text


def _is_owned(stem: str, text: str) -> bool:
    places = list(re.finditer(rf"(?<!\w){re.escape(stem)}(?!\w)", text))
    always = all(text.startswith(_OWN, found.end()) for found in places)
    return always and any(_ENDS_PHRASE.match(text, found.end()) for found in places)
