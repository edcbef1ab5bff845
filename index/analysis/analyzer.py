"""From text to terms: the one analysis that indexing, querying and highlighting share.

The text is cut into tokens; each is folded (case, accents, apostrophes) and stemmed by NLTK's Snowball stemmer of the
article's language. Text is folded before it is stemmed, so that a word typed without its accents meets the same word
written with them. NLTK's `RegexpTokenizer` finds the same tokens with the same pattern, in fourteen times the time.
"""

import re
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from nltk.stem.snowball import SnowballStemmer

from corpus.article import Span
from corpus.folding import fold

LANGUAGES = {
    "ar": "arabic",
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nb": "norwegian",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
}
"""ISO 639-1 codes of the languages that are stemmed; words of any other language are folded only."""

MAX_TERM = 64
"""Characters of a term: what is longer is no word, and two such are told apart by their beginnings."""

CACHED_WORDS = 1 << 18


def _marks() -> str:
    """All combining marks as a regular expression's character class: vowel signs belong to the word they stand in."""
    points = [point for point in range(0x300, 0x10000) if unicodedata.category(chr(point)).startswith("M")]
    return "".join(re.escape(chr(point)) for point in points)


def _splitter(*tokens: str) -> Callable[[str], list[str]]:
    return re.compile(f"({'|'.join(tokens)})").split


_ACRONYM = r"(?:[^\W\d_]\.)+[^\W\d_](?!\w)\.?"  # U.S., U.N
_NUMBER = r"\d+(?:[.,]\d+)+(?!\w)"  # 3,500 and 2.5
_POSSESSIVE = r"(?:['’][sS](?!\w))?"
_SIGN = "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"  # Chinese, Japanese: each a token
# So are the letters of Thai, Lao, Khmer and Burmese, which put no space between words, with the marks upon them,
# and the syllables of Korean, which joins to words what other languages put before them.
_LETTER = rf"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\uac00-\ud7a3](?<=\w)[{_marks()}]*"

_any_text = _splitter(_SIGN, _LETTER, _ACRONYM, _NUMBER, rf"[^\W_]+(?:[{_marks()}]+[^\W_]*)*{_POSSESSIVE}")
# The same for simpler texts, in less time: without other letters than a to z, and without signs inside words.
_ascii_text = _splitter(_ACRONYM, _NUMBER, rf"[A-Za-z0-9]+{_POSSESSIVE}")
_plain_text = _splitter("[A-Za-z0-9]+")
_sign_in_word = re.compile(r"[.,'](?=\w)").search


def cut(text: str) -> list[str]:
    """The text in pieces, gaps and tokens in turn: tokens have the odd places, a gap may be empty."""
    if not text.isascii():
        pieces = _any_text(text)
    elif _sign_in_word(text):
        pieces = _ascii_text(text)
    else:
        return _plain_text(text)
    if "'" in text or "’" in text:
        for place in range(1, len(pieces), 2):
            token = pieces[place]
            if len(token) > len("'s") and token[-2] in "'’":
                pieces[place], pieces[place + 1] = token[:-2], token[-2:] + pieces[place + 1]
    return pieces


@dataclass(frozen=True, slots=True)
class Analysis:
    """The tokens of one text: `terms[i]` stands at position i, in characters `spans[i]` of the text."""

    terms: list[str]
    spans: list[Span]


class Analyzer:
    """Turns text of one language into terms. Cheap to share; safe between threads."""

    def __init__(self, language: str = "en") -> None:
        self.language = language
        self._stem = _stemmer(language)
        self.term = lru_cache(CACHED_WORDS)(self.made_term)
        """The term of one token."""

    def analyse(self, text: str) -> Analysis:
        """All tokens of a text, in order."""
        pieces = cut(text)
        edges = list(accumulate(map(len, pieces)))
        return Analysis(list(map(self.term, pieces[1::2])), list(zip(edges[:-1:2], edges[1::2], strict=True)))

    def terms(self, text: str) -> list[str]:
        """The terms alone, in order: what a word or a phrase of a query becomes."""
        return list(map(self.term, cut(text)[1::2]))

    def stem(self, word: str) -> str:
        """The stem of a folded word."""
        return self._stem(word) if self._stem is not None and word.isalpha() else word

    def made_term(self, token: str) -> str:
        """The same as `term`, made anew at each call."""
        mute = "." if token[0].isalpha() else ","
        return sys.intern(self.stem(fold(token).replace(mute, ""))[:MAX_TERM])


@lru_cache(maxsize=len(LANGUAGES) + 1)
def analyzer_of(language: str) -> Analyzer:
    """The one analyzer of a language; those that are not stemmed have one together."""
    return Analyzer(language) if language in LANGUAGES or not language else analyzer_of("")


def _stemmer(language: str) -> Callable[[str], str] | None:
    if language not in LANGUAGES:
        return None
    if language == "ar":
        # NLTK's Arabic stemmer remembers what it found in the word before: a new one for each.
        return lambda word: str(SnowballStemmer("arabic").stem(word))
    stem: Callable[[str], str] = SnowballStemmer(LANGUAGES[language]).stem
    return stem
