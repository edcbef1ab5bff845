"""Make the nodes of clauses that stand near each other: a `Near` for each field that both may match in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from search.query.tree import (
    CombinedTerm,
    DisjunctionMax,
    Fuzzy,
    Near,
    Node,
    Or,
    Phrase,
    Prefix,
    Term,
    Wildcard,
    WordForm,
)

_TEXTS = ("title", "text", "source")
"""Fields whose terms have positions."""


def near(first: Node, second: Node, distance: int, fields: Mapping[str, float], *, ordered: bool) -> Node | None:
    """Two clauses near each other, in fields with these weights; None where one has no positions in any of them."""
    found: list[Node] = []
    for field, weight in fields.items():
        one, other = in_field(first, field), in_field(second, field)
        if one is not None and other is not None:
            found.append(_near(field, one, other, distance, weight, ordered=ordered))
    return found[0] if len(found) == 1 else Or(tuple(found)) if found else None


def in_order(parts: Sequence[tuple[Node, int]], fields: Mapping[str, float]) -> Node | None:
    """The words of a phrase one after the other, each given with its distance from the one before."""
    (chain, _), *others = parts
    for part, distance in others:
        joined = near(chain, part, distance, fields, ordered=True)
        if joined is None:
            return None
        chain = joined
    return chain


def in_field(node: Node, field: str) -> Node | None:
    """What a clause matches in one field, by positions and with a boost of one; None where it cannot."""
    match node:
        case CombinedTerm() | WordForm():
            return Term(field, node.text)
        case Term() | Phrase() | Near() if node.field == field and field in _TEXTS:
            return replace(node, boost=1.0)
        case Prefix() | Wildcard() | Fuzzy() if node.field in (None, field) and field in _TEXTS:
            return replace(node, field=field, boost=1.0)
        case Or() | DisjunctionMax():
            clauses = [each for clause in node.clauses if (each := in_field(clause, field)) is not None]
            return clauses[0] if len(clauses) == 1 else Or(tuple(clauses)) if clauses else None
    return None


def _near(field: str, first: Node, second: Node, distance: int, boost: float, *, ordered: bool) -> Node:
    if ordered and isinstance(first, Term) and isinstance(second, Term):
        return Phrase(field, (first.text, second.text), distance, boost)
    return Near(field, (first, second), distance, ordered, boost)
