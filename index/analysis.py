"""From text to terms: the one analysis that indexing, querying and highlighting share.

NLTK's `RegexpTokenizer` cuts the text into tokens with character offsets; each is folded (case, accents, apostrophes)
and stemmed by NLTK's Snowball stemmer of the article's language. Text is folded before it is stemmed, so that a word
typed without its accents meets the same word written with them.
"""

import re
import sys
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from nltk.stem.snowball import SnowballStemmer
from nltk.tokenize import RegexpTokenizer

from corpus.article import Span

LANGUAGES = {
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
}
"""ISO 639-1 codes of the languages that are stemmed; words of any other language are folded only."""

MAX_TERM = 64
"""Characters of a term: what is longer is no word, and two such are told apart by their beginnings."""

CACHED_WORDS = 1 << 17

_SPELLED_OUT = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_LATIN_AND_GREEK = 0x0400
_SEMITIC_POINTS = frozenset(map(chr, (*range(0x0591, 0x05C8), 0x0640, *range(0x064B, 0x0660), 0x0670)))


def _marks() -> str:
    """All combining marks as a regular expression's character class: vowel signs belong to the word they stand in."""
    points = [point for point in range(0x300, 0x10000) if unicodedata.category(chr(point)).startswith("M")]
    return "".join(re.escape(chr(point)) for point in points)


def _token_pattern() -> str:
    letter, marks = r"[^\W\d_]", _marks()
    return "|".join(
        (
            "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]",  # Chinese, Japanese: each sign a token
            rf"(?:{letter}\.)+{letter}(?!\w)\.?",  # U.S., U.N
            r"\d+(?:[.,]\d+)+(?!\w)",  # 3,500 and 2.5
            rf"[^\W_]+(?:[{marks}]+[^\W_]*)*(?:['’][sS](?!\w))?",  # a word, with the possessive's 's
        )
    )


_TOKENIZER = RegexpTokenizer(_token_pattern())


def fold(word: str) -> str:
    """The word without case, accents and vowel points, in its plain letters: `Erdoğan` and `ERDOGAN` are `erdogan`."""
    word = word.casefold()
    if word.isascii():
        return word
    kept: list[str] = []
    for sign in unicodedata.normalize("NFKD", word):
        if sign in _SEMITIC_POINTS:
            continue
        if unicodedata.combining(sign) and kept and ord(kept[-1]) < _LATIN_AND_GREEK:
            continue
        kept.append(sign)
    return unicodedata.normalize("NFC", "".join(kept)).translate(_SPELLED_OUT)


@dataclass(frozen=True, slots=True)
class Analysis:
    """The tokens of one text: `terms[i]` stands at position i, in characters `spans[i]` of the text."""

    terms: list[str]
    spans: list[Span]


class Analyzer:
    """Turns text of one language into terms. Cheap to share; safe between threads."""

    def __init__(self, language: str = "en") -> None:
        self.language = language
        self._stemmer = SnowballStemmer(LANGUAGES[language]) if language in LANGUAGES else None
        self.term = lru_cache(CACHED_WORDS)(self._term)
        """The term of one token."""

    def analyse(self, text: str) -> Analysis:
        """All tokens of a text, in order."""
        spans = [_without_possessive(text, *span) for span in _TOKENIZER.span_tokenize(text)]
        return Analysis([self.term(text[start:end]) for start, end in spans], spans)

    def terms(self, text: str) -> list[str]:
        """The terms alone, in order: what a word or a phrase of a query becomes."""
        return self.analyse(text).terms

    def stem(self, word: str) -> str:
        """The stem of a folded word."""
        return str(self._stemmer.stem(word)) if self._stemmer and word.isalpha() else word

    def _term(self, token: str) -> str:
        mute = "." if token[0].isalpha() else ","
        return sys.intern(self.stem(fold(token).replace(mute, ""))[:MAX_TERM])


def _without_possessive(text: str, start: int, end: int) -> Span:
    return (start, end - 2) if end - 2 > start and text[end - 2] in "'’" else (start, end)
