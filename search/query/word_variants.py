"""Other spellings of one word that the collection has, and what it tells of words: which are names, which are there."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, product

from corpus.folding import fold
from corpus.number_signs import sign_of
from index.analysis.analyzer import form_of
from search.query.lexicon import Lexicon, found_once
from search.query.spelling.borrowed import borrowed
from search.query.spelling.endings import other_number
from search.query.spelling.english import english
from search.query.spelling.figures import figures
from search.query.spelling.irregular import irregular
from search.query.spelling.letters import bare, beginnings, spelled_out, transliteration_key, with_umlauts
from search.query.spelling.scripts import other_letters

_PAIR = 2
_LONGEST_ACRONYM = 5
_SHORTEST_NAME = 6
_NO_PLURALS = frozenset({"das", "des", "las", "los", "mrs"})
"""Words before names that look like plurals of acronyms: `Las Vegas` is none of LA."""

_MOSTLY = 0.9
"""A form is a name where so many of those within a sentence have a capital."""

_PARTICLES = (("bin", "ben", "ibn"), ("abu", "abou"), ("umm", "oum"))
_GIVEN_NAME = "ben"
"""A particle that is a given name, too: Ben Hill is no Ben Hell."""

_CONSONANT = re.compile("([^aeiouy])")
_BACK, _OPEN, _CLOSE = frozenset("ou"), frozenset("a"), frozenset("iy")
_SHORTEST_BEHIND = 4
_ENGLISH = "en"
_EDITS = 2


class WordSpellings:
    """The spellings of single words against one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def of(self, token: str) -> Iterator[str]:
        """Other spellings of a token."""
        word, forms = form_of(token), self.lexicon.word_forms
        yield from figures(token)
        yield from filter(None, map(self._inflected, (*english(word), *borrowed(word))))
        yield from other_letters(word)
        yield from chain.from_iterable(other_number(word, one.language) for one in self.lexicon.languages.analyzers)
        yield from self._irregular(word)
        yield from self._acronym_in_number(token, word)
        out = spelled_out(token)
        if out != fold(token):
            yield fold(out)
        elif forms.counts(word).umlaut:
            yield from with_umlauts(word)
        yield from (each for each in bare(word) if forms.counts(each).umlaut)
        yield from self._transliterations(word)

    def _transliterations(self, word: str) -> Sequence[str]:
        """Names of the collection that are spellings of one from another alphabet; found once for each snapshot."""
        if len(word) < _SHORTEST_NAME or not (word.isascii() and word.isalpha()) or self.is_word(word):
            return ()

        def find() -> list[str]:
            key, near = transliteration_key(word), self.lexicon.names_near(word, _EDITS, beginnings(word))
            return [form for form in near if form != word and transliteration_key(form) == key]

        return found_once(self.lexicon, "transliterations", word, find)

    def behind_particle(self, first: str, last: str) -> Iterator[str]:
        """An Arabic particle and a name of the collection that has the same consonants as the one behind it."""
        particles = next((each for each in _PARTICLES if first in each), ())
        if not particles or len(last) < _SHORTEST_BEHIND or not (last.isascii() and last.isalpha()):
            return
        near = self.lexicon.names_near(last, 1, beginnings(last))
        names = [last, *(form for form in near if form != last and _sound_alike(form, last))]
        for name, each in product(names, particles):
            if each != first or (name != last and each != _GIVEN_NAME):
                yield f"{each} {name}"

    def _irregular(self, word: str) -> Iterator[str]:
        """Irregular forms of an English word, but no word for a name, nor the reverse: `Pence` is none of penny."""
        if any(analyzer.language == _ENGLISH for analyzer in self.lexicon.languages.analyzers):
            found = filter(None, map(self._inflected, irregular(word)))
            typed_there = word in self.lexicon.word_forms
            yield from (each for each in found if not typed_there or self._is_name(each) == self._is_name(word))

    def _acronym_in_number(self, token: str, word: str) -> Iterator[str]:
        """The plural of an acronym, or the acronym of a plural, which a stemmer leaves: `MP` and `MPs`, never `its`."""
        plural, one = (word, word[:-1]) if word.endswith("s") and not token.isupper() else (f"{word}s", word)
        if not (one.isalpha() and _PAIR <= len(one) <= _LONGEST_ACRONYM):
            return
        forms, counts = self.lexicon.word_forms, self.lexicon.word_forms.counts(plural)
        in_capitals, all_of_it = forms.of(one).get(one.upper(), 0), self.lexicon.frequency("text", one)
        is_acronym = (
            self._is_mixed(token)
            or 2 * in_capitals > all_of_it
            or (not all_of_it and token.removesuffix("s").isupper())
        )
        if not is_acronym or counts.capital < counts.lower or plural in _NO_PLURALS:
            return
        other = one if word == plural else plural
        if other in forms and plural.upper() not in forms.of(self.lexicon.analyzer.term(plural)):
            yield other  # USS, in capitals wholly, is none of US

    @staticmethod
    def _is_mixed(token: str) -> bool:
        """Whether a token is written as degrees are: `PhD`, `MBAs`."""
        return _PAIR <= sum(map(str.isupper, token)) < len(token) and token[-1:] in {"s", token[-1:].upper()}

    def is_word(self, form: str) -> bool:
        """Whether a form stands in small letters mostly."""
        counts = self.lexicon.word_forms.counts(form)
        return counts.lower > counts.capital

    def _is_name(self, form: str) -> bool:
        counts = self.lexicon.word_forms.counts(form)
        return counts.capital > 0 and counts.capital >= _MOSTLY * (counts.capital + counts.lower)

    def all_there(self, *words: str) -> bool:
        """Whether the collection has all of some folded words."""
        return all(map(self.is_there, words))

    def is_there(self, word: str) -> bool:
        """Whether the collection has a folded word, or its singular or plural."""
        return self.form_there(word) is not None

    def form_there(self, word: str) -> str | None:
        """A folded word as the collection has it: itself, or its singular or plural."""
        forms = self.lexicon.word_forms
        others = (word[:-1] if word.endswith("s") else f"{word}s",) if word.isalpha() else ()
        return next((each for each in (word, *others) if each in forms), None)

    def has_sign(self, token: str) -> bool:
        """Whether the collection has a number with the sign that a token has, or the token has none."""
        sign = sign_of(token)
        return not sign or sign in self.lexicon.word_forms.of(self.lexicon.analyzer.term(token))

    def _inflected(self, word: str) -> str | None:
        """The most frequent form of a word that the collection has."""
        found = Counter[str]()
        for term in self.lexicon.languages.terms(word):
            forms = dict(self.lexicon.word_forms.of(term))
            forms[term] = self.lexicon.frequency("text", term) - sum(forms.values())
            found.update({form: count for form, count in forms.items() if form in self.lexicon.word_forms})
        return max(found, key=found.__getitem__, default=None)


def _sound_alike(one: str, other: str) -> bool:
    """Whether two folded names have the same consonants, and vowels between them that one sound is written with.

    `e` stands for `a` and for `i`, `o` for `u`; but Saud is none of Said, and Hamad none of Hamid.
    """
    first, second = _CONSONANT.split(one), _CONSONANT.split(other)
    return first[1::2] == second[1::2] and all(map(_alike, map(frozenset, first[::2]), map(frozenset, second[::2])))


def _alike(vowels: frozenset[str], others: frozenset[str]) -> bool:
    if not vowels or not others:
        return True
    apart = (vowels == _OPEN and others <= _CLOSE) or (others == _OPEN and vowels <= _CLOSE)
    return bool(vowels & _BACK) == bool(others & _BACK) and not apart
