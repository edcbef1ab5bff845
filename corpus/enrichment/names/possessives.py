"""Tell names that end with 's (`Sotheby's`) from names in the genitive (`Obama's speech`)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from corpus.article import EntityType
from corpus.enrichment.gazetteer.gazetteer import lookup, names_of_type
from corpus.enrichment.gazetteer.towns import towns
from corpus.enrichment.gazetteer.word_lists import lexicon
from corpus.enrichment.names.name_parsing import Name, words_of_full_names
from corpus.enrichment.names.whole_words import places_of
from corpus.late_pattern import late

_OWN = "'s"
_OWNING_WORD = late(r"[A-Z]\w+'s(?!\w)")
_GOES_ON = late(r" [A-Z]")
_FIRM_BEHIND = late(
    r"'s (?:announced|closed|declined|employs|expects|fell|has|hired|is|launched|makes|offers|opened|operates|owns"
    r"|plans|posted|reported|rose|runs|said|sells|was|which|will)\b"
)
"""A verb, and so no noun that a genitive would belong to."""
_SHARES_BEFORE = late(r"\b(?:[Ss]hares|[Ss]taff|[Ww]orkers|[Ss]pokes(?:wo)?man|[Ss]tores) (?:at|for|in|of) $")
_NEAR = 20
_TWICE = 2
_ENDS_PHRASE = late(
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
    full = words_of_full_names(names)
    owned: dict[str, bool] = {}
    owners = list(_OWNING_WORD.finditer(text))
    found = [*_extended(names, text, full, owned), *_unfound(names, owners, full)]
    listed = {(name.start, name.end): name for name in _listed(owners, found, full)}
    taken = {place for start, end in listed for place in range(start, end)}
    return sorted([*(name for name in found if name.start not in taken), *listed.values()], key=lambda name: name.start)


def _listed(owners: Sequence[re.Match[str]], names: Sequence[Name], full: set[str]) -> Iterator[Name]:
    """The names with 's that the tables have, where they stand and nothing else was found that is longer."""
    for own in owners:
        for owner, ahead in _known_owners().get(own[0], ()):
            text, start, end = own.string, own.start() - ahead, own.start() - ahead + len(owner)
            if start >= 0 and text.startswith(owner, start) and _stands_alone(text, start, end):
                yield from _listed_at(owner, start, end, names, full)
                break


def _unfound(names: Sequence[Name], owners: Sequence[re.Match[str]], full: set[str]) -> Iterator[Name]:
    """Unknown names with 's that nothing was found of: `Quimbley's said`, and once more `shares of Quimbley's`."""
    begun = {name.start for name in names}
    ends = {name.end for name in names}
    places: dict[str, list[re.Match[str]]] = {}
    for own in owners:
        found = own.start() in begun or own.end() - len(_OWN) in ends or own.end() in ends
        if not found and own[0].removesuffix(_OWN) not in full:
            places.setdefault(own[0], []).append(own)
    for whole, there in places.items():
        stem = whole.removesuffix(_OWN)
        text = there[0].string
        may_be = len(there) >= _TWICE and any(map(_tells_firm, there)) and _is_unknown(stem, text)
        if may_be and _is_owned(stem, text):
            yield from (Name(whole, own.start(), own.end(), EntityType.ORGANIZATION) for own in there)


def _tells_firm(own: re.Match[str]) -> bool:
    """Whether a verb follows a word with 's, or what companies have stands before it."""
    start, end = own.start(), own.end() - len(_OWN)
    alone = not _GOES_ON.match(own.string, own.end())
    before = _SHARES_BEFORE.search(own.string[max(0, start - _NEAR) : start]) is not None
    return alone and (before or _FIRM_BEHIND.match(own.string, end) is not None)


def _is_unknown(stem: str, text: str) -> bool:
    """Whether a word is none of the lists, and no word that the article has in small letters."""
    lists = lexicon()
    told = (
        lists.stop,
        lists.roles,
        lists.topics,
        lists.adjectives,
        lists.organizations,
        lists.things,
        lists.given_names,
    )
    return lookup(stem) is None and not any(stem in each for each in told) and f" {stem.lower()}" not in text


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
    for name in sorted(names_of_type(EntityType.ORGANIZATION), key=len, reverse=True):
        if own := _OWNING_WORD.search(name):
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
    if name.known is not None or name.text.isupper() or (name.type is EntityType.PLACE and _is_place(name.text)):
        return False
    return name.text not in full if " " not in name.text else "&" in name.text


def _is_place(text: str) -> bool:
    return lookup(text) is not None or bool(towns(text))


def _is_owned(stem: str, text: str) -> bool:
    ends = [place + len(stem) for place in places_of(stem, text)]
    return all(text.startswith(_OWN, end) for end in ends) and any(_ENDS_PHRASE.match(text, end) for end in ends)
