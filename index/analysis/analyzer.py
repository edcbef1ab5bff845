"""From text to terms: the one analysis that indexing, querying and highlighting share.

An NLTK tokenizer cuts the text; each token is folded (case, accents, width) and stemmed by NLTK's Snowball stemmer of
the article's language. Text is folded before it is stemmed, so that a word typed without its accents meets the same
word written with them.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from corpus.article import Span
from corpus.folding import fold
from corpus.number_signs import SIGNS, without_sign
from index.analysis.nltk_modules import SnowballStemmer
from index.analysis.quick_stems import quicker
from index.analysis.tokenizer import ArticleTokenizer

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

_WITHOUT_APOSTROPHES = str.maketrans("", "", "'’")

TOKENIZER = ArticleTokenizer()
"""The one tokenizer of every language."""

MAX_TERM = 64
"""Characters of a term: what is longer is no word, and two such are told apart by their beginnings."""

CACHED_WORDS = 1 << 18


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
        spans = list(TOKENIZER.span_tokenize(text))
        return Analysis([self.term(text[begin:end]) for begin, end in spans], spans)

    def terms(self, text: str) -> list[str]:
        """The terms alone, in order: what a word or a phrase of a query becomes."""
        return list(map(self.term, TOKENIZER.tokenize(text)))

    def stem(self, word: str) -> str:
        """The stem of a folded word."""
        return self._stem(word) if self._stem is not None and word.isalpha() else word

    def made_term(self, token: str) -> str:
        """The same as `term`, made anew at each call."""
        return sys.intern(self.stem(form_of(token))[:MAX_TERM])


def form_of(token: str) -> str:
    """A token as it is written, but for case, accents, width and the signs of acronyms and numbers: no stem.

    It is never empty: what lengthens words (the kashida of Arabic), and stands alone, stays.
    """
    if token.isascii() and token.isalpha():  # most tokens
        return token.lower()
    if token[0] in SIGNS or token[-1] in SIGNS:
        token = without_sign(token)
    form = fold(token).replace("." if token[0].isalpha() else ",", "") or token
    return form.translate(_WITHOUT_APOSTROPHES) if form[0].isdigit() else form


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
    return quicker(stem) if language == "en" else stem
