"""Print query trees: one line that tells any two different trees apart."""

import json

from search.query.tree import (
    And,
    CombinedTerm,
    DisjunctionMax,
    Every,
    Fuzzy,
    Leaf,
    Near,
    Node,
    Not,
    Nothing,
    Or,
    Phrase,
    Prefix,
    Term,
    Wildcard,
)

_NAMES = {And: "AND", Or: "OR", DisjunctionMax: "BEST"}


def printed(node: Node) -> str:
    """A tree such as `AND("alli", OR(title:"forc"^2, text:("special" "forc")~3), NOT("troop"))`."""
    match node:
        case And() | Or() | DisjunctionMax():
            return f"{_NAMES[type(node)]}({', '.join(map(printed, node.clauses))}){_boost(node.boost)}"
        case Not():
            return f"NOT({printed(node.clause)})"
        case Every():
            return f"*{_boost(node.boost)}"
        case Nothing():
            return "NOTHING"
        case _:
            field = None if isinstance(node, CombinedTerm) else node.field
            return f"{f'{field}:' if field else ''}{_leaf(node)}{_boost(node.boost)}"


def _leaf(leaf: Leaf) -> str:
    match leaf:
        case Term() | CombinedTerm():
            return _quoted(leaf.text)
        case Phrase():
            return f"({' '.join(map(_quoted, leaf.terms))})~{leaf.slop}"
        case Near():
            return f"{{{' '.join(map(_quoted, leaf.terms))}}}~{leaf.distance}"
        case Prefix():
            return f"{_quoted(leaf.text)}*"
        case Wildcard():
            return f"/{_quoted(leaf.text)}/"
        case Fuzzy():
            return f"{_quoted(leaf.text)}~{leaf.distance}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _boost(boost: float) -> str:
    return "" if boost == 1 else f"^{boost!r}"
