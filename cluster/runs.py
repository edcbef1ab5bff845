"""Which runs are at work on an index, known by what each writes into its state: when it was last seen, and where.

A run that is not seen any more is dead: what it added to the indices of words may be wrong, and is counted anew. An
index that a dead run was building is gone on with, or removed where it was a rebuild.
"""

import os
import platform
import secrets
import time
from collections.abc import Sequence
from dataclasses import replace

from cluster import state as states
from cluster.connection import Cluster
from cluster.errors import ClusterBusy, ClusterError
from cluster.state import RunSeen, State
from index.storage.lock import WAIT

_DEAD_AFTER = 300.0
"""Seconds after which a run on another machine that was not seen is taken for dead: it shows itself each minute."""
_LOOK = 1.0


class Run:
    """One run: it is entered in the state of the index that it writes to, and taken out at its end."""

    def __init__(self) -> None:
        self.id = f"{time.strftime('%Y%m%d%H%M%S', time.gmtime())}{secrets.token_hex(4)}"
        self.moment = 0
        """When the articles came that it adds: seconds since 1970, known once it is entered in a state.

        It is given in turn, so that no run has one that another had, whatever the clocks of machines say; and all
        articles of a run have the same, as what is loaded together is seen in no order.
        """

    def seen(self, state: State) -> State:
        """The state with this run as it is seen now."""
        self.moment = dict(state.arriving).get(self.id) or max(int(time.time()), state.newest + 1)
        others = state.without([self.id])
        return replace(
            others,
            unfinished=(*others.unfinished, (self.id, _where(), int(time.time()))),
            arriving=(*others.arriving, (self.id, self.moment)),
            newest=max(state.newest, self.moment),
        )

    def ended(self, state: State) -> State:
        """The state without this run."""
        return state.without([self.id])


def dead(state: State) -> list[RunSeen]:
    """The runs that began and are gone without an end."""
    return [each for each in state.unfinished if not _alive(each)]


def wait_for_others(cluster: Cluster, *, anew: bool, wait: float = WAIT) -> list[str]:
    """Wait until nobody builds the index or, to build it `anew`, writes to it; gives what dead builders left.

    Raises `ClusterBusy` where that takes too long.
    """
    until = time.monotonic() + wait
    while True:
        left = states.half_built(cluster)
        active = [name for name in left if _any_alive(cluster, name)]
        if anew and not active and states.exists(cluster) and _any_alive(cluster, cluster.name):
            active = [cluster.name]
        if not active:
            return left
        if time.monotonic() > until:
            raise ClusterBusy(
                f"another process has been building the index at {cluster.location} for {wait:.0f} s, or writing to "
                "one that is to be rebuilt; try again when it is done"
            )
        time.sleep(_LOOK)


def sole_builder(cluster: Cluster, name: str) -> None:
    """Raise `ClusterBusy` where somebody began to build just before; what we began is removed."""
    rivals = [each for each in states.half_built(cluster) if each < name and _any_alive(cluster, each)]
    if rivals:
        states.discard(cluster, name)
        raise ClusterBusy(f"another process builds the index at {cluster.location}; try again when it is done")


def discard_all(cluster: Cluster, names: Sequence[str]) -> None:
    """Remove what dead builders left."""
    for name in names:
        states.discard(cluster, name)


def _any_alive(cluster: Cluster, name: str) -> bool:
    try:
        state = states.read_state(cluster, name)
    except ClusterError:
        # Whoever has just begun to make its indices has no state yet.
        begun = states.begun_at(name)
        return begun is not None and time.time() - begun < _DEAD_AFTER
    return any(map(_alive, state.unfinished))


def _where() -> str:
    return f"{platform.node()}:{os.getpid()}"


def _alive(run: RunSeen) -> bool:
    _, where, seen = run
    host, _, process = where.rpartition(":")
    if host != platform.node():
        return time.time() - seen < _DEAD_AFTER
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
