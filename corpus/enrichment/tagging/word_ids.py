"""Words by number: so that the features of a text are arrays, and what is known of a word is looked up once."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from corpus.enrichment.tagging.token_runs import JOINTS
from corpus.enrichment.tagging.word_features import shape

Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

_MOST = 300_000
"""Strings that are remembered: those of some ten thousand articles."""
_ROOM = 1 << 16


class Symbols(dict[str, int]):
    """The numbers of words and of other short strings; a string that is asked for the first time gets the next one."""

    def __init__(self) -> None:
        super().__init__()
        self.strings: list[str] = []
        self.lower = np.zeros(_ROOM, np.int64)
        """By number, that of the string in small letters."""
        self.shape = np.zeros(_ROOM, np.int64)
        """By number, that of the string's shape."""
        self.small = np.zeros(_ROOM, np.bool_)
        """By number, whether it is a word in small letters that names have in them hardly ever."""
        self.kept = 0
        """How many strings are known for good: their numbers are lower."""

    def __missing__(self, string: str) -> int:
        number = self[string] = len(self.strings)
        self.strings.append(string)
        if number == len(self.lower):
            self.lower, self.shape = (np.concatenate([each, np.zeros_like(each)]) for each in (self.lower, self.shape))
            self.small = np.concatenate([self.small, np.zeros_like(self.small)])
        if " " in string:  # what is told of a word, and no word
            return number
        self.lower[number] = self[string.lower()]
        self.shape[number] = self[shape(string)]
        small = string.islower() and string.isalpha()
        self.small[number] = small and string not in JOINTS and not string.endswith("ern")  # northern, southwestern
        return number

    def of(self, strings: Iterable[str]) -> Numbers:
        """The numbers of strings."""
        return np.fromiter(map(self.__getitem__, strings), np.int64)

    def keep(self) -> None:
        """Keep what is there now for good."""
        self.kept = len(self.strings)

    def tidy(self) -> bool:
        """Forget all that need not be kept, where there is too much of it; whether that was so."""
        if len(self.strings) < _MOST:
            return False
        for string in self.strings[self.kept :]:
            del self[string]
        del self.strings[self.kept :]
        return True
