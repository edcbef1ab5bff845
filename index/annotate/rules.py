"""What do the rules make of a text? Its known names, and what word lists and sentences tell of the others."""

from index.annotate.gazetteer import Atom, atoms_of
from index.annotate.judgement import judge
from index.annotate.names import Name, names_in
from index.annotate.parts import parts_of
from index.annotate.people import People
from index.annotate.runs import runs_of
from index.annotate.surroundings import surroundings


def rules(text: str) -> tuple[list[Name], People, list[Atom]]:
    """The names of a text made level, the persons among them, and its known names and single capitalised words."""
    runs = [atoms_of(run, text) for run in runs_of(text)]
    names = [name for atoms in runs for part in parts_of(atoms) for name in names_in(part, text)]
    told, people = judge(names, surroundings(text))
    return told, people, [atom for run in runs for atom in run]
