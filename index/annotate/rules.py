"""What do the rules make of a text? Its known names, and what word lists and sentences tell of the others."""

from typing import NamedTuple

from index.annotate.gazetteer import Atom, atoms_of
from index.annotate.judgement import judge
from index.annotate.names import Name, names_in
from index.annotate.parts import parts_of
from index.annotate.runs import runs_of
from index.annotate.surroundings import Surroundings, surroundings


class Told(NamedTuple):
    """The names that the rules find, the known names and single capitalised words, and what stands around them."""

    names: list[Name]
    atoms: list[Atom]
    around: Surroundings


def rules(text: str) -> Told:
    """What the rules make of a text made level."""
    runs = [atoms_of(run, text) for run in runs_of(text)]
    names = [name for atoms in runs for part in parts_of(atoms) for name in names_in(part, text)]
    around = surroundings(text)
    return Told(judge(names, around), [atom for run in runs for atom in run], around)
