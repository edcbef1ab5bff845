"""Build an index on a cluster for the moment: it is removed when it was used."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from cluster import indices
from cluster.connection import open_cluster
from cluster.engine import ClusterEngine
from cluster.errors import ClusterError
from cluster.loading import refresh
from corpus.refusal import Refusal
from index.ingest.pipeline import Settings


@contextmanager
def for_the_moment(
    location: str, paths: Sequence[Path], language: str
) -> Iterator[tuple[ClusterEngine, Sequence[Refusal]]]:
    """An engine over the articles of some paths, at a location where nothing is; and what could not be indexed.

    Raises `ClusterError`, also where there is an index already, which is left alone.
    """
    cluster = open_cluster(location)
    if indices.exists(cluster):
        raise ClusterError(f"there is an index at {location} already; name one that is not there, to be removed again")
    try:
        refusals = refresh(location, paths, settings=Settings(language)).refusals
        yield ClusterEngine(location), refusals
    finally:
        indices.remove_all(cluster)
