"""Apply the rules to a text: known names, and what word lists and sentences tell of the others."""

from typing import NamedTuple

from corpus.enrichment.gazetteer.capitalized_runs import runs_of
from corpus.enrichment.gazetteer.gazetteer import Atom, atoms_of
from corpus.enrichment.names.context import Surroundings, surroundings
from corpus.enrichment.names.name_parsing import Name, names_in
from corpus.enrichment.names.name_parts import parts_of
from corpus.enrichment.names.name_typing import judge


class RuleFindings(NamedTuple):
    """The names that the rules find, the known names and single capitalised words, and what stands around them."""

    names: list[Name]
    atoms: list[Atom]
    around: Surroundings


def rules(text: str) -> RuleFindings:
    """What the rules make of a text made level."""
    runs = [atoms_of(run, text) for run in runs_of(text)]
    names = [name for atoms in runs for part in parts_of(atoms) for name in names_in(part, text)]
    around = surroundings(text)
    return RuleFindings(judge(names, around), [atom for run in runs for atom in run], around)
