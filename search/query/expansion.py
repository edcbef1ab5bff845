"""Replace the patterns of a query tree by the terms of an index that they stand for."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from search.query.lexicon import Lexicon
from search.query.term_expansion import TermExpander
from search.query.tree import (
    And,
    CombinedTerm,
    DisjunctionMax,
    Fuzzy,
    Near,
    Node,
    Not,
    Nothing,
    Or,
    Pattern,
    Prefix,
    Term,
)
from search.scoring.parameters import WEIGHTS
from search.types.deadline import NO_DEADLINE, Deadline


class Expansion:
    """Expands trees against one lexicon. `patterns` keeps what each pattern was expanded to."""

    def __init__(self, lexicon: Lexicon, deadline: Deadline = NO_DEADLINE) -> None:
        self._deadline = deadline
        self._lexicon = lexicon
        self._terms = TermExpander(lexicon)
        self.patterns: dict[Pattern, Node] = {}

    @property
    def bounded(self) -> bool:
        """Whether a pattern stood for more terms than were taken."""
        return self._terms.bounded

    def expanded(self, node: Node) -> Node:
        """The tree without patterns. Raises `SearchTimeout`."""
        match node:
            case And() | Or() | DisjunctionMax():
                return replace(node, clauses=tuple(map(self.expanded, node.clauses)))
            case Near():
                first, second = map(self.expanded, node.clauses)
                return replace(node, clauses=(first, second))
            case Not():
                return Not(self.expanded(node.clause))
            case _ if isinstance(node, Pattern):
                if node not in self.patterns:
                    self._deadline.check()
                    self.patterns[node] = any_of(node.field, self._of(node), node.boost)
                return self.patterns[node]
        return node

    def _of(self, pattern: Pattern) -> Sequence[str]:
        if isinstance(pattern, Fuzzy):
            return list(dict.fromkeys(self._near(pattern)))
        written = f"{pattern.text}*" if isinstance(pattern, Prefix) else pattern.text
        if pattern.field == "entity":
            return [each for each in self._terms.values("entity", written) if not self._lexicon.aliases.hides(each)]
        found = self._terms.words(written)
        if written.endswith("?"):
            # `troops?` may be a question as well as a pattern.
            readings = self._lexicon.languages.readings(written.rstrip("*?"))
            found += [term for terms in readings for term in terms[:1] if term not in found]
        return found

    def _near(self, pattern: Fuzzy) -> Iterator[str]:
        for field in (pattern.field,) if pattern.field else WEIGHTS:
            for terms in self._lexicon.languages.readings(pattern.text):
                yield from self._terms.near(field, terms[0], pattern.distance)


def any_of(field: str | None, terms: Sequence[str], boost: float) -> Node:
    """Any of some terms in a field; without one, in title and text."""
    leaves = tuple(Term(field, term, boost) if field else CombinedTerm(term, boost) for term in terms)
    return leaves[0] if len(leaves) == 1 else Or(leaves) if leaves else Nothing()
