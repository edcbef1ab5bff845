"""Print query trees: one line that tells any two different trees apart."""

import json

from search.query.tree import (
    And,
    CombinedTerm,
    Dates,
    DisjunctionMax,
    Every,
    Fuzzy,
    Near,
    Node,
    Not,
    Nothing,
    Or,
    Pattern,
    Phrase,
    Prefix,
    Term,
    Wildcard,
    WordForm,
)

_NAMES = {And: "AND", Or: "OR", DisjunctionMax: "BEST"}


def printed(node: Node) -> str:
    """A tree such as `AND("alli", OR(title:"forc"^2, text:("special" "forc")~3), NOT("troop"))`."""
    match node:
        case And() | Or() | DisjunctionMax():
            return f"{_NAMES[type(node)]}({', '.join(map(printed, node.clauses))}){_boost(node.boost)}"
        case Not():
            return f"NOT({printed(node.clause)})"
        case Every() | Nothing():
            return f"*{_boost(node.boost)}" if isinstance(node, Every) else "NOTHING"
        case Near():
            operator = "PRE" if node.ordered else "NEAR"
            clauses = ", ".join(map(printed, node.clauses))
            return f"{node.field}:{operator}/{node.distance}({clauses}){_boost(node.boost)}"
        case Dates():
            return f"DATES({node.dates.first}, {node.dates.last}, {node.dates.finer})"
        case _:
            field = None if isinstance(node, CombinedTerm | WordForm) else node.field
            return f"{f'{field}:' if field else ''}{_leaf(node)}{_boost(node.boost)}"


def _leaf(leaf: Term | CombinedTerm | WordForm | Phrase | Pattern) -> str:
    match leaf:
        case Term() | CombinedTerm() | WordForm():
            return _quoted(leaf.text) + ("=" + "|".join(leaf.forms) if isinstance(leaf, WordForm) else "")
        case Phrase():
            return f"({' '.join(map(_quoted, leaf.terms))})~{leaf.slop}"
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
