"""Other spellings in Hebrew, whose short words join the next one, and in Hindi, which writes a nasal in two ways."""

import re
from collections.abc import Iterator

_HEBREW = re.compile("[\u05d0-\u05ea]{3,}")
_JOINED = "והבלמשכ"
"""And, the, in, to, from, that, as."""
_LEAST = 4
"""Letters of a word of which the first may be such a word."""
_HALF_NASALS = re.compile("(?:ङ्(?=[कखगघ])|ञ्(?=[चछजझ])|ण्(?=[टठडढ])|न्(?=[तथदध])|म्(?=[पफबभ]))")
_NASAL_DOT = re.compile("ं(?=([कखगघ])|([चछजझ])|([टठडढ])|([तथदध])|([पफबभ]))")
_NASALS = "ङञणनम"


def other_letters(word: str) -> Iterator[str]:
    """The spellings of a word in these scripts; none of any other."""
    if word.isascii():
        return
    if _HEBREW.fullmatch(word):
        yield from (f"{each}{word}" for each in _JOINED)
        if word[0] in _JOINED and len(word) >= _LEAST:
            yield word[1:]
    dotted, written = _HALF_NASALS.sub("ं", word), _NASAL_DOT.sub(_in_full, word)
    yield from (each for each in (dotted, written) if each != word)


def _in_full(found: re.Match[str]) -> str:
    return f"{_NASALS[(found.lastindex or 1) - 1]}्"
