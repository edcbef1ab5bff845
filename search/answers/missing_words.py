"""Say which words of a query are missing where no article has all of them."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from index.arrays.types import Mask
from index.snapshots.snapshot import Snapshot
from search.execution.executor import execute
from search.query.origins import Choice
from search.query.tree import Node
from search.types.deadline import Deadline

_MOST = 12
"""Words of a query that are looked at: of a pasted paragraph it does not matter which are missing."""


class _Found(NamedTuple):
    """What was typed for a clause, and which articles have it."""

    typed: str
    docs: Mask


def missing_words(
    choices: Sequence[Choice], left: Mask, snapshot: Snapshot, deadline: Deadline, *, filtered: bool
) -> str | None:
    """The notice of what is missing from some articles, each of which matches some of the clauses; None for too many.

    `filtered`: these are not all that match, but those that filters leave.

    Of the clauses that match, the most frequent stand together as far as they do; what no article has beside these is
    missing. Raises `SearchTimeout`.
    """
    if not 1 < len(choices) <= _MOST:
        return None
    found = [_Found(each.typed, _docs(each.clause, left, snapshot, deadline)) for each in choices]
    nowhere = [each.typed for each in found if not each.docs.any()]
    together, apart = _together([each for each in found if each.docs.any()])
    article = "No article that the filters leave" if filtered else "No article"
    said = [f"{article} has {_listed(apart)} together with {_listed(together)}"] if apart else []
    said += [f"{'nothing' if apart else article} has {_listed(nowhere)}"] if nowhere else []
    return f"{'; '.join(said)}." if said else None


def _together(found: list[_Found]) -> tuple[list[str], list[str]]:
    """What some article has together, and what none has beside it, both in the order in which they were typed."""
    common: Mask | None = None
    kept: list[_Found] = []
    for each in sorted(found, key=lambda each: -int(np.count_nonzero(each.docs))):
        both = each.docs if common is None else common & each.docs
        if both.any():
            common = both
            kept.append(each)
    names = {id(each) for each in kept}
    return [each.typed for each in found if id(each) in names], [each.typed for each in found if id(each) not in names]


def _docs(clause: Node, left: Mask, snapshot: Snapshot, deadline: Deadline) -> Mask:
    docs: Mask = np.zeros(snapshot.size, np.bool_)
    docs[execute(clause, snapshot, deadline).doc_ids] = True
    return docs & left


def _listed(words: Sequence[str]) -> str:
    quoted = [f"“{word}”" for word in dict.fromkeys(words)]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"
