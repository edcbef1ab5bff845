"""Find what an article's acronyms stand for: `Food and Agriculture Organization (FAO)` explains one."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from corpus.enrichment.tagging.token_runs import JOINTS
from corpus.enrichment.tagging.tokens import Tokens


class Acronyms(NamedTuple):
    """The first and last token of what each acronym stands for, and which tokens are first, in the middle, last."""

    meant: Mapping[str, tuple[int, int]]
    places: Mapping[int, str]


def acronyms_of(tokens: Tokens) -> Acronyms:
    """The acronyms that stand in brackets behind what they stand for."""
    words = tokens.words
    meant: dict[str, tuple[int, int]] = {}
    places: dict[int, str] = {}
    for at in _closings(words):
        word = words[at - 1]
        if words[at - 2] != "(" or len(word) == 1 or not word.isupper():
            continue
        first, last = _first_word(tokens, word.lower(), at - 3), at - 3
        if first is None:
            continue
        meant[word] = (first, last)
        places |= dict.fromkeys(range(first, last + 1), "M") | {last: "L", first: "F"}
    return Acronyms(meant, places)


def _closings(words: Sequence[str]) -> Iterator[int]:
    """Where brackets end, behind three words or more."""
    at = 2
    with suppress(ValueError):
        while True:
            yield (at := words.index(")", at + 1))


def _first_word(tokens: Tokens, letters: str, last: int) -> int | None:
    """Where the words begin whose initials are these letters, going back from the last; small words may be left out."""
    at = len(letters) - 1
    for index in range(last, max(-1, last - 2 * len(letters) - 2), -1):
        word = tokens.words[index]
        capital = word[0].isupper()
        if word[0].lower() == letters[at] and (capital or word in JOINTS):
            at -= 1
            if at < 0:
                return index if capital else None
        elif (capital and index == last) or not (word[0].isalpha() or word in "-&'"):
            return None
    return None
