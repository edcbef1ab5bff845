"""What reading a query needs of an engine: its languages, its words and how often they stand there, its names.

The snapshot of an embedded index is one (`index.snapshots.snapshot`); a cluster has its own.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from index.analysis.analyzer import Analyzer
from index.analysis.languages import Languages
from index.corrections.synonyms import Synonyms
from index.corrections.user_aliases import UserAliases
from index.snapshots.word_forms import FormCounts
from search.scoring.idf import Frequencies

_KEPT = 1_024
"""Words and patterns of which a lexicon keeps what was found for them."""


class WrittenForms(Protocol):
    """The written forms of terms, and how they are written."""

    def of(self, term: str, /) -> Mapping[str, int]:
        """The forms of a term that are not the term itself, and acronyms in capitals, with their doc_freq."""

    def counts(self, form: str, /) -> FormCounts:
        """How often a form occurs."""

    def __contains__(self, form: str, /) -> bool:
        """Whether a form occurs at all."""


class Lexicon(Frequencies, Protocol):
    """The words, terms and names of an index."""

    @property
    def analyzer(self) -> Analyzer:
        """The analyzer of the index's own language."""

    @property
    def languages(self) -> Languages:
        """The languages of its articles."""

    @property
    def aliases(self) -> UserAliases:
        """How names are shown."""

    @property
    def synonyms(self) -> Synonyms:
        """Which names mean the same."""

    @property
    def word_forms(self) -> WrittenForms:
        """How its words are written."""

    @property
    def expansions(self) -> dict[tuple[str, str], list[str]]:
        """What was `found_once` for words and patterns, kept as long as the index is as it is."""

    @property
    def occurrences(self) -> int:
        """How many words stand in all its articles."""

    @property
    def words(self) -> int:
        """How many words stand in the texts of all its articles."""

    def frequency(self, field: str, term: str, /) -> int:
        """In how many articles a field has a term."""

    def forms_like(self, pattern: str, /) -> Iterable[str]:
        """The written words that match a folded pattern, the most frequent first."""

    def values_like(self, field: str, pattern: str, /) -> Iterable[str]:
        """The whole values of a field that match a folded pattern, the most frequent first."""

    def values_with(self, field: str, patterns: Sequence[str], /) -> Iterable[str]:
        """The whole values of a field of which some word matches each of some folded patterns."""

    def terms_near(self, field: str, term: str, distance: int, /) -> Iterable[str]:
        """Terms at most `distance` edits away that share the first letter, the most frequent first."""

    def forms_near(self, word: str, edits: int, start: str, /) -> Mapping[str, int]:
        """Forms that begin so and may be so many edits away, some others among them, and how often each occurs."""

    def names_near(self, word: str, edits: int, letters: str, /) -> Iterable[str]:
        """Forms with a capital mostly that begin with one of some letters and may be so many edits away."""

    def stand_together(self, field: str, terms: Sequence[str], /) -> bool:
        """Whether some terms stand in order, one after the other, in a field of any article."""

    def always_together(self, field: str, first: str, last: str, /) -> bool:
        """Whether a term never stands in a field without another one behind it."""


def found_once(lexicon: Lexicon, kind: str, asked: str, find: Callable[[], list[str]]) -> list[str]:
    """What is found for a word or pattern, looked for once in each lexicon, which threads may share."""
    kept = lexicon.expansions
    found = kept.get((kind, asked))
    if found is None:
        found = find()
        if len(kept) >= _KEPT:
            kept.clear()
        kept[kind, asked] = found
    return found
