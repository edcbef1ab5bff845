"""Make the features of a word by itself: its shape, its ends, and the lists that have it."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from corpus.enrichment.gazetteer.gazetteer import lookup
from corpus.enrichment.gazetteer.person_names import is_family_name, is_given_name
from corpus.enrichment.gazetteer.towns import is_town, is_village
from corpus.enrichment.gazetteer.word_lists import lexicon

_LISTS = [
    "stop",
    "roles",
    "forms_of_address",
    "organizations",
    "open_organizations",
    "publications",
    "places",
    "surnames",
    "place_openings",
    "open_places",
    "topics",
    "adjectives",
    "things",
    "common_capitals",
    "locatives",
    "place_descriptions",
    "speech",
    "given_names",
]
_LONG = 8


@lru_cache(maxsize=65_536)
def shape(word: str) -> str:
    """`Xx` for `Iraq`, `X` for `NATO`, `d` for `2019`: runs of one kind of sign count as one."""
    if word.isascii() and word.isalpha():  # most words, in less time
        if word.islower() or word.isupper():
            return "x" if word.islower() else "X"
        if word.istitle():
            return "Xx"
    kinds: list[str] = []
    for sign in word:
        kind = "X" if sign.isupper() else "x" if sign.islower() else "d" if sign.isdigit() else sign
        if not kinds or kinds[-1] != kind:
            kinds.append(kind)
    return "".join(kinds)[:_LONG]


def spelled(kind: str, words: Sequence[str]) -> Sequence[str]:
    """The features of a kind as the model names them: those that one word has, or that of words side by side."""
    if len(words) == 1:
        return [kind + feature for feature in _TELLING.get(kind, _as_it_is)(words[0])]
    return [kind + _BETWEEN.get(kind, "").join(words)]


@lru_cache(maxsize=65_536)
def on_lists(word: str) -> tuple[str, ...]:
    """What the lists and the gazetteer have on a word."""
    found = [f"k{letter}" for letter in _listed().get(word, "")]
    if is_town(word):
        found.append("gtown")
    elif is_village(word):
        found.append("gvillage")
    if is_given_name(word):
        found.append("ggiven")
    if is_family_name(word):
        found.append("gfamily")
    entry = lookup(word)
    if entry:
        found.append(f"g{entry.rank.value}{'?' if entry.weak else ''}{entry.type or ''}")
    return tuple(found)


def letters_beside(word: str, *, before: bool) -> str:
    """A letter for each list that has a word beside a run; `before` one, a capital for each that has it capitalised."""
    plain = _listed().get(word, "")
    return plain + _listed().get(word.capitalize(), "").upper() if before else plain


def _own(word: str) -> list[str]:
    lower = word.lower()
    found = [f"w{lower}", f"c{word}", f"s{shape(word)}", f"n{min(len(word), _LONG)}"]
    if word[0].isalpha():
        found += [f"p{lower[:size]}" for size in (2, 3, 4) if len(word) > size]
        found += [f"e{lower[-size:]}" for size in (1, 2, 3, 4) if len(word) > size]
    return [*found, *on_lists(word)]


def _beside(word: str) -> list[str]:
    return [f"w{word.lower()}", f"s{shape(word)}", f"e{word.lower()[-3:]}", *on_lists(word)]


def _around(word: str) -> list[str]:
    """A word beside a run, in small letters or capitalised: `president` tells what `President` does."""
    return [f"w{word.lower()}", *_listed().get(word, ""), *_listed().get(word.capitalize(), "").upper()]


def _near(word: str) -> list[str]:
    return [f"w{word.lower()}", f"s{shape(word)}"]


def _listed_parts(told: str) -> list[str]:
    return told.split(" ")


def _as_it_is(word: str) -> list[str]:
    return [word]


_TELLING: Mapping[str, Callable[[str], list[str]]] = {
    "0": _own,
    "<": _beside,
    ">": _beside,
    "(": _near,
    ")": _near,
    "l": _around,
    "r": _around,
    "h": _around,
    "C": _listed_parts,
    "D": str.split,
}

_BETWEEN = dict.fromkeys("BASYZ", " ") | {"X": "_", "O": ">", "N": "/"}
"""What the model writes between words side by side. A token that has such a sign has no other."""

_WORD = {sign: f"({sign}+|[^{sign}]*)" for sign in _BETWEEN.values()}
JOINED = {kind: re.compile(sign.join([_WORD[sign]] * (3 if kind == "S" else 2))) for kind, sign in _BETWEEN.items()}
JOINED |= dict.fromkeys("LQ", re.compile(r"(.+)([A-Z]\d)"))


@lru_cache(maxsize=1)
def _listed() -> Mapping[str, str]:
    """Word -> a letter for each list that has it."""
    found: dict[str, str] = {}
    for number, name in enumerate(_LISTS):
        for word in getattr(lexicon(), name):
            found[word] = found.get(word, "") + chr(ord("a") + number)
    return found
