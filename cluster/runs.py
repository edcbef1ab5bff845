"""Which runs are at work on an index, known by what each writes into its state: where it goes on, and that it does.

A run shows itself every few seconds, whatever it is about. One whose process is gone, or that is not seen any more, is
dead: what it added to the indices of words may be wrong, and is counted anew. An index that a dead run was building is
gone on with, or removed where it was a rebuild.
"""

import secrets
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace

from cluster import indices, processes
from cluster import state as states
from cluster.connection import Cluster
from cluster.errors import ClusterBusy, ClusterError
from cluster.state import RunSeen, State
from index.storage.lock import WAIT

_BEAT = 8.0
_SILENT = 30.0
"""Seconds after which a run on another machine is taken for dead by who watched it, as it did not show itself once."""
_FORGOTTEN = 120.0
"""The same for who does not watch, and goes by the clocks of both machines, which may differ."""
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
        self.moment = dict(state.arriving).get(self.id) or self.moment or max(int(time.time()), state.newest + 1)
        others = state.without([self.id])
        return replace(
            others,
            unfinished=(*others.unfinished, (self.id, processes.here(), int(time.time()))),
            arriving=(*others.arriving, (self.id, self.moment)),
            newest=max(state.newest, self.moment),
        )

    def ended(self, state: State) -> State:
        """The state without this run."""
        return state.without([self.id])

    @contextmanager
    def showing_itself(self, cluster: Cluster, name: str) -> Iterator[None]:
        """Let others see, every few seconds, that this run goes on; as long as it is entered in the state."""
        ended = threading.Event()

        def again(state: State) -> State:
            return self.seen(state) if any(run == self.id for run, _, _ in state.unfinished) else state

        def show() -> None:
            while not ended.wait(_BEAT):
                with suppress(ClusterError):  # the run itself learns of it
                    states.change_state(cluster, again, name)

        showing = threading.Thread(target=show, name="showing", daemon=True)
        showing.start()
        try:
            yield
        finally:
            ended.set()
            showing.join(_BEAT)


def dead(state: State) -> list[RunSeen]:
    """The runs that began and are gone without an end."""
    return [each for each in state.unfinished if not _alive(each)]


def wait_for_others(cluster: Cluster, *, anew: bool, wait: float = WAIT) -> list[str]:
    """Wait until nobody builds the index or, to build it `anew`, writes to it; gives what dead builders left.

    Raises `ClusterBusy` where that takes too long.
    """
    until, watch = time.monotonic() + wait, _Watch(cluster)
    while True:
        left = indices.half_built(cluster)
        active = [name for name in left if watch.anybody_at(name)]
        if anew and not active and indices.exists(cluster) and watch.anybody_at(cluster.name):
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
    watch = _Watch(cluster)
    if any(watch.anybody_at(each) for each in indices.half_built(cluster) if each < name):
        indices.discard(cluster, name)
        raise ClusterBusy(f"another process builds the index at {cluster.location}; try again when it is done")


def discard_all(cluster: Cluster, names: Sequence[str]) -> None:
    """Remove what dead builders left; but not where one was only slow, and has put it in its place meanwhile."""
    for name in set(names).intersection(indices.half_built(cluster) if names else ()):
        indices.discard(cluster, name)


@dataclass
class _Watch:
    """Watches runs: by the clock of this machine alone, as that of another may be wrong."""

    cluster: Cluster
    _since: dict[str, tuple[int, float]] = field(default_factory=dict)

    def anybody_at(self, name: str) -> bool:
        """Whether anybody writes to an index that has this real name, or alias, or makes it."""
        try:
            going_on = list(map(self._goes_on, states.read_state(self.cluster, name).unfinished))  # each is watched
            return any(going_on)
        except ClusterError:
            # Whoever has just begun to make its indices has no state yet.
            builder = indices.builder_of(self.cluster, name)
            return builder is not None and self._goes_on((name, builder, 0))

    def _goes_on(self, run: RunSeen) -> bool:
        named, process, seen = run
        known, now = processes.runs(process), time.monotonic()
        if known is not None:
            return known
        last, since = self._since.get(named, (None, now))
        if last != seen:
            last, since = self._since[named] = seen, now
        return now - since < _SILENT


def _alive(run: RunSeen) -> bool:
    _, process, seen = run
    known = processes.runs(process)
    return time.time() - seen < _FORGOTTEN if known is None else known
