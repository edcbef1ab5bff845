"""Find the countries that an article is about, by their names, peoples, cities and seats of government."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from corpus.article import Country, EntityType
from corpus.enrichment.countries.datelines import Dateline
from corpus.enrichment.countries.salience import weigh
from corpus.enrichment.countries.toponym_resolution import Locality
from corpus.enrichment.gazetteer.gazetteer import Atom, Entry, Rank, lookup
from corpus.enrichment.gazetteer.homonyms import Homonyms
from corpus.enrichment.gazetteer.word_lists import lexicon
from corpus.enrichment.names.name_parsing import Name
from corpus.late_pattern import late

_LISTED = late(r"\b[Ll]ist(?:ed|ing)\b(?: (?:in|on))(?: the)? $")
_NEAR = 30


def countries_of(atoms: Sequence[Atom], names: Sequence[Name], text: str, shift: int) -> tuple[Country, ...]:
    """The countries that an article is about, those of most weight first, each with the number of its mentions.

    `shift` is where the article's text begins, after its title.
    """
    dateline = Dateline.of(text, shift)
    mentions: dict[str, list[Atom]] = {}
    for atom, code in _with_dateline(_mentions(atoms, names, text), dateline, text):
        mentions.setdefault(code, []).append(atom)
    mentions = _but_listings(mentions, text)
    inside = [name for name in names if name.type is EntityType.ORGANIZATION and not name.known]
    return tuple(Country(code, len(mentions[code])) for code in weigh(mentions, inside, dateline.span, shift))


def _but_listings(mentions: dict[str, list[Atom]], text: str) -> dict[str, list[Atom]]:
    """The mentions without the countries that are only where a paper is listed, unless there are no others."""
    others = {
        code: atoms
        for code, atoms in mentions.items()
        if not all(_LISTED.search(text, max(0, atom.start - _NEAR), atom.start) for atom in atoms)
    }
    return others or mentions


def _with_dateline(mentions: Iterable[tuple[Atom, str]], dateline: Dateline, text: str) -> Sequence[tuple[Atom, str]]:
    """The mentions; of those in a dateline the ones of where its places are, and its places that have none there."""
    begin, end = dateline.span
    there = {code: atom for atom, code in dateline.places(text)}
    found = [(atom, code) for atom, code in mentions if not there or code in there or not begin <= atom.start < end]
    told = {code for atom, code in found if begin <= atom.start < end}
    return [*((atom, code) for code, atom in there.items() if code not in told), *found]


def _mentions(atoms: Sequence[Atom], names: Sequence[Name], text: str) -> Iterator[tuple[Atom, str]]:
    hidden = _not_places(names, atoms)
    locality = Locality(atoms, names, text)
    homonyms = Homonyms(atoms, text)
    meant = {
        atom.entry.code
        for atom in atoms
        if atom.entry and atom.entry.code and atom.entry.rank is not Rank.CITY and atom.start not in hidden
    }
    elsewhere = _elsewhere(atoms, text)
    for atom in atoms:
        if atom.entry is None or atom.entry.code is None or atom.entry.weak or atom.start in hidden:
            continue
        if atom.start in elsewhere or locality.in_county(atom.start):
            continue
        code = homonyms.code(atom)
        if code and atom.entry.rank is Rank.CITY:
            code = locality.code(atom) or (_city(atom.entry, meant) if atom.entry.rivals else code)
        if atom.text == "Georgia" and locality.names_region(("US", "GA")):
            code = "US"
        if code:
            yield atom, code
    yield from ((atom, code) for atom, code in locality.places() if atom.start not in hidden)


def _city(entry: Entry, meant: Collection[str]) -> str | None:
    """The country of a city: where cities of several countries have its name, one that the article speaks of."""
    if entry.code in meant:
        return entry.code
    return next((rival for rival in reversed(entry.rivals) if rival in meant), None)


def _elsewhere(atoms: Sequence[Atom], text: str) -> set[int]:
    """Where names stand that a part of another country tells, once, where they are: `Paris, Texas`, `Lebanon, Pa.`.

    They are there throughout the article, unless it speaks of their own country by another name.
    """
    parts = [place for place, atom in enumerate(atoms) if place and atom.entry and atom.entry.rank is Rank.PART]
    beside = [(atoms[place - 1], atoms[place]) for place in parts]
    told = [
        atom
        for atom, after in beside
        if text[atom.end : after.start] == ", " and atom.entry and after.entry and after.entry.code != atom.entry.code
    ]
    if not told:
        return set()
    named = Counter(code for code, _ in {(atom.entry.code, atom.text) for atom in atoms if atom.entry})
    alone = {atom.text for atom in told if atom.entry and named[atom.entry.code] == 1}
    return {atom.start for atom in atoms if atom.text in alone} | {atom.start for atom in told}


def _not_places(names: Sequence[Name], atoms: Sequence[Atom]) -> set[int]:
    """Where words stand that belong to a person's name, a publication's or a branch's: `Islamic Invitation Turkey`."""
    publications = lexicon().publications
    hidden: set[int] = set()
    ends: set[int] = set()
    seats = {(atom.start, atom.end) for atom in atoms if atom.entry and atom.entry.rank is Rank.SEAT}
    for name in names:
        if (name.start, name.end) in seats:  # `The Kremlin denied it.`: who denies looks like a person
            continue
        last = name.text.rpartition(" ")[2]
        if name.type is EntityType.PERSON or (name.type is EntityType.ORGANIZATION and last in publications):
            hidden.update(range(name.start, name.end))
        elif name.type is EntityType.ORGANIZATION and (not name.known or name.known != lookup(name.text)):
            ends.add(name.end)
    branches = (atom for atom in atoms if atom.end in ends and atom.entry and atom.entry.rank is Rank.COUNTRY)
    return hidden | {atom.start for atom in branches if not atom.glue}
