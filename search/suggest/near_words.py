"""The word of the collection that a word was meant to be, by frequency and by how near it is spelt."""

from dataclasses import dataclass
from math import log10
from os.path import commonprefix

from index.analysis.edit_distance import distances
from search.query.function_words import function_words
from search.query.lexicon import Lexicon, found_once

_SHORTEST = 3
_TWO_EDITS = 6
"""Letters of a word from which on two of them may be wrong; of a shorter one, one."""

_LONGEST = 32
_EDIT = 2.5
_FIRST_LETTER = 1.0
"""What an edit, and an edit of the first letter, weigh against ten times the frequency."""

_FUNCTION_WORD = 2.0
"""And that a word is one of grammar: a hundred times as frequent as others, it is seldom what was misspelt."""

_PER_OCCURRENCE = 1_000_000
_ALWAYS_ENOUGH = 3
"""A word is proposed if it stands once in so many words of text; three times are enough for any collection."""

FAR_MORE = 10
"""A word is doubted beside one that is so many times as frequent, where that one finds so many times more."""

_TRIED = 2
"""So many words are tried in the place of one."""

_FIELDS = ("text", "title", "source")
_ALIKE = 2 / 3
"""An inflection shares at least so much of the shorter of two forms, from the first letter on."""

_RARE = 3
_OFTEN = 1_000
"""A word that stands so rarely is doubted beside one that is so many times as frequent."""


@dataclass(frozen=True, slots=True)
class Near:
    """A word of the collection; `closeness` weighs its frequency against the edits that lead to it."""

    word: str
    closeness: float


_LEAST_BEGUN = 5
"""Letters of a word that is taken for the beginning of another."""


class Words:
    """The written words of a lexicon, to propose one of them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.of_grammar = function_words(lexicon.languages)
        """Function words, which are seldom what was misspelt."""
        self._fewest = min(_ALWAYS_ENOUGH, 1 + lexicon.occurrences // _PER_OCCURRENCE)

    def count(self, word: str) -> int:
        """How often a folded word stands in the collection."""
        return self._lexicon.word_forms.counts(word).occurrences

    def known(self, word: str) -> bool:
        """Whether the collection has a folded word, in this form or in one that is an inflection of it."""
        if self.count(word):
            return True
        terms = self._lexicon.languages.terms(word)
        there = [term for term in terms if any(self._lexicon.frequency(field, term) for field in _FIELDS)]
        return any(self._is_inflected(word, term) for term in there)

    def _is_inflected(self, word: str, term: str) -> bool:
        """Whether a word begins like a form of a term: a stemmer of another language may cut `parliment` to `parl`."""
        forms = [form for form in (*self._lexicon.word_forms.of(term), term) if self.count(form)]
        return not (word.isascii() and forms) or any(
            len(commonprefix((word, form))) >= _ALIKE * min(len(word), len(form))  # noqa: RUF071 - no paths
            for form in forms
        )

    def meant(self, word: str) -> Near | None:
        """The word that a folded word was meant to be; None where it is right, or like no other."""
        if not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha():
            return None
        if not self.known(word):
            found = (self._nearest(word, edits, self._fewest) for edits in self._edits(word))
            return next(filter(None, found), None)
        there = self.count(word)
        if not 0 < there <= _RARE or len(word) < _TWO_EDITS:
            return None
        best = self._nearest(word, 1, there * _OFTEN)
        if best is None or best.word[0] != word[0] or best.word in self.of_grammar:
            return None
        term = self._lexicon.analyzer.term
        return best if term(best.word) != term(word) else None

    def begun(self, word: str) -> str | None:
        """The most frequent word that begins with a folded one, of which the rest was perhaps not typed."""
        if not _LEAST_BEGUN <= len(word) <= _LONGEST or not word.isalpha():
            return None
        return next(iter(self._lexicon.forms_like(f"{word}*")), None)

    def more_frequent(self, word: str) -> list[str]:
        """The words near a folded word of the collection that are far more frequent, the nearest first.

        Found once for each snapshot: a search is filtered, sorted and paged, and its words stay the same.
        """
        if not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha():
            return []

        def find() -> list[str]:
            fewest = max(self._fewest, FAR_MORE * self.count(word))
            near = {each.word: each for edits in self._edits(word) for each in self._near(word, edits, fewest)}
            telling = (each for each in near.values() if each.word not in self.of_grammar)
            best = sorted(telling, key=lambda each: (-each.closeness, each.word))
            return [each.word for each in best[:_TRIED]]

        return found_once(self._lexicon, "more frequent", word, find)

    def together(self, one: str, other: str) -> Near | None:
        """Two words that were meant as one."""
        count = self.count(one + other)
        return Near(one + other, log10(count) - _EDIT) if count >= self._fewest else None

    def apart(self, word: str) -> Near | None:
        """A word that was meant as two: where both stand in the collection, and most often if by chance."""
        if len(word) > 2 * _LONGEST:
            return None
        found = []
        for cut in range(_SHORTEST, len(word) - _SHORTEST + 1):
            fewer, more = sorted((self.count(word[:cut]), self.count(word[cut:])))
            if fewer >= self._fewest:
                found.append((fewer, more, cut))
        if not found:
            return None
        fewer, _, cut = max(found)
        return Near(f"{word[:cut]} {word[cut:]}", log10(fewer) - _EDIT)

    @staticmethod
    def _edits(word: str) -> tuple[int, ...]:
        return (1, 2) if len(word) >= _TWO_EDITS else (1,)

    def _nearest(self, word: str, edits: int, fewest: int) -> Near | None:
        return max(self._near(word, edits, fewest), key=lambda each: (each.closeness, each.word), default=None)

    def _near(self, word: str, edits: int, fewest: int) -> list[Near]:
        # Who makes two slips makes none of them in the first letter.
        counted = self._lexicon.forms_near(word, edits, "" if edits == 1 else word[0])
        candidates = [form for form, count in counted.items() if count >= fewest and form.isalpha() and form != word]
        away = distances(word, candidates) if candidates else ()
        near = [each for each, far in zip(candidates, away, strict=True) if far <= edits]
        return [Near(each, self._closeness(word, each, edits, counted[each])) for each in near]

    def _closeness(self, typed: str, word: str, edits: int, count: int) -> float:
        swapped = edits == 1 and sorted(typed) == sorted(word)  # `thier` is `their`, which is nearer than `tier`
        weight = log10(count) - _FUNCTION_WORD * (word in self.of_grammar and not swapped)
        return weight - _EDIT * edits - _FIRST_LETTER * (typed[0] != word[0])
