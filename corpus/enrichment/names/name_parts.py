"""Choose the atoms of a run that belong to a name, without titles, calendar words and small words between."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.enrichment.gazetteer.capitalized_runs import AND, OF
from corpus.enrichment.gazetteer.gazetteer import Atom
from corpus.enrichment.gazetteer.word_lists import lexicon


class NamePart(NamedTuple):
    """Atoms that stand together as one name may. `title` is the title or role right before them, if any."""

    atoms: Sequence[Atom]
    title: str = ""


def parts_of(atoms: Sequence[Atom]) -> Iterator[NamePart]:
    """The parts of a run."""
    words = lexicon()
    current: list[Atom] = []
    title, at = "", 0
    while at < len(atoms):
        atom = atoms[at]
        surname = atom.text in words.surnames and _may_be_surname(current, atom)
        role = atom.text in words.roles and not surname and not _in_name(atoms, at)
        if role or (atom.text in words.stop and not surname and (not atom.entry or not current)):
            if current:
                yield NamePart(current, title)
            current, title = [], atom.text if role else ""
            at = _after_role(atoms, at) if role else at + 1
            continue
        if current and not _joins(current, atoms, at):
            yield NamePart(current, title)
            current, title = [], ""
        current.append(atom)
        at += 1
    if current:
        yield NamePart(current, title)


def _in_name(atoms: Sequence[Atom], at: int) -> bool:
    """Whether a role word is part of a name, as in `General Staff`, `Justice Department`, `King Saud University`."""
    words = lexicon()
    if atoms[at].text not in words.roles_in_names:
        return False
    for following in atoms[at + 1 : at + 4]:
        if following.glue or following.text in words.roles or following.text in words.stop:
            return False
        if following.text in words.organizations or following.text in words.places:
            return True
    return False


def _may_be_surname(current: Sequence[Atom], atom: Atom) -> bool:
    """Whether a role or a month is a surname, as in `Stephen King` and `Theresa May`."""
    return len(current) == 1 and not atom.glue and current[0].text in lexicon().given_names


def _after_role(atoms: Sequence[Atom], at: int) -> int:
    """Where a role ends: `Minister for Foreign Affairs` and `Secretary of State` are consumed whole."""
    words = lexicon()
    end = at + 1
    while end < len(atoms) and atoms[end].text in words.topics and (end > at + 1 or atoms[end].glue in OF):
        end += 1
    headed = end < len(atoms) and atoms[end].text in words.organizations
    return at + 1 if headed else end


def _joins(current: Sequence[Atom], atoms: Sequence[Atom], at: int) -> bool:
    """Whether the atom at this place goes on with the name that has begun."""
    words = lexicon()
    glue, last = atoms[at].glue, current[-1].text.rpartition(" ")[2]
    if glue in {"in", "in the"}:  # stands inside names that are known whole, never makes one
        return False
    if glue in OF:
        return last in words.open_organizations or (glue in {"of", "of the"} and last in words.open_places)
    if glue in AND:
        return _lists_topics(current, atoms, at)
    return True


def _lists_topics(current: Sequence[Atom], atoms: Sequence[Atom], at: int) -> bool:
    """Whether `and` joins what one organization is about, as in `Food and Drug Administration`."""
    words = lexicon()
    if atoms[at].glue == "&":
        return not current[-1].entry and not atoms[at].entry
    if current[-1].text not in words.topics:
        return False
    if any(atom.glue in OF for atom in current):
        return atoms[at].text in words.topics
    for following in atoms[at : at + 4]:
        if following.text.rpartition(" ")[2] in words.organizations:
            return True
        if following.entry or following.text not in words.topics:
            return False
    return False
