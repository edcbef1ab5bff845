"""Other spellings of the words of a query that the collection has: joined, British, with umlauts, of other alphabets.

A word finds them beside itself. Only spellings that are there are searched, and each is announced; an article that has
the typed spelling scores as it would without them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import filterfalse, islice, product

from corpus.number_signs import sign_of
from index.analysis.analyzer import MAX_TERM, TOKENIZER, form_of
from search.query.lexer import Token, TokenKind
from search.query.lexicon import Lexicon
from search.query.spelling.figures import figures
from search.query.spelling.joined import ARTICLES, joined, parted, parted_by_apostrophe
from search.query.spelling.letters import months, without_elision
from search.query.spelling.numerals import numerals
from search.query.tree import And, DisjunctionMax, Node, Or, Phrase, Term
from search.query.word_forms import FormChooser
from search.query.word_variants import WordSpellings
from search.scoring.idf import idf
from search.scoring.parameters import WEIGHTS

OTHER_SPELLING = 0.9
MAX_VARIED = 10
"""Words of one query whose other spellings are looked up."""

_MOST = 8
"""Other spellings that are searched for one word."""

_MOST_ROWS = 24
"""Combinations of the spellings of the words of a phrase that are tried."""

_LONGEST_VARIED = 12
"""Words of a phrase that is searched in other spellings."""

_LONGEST_NAME = 3
"""Words that are tried as one."""

_SIGNS = ".,;:!"
_ACRONYM = re.compile(r"(?:[^\W\d_]\.){2,}")
_PAIR = 2


@dataclass(slots=True)
class Variants:
    """The spellings of the words of one query. `also` gathers those that are searched."""

    lexicon: Lexicon
    is_long: bool = False
    """Whether the query has so many words that other spellings of one would change little but the order."""
    also: list[str] = field(default_factory=list)
    _varied: int = 0
    _words: WordSpellings = field(init=False)

    def __post_init__(self) -> None:
        self._words = WordSpellings(self.lexicon)

    def run(self, tokens: Sequence[Token], *, alone: bool) -> tuple[int, list[str]] | None:
        """How many of these tokens, from the first on, have other spellings, and which; None where they have none."""
        if not tokens or self.is_long or self._varied >= MAX_VARIED:
            return None
        for count in range(1 if alone else min(_LONGEST_NAME, len(tokens)), 0, -1):
            chosen = tokens[:count]
            if count > 1 and not all(each.kind is TokenKind.WORD and each.boost == 1 for each in chosen):
                continue
            found = self.spellings(chosen)
            if found:
                return count, found
        return None

    def spellings(self, tokens: Sequence[Token]) -> list[str]:
        """The spellings of some tokens that stand next to each other which the collection has."""
        first = tokens[0]
        if self.is_long:
            return []
        if first.kind not in (TokenKind.WORD, TokenKind.PHRASE) or first.exact or first.slop > 1:
            return []
        text = " ".join(token.text.strip(_SIGNS if not _ACRONYM.fullmatch(token.text) else "") for token in tokens)
        if any(sign in text for sign in "*?~"):
            return []
        parts = TOKENIZER.tokenize(text)
        if any(len(form_of(part)) > MAX_TERM for part in parts):
            return []
        if not 0 < len(parts) <= _LONGEST_VARIED or (first.kind is TokenKind.PHRASE and len(parts) == 1):
            return []
        candidates = (
            self._of_words(text, parts, len(tokens)) if first.kind is TokenKind.WORD else self._of_phrase(parts)
        )
        own = set(self.lexicon.languages.readings(text))
        found: dict[tuple[str, ...], str] = {}
        for each in candidates:
            readings = self.lexicon.languages.readings(each)
            if readings[0] and readings[0] not in found and not own >= set(readings) and self._stands(each):
                found[readings[0]] = self._written(each)
                if len(found) == _MOST:
                    break
        return list(found.values())

    def clauses(self, typed: str, spellings: Iterable[str], fields: Mapping[str, float]) -> list[Node]:
        """The clauses of other spellings, which are announced."""
        weight = self._weight(self.lexicon.analyzer.terms(typed))
        found = []
        for each in spellings if len(fields) > 1 else filterfalse(sign_of, spellings):
            self.also.append(each)
            boost = OTHER_SPELLING * min(1.0, weight / (self._weight(self.lexicon.analyzer.terms(each)) or 1.0))
            found.append(self._clause(each, fields, boost))
        self._varied += bool(found)
        return found

    def _of_words(self, text: str, parts: Sequence[str], count: int) -> Iterator[str]:
        """Other spellings of one word, or of several that may be one."""
        words = [form_of(part) for part in parts]
        yield from figures(text)
        if any(map(sign_of, parts)):
            return  # `10% of` is none of `ten of`
        yield from numerals(words)
        if count > 1 or len(words) > 1:
            yield from joined(words, as_one=count == 1)
            yield from self._behind_particles(words)
            if count == 1 and words[0] in ARTICLES and len(words) == _PAIR and not self._words.is_word(words[1]):
                yield words[1]
            yield from months(words)
            rest = without_elision(text) if count == 1 else None
            if rest is not None:
                yield rest
            if count == 1:
                yield from self._within(words)
            return
        if len(words[0]) == _PAIR and parts[0].isupper():
            yield " ".join(words[0])  # the first names of `F. W. de Klerk`
        yield from (f"{first} {last}" for first, last in parted(words[0]) if self._words.all_there(first, last))
        yield from (f"{first} {last}" for first, last in parted_by_apostrophe(words[0]) if self._is_one(first, last))
        yield from months(words)
        yield from self._words.of(parts[0])

    def _of_phrase(self, parts: Sequence[str]) -> Iterator[str]:
        words = [form_of(part) for part in parts]
        if any(map(sign_of, parts)):
            yield from figures(" ".join(parts))
            return
        yield from months(words)
        yield from figures(" ".join(words))
        yield from numerals(words)
        yield from self._within(words)
        yield from self._behind_particles(words)
        for at in range(len(words) - 1):
            for pair in joined(words[at : at + _PAIR]):
                yield " ".join([*words[:at], pair, *words[at + _PAIR :]])

    def _within(self, words: Sequence[str]) -> Iterator[str]:
        """A phrase with some of its words in another spelling."""
        options = [[word, *filter(self._words.is_there, self._words.of(word))] for word in words]
        yield from (" ".join(row) for row in islice(product(*options), 1, _MOST_ROWS))

    def _behind_particles(self, words: Sequence[str]) -> Iterator[str]:
        """Arabic names whose short vowels are written otherwise: `bin Laden`, `ben Ladin`."""
        for at in range(len(words) - 1):
            for pair in self._words.behind_particle(*words[at : at + _PAIR]):
                yield " ".join([*words[:at], pair, *words[at + _PAIR :]])

    def _is_one(self, first: str, last: str) -> bool:
        """Whether two words are parts of one, such as `Qur'an`: the first never stands without the last."""
        if not self._words.all_there(first, last):
            return False
        term = self.lexicon.analyzer.term
        return self.lexicon.always_together("text", term(first), term(last))

    def _written(self, text: str) -> str:
        """A spelling in forms that the collection has."""
        words = [form_of(token) for token in TOKENIZER.tokenize(text)]
        there = [self._words.form_there(word) or word for word in words]
        return text if there == words else " ".join(there)

    def _stands(self, text: str) -> bool:
        """Whether the collection has a spelling: a word, or words in this order."""
        tokens = TOKENIZER.tokenize(text)
        if not self._words.all_there(*map(form_of, tokens)) or not all(map(self._words.has_sign, tokens)):
            return False
        return len(tokens) == 1 or any(
            self.lexicon.stand_together(name, terms)
            for terms in self.lexicon.languages.readings(text)
            for name in WEIGHTS
        )

    def _clause(self, text: str, fields: Mapping[str, float], boost: float) -> Node:
        readings = self.lexicon.languages.readings(text)
        if len(readings[0]) > 1:
            # As a word over both fields counts once, so does its spelling as several: where it stands best.
            phrases = [Phrase(name, terms, boost=boost) for name in fields for terms in readings]
            phrase = phrases[0] if len(phrases) == 1 else DisjunctionMax(tuple(phrases))
            signs = self._signs(text)
            return And((phrase, *signs)) if signs else phrase
        leaves: list[Node] = []
        if len(fields) > 1:
            leaves += FormChooser(self.lexicon).word(TOKENIZER.tokenize(text)[0], boost)
        else:
            leaves += [Term(name, terms[0], weight * boost) for name, weight in fields.items() for terms in readings]
        return leaves[0] if len(leaves) == 1 else Or(tuple(leaves))

    def _signs(self, text: str) -> list[Node]:
        """What tells `£1 billion` from `$1 billion`: an article has the number with its sign, besides the words."""
        chooser = FormChooser(self.lexicon)
        return [Or(tuple(chooser.exact(each, 0.0))) for each in TOKENIZER.tokenize(text) if sign_of(each)]

    def _weight(self, terms: Sequence[str]) -> float:
        return sum(idf(self.lexicon, WEIGHTS, term) for term in terms)
