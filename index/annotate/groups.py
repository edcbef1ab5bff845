"""Whether a group of capitalised words names a person, a place or, in capitals, an organization."""

import re
from collections.abc import Iterator

from corpus.article import EntityType
from index.annotate.gazetteer import Atom
from index.annotate.scan import Found, Scan
from index.annotate.words import vocabulary

_LONGEST_PERSON = 4
_LONGEST_ACRONYM = 6
_ALSO_GIVEN = frozenset({"Jordan", "Chad", "Georgia", "Israel", "Paris", "Sydney", "Florence", "Victoria", "Charlotte"})
_ALSO_SURNAMES = frozenset({"Hill", "Hills", "Field", "Fields", "Park", "Lake", "Street", "Camp", "Forest", "Town"})
_AFTER_PLACE = re.compile(r"(?:'s|’s)? (\w+)")
_BEFORE_PLACE = re.compile(r"(\w+) of (?:the )?$|\b(in|near|outside) $")
_BEFORE_TOWN = (" from ", " of ", " at ")
_CONTEXT = 24


def known(scan: Scan, atom: Atom) -> Iterator[Found]:
    """The name that an atom is by itself, without its article."""
    entry = atom.entry
    if entry is None or entry.type is None or (atom.text.isupper() and scan.headlines.capitals(atom.start)):
        return
    lead = len("The ") if atom.text.startswith("The ") and not entry.name.startswith("The ") else 0
    yield Found(atom.start + lead, atom.end, entry.name, entry.type, sure=True)


def is_personal(scan: Scan, at: int, end: int) -> bool:
    """Whether a place's name is part of a person's here: `Michael Jordan`, `Chad Smith`, `Jack London`."""
    atom = scan.atoms[at]
    entry = atom.entry
    if entry is None or entry.type is not EntityType.PLACE or " " in atom.text or atom.text.isupper():
        return False
    if at and atom.gap == " " and (_ends_name(scan, at) or _pair(scan, at - 1)):
        return True
    if at + 1 < end and _pair(scan, at):
        return True
    return (atom.text in _ALSO_GIVEN or atom.text in vocabulary().given) and _surname_follows(scan, at, end)


def _pair(scan: Scan, at: int) -> bool:
    """Whether a city's name stands right before one that persons have too: `Hamilton Jordan`."""
    city, after = scan.atoms[at].entry, scan.atoms[at + 1]
    return city is not None and not city.sure and after.gap == " " and after.text in _ALSO_GIVEN


def _ends_name(scan: Scan, at: int) -> bool:
    """Whether the word before is a given name or, before a city, any word that only a name has."""
    before, entry = scan.atoms[at - 1], scan.atoms[at].entry
    if before.text in vocabulary().given or entry is None or entry.sure or before.entry is not None:
        return before.text in vocabulary().given
    return not (_is_common(before.text) or scan.breaks(before) or scan.headlines.has(before.start))


def _is_common(word: str) -> bool:
    lists = vocabulary()
    common = (lists.titles, lists.modifiers, lists.loose, lists.directions, lists.places, lists.heads, lists.press)
    return word.isupper() or any(word in each for each in (*common, lists.places_first))


def _surname_follows(scan: Scan, at: int, end: int) -> bool:
    if at + 1 >= end:
        return False
    after = scan.atoms[at + 1]
    return after.entry is None and after.gap == " " and not _is_common(after.text)


def group(scan: Scan, at: int, stop: int, *, titled: bool) -> Iterator[Found]:
    """The names in a group of words that no table knows; `titled` where a title stands before it."""
    at, stop = _trimmed(scan, at, stop)
    if at == stop:
        return
    first, last = scan.atoms[at].text, scan.atoms[stop - 1].text
    named = first in vocabulary().given and last in _ALSO_SURNAMES
    if stop - at > 1 and not named and (last in vocabulary().places or first in vocabulary().places_first):
        yield scan.found(at, stop, EntityType.PLACE, sure=True)
    elif titled and stop - at <= _LONGEST_PERSON and not first.isupper():
        yield scan.found(at, stop, EntityType.PERSON, sure=True)
    elif stop - at == 1:
        yield from _single(scan, at)
    else:
        yield from _several(scan, at, stop)


def _trimmed(scan: Scan, at: int, stop: int) -> tuple[int, int]:
    def is_loose(atom: Atom) -> bool:
        return atom.entry is None and (atom.text in vocabulary().loose or atom.text in vocabulary().directions)

    while at < stop and is_loose(scan.atoms[at]):
        at += 1
    while stop > at and is_loose(scan.atoms[stop - 1]):
        stop -= 1
    return at, stop


def _several(scan: Scan, at: int, stop: int) -> Iterator[Found]:
    words = [atom.text for atom in scan.atoms[at:stop]]
    capitals = [len(word) > 1 and word.isalpha() and word.isupper() for word in words]
    if all(capitals):
        return
    if any(capitals):
        for k in range(at, stop):
            yield from _single(scan, k)
    elif words[0] in vocabulary().given and len(words) <= _LONGEST_PERSON:
        yield scan.found(at, stop, EntityType.PERSON, sure=True)
    elif len(words) < _LONGEST_PERSON:
        yield scan.found(at, stop, EntityType.PERSON)


def _single(scan: Scan, at: int) -> Iterator[Found]:
    atom = scan.atoms[at]
    lists = vocabulary()
    if atom.text in lists.heads or atom.text in lists.press or atom.text in lists.places:
        return
    if 1 < len(atom.text) <= _LONGEST_ACRONYM and atom.text.isupper() and not scan.headlines.capitals(atom.start):
        yield scan.found(at, at + 1, EntityType.ORGANIZATION)
    elif _is_place(scan, at):
        yield scan.found(at, at + 1, EntityType.PLACE)
    elif not atom.text.isupper():
        yield scan.found(at, at + 1, None)


def _is_place(scan: Scan, at: int) -> bool:
    """By what stands beside it: `Diyala province`, `the village of Darbasiyah`, `from Jeddah, Saudi Arabia`."""
    atom = scan.atoms[at]
    after = _AFTER_PLACE.match(scan.text, atom.end)
    if after and after[1] in vocabulary().places_lower:
        return True
    before = _BEFORE_PLACE.search(scan.text[max(0, atom.start - _CONTEXT) : atom.start])
    if before and (before[2] or before[1] in vocabulary().places_lower):
        return True
    beside = scan.atoms[at + 1] if at + 1 < len(scan.atoms) else None
    if beside is None or beside.gap != ", " or beside.entry is None or beside.entry.type is not EntityType.PLACE:
        return False
    return scan.text.endswith(_BEFORE_TOWN, 0, atom.start)
