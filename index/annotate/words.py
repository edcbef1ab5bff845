"""The capitalised words of a text, and what the shipped lists tell about words."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

_UPPER = "".join(letter for letter in map(chr, range(0x250)) if letter.isupper())
_ARTICLE = r"(?:[AaEe]l|[Uu]l|[Aa]s|[Aa]sh|[Aa]r|an|[Aa]d|ed|[Ee]z|[Ee]s|et)-"
_PARTICLE = r"(?:al|el|[Bb]in|ibn|ben|van der|van den|van|von|de la|de|del|della|di|da|dos|du|ter) "
_ABBREVIATION = (
    r"(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Cpl|Adm|Brig|Cmdr|Sen|Rep|Gov|Prof|Rev|Hon|St|Sec|Pres|Spc|Pvt)\."
)
_ACRONYM = r"(?:[A-Z]\.){2,}(?:[A-Z]\b)?|[A-Z]\.[A-Z]\b"
_INITIAL = rf"[A-Z]\.(?=\s?[{_UPPER}])"
_COMPOUND = (
    r"(?:led|based|run|born|wide|style|made|held|era|bound|area|like|type|only|old|level|class"
    r"|owned|rich|free|known|wing|hit|war)"
)
_SYLLABLE = rf"(?<= )[A-Z][a-z]{{1,4}}-(?!{_COMPOUND}\b)[a-z]{{2,5}}\b(?!-)"
_PLAIN = rf"(?:{_ARTICLE}|{_PARTICLE})?[{_UPPER}]\w*(?:['’](?!s\b)\w+)*"
_WORD = re.compile(rf"(?<!\w)(?:{_ACRONYM}|{_ABBREVIATION}|{_INITIAL}|{_SYLLABLE}|{_PLAIN})")
_ENDS = frozenset('.!?:;\n“"‘•·|*')


class Word(NamedTuple):
    """A capitalised word, where it stands, and the text between it and the one before."""

    text: str
    start: int
    end: int
    gap: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The lists of `words.toml`: what a word tells about a name that it begins, ends or stands beside."""

    stop: frozenset[str]
    loose: frozenset[str]
    dates: frozenset[str]
    titles: frozenset[str]
    modifiers: frozenset[str]
    heads: frozenset[str]
    press: frozenset[str]
    topics: frozenset[str]
    places: frozenset[str]
    places_first: frozenset[str]
    places_lower: frozenset[str]
    directions: frozenset[str]
    given: frozenset[str]


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The shipped lists of words."""
    table = tomllib.loads(files("index").joinpath("annotate/data/words.toml").read_text(encoding="utf-8"))
    return Vocabulary(**{name: frozenset(block.split()) for name, block in table.items()})


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
