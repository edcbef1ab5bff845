"""Find where words with capitals stand together in another language than English, and which of them are one name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus.article import EntityType
from corpus.enrichment.gazetteer.capitalized_runs import PARTICLES
from corpus.enrichment.gazetteer.gazetteer import Atom, Rank
from corpus.enrichment.gazetteer.word_lists import lexicon
from corpus.enrichment.languages.matching import words_in
from corpus.enrichment.languages.russian_names import is_given_name
from corpus.enrichment.languages.tables import Words
from corpus.late_pattern import late

_SENTENCE = late(r"(?:^|[.!?:…\n]|[.!?]\s*[\"“”»)])[\s\"“”„«»(¿¡‘–—-]*$")
ACRONYM = late(r"[^\W\d_a-zа-яё]{2,6}\d?")
AND = frozenset({"und", "et", "y", "e", "en", "и", "ve", "та", "і"})
_APOSTROPHES = frozenset("'’")
_QUOTED = late(r"[„«“\"]$")
_NEAR = 8
_MOST_WORDS = 5
CASES = frozenset({"ru", "uk"})
"""Languages whose names stand in cases: a place behind a name is mostly in the genitive, and no part of it."""
_APART = CASES | {"bg", "tr"}
"""Languages in which a place behind a name is mostly none of its parts."""
_ARTICLES = frozenset(
    {
        "la",
        "el",
        "los",
        "las",
        "le",
        "les",
        "l",
        "o",
        "a",
        "os",
        "as",
        "il",
        "lo",
        "gli",
        "die",
        "der",
        "das",
        "den",
        "het",
    }
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text."""

    text: str
    start: int
    end: int


class CapitalRuns:
    """The runs of capitalized words of one text in a language with word lists; `atoms` are what the tables found."""

    def __init__(self, text: str, language: str, words: Words, atoms: Sequence[Atom]) -> None:
        self._text = text
        self._words = words
        self._language = language
        self._nouns = language == "de"
        self._given = is_given_name if language == "ru" else lexicon().given_names.__contains__
        firm = [atom for atom in atoms if atom.entry and atom.entry.rank is Rank.NAME]
        self._taken = {place for atom in firm for place in range(atom.start, atom.end)}
        self._places = {place: atom for atom in atoms if atom.entry for place in range(atom.start, atom.end)}
        self._tokens = [Token(found[0], found.start(), found.end()) for found in words_in(text)]

    @cached_property
    def _small(self) -> frozenset[str]:
        return frozenset(token.text for token in self._tokens if token.text.islower())

    def runs(self) -> Iterator[tuple[int, int]]:
        """Where words with capitals stand side by side, small words of a name among them; of none that is taken."""
        at = 0
        while at < len(self._tokens):
            if not self._is_capital(at):
                at += 1
                continue
            end = at + 1
            while (following := self._following(at, end)) and end - at < _MOST_WORDS + 2:
                end = following
            yield at, end
            at = end

    def apart(self, first: int, end: int) -> Iterator[tuple[int, int]]:
        """The parts of a run between its countries, peoples and cities; the whole, where these belong to its name.

        They do beside the word of a body (`Banco de España`), and elsewhere within a sentence (`Real Madrid`).
        """
        known = [at for at in range(first, end) if self._atom(at)]
        if not known or len(known) == end - first:
            yield from [(first, end)] if not known else []
            return
        others = [at for at in range(first, end) if not self._atom(at) and not self._is_idle(at)]
        body = any(self._words.is_body(self._tokens[at].text) for at in range(first, end))
        named = [at for at in known if self._is_named(at)]
        beside = others and named and self._is_one_name(others, known)
        if body or beside:
            yield first, end
            return
        for stop in [*known, end]:
            last = stop
            while last > first and self._tokens[last - 1].text.islower():
                last -= 1
            while first < last and self._tokens[first].text.islower():
                first += 1
            yield from [(first, last)] if first < last else []
            first = stop + 1

    def _is_one_name(self, others: Sequence[int], known: Sequence[int]) -> bool:
        """Whether unknown words before a place are a part of its name, or of a body's."""
        if self._nouns or others[0] > known[0] or any(self._given(self._tokens[at].text) for at in others):
            return False
        return self._is_quoted(others[0]) or (self._language not in _APART and all(map(self._is_within, others)))

    def _atom(self, at: int) -> Atom | None:
        return self._places.get(self._tokens[at].start)

    def _is_named(self, at: int) -> bool:
        """Whether a known word is a place's name, and no people's."""
        atom = self._atom(at)
        return atom is not None and atom.entry is not None and atom.entry.type is EntityType.PLACE

    def _is_idle(self, at: int) -> bool:
        """Whether a word says nothing of a name: a role, a kind of body, what only begins a sentence."""
        word = self._tokens[at].text
        return word.islower() or word in self._words.roles or self._words.is_kind(word) or word in self._words.openers

    def _is_within(self, at: int) -> bool:
        return not self._begins_sentence(at) or self._is_quoted(at)

    def _following(self, first: int, at: int) -> int:
        """The place behind the word with a capital that goes on with a run; 0 where it ends."""
        if not self._joined(at) or self._has_ending(at - 1):
            return 0
        if self._is_capital(at):
            return at + 1
        ends = at
        body = any(self._words.is_body(self._tokens[each].text) for each in range(first, at))
        while self._joined(ends) and ends < at + 3 and self._tokens[ends].text.islower():
            word = self._tokens[ends].text
            if word not in PARTICLES and not (body and word in self._words.between):
                return 0
            if word in AND and (self._is_acronym(ends + 1) or self._is_article(ends + 1)):
                return 0
            ends += 1
        return ends + 1 if ends > at and self._joined(ends) and self._is_capital(ends) else 0

    def _has_ending(self, at: int) -> bool:
        """Whether an apostrophe parts a name from its ending, as in Turkish: such a name ends there."""
        return self._language == "tr" and not _APOSTROPHES.isdisjoint(self._tokens[at].text)

    def _is_article(self, at: int) -> bool:
        return at < len(self._tokens) and self._tokens[at].text in _ARTICLES

    def _is_acronym(self, at: int) -> bool:
        return at < len(self._tokens) and ACRONYM.fullmatch(self._tokens[at].text) is not None

    def _joined(self, at: int) -> bool:
        if not 0 < at < len(self._tokens):
            return False
        between = self._text[self._tokens[at - 1].end : self._tokens[at].start]
        return between == " " or (between.startswith(" ") and between.endswith(("'", "’")) and len(between) < _NEAR)

    def _is_capital(self, at: int) -> bool:
        token = self._tokens[at]
        return token.text[0].isupper() and token.start not in self._taken

    def _before(self, at: int) -> str:
        """The word before a run, where nothing but a blank parts them."""
        between = self._text[self._tokens[at - 1].end : self._tokens[at].start] if at else ""
        return self._tokens[at - 1].text if between.strip("'’") == " " else ""

    def _begins_sentence(self, at: int) -> bool:
        start = self._tokens[at].start
        return bool(_SENTENCE.search(self._text[max(0, start - _NEAR) : start]))

    def _is_quoted(self, at: int) -> bool:
        start = self._tokens[at].start
        return bool(_QUOTED.search(self._text[max(0, start - 1) : start]))
