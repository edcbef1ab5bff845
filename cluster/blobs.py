"""Keep what is learned from all articles on the cluster, as bytes: in parts that a request can carry."""

import secrets
import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable
from typing import TypeVar

from opensearchpy import exceptions

from cluster.bulk import Action, send
from cluster.connection import Cluster
from cluster.errors import ClusterError
from cluster.faults import Doing
from cluster.mapping import state

_PART = 3_000_000
_TRIES = 20

Result = TypeVar("Result")


class ChangedMeanwhileError(ClusterError):
    """Somebody else stored it since it was read."""


def read_blob(cluster: Cluster, name: str, key: str) -> tuple[bytes | None, tuple[int, int] | None]:
    """What is stored under a key, and its version; None and None where there is nothing."""
    head = cluster.get(state(name), key)
    if head is None:
        return None, None
    version = head["_seq_no"], head["_primary_term"]
    stored = [cluster.get(state(name), _part(key, head["body"]["stamp"], i)) for i in range(head["body"]["parts"])]
    packed = b"".join(b64decode(each["body"]["data"]) for each in stored if each)
    try:
        return zlib.decompress(packed), version
    except zlib.error:  # a part was replaced while it was read, or lost: it can be made anew
        return None, version


def write_blob(cluster: Cluster, name: str, key: str, content: bytes, version: tuple[int, int] | None) -> None:
    """Store it over the version that was read. Raises `ChangedMeanwhileError`."""
    stamp, packed = secrets.token_hex(6), zlib.compress(content, 6)
    parts = [packed[first : first + _PART] for first in range(0, len(packed), _PART)]
    before = cluster.get(state(name), key)
    bodies = ({"body": {"data": b64encode(each).decode()}} for each in parts)
    send(cluster, [Action("index", state(name), _part(key, stamp, i), body) for i, body in enumerate(bodies)])
    head = {"body": {"stamp": stamp, "parts": len(parts)}}
    expected = {"if_seq_no": version[0], "if_primary_term": version[1]} if version else {"op_type": "create"}

    def call() -> None:
        cluster.client.index(index=state(name), id=key, body=head, params=dict(expected))

    try:
        cluster.once(call, Doing.WRITING)
    except ClusterError as fault:
        if isinstance(fault.__cause__, exceptions.ConflictError):
            raise ChangedMeanwhileError(f"{key} was stored by another run meanwhile") from fault
        raise
    if before:
        old = before["body"]
        send(cluster, [Action("delete", state(name), _part(key, old["stamp"], i)) for i in range(old["parts"])])


def until_stored(cluster: Cluster, work: Callable[[], Result]) -> Result:
    """What `work` gives, which reads, makes and stores something; again where another run stored it meanwhile.

    Raises `ChangedMeanwhileError` where that never ends.
    """
    for tried in range(_TRIES):
        try:
            return work()
        except ChangedMeanwhileError:
            if tried == _TRIES - 1:
                raise
            cluster.rest(1)
    raise AssertionError("the last try returns or raises")


def _part(key: str, stamp: str, number: int) -> str:
    return f"{key}:{stamp}:{number}"
