"""Read and keep how all articles together read the names: apart from the state, which readers ask for all the time."""

import json
from collections.abc import Callable
from typing import Any

from cluster.blobs import read_blob, write_blob
from cluster.connection import Cluster
from index.segments.settled_names import SettledNames

_KEY = "settled"


def stored_settled(cluster: Cluster, name: str | None = None) -> dict[str, Any]:
    """The settled names: `names` with the names that each key is shown as, `types`; empty before they are settled."""
    content, _ = read_blob(cluster, name or cluster.name, _KEY)
    found: dict[str, Any] = json.loads(content) if content else {}
    return found


def store_settled(cluster: Cluster, name: str, judged: Callable[[], SettledNames]) -> bool:
    """Keep settled names; whether they are other than before. Raises `ChangedMeanwhileError`.

    They are judged once it is known what they replace: whoever comes later has seen more articles.
    """
    content, version = read_blob(cluster, name, _KEY)
    settled = judged()
    plain = {"names": {key: list(shown) for key, shown in settled.names.items()}, "types": dict(settled.types)}
    if content and json.loads(content) == plain:
        return False
    write_blob(cluster, name, _KEY, json.dumps(plain).encode(), version)
    return True
