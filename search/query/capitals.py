"""Tell whether the capitals of a query say anything: in a pasted headline wholly in capitals, `NOT` is a word.

Such a query is read as it would be in small letters. One whose words are written in capitals anyway, as acronyms are
(`NATO OR EU`), has operators; so has one whose words are of another script than theirs, or with syntax that no headline
has: a field, a group of alternatives, a distance.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from index.analysis.tokenizer import split_pieces
from search.query.lexer import Token, TokenKind, as_read
from search.query.lexicon import Lexicon

_MEANT_ONLY_SO = ("ANDNOT", "BUTNOT")
_TOO = ("NEAR", "ADJ", "SAME")
"""Operators of distance that are words as well."""

_LATIN = re.compile(r"[A-ZÀ-ɏḀ-ỿ]")
_JOINED = re.compile(r"\b\w{1,3}&\w{1,3}\b")
"""`AT&T`, `R&D`: an acronym, though its parts are none."""

_OPERANDS = (TokenKind.WORD, TokenKind.PHRASE)
_JOINING = (TokenKind.AND, TokenKind.OR, TokenKind.NEAR)


def capitals_say_nothing(typed: str, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a query is in capitals wholly, some of its words not being acronyms in this collection."""
    operands = [token.text for token in tokens if token.kind in _OPERANDS]
    if any(map(str.islower, operands)) or not as_read(typed).isupper():
        return False
    texts = [_JOINED.sub(" ", text) for text in operands]
    words = [word for text in texts for word in split_pieces(text)[1::2] if not any(map(str.isdigit, word))]
    if len(typed.split()) < 2 or not all(map(str.isupper, words)):  # noqa: PLR2004 - one word is as it is
        return False
    return not all(_is_acronym(word, lexicon) for word in words)


def operators_are_meant(tokens: Sequence[Token]) -> bool:
    """Whether the operators of a query in capitals are meant as such: no headline has such syntax, or such words."""
    words = [token.text for token in tokens if token.kind in _OPERANDS]
    foreign = bool(words) and not any(map(_LATIN.search, words))
    return foreign or any(map(_is_syntax, tokens)) or _has_group(tokens)


def in_small_letters(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a query whose capitals say nothing, with words for the operators that are words as well.

    What joins nothing, as at the end of a query that is being typed, stays an operator.
    """
    found: list[Token] = []
    for place, token in enumerate(tokens):
        dangles = token.kind is not TokenKind.NOT and place in (0, len(tokens) - 1)
        found += _words(token) if _is_word_as_well(token) and not dangles else [token]
    return found


def _is_syntax(token: Token) -> bool:
    return token.kind is TokenKind.FIELD or (token.kind is TokenKind.NEAR and token.text not in _TOO)


def _has_group(tokens: Sequence[Token]) -> bool:
    """Whether parentheses hold alternatives, and are no aside: `MINISTER (45) NOT GUILTY`."""
    depth = 0
    for before, token in pairwise(tokens):
        depth += (before.kind is TokenKind.OPEN) - (token.kind is TokenKind.CLOSE)
        if depth > 0 and token.kind in _JOINING and before.kind is not TokenKind.OPEN:
            return True
    return False


def _words(token: Token) -> Iterator[Token]:
    at = token.position
    for word in re.split(r"(\s+)", token.text):
        if not word.isspace():
            yield Token(TokenKind.WORD, word.lower(), at)
        at += len(word)


def _is_word_as_well(token: Token) -> bool:
    joins = token.kind in (TokenKind.AND, TokenKind.OR, TokenKind.NOT) and token.text not in _MEANT_ONLY_SO
    return (joins and token.text[0].isalpha()) or (token.kind is TokenKind.NEAR and token.text in _TOO)


def _is_acronym(word: str, lexicon: Lexicon) -> bool:
    """Whether the collection writes a word in capitals mostly."""
    term, letters = lexicon.analyzer.term(word), word.replace(".", "")
    return 2 * lexicon.word_forms.of(term).get(letters, 0) > lexicon.frequency("text", term)
