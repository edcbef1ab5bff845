"""Go through everything that matches on a cluster, as it stood when the going began: a point in time, page by page."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, Protocol

from cluster.connection import Answer, Cluster, whole
from cluster.errors import ClusterError

KEPT = "5m"
"""How long the cluster holds the point in time for the next page."""

_BUCKETS = 5_000


def sweep(
    cluster: Cluster,
    index: str,
    query: Mapping[str, Any],
    *,
    source: Sequence[str] | bool,
    sort: Sequence[Mapping[str, str]] = ({"_shard_doc": "asc"},),
    fields: Sequence[str] = (),
    page: int = 1_000,
) -> Iterator[Answer]:
    """Every hit of a query, with what is wanted of its source, or of its `fields` as they are counted, in an order."""
    point = point_in_time(cluster, index)
    body: dict[str, Any] = {
        "query": query,
        "size": page,
        "_source": source,
        "sort": list(sort),
        "track_total_hits": False,
        "docvalue_fields": list(fields),
        "pit": {"id": point, "keep_alive": KEPT},
    }
    try:
        while True:
            hits = cluster.ask(body)["hits"]["hits"]
            yield from hits
            if len(hits) < page:
                return
            body["search_after"] = hits[-1]["sort"]
    finally:
        let_go(cluster, point)


def point_in_time(cluster: Cluster, index: str) -> str:
    """Hold fast what can be seen of an index now, all of it. Raises `ClusterError`."""
    params = {"keep_alive": KEPT, "allow_partial_pit_creation": "false"}
    opened: Answer = cluster.safely(lambda: whole(cluster.client.create_pit(index=index, params=dict(params))))
    return str(opened["pit_id"])


def let_go(cluster: Cluster, point: str) -> None:
    """Hold a point in time no longer."""
    with suppress(ClusterError):  # it ends by itself
        cluster.safely(lambda: cluster.client.delete_pit(body={"pit_id": [point]}))


class Asked(Protocol):
    """A cluster that searches are asked of."""

    def ask(self, body: Mapping[str, Any], *, index: str | None = None, **params: Any) -> Answer:
        """The whole answer to a search."""


def buckets(
    cluster: Asked, index: str, field: str, query: Mapping[str, Any] | None = None, size: int = _BUCKETS
) -> Iterator[tuple[Any, int]]:
    """Every value of a field of keywords or numbers, ascending, and how many documents have it: so many a request."""
    sources = [{"value": {"terms": {"field": field}}}]
    composite: dict[str, Any] = {"size": size, "sources": sources}
    while True:
        body = {"size": 0, "query": query or {"match_all": {}}, "aggs": {"all": {"composite": composite}}}
        found = cluster.ask(body, index=index)["aggregations"]["all"]
        for bucket in found["buckets"]:
            yield bucket["key"]["value"], bucket["doc_count"]
        if len(found["buckets"]) < size:
            return
        composite["after"] = found["after_key"]


def count(cluster: Cluster, index: str, query: Mapping[str, Any] | None = None) -> int:
    """How many documents match."""
    body = {"size": 0, "query": query or {"match_all": {}}, "track_total_hits": True}
    return int(cluster.ask(body, index=index)["hits"]["total"]["value"])


def sources(
    cluster: Cluster, index: str, ids: Sequence[str], wanted: Sequence[str], most: int = 500
) -> Iterator[Answer | None]:
    """Of each document its source, or what is wanted of it, by `_id`; None where there is none. As written last."""
    for first in range(0, len(ids), most):
        body = {"ids": list(ids[first : first + most])}
        params = {"_source_includes": ",".join(wanted)} if wanted else {}

        def call(body: Mapping[str, Any] = body, params: Mapping[str, str] = params) -> Answer:
            answer: Answer = cluster.client.mget(index=index, body=body, params=dict(params))
            return answer

        for each in cluster.safely(call)["docs"]:
            if "error" in each:
                raise ClusterError(f"an article cannot be read from the index {index}: {each['error'].get('reason')}")
            yield each["_source"] if each["found"] else None
