"""Send many documents: in requests of a bounded size, as fast as the cluster takes them and no faster.

Every document has an `_id` of its own making, so that a request of which no answer came is sent again without harm. A
cluster with too much to do refuses documents (429): these wait, longer each time, and go in smaller requests.
"""

import json
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, NamedTuple

from opensearchpy import exceptions

from cluster.connection import Answer, Cluster
from cluster.errors import ClusterForbidden, ClusterOverloaded, ClusterReadOnly, ClusterRed, MissingAlias
from cluster.faults import MISSING, Doing, forbidden, read_only, reason_of
from cluster.fields import Body

_BYTES = 4_000_000
_DOCUMENTS = 2_500
_ADDRESS = "/_bulk?timeout=15s&filter_path=items.*.status,items.*.error.type,items.*.error.reason"
"""A node waits so long for a shard that is nowhere before it says so."""
_ENCODED = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_SURROGATES = re.compile("[\ud800-\udfff]")
_DONE = frozenset((HTTPStatus.OK, HTTPStatus.CREATED))
_AGAIN = frozenset((HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.GATEWAY_TIMEOUT))
_BLOCK = "cluster_block_exception"


class Action(NamedTuple):
    """What is to be done with a document: `index`, `create` (nothing where it is there), `update` or `delete`."""

    what: str
    into: str
    document_id: str
    body: Body | None = None

    def lines(self) -> bytes:
        """The lines of it in a request."""
        # Names of indices and ids of our making have no sign that JSON writes otherwise.
        head = f'{{"{self.what}":{{"_index":"{self.into}","_id":"{self.document_id}"}}}}\n'.encode()
        if self.body is None:
            return head
        return head + _line({"doc": self.body} if self.what == "update" else self.body)


@dataclass(slots=True)
class _Left:
    """Actions that are not done yet, by their places; and how often some of them were refused in a row."""

    lines: dict[int, bytes]
    refused: dict[int, str] = field(default_factory=dict)
    tried: int = 0
    last: tuple[int, str] = (0, "")


def send(cluster: Cluster, actions: Sequence[Action]) -> dict[int, str]:
    """Do all of some actions; gives the reasons of those that can never be done, by their places.

    Raises `ClusterError` where the cluster cannot take any more; what was acknowledged until then stays.
    """
    refused: dict[int, str] = {}
    for first, lines in _requests(actions):
        left = _Left(dict(enumerate(lines, first)))
        most, until = len(lines), time.monotonic() + cluster.patience
        while left.lines:
            some = dict(list(left.lines.items())[:most])
            if _send(cluster, some, left):
                left.tried, until = 0, time.monotonic() + cluster.patience
                continue
            left.tried += 1
            if time.monotonic() > until:
                raise _in_words(cluster, *left.last)
            most = max(1, most // 2)
            cluster.rest(min(left.tried, 5))
        refused |= left.refused
    return refused


def _send(cluster: Cluster, some: dict[int, bytes], left: _Left) -> bool:
    """One request; whether the cluster took any of it."""
    body = b"".join(some.values())
    answer: Answer = cluster.safely(lambda: _asked(cluster, body, left), Doing.WRITING)
    taken = False
    for place, item in zip(some, answer["items"], strict=bool(answer["items"])):
        ((what, told),) = item.items()
        status, error = told["status"], told.get("error", {})
        if status in _DONE or (what, status) in _HARMLESS:
            taken = True
        elif status in _AGAIN and error.get("type") != _BLOCK:
            left.last = status, error.get("reason", "")
            continue
        else:
            _stop_where_all_would_fail(cluster, status, error)
            left.refused[place] = error.get("reason", str(status))
        del left.lines[place]
    return taken


def _asked(cluster: Cluster, body: bytes, left: _Left) -> Answer:
    """What became of each action; nothing where the request was refused as a whole, as the node has too much to do."""
    try:
        # By its address: the client would take `timeout` for its own.
        answer: Answer = cluster.client.transport.perform_request("POST", _ADDRESS, body=body)
    except exceptions.TransportError as fault:
        if fault.status_code != HTTPStatus.TOO_MANY_REQUESTS or fault.error == _BLOCK:
            raise
        left.last = HTTPStatus.TOO_MANY_REQUESTS, reason_of(fault)
        return {"items": []}
    return answer


_HARMLESS = {("create", HTTPStatus.CONFLICT), ("delete", HTTPStatus.NOT_FOUND), ("update", HTTPStatus.NOT_FOUND)}
"""It is there already; or it is gone already."""


def _stop_where_all_would_fail(cluster: Cluster, status: int, error: dict[str, Any]) -> None:
    kind, reason = error.get("type"), error.get("reason", "")
    if kind == _BLOCK:
        raise ClusterReadOnly(read_only(cluster.location, reason))
    if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        raise ClusterForbidden(forbidden(", ".join(cluster.location.addresses), status))
    if kind == MISSING:
        raise MissingAlias(f"the index {cluster.name} was removed while it was written; run this again")


def _in_words(cluster: Cluster, status: int, reason: str) -> Exception:
    where = ", ".join(cluster.location.addresses)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return ClusterOverloaded(
            f"the cluster at {where} goes on refusing articles, as it has too much to do ({reason[:200]}); add nodes, "
            "load with fewer processes (DATELINE_CLUSTER_PROCESSES), or run this again later: what is in stays"
        )
    return ClusterRed(
        f"the cluster at {where} has no node for a part of the index ({reason[:200]}); bring back the nodes that are "
        "gone (GET _cluster/health), and run this again: what is in stays"
    )


def _requests(actions: Sequence[Action]) -> Iterator[tuple[int, list[bytes]]]:
    """The lines of actions as requests of a bounded size, each with the place of its first action."""
    begun, lines, size = 0, list[bytes](), 0
    for place, action in enumerate(actions):
        each = action.lines()
        if lines and (size + len(each) > _BYTES or len(lines) == _DOCUMENTS):
            yield begun, lines
            begun, lines, size = place, [], 0
        lines.append(each)
        size += len(each)
    if lines:
        yield begun, lines


def in_pieces(actions: Iterable[Action], most: int = 5_000) -> Iterator[list[Action]]:
    """Actions, so many at a time, where there may be too many to hold."""
    piece: list[Action] = []
    for action in actions:
        piece.append(action)
        if len(piece) == most:
            yield piece
            piece = []
    if piece:
        yield piece


def _line(value: Any) -> bytes:
    text = _ENCODED(value)
    try:
        return text.encode() + b"\n"
    except UnicodeEncodeError:  # half a character of a damaged file, which no cluster takes
        return _SURROGATES.sub("\ufffd", text).encode() + b"\n"
