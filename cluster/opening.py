"""Open the engine that answers at a location: a directory, or the address of an index on a cluster."""

from importlib import import_module
from pathlib import Path
from typing import Any

from cluster.location import is_cluster
from corpus.errors import DatelineError
from search.engine import Engine


class NoClusterClient(DatelineError):  # noqa: N818 - it reads as a sentence where it is raised
    """What speaks to clusters is not installed."""


def open_engine(
    location: Path | str,
    *,
    seconds: float | None = None,
    aliases: Path | None = None,
    notes: Path | None = None,
) -> Engine:
    """The engine at a location. What is asked of it raises `SearchTimeout` where it takes more than so many `seconds`.

    `aliases` and `notes` are a user's files beside an index on a cluster; a directory has its own. Raises `NoIndex`
    where there is no index, `BadLocation` for what is no location, and `NoClusterClient` where the extra is missing.
    """
    if not is_cluster(location):
        embedded: Engine = import_module("search.searcher").Searcher(location, seconds=seconds)
        return embedded
    opened: Engine = _imported("cluster.engine").ClusterEngine(
        str(location), seconds=seconds, aliases=aliases, notes=notes
    )
    return opened


def loader() -> Any:
    """The module that loads articles onto clusters and looks after them: `cluster.administration`.

    Raises `NoClusterClient` where the extra is missing.
    """
    return _imported("cluster.administration")


def _imported(module: str) -> Any:
    try:
        return import_module(module)
    except ModuleNotFoundError as fault:
        if (fault.name or "").partition(".")[0] != "opensearchpy":
            raise
        raise NoClusterClient(
            "the location is on a cluster, and what speaks to clusters is missing; run: pip install 'dateline[cluster]'"
        ) from fault
