"""Parse runs into names: what is known, what its words tell, a person by a title, or undecided."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus.article import EntityType
from corpus.enrichment.gazetteer.capitalized_runs import AND, OF
from corpus.enrichment.gazetteer.gazetteer import Atom, Entry, Rank
from corpus.enrichment.gazetteer.word_lists import lexicon
from corpus.enrichment.names.name_parts import NamePart

_MOST_WORDS = 5


class Name(NamedTuple):
    """A name in a text. `type` is None as long as nothing tells what it names; `known` is its gazetteer entry."""

    text: str
    start: int
    end: int
    type: EntityType | None
    known: Entry | None = None


def words_of_full_names(names: Iterable[Name]) -> set[str]:
    """The words of the persons who are named in full: none of them alone is a firm's."""
    full = (name.text.split() for name in names if name.type is EntityType.PERSON and " " in name.text)
    return {word for words in full for word in words}


def names_in(part: NamePart, text: str) -> Iterator[Name]:
    """The names in one part of a run of a text, in order."""
    atoms, title = part.atoms, part.title
    if atoms[-1].text in lexicon().things:
        return
    whole = _headed(atoms) or _branch(atoms) if len(atoms) > 1 else None
    if whole:
        yield _name(atoms, whole, text)
        return
    unknown: list[Atom] = []
    for index, atom in enumerate(atoms):
        if atom.entry is None or _in_person(atoms, index):
            unknown.append(atom)
            continue
        yield from _unknown(unknown, title, text)
        unknown, title = [], ""
        if atom.entry.type and not (atom.entry.weak and _idle(atom)):
            yield Name(atom.text, atom.start, atom.end, None if atom.entry.weak else atom.entry.type, atom.entry)
    yield from _unknown(unknown, title, text)


def _name(atoms: Sequence[Atom], kind: EntityType | None, text: str) -> Name:
    start, end = atoms[0].start, atoms[-1].end
    return Name(text[start:end], start, end, kind)


def _headed(atoms: Sequence[Atom]) -> EntityType | None:
    """Organization or place where a word of the name says so: `Damascus University`, `Ministry of Defence`."""
    words = lexicon()
    first, last = atoms[0], atoms[-1]
    if first.text in words.given_names and last.text in words.surnames and atoms[1:] == [last]:
        return None
    for before, atom in pairwise(atoms):
        if atom.glue == "&":
            return EntityType.ORGANIZATION
        if atom.glue in OF:
            is_place = before.text in words.open_places and before.text not in words.open_organizations
            return EntityType.PLACE if is_place else EntityType.ORGANIZATION
    if last.text.rpartition(" ")[2] in words.organizations and (last.glue in AND or not _is_known_phrase(last)):
        return EntityType.ORGANIZATION
    is_place = last.text in words.places or first.text in words.place_openings
    return EntityType.PLACE if is_place and not last.entry else None


def _is_known_phrase(atom: Atom) -> bool:
    return atom.entry is not None and " " in atom.text


def _branch(atoms: Sequence[Atom]) -> EntityType | None:
    """An organization by unknown words before a country, or one behind: `Forward Peru`, `Peru Ahead`."""
    words = lexicon()
    ranks = [atom.entry.rank if atom.entry else None for atom in atoms]
    unknown = [atom for atom in atoms if not atom.entry]
    country_last = ranks[-1] is Rank.COUNTRY and not {*ranks[:-1]} - {None, Rank.NAME}
    if not unknown or not (country_last or ranks == [Rank.COUNTRY, None]):
        return None
    named = any(atom.text in words.given_names for atom in atoms)
    return (
        None if named or any(atom.glue or atom.text in words.topics for atom in atoms[1:]) else EntityType.ORGANIZATION
    )


def _in_person(atoms: Sequence[Atom], index: int) -> bool:
    """Whether a known name is rather a part of a person's: `Michael Jordan`, `Chad Smith`, `Paris Hilton`."""
    given = lexicon().given_names
    atom = atoms[index]
    if " " in atom.text:
        return False
    before = atoms[index - 1] if index and not atom.glue else None
    if before and not _is_firm(before.entry):
        return _has_rank(atom, Rank.CITY) or before.text in given or before.text.endswith(".")
    after = atoms[index + 1] if index + 1 < len(atoms) and not atoms[index + 1].glue else None
    if not after or after.text in lexicon().topics:
        return False
    if atom.text in given:
        return not _is_firm(after.entry) or _has_rank(after, Rank.CITY, Rank.PART) or after.text in given
    return _has_rank(atom, Rank.CITY) and not _is_firm(after.entry)


def _is_firm(entry: Entry | None) -> bool:
    return entry is not None and not entry.weak


def _has_rank(atom: Atom, *ranks: Rank) -> bool:
    return atom.entry is not None and atom.entry.rank in ranks


def _unknown(atoms: Sequence[Atom], title: str, text: str) -> Iterator[Name]:
    """What no entry settles: a person after a title or by a given name, or a name that is still unclear."""
    words = lexicon()
    first, last = 0, len(atoms)
    while first < last and _idle(atoms[first]):
        first += 1
    while last > first and _idle(atoms[last - 1]):
        last -= 1
    kept = atoms[first:last]
    if not kept or len(kept) > _MOST_WORDS:
        return
    in_full = len(kept) > 1 and (bool(title) or kept[0].text in words.given_names)
    person = in_full or (len(kept) == 1 and title in words.forms_of_address)
    yield _name(kept, EntityType.PERSON if person else None, text)


def _idle(atom: Atom) -> bool:
    words = lexicon()
    return atom.text in words.topics or atom.text in words.organizations or atom.text in words.stop
