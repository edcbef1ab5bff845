"""Who and where in an article of another language than English."""

import re
from collections.abc import Collection, Iterator, Sequence

from corpus.article import Country, Entity, EntityType
from corpus.enrichment.countries.datelines import Dateline
from corpus.enrichment.countries.salience import weigh
from corpus.enrichment.gazetteer.gazetteer import Atom, Entry, Rank
from corpus.enrichment.languages.bearers import in_streets, persons_called_like_places
from corpus.enrichment.languages.capitalized_names import CapitalizedNames
from corpus.enrichment.languages.coverage import Derivation, derivation
from corpus.enrichment.languages.matching import atoms_in
from corpus.enrichment.languages.russian_names import in_nominative
from corpus.enrichment.languages.tables import Words, words_of
from corpus.enrichment.names.entities import entities_of
from corpus.enrichment.names.name_parsing import Name
from corpus.enrichment.names.people import People

_RUSSIAN = "ru"
_LINE = re.compile(r"[^\n]+")


Facets = tuple[tuple[Entity, ...], tuple[Country, ...]]


def facets_of(text: str, language: str, shift: int, as_english: Facets | None = None) -> Facets:
    """The entities and countries of title and text together; the text begins at `shift`.

    `as_english`: what was found as in English, where the language is read so; its countries hold where it names none
    in its own words.
    """
    atoms = atoms_in(text, language)
    if as_english:
        entities, countries = as_english
        return entities, countries_of(atoms, (), text, shift) or countries
    persons = persons_called_like_places(atoms, text, language)
    borne = {place for name in persons for place in range(name.start, name.end)} | in_streets(atoms, text)
    atoms = [atom for atom in atoms if atom.start not in borne]
    names = [*persons, *(_known(atom, atom.entry) for atom in atoms if atom.entry and atom.entry.type)]
    if derivation(language).names is Derivation.ALL:
        more = CapitalizedNames(text, language, words_of(language) or Words(), atoms).names()
        more = [name for name in more if borne.isdisjoint(range(name.start, name.end))]
        inside = {place for name in more for place in range(name.start, name.end)}
        names = [*more, *(name for name in names if name.start not in inside)]
    names = sorted(_but_shouted(names, text), key=lambda name: name.start)
    if language == _RUSSIAN:
        names = in_nominative(names)
    people = People(name.text for name in names if name.type is EntityType.PERSON and " " in name.text)
    return entities_of(names, people, text, shift), countries_of(atoms, names, text, shift)


def _but_shouted(names: Sequence[Name], text: str) -> Iterator[Name]:
    """All but the unknown names of headlines in capitals, whose words stand nowhere else."""
    shouted = [line.span() for line in _LINE.finditer(text) if line[0].isupper() and " " in line[0].strip()]
    written = {word.casefold() for name in names if not name.text.isupper() for word in name.text.split()}
    for name in names:
        inside = name.known is None and any(start <= name.start < end for start, end in shouted)
        if not inside or written.issuperset(name.text.casefold().split()):
            yield name


def _known(atom: Atom, entry: Entry) -> Name:
    """A name of the tables; a person's under the name that they have for it."""
    return Name(entry.name if entry.type is EntityType.PERSON else atom.text, atom.start, atom.end, entry.type, entry)


def countries_of(atoms: Sequence[Atom], names: Sequence[Name], text: str, shift: int) -> tuple[Country, ...]:
    """The countries that an article is about, by the forms of its language and by cities of one name everywhere."""
    mentions: dict[str, list[Atom]] = {}
    cities = [
        Atom(name.text, name.start, name.end, "", name.known)
        for name in names
        if name.known and name.known.code and name.known.rank in {Rank.CITY, Rank.SEAT, Rank.PART}
    ]
    there = {atom.start for atom in atoms}
    meant = {atom.entry.code for atom in atoms if atom.entry and atom.entry.code}
    for atom in sorted([*atoms, *(city for city in cities if city.start not in there)], key=lambda atom: atom.start):
        code = _meant(atom.entry, meant) if atom.entry else None
        if code:
            mentions.setdefault(code, []).append(atom)
    return tuple(
        Country(code, len(mentions[code])) for code in weigh(mentions, (), Dateline.of(text, shift).span, shift)
    )


def _meant(entry: Entry, named: Collection[str]) -> str | None:
    """The country of a name; of a city whose name others have, one that the article names by itself."""
    if entry.rivals and entry.code not in named:
        return next((rival for rival in reversed(entry.rivals) if rival in named), None)
    return entry.code
