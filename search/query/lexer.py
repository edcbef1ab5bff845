"""A typed query cut into tokens: nothing is an error, what cannot be read as syntax is read as words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

FIELDS = ("title", "entity", "country", "year", "source")


class TokenKind(Enum):
    """What a token is."""

    WORD = auto()
    PHRASE = auto()
    FIELD = auto()
    OPEN = auto()
    CLOSE = auto()
    AND = auto()
    OR = auto()
    NOT = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One token. `position` counts characters of the query from 1; `slop` and `boost` come from `"…"~5` and `…^2`."""

    kind: TokenKind
    text: str
    position: int
    slop: int = 1
    boost: float = 1.0
    open_ended: bool = False


_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»″＂〝〞「」『』", '"'))
_BOOST = r"(?:\^(?P<{}boost>\d{{1,3}}(?:\.\d{{1,3}})?))?"
_TOKEN = re.compile(
    rf"""
    \s+
    | "(?P<phrase>[^"]*)(?:(?P<closed>")(?:~(?P<slop>\d{{1,4}}))?{_BOOST.format("phrase_")})?
    | (?P<open>\()
    | (?P<close>\)){_BOOST.format("close_")}
    | (?P<operator>AND|OR|NOT)(?=[\s("]|$)
    | (?P<minus>-)(?=[^\s)-])
    | (?P<field>{"|".join(FIELDS)}):(?=[^\s)])
    | (?P<word>[^\s"()]+)
    """,
    re.VERBOSE,
)


def tokens(query: str) -> Iterator[Token]:
    """The tokens of a query, from left to right. Typographic quotation marks are plain ones."""
    for found in _TOKEN.finditer(query.translate(_QUOTES)):
        if found.lastgroup is not None:
            yield _token(found)


def _token(found: re.Match[str]) -> Token:
    position = found.start() + 1
    if found["phrase"] is not None:
        boost = float(found["phrase_boost"] or 1)
        slop = max(1, int(found["slop"] or 1))
        return Token(TokenKind.PHRASE, found["phrase"], position, slop, boost, not found["closed"])
    if found["word"]:
        return _word(found["word"], position)
    if found["operator"]:
        return Token(TokenKind[found["operator"]], found["operator"], position)
    if found["field"]:
        return Token(TokenKind.FIELD, found["field"], position)
    if found["close"]:
        return Token(TokenKind.CLOSE, ")", position, boost=float(found["close_boost"] or 1))
    return Token(TokenKind.NOT if found["minus"] else TokenKind.OPEN, found[0], position)


def _word(text: str, position: int) -> Token:
    boosted = re.fullmatch(r"(.+?)\^(\d{1,3}(?:\.\d{1,3})?)", text)
    if boosted:
        return Token(TokenKind.WORD, boosted[1], position, boost=float(boosted[2]))
    return Token(TokenKind.WORD, text, position)
