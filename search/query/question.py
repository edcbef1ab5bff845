"""A query as it was understood."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from corpus.folding import fold
from search.query.origins import Choice, Key, Origin
from search.query.tree import Node


@dataclass(frozen=True, slots=True)
class Question:
    """A query as it was understood. `any_word` is None where there are no two words to choose from.

    `choices` are the clauses of which any is enough then. `also_searched` are other names of the names in it, which are
    searched as well. `rows` are the words that stand next to each other in it as they were typed, without those that
    are excluded or sought in one field.
    """

    all_words: Node
    any_word: Node | None
    notices: tuple[str, ...]
    also_searched: tuple[str, ...] = ()
    origins: Mapping[Key, Origin] = field(default_factory=dict)
    rows: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()


def each_once(names: Iterable[str]) -> tuple[str, ...]:
    """Names, each in the first way that it is written."""
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(fold(name), name)
    return tuple(first.values())
