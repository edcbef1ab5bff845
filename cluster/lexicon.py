"""The words of a cluster, as reading a query asks for them: answered in rounds, many lookups in one request.

A query is read with guesses for what is not known yet; what was guessed is then looked up at once, and it is read
again, until nothing was guessed. Guesses only decide what is asked next, never what is answered.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from cluster.bounded import Bounded
from cluster.connection import Cluster
from cluster.lookups import (
    GUESSED,
    Alone,
    Asking,
    Counts,
    FormsNear,
    FormsOf,
    Held,
    InOrder,
    Like,
    Lookup,
    Spelled,
    StemsNear,
    ValuesLike,
    ValuesWith,
)
from cluster.tags import Tags
from corpus.errors import DatelineError
from index.analysis.analyzer import Analyzer, analyzer_of
from index.analysis.languages import Languages
from index.corrections.notes import Notes
from index.corrections.synonyms import Synonyms
from index.corrections.user_aliases import NOTHING, UserAliases
from index.snapshots.word_forms import FormCounts
from search.query.spelling.letters import transliteration_key
from search.types.deadline import NO_DEADLINE, Deadline

Result = TypeVar("Result")

_MOST_ROUNDS = 60
_REMEMBERED = 200_000
"""Lookups whose answers are kept."""

_SPELLED = 64
"""Letters of a word are told apart by so many bits, as `index.segments.near_spellings` does."""


@dataclass(slots=True)
class Archive:
    """One generation of an index on a cluster: what is known of it is kept as long as it stays. Threads share it.

    `corrections` are a user's aliases, `aliases` these laid over what the collection settles.
    """

    cluster: Cluster
    generation: str
    language: str
    languages: tuple[str, ...]
    corrections: UserAliases
    aliases: UserAliases
    count: int
    lengths: Mapping[str, int]
    """How many words stand in each field of all articles."""
    notes: Notes
    tags: Tags
    """What a user noted of articles, and the tags among it."""
    last_added: int
    """The last moment of which all articles that came until then are seen: seconds since 1970, or `UNKNOWN`."""
    known: dict[Lookup, Any] = field(default_factory=dict)
    labels: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    """How values of facets are shown, by column and key: label and kind."""
    frequent: Mapping[str, int] | None = None
    """The most frequent names of all articles, once they were asked for."""
    totals: dict[str, int] = field(default_factory=dict)
    """How many of all articles have a name, as far as it was asked for."""
    _synonyms: Synonyms | None = None

    @property
    def shown(self) -> bool:
        """Whether some names are shown otherwise than articles have them."""
        return self.aliases is not NOTHING

    @property
    def synonyms(self) -> Synonyms:
        """Which names mean the same."""
        if self._synonyms is None:
            self._synonyms = Synonyms(self.corrections)
        return self._synonyms

    @property
    def analyzer(self) -> Analyzer:
        """The analyzer of the index's own language."""
        return analyzer_of(self.language)


class ClusterLexicon:
    """The words of one generation for one request; see `search.query.lexicon.Lexicon`."""

    def __init__(self, archive: Archive, deadline: Deadline = NO_DEADLINE) -> None:
        self._archive = archive
        self._deadline = deadline
        self._wanted: dict[Lookup, None] = {}
        self.analyzer = archive.analyzer
        self.languages = Languages(archive.analyzer, archive.languages)
        self.aliases = archive.aliases
        self.size = archive.count
        self.occurrences = sum(archive.lengths.values())
        self.words = archive.lengths["text"]
        self.word_forms = _WordForms(self._answer)
        self.expansions: dict[tuple[str, str], list[str]] = {}

    @cached_property
    def synonyms(self) -> Synonyms:
        """Which names mean the same."""
        return self._archive.synonyms

    def settled(self, read: Callable[[], Result]) -> Result:
        """What a function of this lexicon gives once nothing is guessed. Raises `SearchTimeout`, `ClusterError`."""
        for _ in range(_MOST_ROUNDS):
            found = read()
            if not self._wanted:
                return found
            self._deadline.check()
            self._look_up()
        raise DatelineError("the query asks for too much to be read; search for fewer words")

    def frequency(self, field: str, term: str) -> int:
        """In how many articles a field has a term."""
        return self.held((field,), term)

    def held(self, fields: Collection[str], term: str) -> int:
        """In how many articles any of some fields has a term; counted once."""
        found: int = self._answer(Held(tuple(fields), term))
        return found

    def forms_like(self, pattern: str) -> Sequence[str]:
        """The written words that match a folded pattern, the most frequent first."""
        found: Sequence[str] = self._answer(Like(pattern))
        return found

    def values_like(self, field: str, pattern: str) -> Sequence[str]:
        """The whole values of a field that match a folded pattern, the most frequent first."""
        found: Sequence[str] = self._answer(ValuesLike(field, pattern))
        return found

    def values_with(self, field: str, patterns: Sequence[str]) -> Sequence[str]:
        """The whole values of a field of which some word matches each of some folded patterns."""
        found: Sequence[str] = self._answer(ValuesWith(field, tuple(patterns)))
        return found

    def terms_near(self, field: str, term: str, distance: int) -> Iterable[str]:
        """Terms at most `distance` edits away that share the first letter, the most frequent first."""
        near: Sequence[str] = self._answer(StemsNear(term, distance)) if term else ()
        counted = {each: self.frequency(field, each) for each in sorted(near)}
        return sorted(filter(counted.__getitem__, counted), key=counted.__getitem__, reverse=True)

    def forms_near(self, word: str, edits: int, start: str) -> Mapping[str, int]:
        """Forms that begin so and are at most so many edits away, and how often each occurs."""
        found: Mapping[str, int] = self._answer(FormsNear(word, edits, start))
        return Counter(found)

    def names_near(self, word: str, edits: int, letters: str) -> Iterable[str]:
        """Forms with a capital mostly, with the transliteration key of a word, that begin with one of some letters."""
        found: Mapping[str, tuple[int, int]] = self._answer(Spelled(transliteration_key(word)))
        for form, (capital, lower) in found.items():
            if capital >= lower and form[0] in letters and _may_be_near(word, form, edits):
                yield form

    def stand_together(self, field: str, terms: Sequence[str]) -> bool:
        """Whether some terms stand in order, one after the other, in a field of any article."""
        return bool(self._answer(InOrder(field, tuple(terms))))

    def always_together(self, field: str, first: str, last: str) -> bool:
        """Whether a term never stands in a field without another one behind it."""
        return not self._answer(Alone(field, first, last))

    def _answer(self, lookup: Lookup) -> Any:
        known = self._archive.known
        if lookup in known:
            return known[lookup]
        self._wanted[lookup] = None
        return GUESSED[type(lookup)]

    def _look_up(self) -> None:
        found = Asking(Bounded(self._archive.cluster, self._deadline)).answers(self._wanted)
        if len(self._archive.known) > _REMEMBERED:
            self._archive.known.clear()
        self._archive.known.update(found)
        self._wanted.clear()
        self.expansions.clear()  # made of guesses, perhaps


@dataclass(frozen=True, slots=True)
class _WordForms:
    """See `search.query.lexicon.WrittenForms`."""

    answer: Callable[[Lookup], Any]

    def of(self, term: str) -> Mapping[str, int]:
        """The forms of a term that are not the term itself, and acronyms in capitals, with their doc_freq."""
        found: Mapping[str, int] = self.answer(FormsOf(term))
        return Counter(found)

    def counts(self, form: str) -> FormCounts:
        """How often a form occurs."""
        found: FormCounts = self.answer(Counts(form))
        return found

    def __contains__(self, form: str) -> bool:
        return self.counts(form).occurrences > 0


def _may_be_near(word: str, form: str, edits: int) -> bool:
    """Whether the sieve of `index.segments.near_spellings` lets a form through."""
    apart = _letters(word) ^ _letters(form)
    return abs(len(word) - len(form)) <= edits and apart.bit_count() <= 2 * edits


def _letters(word: str) -> int:
    letters = 0
    for sign in word:
        letters |= 1 << (ord(sign) % _SPELLED)
    return letters
