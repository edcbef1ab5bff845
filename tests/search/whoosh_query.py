"""Convert query trees to Whoosh's, where its searcher is the oracle of ours."""

from whoosh import query

from search.query.tree import (
    And,
    CombinedTerm,
    Compound,
    DisjunctionMax,
    Every,
    Leaf,
    Near,
    Node,
    Not,
    Nothing,
    Or,
    Phrase,
    Term,
)

_COMPOUNDS = {And: query.And, Or: query.Or, DisjunctionMax: query.DisjunctionMax}


def whoosh_query(node: Node) -> query.Query:
    """The same query for Whoosh. Its patterns must have been expanded: raises `TypeError` where one was not.

    Whoosh scores every article with 1. A `CombinedTerm` becomes an OR over its fields, whose scores Whoosh adds.
    """
    match node:
        case And() | Or() | DisjunctionMax():
            return _compound(node)
        case Not():
            return query.Not(whoosh_query(node.clause))
        case Every():
            return query.Every()
        case Nothing():
            return query.NullQuery
        case _:
            return _leaf(node)


def _compound(node: Compound) -> query.Query:
    """Of a single clause Whoosh leaves out the boost, ours does not."""
    return _COMPOUNDS[type(node)](list(map(whoosh_query, node.clauses)), boost=node.boost)


def _leaf(leaf: Leaf) -> query.Query:
    match leaf:
        case Term():
            return query.Term(leaf.field, leaf.text, boost=leaf.boost)
        case CombinedTerm():
            return query.Or(list(map(whoosh_query, leaf.by_field)), boost=leaf.boost)
        case Phrase():
            return query.Phrase(leaf.field, list(leaf.terms), slop=leaf.slop, boost=leaf.boost)
        case Near():
            return query.Or(list(map(whoosh_query, leaf.phrases)))
        case _:
            raise TypeError(f"{leaf} must be expanded before it is executed")
