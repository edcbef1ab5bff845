"""Read everything that matches, as it stands at one point in time: articles that come later are not in it."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import chain, islice
from typing import Any

from cluster.articles import STORED, Articles
from cluster.errors import ClusterError
from cluster.pages import Row, Walker
from cluster.reader import Reader
from corpus.document import Document
from search.types.deadline import NO_DEADLINE

_CHUNK = 200
_KEPT = "5m"
"""How long a point in time is kept after each request for it."""


def documents(walker: Walker, reader: Reader) -> Iterator[Document]:
    """Every article in order, one at a time. The first are read at once: what is wrong is said before anything else."""
    articles = Articles(reader)
    found = rows(walker, reader, STORED)

    def read() -> Iterator[Document]:
        while some := list(islice(found, _CHUNK)):
            stored = articles.stored(some)
            yield from (articles.document(stored[row.id]) for row in some)

    return read()


def rows(walker: Walker, reader: Reader, fields: Sequence[str]) -> Iterator[Row]:
    """Every row in order."""
    cluster = reader.archive.cluster
    asked: dict[str, Any] = {"keep_alive": _KEPT, "allow_partial_pit_creation": "false"}
    opened = cluster.safely(lambda: cluster.client.create_pit(index=cluster.name, params=dict(asked)))
    found = walker.rows(size=_CHUNK, fields=fields, pit={"id": opened["pit_id"], "keep_alive": _KEPT})
    first = list(islice(found, _CHUNK))
    reader.deadline = NO_DEADLINE  # the query is evaluated: who reads slowly may

    def closing() -> Iterator[Row]:
        try:
            yield from chain(first, found)
        finally:
            with suppress(ClusterError):  # it ends by itself
                cluster.safely(lambda: cluster.client.delete_pit(body={"pit_id": [opened["pit_id"]]}))

    return closing()
