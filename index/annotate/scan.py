"""A text as the annotator reads it: capitalised words, known names, headlines."""

import re
from dataclasses import dataclass
from functools import cached_property

from corpus.article import EntityType, Span
from index.annotate.gazetteer import Atom, gazetteer
from index.annotate.headlines import headlines
from index.annotate.words import capitalised, vocabulary

_JOINTS = frozenset({" ", "-", "\u00a0", "‑", " & "})
_OF = frozenset({" of ", " of the ", " for ", " for the ", " on ", " de ", " do ", " du "})
_FORMS_OF_ADDRESS = frozenset({"Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms."})
_LONGEST_RUN = 40
_LOWER = re.compile(r"\b[a-z]+\b")


@dataclass(slots=True)
class Found:
    """A name where it stands. `type` is None while the article must still tell; `sure`: something beside it told."""

    start: int
    end: int
    name: str
    type: EntityType | None
    sure: bool = False


class Scan:
    """The atoms of a text (capitalised words, known names) and how they hang together.

    `closed` gathers, while names are read, the places where a country's name is part of another name.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.atoms: list[Atom] = gazetteer().atoms(text, capitalised(text))
        self.headlines = headlines(text)
        self.closed: list[Span] = []

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """The words that the text has in lower case: a capital at the start of a sentence tells nothing about them."""
        return frozenset(_LOWER.findall(self.text))

    def breaks(self, atom: Atom) -> bool:
        """Whether no name goes on past this atom."""
        return atom.entry is None and (atom.text in vocabulary().stop or atom.text in vocabulary().dates)

    def run_end(self, at: int) -> int:
        """Where the run of capitalised words that begins here ends."""
        last = min(at + _LONGEST_RUN, len(self.atoms))
        at += 1
        while at < last and self.atoms[at].gap in _JOINTS and not self._ends_run(at):
            at += 1
        return at

    def _ends_run(self, at: int) -> bool:
        """A month behind a given name or a `Mrs` is a surname: `Theresa May`."""
        before, atom = self.atoms[at - 1].text, self.atoms[at]
        surname = atom.text in vocabulary().dates and (before in vocabulary().given or before in _FORMS_OF_ADDRESS)
        return self.breaks(atom) and not surname

    def goes_on(self, at: int) -> bool:
        """Whether `of ...` or `for ...` ties this atom to the one before."""
        return at < len(self.atoms) and self.atoms[at].gap in _OF and not self.breaks(self.atoms[at])

    def close(self, at: int, stop: int) -> None:
        """Notes that the countries among these atoms are no mention of a country."""
        self.closed.append((self.atoms[at].start, self.atoms[stop - 1].end))

    def found(self, at: int, stop: int, kind: EntityType | None, *, sure: bool = False) -> Found:
        """These atoms as one name."""
        start, end = self.atoms[at].start, self.atoms[stop - 1].end
        return Found(start, end, " ".join(self.text[start:end].split()), kind, sure)
