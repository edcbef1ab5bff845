"""Read everything that matches, as it stands at one point in time: articles that come later are not in it."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from cluster.articles import STORED, Articles
from cluster.pages import Row, Walker
from cluster.reader import Reader
from cluster.sweep import KEPT, let_go, point_in_time
from corpus.document import Document
from search.types.deadline import NO_DEADLINE

_CHUNK = 200


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
    point = point_in_time(cluster, cluster.name)
    found = walker.rows(size=_CHUNK, fields=fields, pit={"id": point, "keep_alive": KEPT})
    first = list(islice(found, _CHUNK))
    reader.deadline = NO_DEADLINE  # the query is evaluated: who reads slowly may

    def closing() -> Iterator[Row]:
        try:
            yield from chain(first, found)
        finally:
            let_go(cluster, point)

    return closing()
