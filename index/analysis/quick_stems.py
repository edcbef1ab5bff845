"""Tell the stems of most English words without going through all that NLTK's stemmer tries.

It has some sixty endings, in six steps, and most words have none of them but `s`, `ing` or `ed`, in front of which
stands a stem on which no later step has a say. Such a word is told here, in a fifth of the time; any other is left to
NLTK, whose stems these are.
"""

import re
from collections.abc import Callable

_DOUBLED = ("bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt")
_DECIDED_LATER = (
    *("e", "i", "s", "u", "y", "al", "bl", "ful", "ll", "er", "ator", "ion", "ism", "ant", "ent", "ic", "at", "iz"),
    *_DOUBLED,
)
"""What a step of the stemmer may take away, put `e` behind or halve, shortened to what they have in common."""

_WHOLE = re.compile("[a-z]+").fullmatch
_REGION = re.compile("(?!gener|commun|arsen|atla|cosmo)[a-xz]*?[aeiou][b-df-hj-np-tv-xz][a-xz]+").fullmatch
"""Letters with something behind the first consonant that follows a vowel. The stemmer calls it R1, and where it is
empty does otherwise. `y` may be vowel or consonant, and the beginnings are exceptions."""


def quicker(stem: Callable[[str], str]) -> Callable[[str], str]:
    """NLTK's English stemmer, asked only where it takes thought; words are in small letters."""

    def quick(word: str) -> str:
        singular = word.removesuffix("s")
        found = singular.removesuffix("ing") if singular.endswith("ing") else singular.removesuffix("ed")
        told = not found.endswith(_DECIDED_LATER) and (_WHOLE(word) if found == word else _REGION(found))
        return found if told else stem(word)

    return quick
