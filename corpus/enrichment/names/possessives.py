"""Tell names that end with 's (`Sotheby's`) from names in the genitive (`Obama's speech`)."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from corpus.article import EntityType
from corpus.enrichment.aliases.aliases import variants
from corpus.enrichment.gazetteer.gazetteer import lookup
from corpus.enrichment.names.name_parsing import Name

_OWN = "'s"
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
    ends = {name.start: name.end for name in names}
    taken = {place for name in names for place in range(name.start, name.end)}
    for found in _known_owners().finditer(text):
        entry = lookup(found[0])
        several, longer = " " in found[0], ends.get(found.start(), 0) >= found.end()
        free = found.start() not in taken and found[0].removesuffix(_OWN) not in full
        if entry is not None and not longer and (several or free):
            yield Name(found[0], found.start(), found.end(), entry.type, entry)


@lru_cache(maxsize=1)
def _known_owners() -> re.Pattern[str]:
    owners = [name for name, known in variants().items() if known.type is EntityType.ORGANIZATION and _OWN in name]
    longest_first = "|".join(map(re.escape, sorted(owners, key=len, reverse=True)))
    return re.compile(rf"(?<![\w&-])(?:{longest_first})(?![\w'-])(?! [A-Z])")


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
