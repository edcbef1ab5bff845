"""Cut a typed query into tokens. Nothing is an error: what cannot be read as syntax is read as words, and said so.

The operators of Google, Lucene, Nexis, Factiva and ProQuest are read as docs/query-language.md says.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from corpus.extraction.text.legible import INVISIBLE
from search.query.field_names import (
    APART,
    CODES,
    CODES_NOT_HERE,
    DATES,
    FIELD_OF,
    NOT_HERE,
    SEGMENTS,
    TO_THE_END,
    UNSUPPORTED_CALLS,
    searched_as_word,
    unknown_field,
)
from search.query.percent_signs import OF_PERCENT, is_counted
from search.query.proximity_operators import NEAR, distance_of
from search.query.restrictions import rewritten, unescaped
from search.query.rewritten import Rewritten
from search.query.typography import in_plain_signs


class TokenKind(Enum):
    """What a token is."""

    WORD = auto()
    PHRASE = auto()
    FIELD = auto()
    OPEN = auto()
    CLOSE = auto()
    AND = auto()
    OR = auto()
    NEAR = auto()
    NOT = auto()
    REQUIRED = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One token. `position` counts characters of the query from 1; `slop` and `boost` come from `"…"~5` and `…^2`.

    `ordered` is for words near each other. A `literal` word holds no pattern, whatever signs are in it: an address.
    `exact`: only the forms that were typed are meant, as `=word` and `="these words"` ask for. `apart` is the name of a
    field as it was typed where a blank stands behind its colon.
    """

    kind: TokenKind
    text: str
    position: int
    slop: int = 1
    boost: float = 1.0
    open_ended: bool = False
    ordered: bool = False
    literal: bool = False
    exact: bool = False
    apart: str = ""


MAX_BOOST = 100.0
_DASHES = "‐‑–−－"
"""What telephones and word processors make of a minus sign."""

_BOOST = r"(?P<{}boost>(?:\^(?:\d+(?:\.\d*)?|\.\d+))*)"
_NAMES = "|".join(sorted(FIELD_OF, key=len, reverse=True))
_TOKEN = re.compile(
    rf"""
    \s+
    | (?P<exact>=)?"(?P<phrase>[^"]*)(?:(?P<closed>")(?:~(?P<slop>\d{{1,4}}))?{_BOOST.format("phrase_")})?
    | (?P<open>\()
    | (?P<close>\)){_BOOST.format("close_")}
    | (?P<near>{NEAR})(?=[\s("]|$)
    | (?P<or>\|\|?) | (?P<and>&&)
    | (?P<operator>AND|OR|NOT|ANDNOT|BUTNOT|BUT\s+NOT)(?=[\s("]|$)
    | (?P<percent>(?<=[^\d\s]\s)%(?=\s+(?!{OF_PERCENT})[\w"(]))
    | (?P<minus>-(?=[^\s)-])|!(?=[\w"(])) | (?P<dash>[{_DASHES}])(?=[\w"(])
    | (?P<required>\+)(?=[\w"(])
    | (?P<range>(?<=:)[\[{{][^\[\]{{}}"()]*[\]}}])
    | (?P<comparison>[<>]=?\s*\d[\d./-]*)(?=[\s)]|$)
    | (?P<segment>(?i:{"|".join(SEGMENTS)}))(?=\()
    | (?P<code>(?i:{"|".join(CODES)}))=(?=[\w"(])
    | (?P<compared>(?i:{"|".join(DATES)}))\s*(?=[<>]=?\s*\d)
    | (?P<code_not_here>(?i:{"|".join(CODES_NOT_HERE)}))=(?=[\w"(])
    | (?P<unsupported>(?i:{"|".join(UNSUPPORTED_CALLS)}|atleast\d+|\w+(?:,\w+)+)(?=\()|(?i:atleast\d+)(?=\s+\w))
    | (?P<not_here>(?i:{"|".join(NOT_HERE)})):(?=[^\s)])
    | (?P<field>(?i:{_NAMES})):(?=[^\s)])
    | (?P<apart>(?i:{"|".join(APART)})):(?=\s+[\w"(])
    | (?P<to_the_end>(?i:{"|".join(TO_THE_END)})):(?=\s+[^\s)])
    | (?P<word>(?:(?!&&)[^\s"()|])+)
    """,
    re.VERBOSE,
)
_WORDS_ALONE = re.compile(r"[^\W\d_]+(?:\s+[^\W\d_]+)*")
_FORM = re.compile(r"=+(\w.*)")
_ESCAPED = re.compile(r"\\(?=[^\w\s])")
_ADDRESS = re.compile(r"\w+://|www\.", re.IGNORECASE)
_BOOSTED = re.compile(rf"(.+?){_BOOST.format('')}")
_UNKNOWN_FIELD = re.compile(r"([^\W\d][\w-]{0,30}):([^\s:/].*)?")
_COMPARED = re.compile(r"([^\W\d_]\w{0,30})[<>]=?\d+")
_REGULAR_EXPRESSION = re.compile(r"/.+/")


def tokens(query: str, *, is_read: bool = False) -> tuple[list[Token], list[str]]:
    """The tokens of a query, from left to right, and notices; positions count in the query as it was typed.

    `is_read`: `as_read` gave the query, which need not be written anew.
    """
    written, notices = (Rewritten.typed(query), []) if is_read else _as_read(query)
    lexer = _Lexer(written)
    return list(lexer.tokens()), notices + lexer.notices


def as_read(query: str) -> str:
    """What is cut into tokens: a query without markup, its restrictions in our own syntax; read so again, the same."""
    return _as_read(query)[0].text


def _as_read(query: str) -> tuple[Rewritten, list[str]]:
    if _WORDS_ALONE.fullmatch(query):  # all that is written anew has a sign or a figure
        return Rewritten.typed(query), []
    written = unescaped(Rewritten.typed(query).replacing(INVISIBLE, ""))
    return rewritten(in_plain_signs(written))


def is_field_like(word: str) -> bool:
    """Whether a word looks like a field and its value, whatever the field."""
    return _UNKNOWN_FIELD.fullmatch(word) is not None


class _Lexer:
    def __init__(self, query: Rewritten) -> None:
        self._query = query.text
        self._place = query.place
        self.notices: list[str] = []

    def tokens(self) -> Iterator[Token]:
        closing = 0
        for found in _TOKEN.finditer(self._query):
            kind = found.lastgroup
            position = self._place(found.start()) + 1
            if kind is None:
                continue
            if kind in ("unsupported", "not_here", "code_not_here"):
                self._unsupported(found)
                continue
            yield self._token(found, position)
            if kind == "to_the_end" or (kind == "field" and found["field"].lower() in TO_THE_END):
                yield Token(TokenKind.OPEN, "(", position)
                closing += 1
        yield from [Token(TokenKind.CLOSE, ")", self._place(len(self._query)))] * closing

    def _token(self, found: re.Match[str], position: int) -> Token:
        if found["phrase"] is not None:
            boost = self._boost(found["phrase_boost"] or "", found[0])
            slop = max(1, int(found["slop"] or 1))
            word = Token(TokenKind.PHRASE, found["phrase"], position, slop, boost, not found["closed"])
            return replace(word, exact=bool(found["exact"]))
        if found["word"]:
            return self._word(found["word"], position, found.end())
        if found["close"]:
            return Token(TokenKind.CLOSE, ")", position, boost=self._boost(found["close_boost"], found[0]))
        if found["near"]:
            return self._near(found["near"], position)
        is_sign = found["percent"] and is_counted(self._query[: found.start()])
        if found["range"] or found["comparison"] or is_sign:
            return Token(TokenKind.WORD, found[0], position, literal=True)
        if found["dash"]:
            self.notices.append(f"“{found[0]}” at character {position} was read as a minus sign: NOT.")
        if found["percent"]:
            self.notices.append(f"“%” at character {position} was read as NOT; without it both words are searched.")
        return Token(_kind(found), self._name(found), position, apart=found[0] if found["apart"] else "")

    def _name(self, found: re.Match[str]) -> str:
        """The field of a name as it was written; of other tokens what was typed."""
        name: str = (
            found["field"] or found["segment"] or found["to_the_end"] or found["compared"] or found["apart"] or ""
        ).lower()
        if name == "site":
            self.notices.append("“site:” was read as source:; addresses are not searched.")
        return CODES[found["code"].lower()] if found["code"] else CODES.get(name, found[0])

    def _near(self, typed: str, position: int) -> Token:
        near = distance_of(typed)
        if near.notice:
            self.notices.append(near.notice)
        return Token(TokenKind.NEAR, typed, position, slop=near.distance, ordered=near.ordered)

    def _word(self, text: str, position: int, end: int) -> Token:
        if form := _FORM.fullmatch(text):
            return replace(self._word(form[1], position, end), kind=TokenKind.PHRASE, exact=True)
        if _ADDRESS.match(text):
            return Token(TokenKind.WORD, text, position, literal=True)
        if _ESCAPED.search(text):
            return Token(TokenKind.WORD, _ESCAPED.sub("", text), position, literal=True)
        self._remark(text, self._query[end : end + 1])
        boosted = _BOOSTED.fullmatch(text)
        if boosted and boosted["boost"] and not text.startswith("^"):
            return Token(TokenKind.WORD, boosted[1], position, boost=self._boost(boosted["boost"], text))
        if "^" in text:
            self.notices.append(f"“{text}”: “^” stands between a word and a number, as in word^2; it was left out.")
            return Token(TokenKind.WORD, text.partition("^")[0], position)
        return Token(TokenKind.WORD, text, position)

    def _remark(self, text: str, following: str) -> None:
        """Say so where a word looks like syntax and is none."""
        name, value = (named[1], named[2] or "") if (named := _UNKNOWN_FIELD.fullmatch(text)) else ("", "")
        if name.lower() in FIELD_OF:
            self.notices.append(searched_as_word(text))
        elif value or (name and following and following in '"('):
            self.notices.append(unknown_field(name, value or following + "…"))
        elif compared := _COMPARED.fullmatch(text):
            self.notices.append(
                f"“{text}” was searched as words: “{compared[1]}” cannot be compared, but dates, as in year:>=2016."
            )
        elif _REGULAR_EXPRESSION.fullmatch(text):
            self.notices.append(f"“{text}” was searched as words: there are no regular expressions here, but * and ?.")

    def _unsupported(self, found: re.Match[str]) -> None:
        name = found["unsupported"] or found[0]
        self.notices.append(f"“{name}” is not searched here; what stands behind it was searched as words.")

    def _boost(self, typed: str, text: str) -> float:
        boosts = [float(boost) for boost in typed.split("^")[1:]]
        if len(boosts) > 1:
            self.notices.append(f"“{text}” has several boosts; the last one was taken.")
        if boosts and boosts[-1] > MAX_BOOST:
            self.notices.append(f"“{text}”: a boost is at most {MAX_BOOST:.0f}, so {MAX_BOOST:.0f} was taken.")
        return min(boosts[-1], MAX_BOOST) if boosts else 1.0


def _kind(found: re.Match[str]) -> TokenKind:
    if any(found[name] for name in ("field", "segment", "code", "compared", "apart", "to_the_end")):
        return TokenKind.FIELD
    if found["operator"]:
        return TokenKind.NOT if found["operator"].endswith("NOT") else TokenKind[found["operator"]]
    return _KINDS.get(found.lastgroup or "", TokenKind.OPEN)


_KINDS = {
    "or": TokenKind.OR,
    "and": TokenKind.AND,
    "minus": TokenKind.NOT,
    "dash": TokenKind.NOT,
    "percent": TokenKind.NOT,
    "required": TokenKind.REQUIRED,
}
