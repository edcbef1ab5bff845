"""Simplify query trees: the same articles and scores from fewer nodes."""

from collections.abc import Iterator
from dataclasses import replace

from search.query.tree import And, Compound, DisjunctionMax, Near, Node, Not, Nothing, Or, boosted


def normal_form(node: Node) -> Node:
    """The tree without compounds of one clause, compounds in others of their kind, and alternatives that find nothing.

    A second pass changes nothing.
    """
    match node:
        case And() | Or() | DisjunctionMax():
            return _compound(node)
        case Near():
            first, second = map(normal_form, node.clauses)
            nothing = isinstance(first, Nothing) or isinstance(second, Nothing)
            return Nothing() if nothing else replace(node, clauses=(first, second))
        case Not():
            return Not(normal_form(node.clause))
        case _:
            return node


def _compound(node: Compound) -> Node:
    clauses = tuple(_flattened(node))
    if isinstance(node, And):
        if any(isinstance(clause, Nothing) for clause in clauses):
            return Nothing()
    else:
        clauses = tuple(clause for clause in clauses if not isinstance(clause, Nothing))
    if not clauses:
        return Nothing()
    if len(clauses) == 1 and (node.boost == 1 or not isinstance(clauses[0], Not)):
        single = boosted(clauses[0], node.boost)
        return single if node.boost == 1 else normal_form(single)
    return replace(node, clauses=clauses)


def _flattened(node: Compound) -> Iterator[Node]:
    for clause in map(normal_form, node.clauses):
        if isinstance(clause, Compound) and type(clause) is type(node) and clause.boost == 1:
            yield from clause.clauses
        else:
            yield clause
