"""What stands around a name: the words beside it, where its sentence begins, and whether its line is a headline."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.article import Span
from corpus.enrichment.gazetteer.word_lists import lexicon
from corpus.late_pattern import late

_WORD_BACKWARDS = late(r"\n?[ \"'“]+([\w.]+)")
_AFTER = late(r"(?:'s)? (\w+)")
_SENTENCE_ENDS = late(r"(?:^|[.!?:;•*|\n(“\"—–-])[\s\"'“”‘(\[]*$")
_AGENCY = late(r"[A-Z]{3}[^\n]{0,20} \($")
_SMALL_WORD = late(r"(?<![^\W_])[a-z]{3,}")
_NEAR = 24
_LONGEST_HEADLINE = 160
_SHORT_WORD = 3
_FEWEST_WORDS = 4
_FEWEST_WITH_VERB = 3
_SMALL_IN_HEADLINE = 0.25


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A text made level, its small words, and the lines of it that capitalise every word."""

    text: str
    small_words: frozenset[str]
    headlines: Sequence[Span]

    def word_before(self, start: int) -> str:
        """The word right before a place in the text."""
        # Read from there, which is several times as fast as looking for what ends there.
        found = _WORD_BACKWARDS.match(self.text[max(0, start - _NEAR) : start][::-1])
        return found[1][::-1] if found else ""

    def word_after(self, end: int) -> str:
        """The word right after a place in the text."""
        found = _AFTER.match(self.text, end, end + _NEAR)
        return found[1] if found else ""

    def begins_sentence(self, start: int) -> bool:
        """Whether a sentence begins here, as far as can be told."""
        return start == 0 or bool(_SENTENCE_ENDS.search(self.text[max(0, start - _NEAR // 4) : start]))

    def names_agency(self, start: int) -> bool:
        """Whether what stands here is in brackets after a dateline's place: `CAIRO (Example Wire)`."""
        near = self.text[max(0, start - _NEAR) : start]
        return "(" in near and bool(_AGENCY.search(near))

    def in_headline(self, start: int) -> bool:
        """Whether this is in a line that capitalises every word."""
        index = bisect_right(self.headlines, (start, len(self.text))) - 1
        return index >= 0 and start < self.headlines[index][1]


def surroundings(text: str) -> Surroundings:
    """The surroundings of every name of a text that was made level."""
    headlines = [line.span() for line in re.finditer(r"[^\n]+", text) if _is_headline(line[0])]
    return Surroundings(text, frozenset(_SMALL_WORD.findall(text)), headlines)


def _is_headline(line: str) -> bool:
    if line.isupper():
        return True
    if len(line) > _LONGEST_HEADLINE or line.endswith((".", "!", "?", '"', "”", "…", ":", ";", ",")):
        return False
    long_words = [word for word in line.split() if len(word) > _SHORT_WORD and word[0].isalpha()]
    small = sum(word[0].islower() for word in long_words)
    if len(long_words) >= _FEWEST_WORDS:
        return small <= _SMALL_IN_HEADLINE * len(long_words)
    verbs = lexicon().headline_verbs
    return not small and line.count(" ") + 1 >= _FEWEST_WITH_VERB and any(word in verbs for word in line.split()[1:])
