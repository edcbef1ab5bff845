"""Cut words into the pieces that the embedding table has vectors for: WordPiece, as BERT does it.

Wu et al.: Google's neural machine translation system (2016), section 4.1: of what is left of a word, always the longest
piece that the table has. Text is in small letters and without accents; every sign that is no letter, digit or blank,
and every Chinese one, is a word of its own.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from corpus.late_pattern import late

_LONGEST = 100
"""Characters of a word; what is longer is none."""

_START = 3
_INNER = "##"
_IDEOGRAPHS = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002a6df\U0002a700-\U0002ceaf\U0002f800-\U0002fa1f"
_ASCII_SIGNS = re.escape("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_BLANKS = "\t\n\r"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SIGN = late(rf"[{_ASCII_SIGNS}{_IDEOGRAPHS}]")


class WordPieces:
    """The pieces that there are, numbered in their order."""

    def __init__(self, pieces: Sequence[str]) -> None:
        begins = {piece: number for number, piece in enumerate(pieces) if not piece.startswith(_INNER)}
        inner = {piece[len(_INNER) :]: number for number, piece in enumerate(pieces) if piece.startswith(_INNER)}
        self._begins, self._inner = begins, inner
        self._longest = _longest(begins), _longest(inner)

    def split(self, text: str) -> list[int]:
        """The numbers of a text's pieces, in order; a word that cannot be cut into pieces has none."""
        if text.isascii() and text.isalnum():  # most tokens
            return self._pieces(text.lower())
        return [number for word in _words(text) for number in self._pieces(word)]

    def split_each(self, texts: Iterable[str]) -> list[list[int]]:
        """The same of many texts."""
        return list(map(self.split, texts))

    def _pieces(self, word: str) -> list[int]:
        if (size := len(word)) > _LONGEST:
            return []
        if (whole := self._begins.get(word)) is not None:
            return [whole]
        found: list[int] = []
        known, begin = self._begins, 0
        longest, inner = self._longest
        while begin < size:
            end = begin + longest.get(word[begin : begin + _START], _START - 1)
            end = min(end, size)
            while (number := known.get(word[begin:end])) is None:
                end -= 1
                if end == begin:
                    return []
            found.append(number)
            known, longest, begin = self._inner, inner, end
        return found


def _longest(pieces: Iterable[str]) -> dict[str, int]:
    """How long the longest piece is that begins with each three letters: none longer need be looked for."""
    found: dict[str, int] = {}
    for piece in pieces:
        start = piece[:_START]
        if len(piece) > found.get(start, _START - 1):
            found[start] = len(piece)
    return found


def _words(text: str) -> list[str]:
    """The words and signs of a text, as BERT folds them."""
    if text.isascii():
        return _SIGN.sub(r" \g<0> ", _CONTROL.sub("", text.lower())).split()
    decomposed = unicodedata.normalize("NFD", text.lower())
    spaced = []
    for sign in decomposed:
        category = unicodedata.category(sign)
        if category == "Mn" or (category[0] == "C" and sign not in _BLANKS) or sign == "\ufffd":
            continue
        spaced.append(f" {sign} " if category[0] == "P" or _SIGN.match(sign) else sign)
    return "".join(spaced).split()
