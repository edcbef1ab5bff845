"""What does a word by itself tell of a name? Its shape, its ends, and the lists that have it."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from index.annotate.gazetteer import lookup
from index.annotate.lexicon import lexicon
from index.annotate.towns import is_town

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
    kinds: list[str] = []
    for sign in word:
        kind = "X" if sign.isupper() else "x" if sign.islower() else "d" if sign.isdigit() else sign
        if not kinds or kinds[-1] != kind:
            kinds.append(kind)
    return "".join(kinds)[:_LONG]


def expand(bundle: str) -> Sequence[str]:
    """The features that a bundle stands for: a sign of the place, followed by the word that stands there."""
    place, word = bundle[0], bundle[1:]
    return [place + feature for feature in _TELLING[place](word)]


def on_lists(word: str) -> list[str]:
    """What the lists and the gazetteer have on a word."""
    found = [f"k{letter}" for letter in _listed().get(word, "")]
    if is_town(word):
        found.append("gtown")
    entry = lookup(word)
    if entry:
        found.append(f"g{entry.rank.value}{'?' if entry.weak else ''}{entry.type or ''}")
    return found


def _own(word: str) -> list[str]:
    lower = word.lower()
    found = [f"w{lower}", f"c{word}", f"s{shape(word)}", f"n{min(len(word), _LONG)}"]
    if word[0].isalpha():
        found += [f"p{lower[:size]}" for size in (2, 3, 4) if len(word) > size]
        found += [f"e{lower[-size:]}" for size in (1, 2, 3, 4) if len(word) > size]
    return found + on_lists(word)


def _beside(word: str) -> list[str]:
    return [f"w{word.lower()}", f"s{shape(word)}", f"e{word.lower()[-3:]}", *on_lists(word)]


def _around(word: str) -> list[str]:
    """A word beside a run, in small letters or capitalised: `president` tells what `President` does."""
    return [f"w{word.lower()}", *_listed().get(word, ""), *_listed().get(word.capitalize(), "").upper()]


_TELLING: Mapping[str, Callable[[str], list[str]]] = {
    "0": _own,
    "<": _beside,
    ">": _beside,
    "l": _around,
    "r": _around,
    "h": _around,
}


@lru_cache(maxsize=1)
def _listed() -> Mapping[str, str]:
    """Word -> a letter for each list that has it."""
    found: dict[str, str] = {}
    for number, name in enumerate(_LISTS):
        for word in getattr(lexicon(), name):
            found[word] = found.get(word, "") + chr(ord("a") + number)
    return found
