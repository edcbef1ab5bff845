"""Cut texts into tokens: an NLTK tokenizer with spans, and the bulk path on the same patterns that indexing uses.

`nltk.tokenize.RegexpTokenizer` finds the same tokens with the same pattern in fourteen times the time, because it makes
a match object of each; `split_pieces` splits the text in one call of the regular expression engine instead.

Scripts that put no blanks between words are cut by sign, and end the Latin word or the number before them:
`2019年中国` is `2019`, `年`, `中`, `国`.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import accumulate

from corpus.article import Span
from corpus.number_signs import GAPS, MONEY, SIGNS
from index.analysis.nltk_modules import TokenizerI


def _splitter(*tokens: str) -> Callable[[str], list[str]]:
    return re.compile(f"({'|'.join(tokens)})").split


_IDEOGRAPHS = (
    "\u3005-\u3007\u3031-\u3035\u3040-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_NARROW_KANA = "\uff66-\uff9d"
_NO_BLANKS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\uac00-\ud7a3"
_JAMO = "\u1100-\u11ff"
_UNSPACED = _IDEOGRAPHS + _NARROW_KANA + "\uff9e\uff9f" + _NO_BLANKS + _JAMO
"""Thai, Lao, Khmer, Burmese, Korean (which joins to words what other languages put before them), Chinese, Japanese."""

_CHARACTER = rf"[^\W_{_UNSPACED}]"
_ALPHABETIC = rf"[^\W\d_{_UNSPACED}]"
_END = rf"(?!{_CHARACTER})"

_LANGUAGE = r"[CcFfJj](?<![^\W_].)(?:\+\+|#)(?!\w)"  # C++, C#
_IDEOGRAPH = rf"(?=\w)[{_IDEOGRAPHS}][\u3099\u309a]?"
_KANA = rf"[{_NARROW_KANA}][\uff9e\uff9f]?"  # half as wide, its voicing a sign of its own
_SYLLABLE = r"[\u1100-\u115f][\u1160-\u11a7]?[\u11a8-\u11ff]?"  # Korean in its parts, as some file systems write it
_POSSESSIVE = rf"(?:['’＇][sSｓＳ]{_END})?"


@cache
def _any_text() -> Callable[[str], list[str]]:
    # Made when a text wants it: it takes longer than all else that this module does when it is imported.
    marks = _marks()
    return _splitter(
        _IDEOGRAPH,
        _KANA,
        _LANGUAGE,
        _SYLLABLE,
        rf"[{_NO_BLANKS}](?<=\w)[{marks}]*",
        rf"(?:{_ALPHABETIC}[.．])+{_ALPHABETIC}{_END}[.．]?",  # U.S., U.N
        rf"\d\d*+(?:(?:[.,．，]\d++)*+[{GAPS}]?[{SIGNS}](?!\d)|(?:[.,．，]\d+)+{_END})",  # 7 %; 3,500 and 2.5
        rf"[{MONEY}][{GAPS}]?\d{_CHARACTER}*+(?:[.,．，]\d++)*+(?![.,．，]?{_CHARACTER})",  # €35
        rf"{_CHARACTER}{_CHARACTER}*(?:[{marks}]+(?:{_CHARACTER})*)*{_POSSESSIVE}",
    )


def _marks() -> str:
    """All combining marks, in ranges for a character class: vowel signs belong to the word that they stand in."""
    ranges: list[list[int]] = []
    for point in range(0x300, 0x10000):
        if not unicodedata.category(chr(point)).startswith("M"):
            continue
        if ranges and ranges[-1][1] == point - 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


# The same for simpler texts, in less time: without other letters than a to z, and without signs inside words.
# Most words are told by the first pattern, and nothing else begins so. A pattern that begins with a set is passed over
# at once where no sign of the set stands; one that begins with a repetition is tried.
_ascii_text = _splitter(
    r"[A-Za-z][A-Za-z]++(?![0-9'])",
    _LANGUAGE,
    r"[A-Za-z](?:\.[A-Za-z])+(?![A-Za-z0-9])\.?",
    r"[0-9][0-9]*+(?:(?:[.,][0-9]++)*+ ?[%$](?![0-9])|(?:[.,][0-9]+)+(?![A-Za-z0-9]))",
    r"[A-Za-z0-9][A-Za-z0-9]*(?:'[sS](?![A-Za-z0-9]))?",
    r"\$ ?[0-9][A-Za-z0-9]*+(?:[.,][0-9]++)*+(?![.,]?[A-Za-z0-9])",
)
_plain_text = _splitter("[A-Za-z0-9]+")
# Begins with a set of signs, for which the engine looks before it tries anything.
_sign_in_word = re.compile(r"[.,'+#$%](?:(?<=[.,'])(?=\w)|(?<=\w[+#])|(?<=\$)(?= ?\d)|(?<=\d[$%])|(?<=\d [$%]))").search
_APOSTROPHES = "'’＇"
_DECADE = re.compile(r"(?:\d\d)?\d0..").fullmatch


@lru_cache(maxsize=1)  # asked of a text when it is cut, and when the places of its tokens are packed
def is_plain(text: str) -> bool:
    """Whether the tokens of a text are its runs of the letters a to z, small or capital, and digits."""
    return text.isascii() and not _sign_in_word(text)


def split_pieces(text: str) -> list[str]:
    """The text in pieces, gaps and tokens in turn: tokens have the odd places, a gap may be empty."""
    if is_plain(text):
        return _plain_text(text)
    found = _ascii_text(text) if text.isascii() else _any_text()(text)
    if any(sign in text for sign in _APOSTROPHES):
        _part_possessives(found)
    return found


def _part_possessives(found: list[str]) -> None:
    """Move the `'s` of each token into the gap behind it; that of a decade, `1990's`, belongs to it."""
    for place in range(1, len(found), 2):
        token = found[place]
        if len(token) > len("'s") and token[-2] in _APOSTROPHES and not _DECADE(token):
            found[place], found[place + 1] = token[:-2], token[-2:] + found[place + 1]


class ArticleTokenizer(TokenizerI):  # type: ignore[misc]  # NLTK has no annotations
    """The tokens of news texts: words, acronyms, numbers, and the signs of scripts without blanks."""

    def tokenize(self, s: str) -> list[str]:
        """The tokens of a text, in order."""
        return split_pieces(s)[1::2]

    def span_tokenize(self, s: str) -> Iterator[Span]:
        """Begin and end of each token, in characters of the text."""
        edges = list(accumulate(map(len, split_pieces(s))))
        return zip(edges[:-1:2], edges[1::2], strict=True)
