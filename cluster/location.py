"""Where an index on a cluster is: `opensearch+http://host:9200,other:9200/news`. Credentials never stand in it."""

import re
from dataclasses import dataclass

from cluster.errors import BadLocation

PREFIX = "opensearch+"
"""How the location of an index on a cluster begins; any other one is a folder."""

_FORM = re.compile(r"opensearch\+(https?)://([^/?#]*)(?:/([^?#]*))?", re.IGNORECASE)
_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::(\d{1,5}))?")
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")
_LONGEST_NAME = 120
_PORT, _LAST_PORT = 9200, 65535
_OURS = ("-words", "-values", "-files", "-state")
_EXAMPLE = "opensearch+http://localhost:9200/news"


@dataclass(frozen=True, slots=True)
class ClusterLocation:
    """The addresses of some nodes of a cluster, and the name of an index there."""

    scheme: str
    hosts: tuple[tuple[str, int], ...]
    name: str

    def __str__(self) -> str:
        nodes = ",".join(f"{host}:{port}" for host, port in self.hosts)
        return f"{PREFIX}{self.scheme}://{nodes}/{self.name}"

    @property
    def addresses(self) -> list[str]:
        """An address for each node."""
        return [f"{self.scheme}://{host}:{port}" for host, port in self.hosts]

    @classmethod
    def parse(cls, typed: str) -> "ClusterLocation":
        """The location that was typed. Raises `BadLocation`, with what to write."""
        found = _FORM.fullmatch(typed.strip())
        if not found:
            raise BadLocation(f"{_shown(typed)!r} is no location of an index on a cluster; write such as {_EXAMPLE}")
        scheme, nodes, name = found[1].lower(), found[2], (found[3] or "").rstrip("/")
        if "@" in nodes:
            raise BadLocation(
                "a location holds no user and no password; give them as DATELINE_CLUSTER_USER and "
                "DATELINE_CLUSTER_PASSWORD, or a file as DATELINE_CLUSTER_PASSWORD_FILE"
            )
        return cls(scheme, tuple(_host(node.strip(), typed) for node in nodes.split(",")), _checked(name, typed))


def is_cluster(location: object) -> bool:
    """Whether a location is one on a cluster."""
    return str(location).lower().startswith(PREFIX)


def _host(node: str, typed: str) -> tuple[str, int]:
    found = _HOST.fullmatch(node)
    port = int(found[2] or _PORT) if found else 0
    if not found or not 0 < port <= _LAST_PORT:
        raise BadLocation(f"{node!r} in {typed!r} is no address of a node; write such as {_EXAMPLE}")
    return found[1], port


def _checked(name: str, typed: str) -> str:
    if not name:
        raise BadLocation(f"{typed!r} names no index; add one, as in {_EXAMPLE}")
    if not _NAME.fullmatch(name) or len(name) > _LONGEST_NAME:
        raise BadLocation(
            f"{name!r} is no name of an index on a cluster; use up to {_LONGEST_NAME} small letters, digits, "
            "hyphens and underscores, beginning with a letter or digit"
        )
    if name.endswith(_OURS):
        raise BadLocation(f"{name!r} ends like an index that Dateline keeps beside another one; choose another name")
    return name


def _shown(typed: str) -> str:
    """A location as it may be shown: without what may be a password."""
    return re.sub(r"//[^/]*@", "//…@", typed)
