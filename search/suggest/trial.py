"""Search for what may be suggested, before it is: nothing is offered that finds nothing."""

from index.arrays.types import Int64Array
from index.snapshots.snapshot import Snapshot
from search.execution.executor import execute
from search.query.parser import read


def matches_of(q: str, snapshot: Snapshot) -> Int64Array:
    """The articles that have all the words of a query, as a search of it understands them: their doc_ids, ascending."""
    return execute(read(q, snapshot).all_words, snapshot).doc_ids
