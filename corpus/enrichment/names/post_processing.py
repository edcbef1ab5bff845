"""What must hold of an article's names, whatever the tagger makes of them.

What the tables know is found, a people is no entity, a name in capitals is only another writing of one that the article
also has in small letters.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from corpus.article import EntityType
from corpus.enrichment.gazetteer.gazetteer import Atom, Rank, lookup
from corpus.enrichment.gazetteer.homonyms import Homonyms, is_money, is_thing, may_be_acronym, may_be_thing
from corpus.enrichment.gazetteer.word_lists import lexicon
from corpus.enrichment.names.bearers import with_bearers
from corpus.enrichment.names.capitals import without_capitals
from corpus.enrichment.names.clubs import with_clubs
from corpus.enrichment.names.consistency import consistent
from corpus.enrichment.names.context import Surroundings
from corpus.enrichment.names.definite_names import with_definite_names
from corpus.enrichment.names.firms import with_firms
from corpus.enrichment.names.glued_names import unglued
from corpus.enrichment.names.joined_names import joined
from corpus.enrichment.names.loose_words import without_loose_words
from corpus.enrichment.names.name_parsing import Name
from corpus.enrichment.names.possessives import with_possessives
from corpus.enrichment.names.storms import without_storms
from corpus.folding import name_key
from corpus.late_pattern import late

_QUARTER = late(r"Q[1-4]|QE\d|[12]H|FY\d\d")
"""A part of a year, and what central banks number: `Q3`, `QE2`."""

_OF_TWO = late(r"(?:Afro|Anglo|Austro|Euro|Franco|Greco|Hispano|Indo|Italo|Luso|Russo|Serbo|Sino|Turco)-")
"""Of two peoples: `Franco-German`."""

KnownNames = Mapping[tuple[int, int], Name]
"""The known names that the rules found, by where they stand."""


def mended(tagged: Sequence[Name], told: Sequence[Name], atoms: Sequence[Atom], around: Surroundings) -> list[Name]:
    """The tagger's names, put right by what the rules were told (`told`) and what the gazetteer knows (`atoms`)."""
    acronyms = _acronyms(atoms, around.text)
    known = {(name.start, name.end): name for name in told if name.known and name.start not in acronyms}
    peoples = {(atom.start, atom.end) for atom in atoms if atom.entry and atom.entry.rank is Rank.PEOPLE}
    tagged = [name for name in tagged if name.start not in acronyms or name.end - name.start > acronyms[name.start]]
    tagged = without_loose_words(unglued(without_storms(tagged, around.text), around.text), around.text)
    tagged = with_definite_names(with_firms(tagged, around.text), around.text)
    names = [_as_known(name, known, around) for name in tagged if (name.start, name.end) not in peoples]
    names = [name for name in names if not _is_ordinary(name)]
    names = joined(_whole(_apart(names, known), told), around.text)
    names = with_bearers(names, atoms, around)
    taken = set[int]().union(*(range(name.start, name.end) for name in names))
    known |= {(name.start, name.end): name for name in _countries(atoms) if name.start not in acronyms}
    names += [name for name in known.values() if name.type and not taken.intersection(range(name.start, name.end))]
    names = [name for name in sorted(names, key=lambda name: name.start) if _is_named(name, around)]
    names = with_clubs(without_capitals(with_possessives(names, around.text), around), around.text)
    return list(_but_shouted(consistent(names, around.text), around))


def _acronyms(atoms: Sequence[Atom], text: str) -> Mapping[int, int]:
    """Where acronyms stand that look like a place's name in capitals, and how long they are."""
    shouted = [atom for atom in atoms if atom.entry and atom.text.isupper() and may_be_acronym(atom.text)]
    homonyms = Homonyms(atoms, text) if shouted else None
    return {atom.start: len(atom.text) for atom in shouted if homonyms and homonyms.is_acronym(atom)}


def _as_known(name: Name, known: KnownNames, around: Surroundings) -> Name:
    """A country that was taken for a person is the country, and so is a city behind `in`: `a critic in Sydney said`."""
    if name.type is not EntityType.PERSON:
        return name
    other = known.get((name.start, name.end))
    if other is not None and other.known is not None and other.known.rank is Rank.COUNTRY:
        return other
    entry = lookup(name.text)
    is_place = entry is not None and entry.type is EntityType.PLACE and around.word_before(name.start) == "in"
    return name._replace(type=EntityType.PLACE, known=entry) if is_place else name


def _countries(atoms: Sequence[Atom]) -> Iterator[Name]:
    """The countries by their names, wherever they stand: `US` of `US House Speaker` too."""
    for atom in atoms:
        if atom.entry and atom.entry.rank is Rank.COUNTRY and not atom.entry.weak:
            yield Name(atom.text, atom.start, atom.end, atom.entry.type, atom.entry)


def _is_named(name: Name, around: Surroundings) -> bool:
    """Whether a name is one here: no thing's (`Panama hats`), no money's (`US dollars`), no agency's of a dateline."""
    country = name.known is not None and name.known.rank is Rank.COUNTRY
    if country or may_be_thing(name.text):
        after = around.word_after(name.end)
        if is_thing(name.text, after) or (country and is_money(after)):
            return False
    return not around.names_agency(name.start)


def _is_ordinary(name: Name) -> bool:
    """Whether this is a word of the calendar, a thing (`EPS`), or a common noun behind an article: `The Ministry`."""
    words = lexicon()
    alone = (words.common_capitals, words.figures, words.trade)
    figure = any(name.text in each for each in alone) or _QUARTER.fullmatch(name.text)
    if figure and name.type is not EntityType.PLACE and not name.known:
        return True
    if "-" in name.text and not name.known and _OF_TWO.match(name.text) and _is_peoples(name.text.partition("-")[2]):
        return True
    last = name.text.removeprefix("The ")
    return last in words.stop or (last != name.text and last in words.organizations | words.topics)


def _is_peoples(word: str) -> bool:
    entry = lookup(word)
    return entry is not None and entry.code is not None and entry.rank in {Rank.PEOPLE, Rank.COUNTRY}


def _apart(names: Sequence[Name], known: KnownNames) -> list[Name]:
    """Countries that were taken for one name are several: `Iraq, Syria`."""
    countries = sorted(place for place, name in known.items() if name.known and name.known.rank is Rank.COUNTRY)
    found: list[Name] = []
    for name in names:
        inside = countries[bisect_left(countries, (name.start, 0)) : bisect_left(countries, (name.end, 0))]
        found += [known[each] for each in inside] if len(inside) > 1 and not name.known else [name]
    return found


def _whole(names: Sequence[Name], told: Sequence[Name]) -> list[Name]:
    """Names that the tagger has in part only, as the rules have them: what is known, and those with small words.

    `Ursula von der Leyen` ends at neither `Ursula` nor `Leyen`.
    """
    found = sorted(names, key=lambda name: name.start)
    for whole in told:
        listed = (
            whole.known is not None and " " in whole.text and (whole.known.rank is Rank.NAME or " and " in whole.text)
        )
        if not listed and not _has_small_words(whole):
            continue
        first = bisect_right(found, whole.start, key=lambda name: name.end)
        last = bisect_left(found, whole.end, key=lambda name: name.start)
        if first < last and all(_is_part(part, whole, listed=listed) for part in found[first:last]):
            found[first:last] = [whole]
    return found


def _has_small_words(name: Name) -> bool:
    kinds = {EntityType.PERSON, EntityType.ORGANIZATION}
    return not name.known and name.type in kinds and any(word[0].islower() for word in name.text.split())


def _is_part(part: Name, whole: Name, *, listed: bool) -> bool:
    fits = listed or part.type is whole.type or (whole.type is EntityType.ORGANIZATION and " of " in whole.text)
    return fits and whole.start <= part.start and part.end <= whole.end


def _but_shouted(names: Sequence[Name], around: Surroundings) -> Iterator[Name]:
    """All but the unknown names in capitals, such as photographers' and those of headlines, that stand nowhere else."""
    written = {name_key(name.text) for name in names if not name.text.isupper()}
    for name in names:
        shouted = name.text.isupper() and (name.type is EntityType.PERSON or around.in_headline(name.start))
        words = {name_key(word) for word in name.text.split()} if shouted and not name.known else set()
        if not words or any(words <= set(other.split()) for other in written):
            yield name
