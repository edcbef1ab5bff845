"""Fold strings for comparison: without case, accents and vowel points."""

import unicodedata
from functools import lru_cache

_SPELLED_OUT = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_ONE_LETTER = str.maketrans({"ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ٱ": "ا"})
"""Letters that Arabic and Persian texts use one for the other; alef with a sign on it loses the sign before."""

_PLAIN_LETTERS = _SPELLED_OUT | _ONE_LETTER
WORDS_BEGIN_AFTER = " -/("
"""What parts the words of a folded name: `qaeda` is a word of `al-qaeda`, `bissau` one of `guinea-bissau`."""

_LATIN_AND_GREEK = 0x0400
_SEMITIC_POINTS = frozenset(map(chr, (*range(0x0591, 0x05C8), 0x0640, *range(0x064B, 0x0660), 0x0670)))


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
    return unicodedata.normalize("NFC", "".join(kept)).translate(_PLAIN_LETTERS)


def exact_key(value: str) -> str:
    """The key of a facet value, which is also its term in an `Exact` field."""
    return fold(" ".join(value.split()))


@lru_cache(maxsize=1 << 14)
def name_key(text: str) -> str:
    """A name as it is compared: lower case, without accents, typographic apostrophes and doubled spaces."""
    return fold(" ".join(text.split()).replace("’", "'"))


def has_word(value: str, start: str) -> bool:
    """Whether some word of a folded value begins with a folded string, whatever follows it there."""
    return value.startswith(start) or any(f"{sign}{start}" in value for sign in WORDS_BEGIN_AFTER)


def without_accents(name: str) -> str:
    """A name as agencies send it that write no accents."""
    if name.isascii():
        return name
    return "".join([sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign)])
