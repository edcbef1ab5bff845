"""The query tree: what a query asks for, in values that any engine can evaluate or translate.

Leaves name a field and the terms of the index. `Prefix`, `Wildcard` and `Fuzzy` are patterns: `search.query.expansion`
replaces them by the terms of an index that they stand for. Nodes are values: equal clauses are equal, and hashable.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from search.scoring.parameters import PREFERRED_FORM, WEIGHTS
from search.types.date_ranges import DateRange


@dataclass(frozen=True, slots=True)
class Term:
    """Articles that have a term in one field."""

    field: str
    text: str
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class CombinedTerm:
    """Articles that have a term in title or text, scored as one word over both fields (BM25F).

    Those that have the `preferred` form of it score more than those that have other forms alone, by `preference`.
    """

    text: str
    boost: float = 1.0
    preferred: str = ""
    preference: float = PREFERRED_FORM

    @property
    def by_field(self) -> tuple[Term, ...]:
        """The term in each of the fields."""
        return tuple(Term(field, self.text) for field in WEIGHTS)


@dataclass(frozen=True, slots=True)
class WordForm:
    """Articles that have a term in title or text in one of some forms: as it was written, not as it was stemmed."""

    text: str
    forms: tuple[str, ...]
    boost: float = 1.0
    preferred: str = ""
    preference: float = PREFERRED_FORM

    @property
    def by_field(self) -> tuple[Term, ...]:
        """The term in each of the fields."""
        return tuple(Term(field, self.text) for field in WEIGHTS)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Articles that have terms in order in one field, each at most `slop` positions after the one before.

    With `forms`, one for each term, the terms must stand next to each other, each in its form.
    """

    field: str
    terms: tuple[str, ...]
    slop: int = 1
    boost: float = 1.0
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Near:
    """Articles in which two clauses match at most `distance` positions apart in one field, in any order or in theirs.

    The clauses have positions: terms, phrases and patterns of this field, `Or` of such, and `Near`.
    """

    field: str
    clauses: tuple["Node", "Node"]
    distance: int
    ordered: bool = False
    boost: float = 1.0

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """A phrase for each order in which two terms may stand; none where a clause is not a single term."""
        first, second = self.clauses
        if not isinstance(first, Term) or not isinstance(second, Term):
            return ()
        pairs = [(first.text, second.text)] if self.ordered else [(first.text, second.text), (second.text, first.text)]
        return tuple(Phrase(self.field, pair, self.distance, self.boost) for pair in dict.fromkeys(pairs))


@dataclass(frozen=True, slots=True)
class Dates:
    """Articles whose date lies in a range. They have no score from it."""

    dates: DateRange


@dataclass(frozen=True, slots=True)
class Prefix:
    """A pattern: any word that begins so. Folded; without a field, in title and text."""

    text: str
    field: str | None = None
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Wildcard:
    """A pattern in which `*` stands for any characters and `?` for one. Folded; without a field, in title and text."""

    text: str
    field: str | None = None
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """A pattern: any word at most `distance` edits away. Without a field, in title and text."""

    text: str
    distance: int
    field: str | None = None
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class And:
    """Articles that match all clauses; their scores are added."""

    clauses: tuple["Node", ...]
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Or:
    """Articles that match any clause; the scores of those that match are added."""

    clauses: tuple["Node", ...]
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class DisjunctionMax:
    """Articles that match any clause; the best of the scores counts alone."""

    clauses: tuple["Node", ...]
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Not:
    """Articles that do not match a clause."""

    clause: "Node"


@dataclass(frozen=True, slots=True)
class Every:
    """Every article, each with the boost as its score."""

    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Nothing:
    """No article."""


Pattern = Prefix | Wildcard | Fuzzy
Leaf = Term | CombinedTerm | WordForm | Phrase | Near | Dates | Pattern
Compound = And | Or | DisjunctionMax
Node = Leaf | Compound | Not | Every | Nothing


def boosted(node: Node, by: float) -> Node:
    """The same node with its boost multiplied. What has no score of its own has no boost."""
    return node if by == 1 or isinstance(node, Not | Nothing | Dates) else replace(node, boost=node.boost * by)


def leaves(node: Node) -> Iterator[Leaf]:
    """The leaves of a tree, from left to right, those that it excludes among them."""
    match node:
        case And() | Or() | DisjunctionMax():
            for clause in node.clauses:
                yield from leaves(clause)
        case Not():
            yield from leaves(node.clause)
        case Every() | Nothing():
            return
        case _:
            yield node
