"""Which words of a text are capitalised, and what stands between them?"""

import re
import sys
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

_UPPER = "".join(letter for letter in map(chr, range(0x250)) if letter.isupper())
_PARTICLES = r"(?:[AaEe]l|ul|as|ash|ar|an|ad|ed|ez|es|et|Ul|As|Ash|Ar|Ad|Ez|Es)-|(?:al|el|bin|ibn|van der|van den|van|von|de la|de|del|della|di|da|dos|du|ben|ter) "
_ABBREVIATIONS = "Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Cpl|Adm|Brig|Cmdr|Sen|Rep|Gov|Prof|Rev|Hon|St|Sec|Pres|Spc|Pvt"
_WORD = re.compile(
    rf"(?<!\w)(?:(?:[A-Z]\.){{2,}}(?:[A-Z]\b)?|[A-Z]\.[A-Z]\b|(?:{_ABBREVIATIONS})\.|[A-Z]\.(?=\s?[{_UPPER}])"
    rf"|(?:{_PARTICLES})?[{_UPPER}]\w*(?:['’](?!s\b)\w+)*)"
)
_ENDS = frozenset('.!?:;\n“"‘•·|*')


class Word(NamedTuple):
    """A capitalised word, where it stands, and the text between it and the one before."""

    text: str
    start: int
    end: int
    gap: str


def capitalised(text: str) -> list[Word]:
    """The capitalised words of a text in order: `U.S.`, `al-Assad` and `O'Brien` are one word each."""
    words: list[Word] = []
    last = 0
    for found in _WORD.finditer(text):
        start, end = found.span()
        words.append(Word(found[0], start, end, text[last:start]))
        last = end
    return words


def begins_sentence(text: str, start: int) -> bool:
    """Whether what starts here is capitalised because a sentence, a quotation or a line begins."""
    before = text[max(0, start - 3) : start].rstrip(" (['")
    return start == 0 or not before or before[-1] in _ENDS or text[start - 1] == "\n"


@lru_cache(maxsize=1)
def word_lists() -> dict[str, frozenset[str]]:
    """The shipped lists of words, by name: `stop`, `titles`, `heads`, `given` and so on."""
    table = tomllib.loads(files("index").joinpath("annotate/data/words.toml").read_text(encoding="utf-8"))
    return {name: frozenset(map(sys.intern, block.split())) for name, block in table.items()}
