"""Tell the faults of a cluster in words, each with its mend; and which of them may pass by themselves."""

from enum import Enum
from http import HTTPStatus
from typing import Any

from opensearchpy import exceptions

from cluster.errors import (
    ClusterError,
    ClusterForbidden,
    ClusterOverloaded,
    ClusterReadOnly,
    ClusterRed,
    ClusterSlow,
    ClusterUnreachable,
    MissingAlias,
)
from cluster.location import ClusterLocation

TOO_MANY = HTTPStatus.TOO_MANY_REQUESTS
MISSING = "index_not_found_exception"
_BLOCK = "cluster_block_exception"
_PASSING = frozenset((HTTPStatus.BAD_GATEWAY, HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.GATEWAY_TIMEOUT, TOO_MANY))
_LONGEST = 200


class Doing(Enum):
    """What was about to be done."""

    READING = "read"
    WRITING = "written"


def passes(fault: Exception) -> bool:
    """Whether another try may find the cluster in a better state."""
    if not isinstance(fault, exceptions.TransportError):
        return not isinstance(fault, exceptions.OpenSearchException)
    if isinstance(fault, exceptions.ConnectionError):
        return not isinstance(fault, exceptions.SSLError)
    return (fault.status_code in _PASSING or _node_left(fault)) and not _blocked(fault)


def in_words(fault: Exception, location: ClusterLocation, doing: Doing) -> ClusterError:
    """A fault as an error that says what is wrong and what to do."""
    where = ", ".join(location.addresses)
    if isinstance(fault, exceptions.SSLError):
        return ClusterUnreachable(
            f"the certificate of {where} is not trusted ({reason_of(fault)}); name the file of its authority as "
            "DATELINE_CLUSTER_CA"
        )
    if isinstance(fault, exceptions.ConnectionTimeout):
        return ClusterSlow(
            f"a node of the cluster at {where} does not answer in time; look whether it hangs or has too much to do "
            "(GET _cat/nodes, GET _nodes/hot_threads), and try again"
        )
    if isinstance(fault, exceptions.ConnectionError):
        return ClusterUnreachable(
            f"no node of the cluster answers at {where} ({reason_of(fault)}); start it, or name the nodes that are up: "
            f"opensearch+http://HOST:9200,OTHER:9200/{location.name}"
        )
    if not isinstance(fault, exceptions.TransportError):
        return ClusterRed(f"the cluster at {where} does not have all articles at hand ({fault}); {_LOOK}")
    return _of_status(fault, location, doing)


_LOOK = "look at GET _cluster/health and GET _cluster/allocation/explain, bring back the nodes that are gone"


def _of_status(fault: exceptions.TransportError, location: ClusterLocation, doing: Doing) -> ClusterError:
    status, said, where = fault.status_code, reason_of(fault), ", ".join(location.addresses)
    if _blocked(fault):
        return ClusterReadOnly(read_only(location, said))
    if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        return ClusterForbidden(forbidden(where, status))
    if status == TOO_MANY:
        return ClusterOverloaded(
            f"the cluster at {where} goes on refusing work, as it has too much of it ({said}); add nodes, load with "
            "fewer processes, or try again later"
        )
    if status in _PASSING or _node_left(fault):
        return ClusterRed(f"the cluster at {where} does not have all articles at hand ({said}); {_LOOK}")
    if fault.error == MISSING:
        return MissingAlias(
            f"there is no index {location.name} on the cluster at {where}; build it with: "
            f"dateline index --index {location} FOLDER"
        )
    return ClusterError(
        f"the cluster at {where} does not do what is asked: {status} {said} (while articles are {doing.value})"
    )


def read_only(location: ClusterLocation, said: str) -> str:
    """Why an index takes nothing new, and the mend."""
    return (
        f"the index {location.name} is closed for writing ({said}); a disk of the cluster is full, or somebody closed "
        f"it: make room, then PUT {location.name}/_settings "
        '{"index.blocks.read_only_allow_delete": null, "index.blocks.write": null}, and run this again'
    )


def forbidden(where: str, status: int) -> str:
    """Why a user is not let in, and the mend; the user's name is not told."""
    if status == HTTPStatus.UNAUTHORIZED:
        return (
            f"the cluster at {where} does not accept the user and password, or the API key; check "
            "DATELINE_CLUSTER_USER with DATELINE_CLUSTER_PASSWORD or DATELINE_CLUSTER_PASSWORD_FILE, or "
            "DATELINE_CLUSTER_API_KEY"
        )
    return f"the cluster at {where} does not let this user do that; give the user the right to read and write the index"


def _node_left(fault: exceptions.TransportError) -> bool:
    """Whether a node went away while it was asked, which is told as a failure of the one that asked it."""
    info: Any = fault.info
    causes = (
        info["error"].get("root_cause", ()) if isinstance(info, dict) and isinstance(info.get("error"), dict) else ()
    )
    return any(each.get("type") in _LEFT for each in causes)


_LEFT = frozenset(
    (
        "node_closed_exception",
        "node_disconnected_exception",
        "node_not_connected_exception",
        "no_shard_available_action_exception",
        "receive_timeout_transport_exception",
    )
)


def _blocked(fault: exceptions.TransportError) -> bool:
    """Whether an index is closed for writing, which no other try opens; one without a manager is another thing."""
    return fault.error == _BLOCK and fault.status_code in (HTTPStatus.FORBIDDEN, TOO_MANY)


def reason_of(fault: exceptions.OpenSearchException) -> str:
    """What the cluster said, in one line."""
    info: Any = getattr(fault, "info", None)
    error = info.get("error") if isinstance(info, dict) else None
    if isinstance(error, dict):
        causes = error.get("root_cause") or [error]
        said = str(causes[0].get("reason") or error.get("reason") or error.get("type"))
    elif isinstance(info, Exception):
        cause = getattr(info, "reason", None) or info
        said = str(cause).rpartition(": ")[2] or type(info).__name__
    else:
        said = str(getattr(fault, "error", fault))
    return " ".join(said.split())[:_LONGEST]
