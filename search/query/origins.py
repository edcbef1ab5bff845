"""What each leaf of a question comes from: what was typed, and how it came to stand for it."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from whoosh import query

from search.query.lexer import Token, TokenKind

Key = tuple[str, tuple[str, ...]]
"""A leaf's field and terms."""


class How(StrEnum):
    """How what was typed matches: as it is, by stem, in order, by a pattern, nearly, by another name, by absence.

    And what the best articles are looked at again for: words that stand together, words that others of them have.
    """

    WORD = "word"
    STEM = "stem"
    PHRASE = "phrase"
    PATTERN = "pattern"
    SPELLING = "spelling"
    ALIAS = "alias"
    REFUSAL = "refusal"
    PAIR = "pair"
    EXPANSION = "expansion"


class Origin(NamedTuple):
    """What was typed, and how it is looked for."""

    typed: str
    how: How


def origin_of(token: Token) -> Origin:
    """How a word or phrase is looked for."""
    if token.kind is TokenKind.PHRASE:
        return Origin(token.text, How.PHRASE)
    if "*" in token.text or "?" in token.text:
        return Origin(token.text, How.PATTERN)
    return Origin(token.text, How.SPELLING if "~" in token.text else How.WORD)


def leaves(node: query.Query) -> Iterator[query.Query]:
    """The terms and phrases of a tree."""
    if isinstance(node, query.Term | query.Phrase):
        yield node
    else:
        for part in node.children():
            yield from leaves(part)


def key_of(leaf: query.Query) -> Key:
    """What tells a term or phrase from others."""
    return leaf.fieldname, tuple(leaf.words) if isinstance(leaf, query.Phrase) else (leaf.text,)
