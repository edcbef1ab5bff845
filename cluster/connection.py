"""Ask a cluster: whole answers or none, bounded retries of what may be repeated, and each fault in words.

A cluster of which nodes are gone answers 200 with the articles of those that are left, unless it is told not to: here
it is always told, and what it says of its shards is looked at besides.
"""

import gzip
import logging
import os
import random
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from opensearchpy import OpenSearch, Urllib3HttpConnection, exceptions

from cluster.credentials import Credentials
from cluster.errors import ClusterError, ClusterUnavailable
from cluster.faults import MISSING, Doing, in_words, passes
from cluster.location import ClusterLocation

__all__ = ["Cluster", "ClusterUnavailable", "open_cluster", "open_for_loading"]

Answer = dict[str, Any]
Result = TypeVar("Result")

SECONDS = 30.0
"""How long one request may take (DATELINE_CLUSTER_SECONDS)."""

READING, LOADING = 45.0, 240.0
"""Seconds after which no further try is made of what goes on failing (DATELINE_CLUSTER_PATIENCE): who reads waits as
long as a page may take, who loads as long as nodes take to find a new manager and to bring shards back."""

_TRIES = 6
_MOST_TRIES = 100
_FIRST_PAUSE, _LONGEST_PAUSE = 0.2, 5.0
_LONGEST = 86_400.0
_LEVEL = 1

# The library logs each request that fails, with its address and a traceback; here it becomes an error with a message.
logging.getLogger("opensearch").setLevel(logging.CRITICAL)


class _Connection(Urllib3HttpConnection):
    """Compresses requests as little as is worth its time: to 36 % of the size; 31 % takes seven times as long."""

    def _gzip_compress(self, body: bytes) -> bytes:
        return gzip.compress(body, _LEVEL)


@dataclass(frozen=True)
class Cluster:
    """A cluster, and the name of an index on it. Threads may share it."""

    location: ClusterLocation
    client: OpenSearch
    tries: int = _TRIES
    patience: float = READING
    pause: float = field(default=_FIRST_PAUSE, repr=False)

    @property
    def name(self) -> str:
        """The name of the index: an alias."""
        return self.location.name

    def ask(self, body: Mapping[str, Any], *, index: str | None = None, **params: Any) -> Answer:
        """Search: the whole answer, or `ClusterUnavailable`. `params` go into the address (`search_type`)."""
        wanted = {"allow_partial_search_results": "false", **params}
        named = None if "pit" in body else index or self.name

        def search() -> Answer:
            answer: Answer = self.client.search(index=named, body=dict(body), params=dict(wanted))
            return whole(answer)

        return self.safely(search)

    def ask_all(self, bodies: Sequence[Mapping[str, Any]], *, index: str) -> list[Answer]:
        """Many searches with one request: the whole answer to each, or `ClusterUnavailable`."""
        head = {"allow_partial_search_results": False}
        lines = [line for body in bodies for line in (head, dict(body))]

        def search() -> list[Answer]:
            answers = self.client.msearch(index=index, body=list(lines))["responses"]
            for each in answers:
                if "error" in each:
                    raise exceptions.TransportError(each["status"], each["error"]["type"], each)
            return [whole(each) for each in answers]

        return self.safely(search)

    def safely(self, call: Callable[[], Result], doing: Doing = Doing.READING) -> Result:
        """Do what may be done twice; again, after a pause, where another try may help. Raises `ClusterError`."""
        tried, until = 1, time.monotonic() + self.patience
        told: Exception | None = None
        while True:
            try:
                return call()
            except (exceptions.OpenSearchException, PartOfIndex) as fault:
                if told is None or not _refused(fault):
                    told = fault  # what a node said tells more than that another one is gone
                if tried == self.tries or time.monotonic() > until or not passes(fault):
                    raise in_words(told, self.location, doing) from told
                if tried >= len(self.location.hosts) or not _refused(fault):
                    self.rest(tried)  # else another node may answer at once
            tried += 1

    def once(self, call: Callable[[], Result], doing: Doing = Doing.WRITING) -> Result:
        """Do what must not be done twice. Raises `ClusterError`."""
        try:
            return call()
        except exceptions.OpenSearchException as fault:
            raise in_words(fault, self.location, doing) from fault

    def rest(self, tried: int) -> None:
        """Wait before the next try, the longer the more there were, and not as long as others who wait."""
        time.sleep(random.uniform(0.5, 1.0) * min(_LONGEST_PAUSE, self.pause * 2 ** min(tried, 9)))  # noqa: S311 - no secret

    def get(self, index: str, document_id: str) -> Answer | None:
        """The body of a document, with `_seq_no` and `_primary_term`; None where there is none."""

        def call() -> Answer | None:
            try:
                found: Answer = self.client.get(index=index, id=document_id)
            except exceptions.NotFoundError as fault:
                if fault.error == MISSING:
                    raise
                return None
            return {**found["_source"], "_seq_no": found["_seq_no"], "_primary_term": found["_primary_term"]}

        return self.safely(call)


def open_cluster(location: str, *, seconds: float = SECONDS, tries: int = _TRIES) -> Cluster:
    """The cluster at a location; nothing is asked of it yet. Raises `ClusterError` for a bad location or file."""
    return _opened(location, _number("DATELINE_CLUSTER_SECONDS", seconds), tries, READING)


def open_for_loading(location: str) -> Cluster:
    """The same, with more patience: what waits loses no time, and what gives up has to be begun again."""
    return _opened(location, _number("DATELINE_CLUSTER_SECONDS", SECONDS), _MOST_TRIES, LOADING)


def _opened(location: str, seconds: float, tries: int, patience: float) -> Cluster:
    parsed = ClusterLocation.parse(location)
    credentials = Credentials.given()
    client = OpenSearch(
        parsed.addresses,
        connection_class=_Connection,
        timeout=seconds,
        max_retries=0,
        http_compress=True,
        pool_maxsize=16,
        dead_timeout=5,
        timeout_cutoff=2,
        **credentials.options(parsed.scheme),
    )
    return Cluster(parsed, client, tries, _number("DATELINE_CLUSTER_PATIENCE", patience))


def _number(variable: str, usual: float) -> float:
    typed = os.environ.get(variable, "")
    try:
        number = float(typed or usual)
    except ValueError:
        number = 0.0
    if not 0 < number <= _LONGEST:
        raise ClusterError(f"{variable} is {typed!r}; write a number of seconds, or leave it out for {usual:g}")
    return number


def _refused(fault: Exception) -> bool:
    """Whether a node did not even listen."""
    return isinstance(fault, exceptions.ConnectionError) and not isinstance(fault, exceptions.ConnectionTimeout)


class PartOfIndex(Exception):  # noqa: N818
    """An answer is about a part of the articles."""


def whole(answer: Answer) -> Answer:
    """The same answer. Raises `PartOfIndex` where it does not speak for every shard."""
    shards = answer["_shards"]
    if answer.get("timed_out") or shards.get("failed") or shards["successful"] != shards["total"]:
        raise PartOfIndex(f"{shards['successful']} of {shards['total']} shards answered")
    return answer
