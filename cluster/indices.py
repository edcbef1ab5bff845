"""The real indices behind a name on a cluster: made beside what is there, and put in its place in one call.

What is new is built under real names with a stamp, which no alias names before it is whole; then the aliases move
together. Who builds is written into the first of them as it is made, so that a builder that dies at once is known.
"""

import os
import re
import secrets
import time
from collections.abc import Sequence
from typing import Any, NoReturn

from opensearchpy import exceptions

from cluster.connection import Answer, Cluster
from cluster.errors import ClusterBusy, ClusterError, MissingAlias
from cluster.faults import MISSING, Doing
from cluster.mapping import BESIDE, article_fields, articles_body, beside_body, state
from cluster.processes import here
from cluster.state import State, store_first

_STAMP = "%Y%m%d%H%M%S"
_STAMPED = re.compile(r"[0-9]{14}[0-9a-f]{6}")
"""What real names have behind the name and a point: when the index was begun, and chance."""

_BUILDER = "builder"
_BETWEEN = frozenset((MISSING, "aliases_not_found_exception", "illegal_state_exception"))
"""What a cluster says where the aliases name something else than is to be replaced."""


def exists(cluster: Cluster) -> bool:
    """Whether there is an index of the name, readable or not."""
    found: bool = cluster.safely(lambda: cluster.client.indices.exists(index=cluster.name))
    return found


def standing(cluster: Cluster) -> str | None:
    """The name of the index that the alias names now; None where there is no such alias."""
    return next((index for index, aliases in aliased(cluster).items() if cluster.name in aliases), None)


def real_name(cluster: Cluster) -> str:
    """The name of the index that the alias names now."""
    return next(index for index, aliases in aliased(cluster).items() if cluster.name in aliases)


def create(cluster: Cluster, begun: State) -> str:
    """Make empty indices under a real name, which no alias names yet; gives that name."""
    shards, replicas = _spread(cluster)
    name = f"{cluster.name}.{time.strftime(_STAMP, time.gmtime())}{secrets.token_hex(3)}"
    bodies = {f"{name}-{each}": beside_body(each, replicas) for each in BESIDE}
    first = bodies.pop(state(name))  # it tells others who makes the rest
    first["mappings"]["_meta"] = {_BUILDER: here()}
    _create(cluster, state(name), first)
    store_first(cluster, name, begun)
    for index, body in {**bodies, name: articles_body(shards, replicas)}.items():
        _create(cluster, index, body)
    return name


def builder_of(cluster: Cluster, name: str) -> str | None:
    """The process that began to make an index of a real name; empty where that is not known.

    None where there is no such index: it is gone again, or the name is an alias, of which nothing is made any more.
    """

    def call() -> Answer | None:
        try:
            found: Answer = cluster.client.indices.get_mapping(index=state(name))
        except exceptions.NotFoundError:
            return None
        return found

    found = (cluster.safely(call) or {}).get(state(name))
    return None if found is None else str(found.get("mappings", {}).get("_meta", {}).get(_BUILDER, ""))


def add_missing_fields(cluster: Cluster, name: str) -> None:
    """Give an index what its articles may have and had not yet when it was built."""
    cluster.safely(lambda: cluster.client.indices.put_mapping(index=name, body=article_fields()), Doing.WRITING)


def put_in_place(cluster: Cluster, name: str, instead: str | None = None) -> None:
    """Let the aliases name what was built, all in one call; what they named before is removed afterwards.

    Raises `ClusterBusy` where that is not what they named when the building began: nobody's articles are replaced who
    came between. The cluster itself sees to it: an alias has one index that is written by, and the call fails where
    another one came, or the one that is to go is gone.
    """
    before, there = aliased(cluster), standing(cluster)
    if there == name:
        return  # somebody else went on with the same build, and was done before
    if there != instead:
        _came_late(cluster, name)
    pairs = [(cluster.name, name), *((f"{cluster.name}-{each}", f"{name}-{each}") for each in BESIDE)]
    actions: list[Any] = [
        {"remove": {"index": old, "alias": alias}} for old, aliases in before.items() for alias in aliases
    ]
    actions += [{"add": {"index": index, "alias": alias, "is_write_index": True}} for alias, index in pairs]
    try:
        cluster.safely(lambda: cluster.client.indices.update_aliases(body={"actions": actions}), Doing.WRITING)
    except ClusterError as fault:
        if getattr(fault.__cause__, "error", None) not in _BETWEEN:
            raise
        if standing(cluster) != name:  # else a try was heard, and its answer lost
            _came_late(cluster, name)
    remove(cluster, list(before))


def _came_late(cluster: Cluster, name: str) -> NoReturn:
    discard(cluster, name)
    raise ClusterBusy(f"another process has built the index at {cluster.location} meanwhile; run this again")


def remove(cluster: Cluster, indices: Sequence[str]) -> None:
    """Remove indices for good."""
    if indices:
        cluster.safely(
            lambda: cluster.client.indices.delete(index=",".join(indices), params={"ignore_unavailable": "true"}),
            Doing.WRITING,
        )


def remove_all(cluster: Cluster) -> None:
    """Remove what the aliases name, and the aliases with it."""
    remove(cluster, list(aliased(cluster)))


def discard(cluster: Cluster, name: str) -> None:
    """Remove what was half built."""
    remove(cluster, [name, *(f"{name}-{each}" for each in BESIDE)])


def half_built(cluster: Cluster) -> list[str]:
    """The real names of indices that no alias names: being built, or left by a builder that died."""
    found: Answer = cluster.safely(lambda: cluster.client.indices.get_alias(index=f"{cluster.name}.*"))
    idle = [index for index, about in found.items() if not about["aliases"]]
    stamps = {index.removeprefix(f"{cluster.name}.").partition("-")[0] for index in idle}
    return sorted(f"{cluster.name}.{stamp}" for stamp in stamps if _STAMPED.fullmatch(stamp))


def aliased(cluster: Cluster) -> dict[str, list[str]]:
    """The real indices that the aliases name now, each with its aliases."""
    aliases = ",".join((cluster.name, *(f"{cluster.name}-{each}" for each in BESIDE)))
    try:
        found: Answer = cluster.safely(lambda: cluster.client.indices.get_alias(name=aliases))
    except MissingAlias:
        return {}
    except ClusterError as fault:
        if isinstance(fault.__cause__, exceptions.NotFoundError):
            return {}
        raise
    return {index: list(about["aliases"]) for index, about in found.items() if "aliases" in about}


def _create(cluster: Cluster, index: str, body: dict[str, Any]) -> None:
    def call() -> None:
        try:
            cluster.client.indices.create(index=index, body=body)
        except exceptions.RequestError as fault:
            if fault.error != "resource_already_exists_exception":  # a try before this one was heard
                raise

    cluster.safely(call, Doing.WRITING)


def _spread(cluster: Cluster) -> tuple[int, int]:
    """How many shards and replicas: one shard for each node that holds data, one replica where there are several."""
    health: Answer = cluster.safely(cluster.client.cluster.health)
    nodes = int(health["number_of_data_nodes"])
    shards = _number("DATELINE_CLUSTER_SHARDS", max(1, nodes))
    return shards, _number("DATELINE_CLUSTER_REPLICAS", 1 if nodes > 1 else 0)


def _number(variable: str, usual: int) -> int:
    typed = os.environ.get(variable, "")
    if not typed:
        return usual
    if not typed.isdigit() or int(typed) > 1_000:  # noqa: PLR2004 - more is a slip
        raise ClusterError(f"{variable} is {typed!r}; write a whole number, or leave it out for {usual}")
    return int(typed)
