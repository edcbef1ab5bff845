"""Keep what each leaf of a query tree comes from: what was typed, and how it came to stand for it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from search.query.lexer import Token, TokenKind
from search.query.printing import printed
from search.query.tree import CombinedTerm, Dates, Leaf, Near, Node, Phrase, Term, WordForm, leaves
from search.types.result import How

Key = tuple[str, tuple[str, ...]]
"""A leaf's field and terms."""


class Origin(NamedTuple):
    """What was typed, and how it is looked for."""

    typed: str
    how: How


class Choice(NamedTuple):
    """A clause of a query of which any clause is enough, and what was typed for it."""

    typed: str
    clause: Node


_NAMED = 3
"""Alternatives of a clause that are named."""


def typed_for(clause: Node, origins: Mapping[Key, Origin]) -> str:
    """What was typed for a clause: for alternatives, the first of them."""
    typed = dict.fromkeys(origins[key].typed for leaf in leaves(clause) for key in keys_of(leaf) if key in origins)
    return " OR ".join(list(typed)[:_NAMED])


def origin_of(token: Token) -> Origin:
    """How a word or phrase is looked for."""
    if token.kind is TokenKind.PHRASE:
        return Origin(token.text, How.PHRASE)
    if token.literal:
        return Origin(token.text, How.WORD)
    if "*" in token.text or "?" in token.text:
        return Origin(token.text, How.PATTERN)
    return Origin(token.text, How.SPELLING if "~" in token.text else How.WORD)


def keys_of(leaf: Leaf) -> tuple[Key, ...]:
    """What tells a leaf from others, whatever its boost: a key for each field; a pattern's, whatever its field."""
    match leaf:
        case CombinedTerm() | WordForm():
            return tuple(map(key_of, leaf.by_field))
        case Near():
            return tuple(map(key_of, leaf.phrases)) + tuple(
                key for clause in leaf.clauses for each in leaves(clause) for key in keys_of(each)
            )
        case Term() | Phrase():
            return (key_of(leaf),)
        case Dates():
            return ()
        case _:
            return (("", (printed(replace(leaf, field=None, boost=1.0)),)),)


def key_of(leaf: Term | Phrase) -> Key:
    """What tells a term or phrase from others."""
    return leaf.field, (leaf.text,) if isinstance(leaf, Term) else leaf.terms
