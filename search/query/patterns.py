"""Read the patterns of a query: `word~2`, `word~0.7`, `bankrup!`, and patterns within a phrase."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.folding import fold
from index.analysis.analyzer import TOKENIZER
from search.query.lexicon import Lexicon
from search.query.term_expansion import MAX_DISTANCE

_FUZZY = re.compile(r"(.+)~(\d*(?:\.\d+)?)")
_TRUNCATED = re.compile(r"([^\W_]*[^\W\d_]{3}|[^\W_]{3,}(?=[!$]))([!$%])\d?")
_IN_PHRASE = re.compile(r"\w[\w'’-]*\w\*|\w+[*?]\w+")
_AS_LETTERS = str.maketrans("*?", "ǂǁ")
_AS_SIGNS = str.maketrans("ǂǁ", "*?")
_GAP = 5
"""Words for which a `*` within a phrase may stand, at most."""


class FuzzyWord(NamedTuple):
    """A word, how many letters of it may differ, and what the user should know."""

    word: str
    distance: int
    notice: str = ""


class Truncation(NamedTuple):
    """What a word must begin with, if it was cut off; and what the user should know."""

    prefix: str
    notice: str


class PhrasePart(NamedTuple):
    """A word of a phrase, whether it is a pattern, and how many words may stand before it beyond the distance."""

    text: str
    pattern: bool
    gap: int


def fuzzy(text: str) -> FuzzyWord | None:
    """What `word~`, `word~2` and `word~0.7` ask for: Lucene read a fraction as the share of letters that are right."""
    found = _FUZZY.fullmatch(text)
    if not found:
        return None
    word, given = found[1], float(found[2] or 1)
    if 0 < given < 1:
        distance = min(MAX_DISTANCE, max(1, int((1 - given) * len(word))))
        return FuzzyWord(word, distance, f"“{text}” was read as {word}~{distance}, by how many letters may differ.")
    if given > MAX_DISTANCE or given != int(given):
        distance = min(MAX_DISTANCE, max(1, int(given)))
        return FuzzyWord(
            word, distance, f"“{text}”: at most {MAX_DISTANCE} letters may differ, so {distance} were taken."
        )
    return FuzzyWord(word, max(1, int(given)))


def truncation(text: str, lexicon: Lexicon) -> Truncation | None:
    """What a word that ends in `!` or `$` asks for: it is cut off if the collection has no such word, as `Yahoo!`."""
    found = _TRUNCATED.fullmatch(text)
    if not found:
        return None
    word, sign = found[1], found[2]
    if fold(word) not in lexicon.word_forms:
        return Truncation(word, f"“{text}” was read as {word}*: all words that begin so.")
    return Truncation(
        "", f"“{text}” was searched as a word; write {word}* for all that begin so." if sign == "!" else ""
    )


def phrase_parts(text: str) -> Sequence[PhrasePart]:
    """The words of a phrase as it was typed. A question mark at the end of a word asks a question there."""
    parts: list[PhrasePart] = []
    gap = 0
    for word in text.split():
        if word == "*":
            gap += _GAP
            continue
        is_pattern = _IN_PHRASE.search(word) is not None
        for piece in pattern_parts(word) if is_pattern else [word]:
            parts.append(PhrasePart(piece, is_pattern and bool(re.search(r"[*?]", piece)), gap if parts else 0))
            gap = 0
    return parts


def pattern_parts(text: str) -> Sequence[str]:
    """The words of a typed word that is a pattern: `co-op*` is `co` and `op*`, as a text with it is cut."""
    parts = [token.translate(_AS_SIGNS) for token in TOKENIZER.tokenize(text.translate(_AS_LETTERS))]
    return [part for part in parts if any(map(str.isalnum, part))]
