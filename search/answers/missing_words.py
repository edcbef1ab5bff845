"""Say which words of a query are missing where no article has all of them."""

from collections.abc import Callable, Sequence

import numpy as np

from index.arrays.types import Mask
from index.snapshots.snapshot import Snapshot
from search.execution.executor import execute
from search.query.origins import Choice
from search.query.tree import Node
from search.types.deadline import Deadline

_MOST = 12
"""Words of a query that are looked at: of a pasted paragraph it does not matter which are missing."""

Together = Callable[[tuple[int, ...]], bool]
"""Whether an article has all of some clauses, named by their places: the last joins those before, which have one."""


def missing_words(
    choices: Sequence[Choice], left: Mask, snapshot: Snapshot, deadline: Deadline, *, filtered: bool
) -> str | None:
    """The notice of what is missing from some articles, of which each matches some of the clauses.

    Raises `SearchTimeout`.
    """
    docs: list[Mask] = []

    def counts() -> list[int]:
        docs.extend(_docs(each.clause, left, snapshot, deadline) for each in choices)
        return [int(np.count_nonzero(each)) for each in docs]

    def together(places: tuple[int, ...]) -> bool:
        return bool(np.logical_and.reduce([docs[place] for place in places]).any())

    return told_missing(choices, counts, together, filtered=filtered)


def told_missing(
    choices: Sequence[Choice], counts: Callable[[], Sequence[int]], together: Together, *, filtered: bool
) -> str | None:
    """The notice of what is missing from some articles, each of which matches some of the clauses; None for too many.

    `counts` tells how many of the articles match each clause. `filtered`: they are not all that match, but those that
    filters leave.

    Of the clauses that match, the most frequent stand together as far as they do; what no article has beside these is
    missing.
    """
    if not 1 < len(choices) <= _MOST:
        return None
    counted = counts()
    there = [place for place, count in enumerate(counted) if count]
    kept: list[int] = []
    for place in sorted(there, key=lambda place: -counted[place]):
        if not kept or together((*kept, place)):
            kept.append(place)
    nowhere = [each.typed for each, count in zip(choices, counted, strict=True) if not count]
    apart = [choices[place].typed for place in there if place not in kept]
    article = "No article that the filters leave" if filtered else "No article"
    beside = _listed([choices[place].typed for place in sorted(kept)]) if kept else ""
    said = [f"{article} has {_listed(apart, 'or')} together with {beside}"] if apart else []
    said += [f"{'nothing' if apart else article} has {_listed(nowhere, 'or')}"] if nowhere else []
    return f"{'; '.join(said)}." if said else None


def _docs(clause: Node, left: Mask, snapshot: Snapshot, deadline: Deadline) -> Mask:
    docs: Mask = np.zeros(snapshot.size, np.bool_)
    docs[execute(clause, snapshot, deadline).doc_ids] = True
    return docs & left


def _listed(words: Sequence[str], last: str = "and") -> str:
    quoted = [f"“{word}”" for word in dict.fromkeys(words)]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} {last} {quoted[-1]}"
