"""What speaks of all articles together: years, near-duplicates, names, words. A run ends with it; or it runs by itself.

Each part is done anew when it is due, and what a run that died left undone is done by the next.
"""

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass, replace

from cluster import state as states
from cluster.connection import Cluster
from cluster.near_duplicates import link_duplicates
from cluster.recount import recount
from cluster.redating import redate
from cluster.runs import dead
from cluster.settling import settle
from cluster.state import State
from cluster.sweep import count
from index.writing.steps import Step

Begun = Callable[[Step, int, int], object]

_SMALL = 5_000
_SHARE = 0.1
"""The fingerprints of so many new articles, or of such a share of all, are looked up; of more, all are fetched."""
_STALE = 0.2
"""The words are counted anew when such a share of what they count is gone."""


@dataclass(frozen=True, slots=True)
class Linked:
    """What was done: how many articles have another date, and how many other near-duplicates or groups."""

    redated: int = 0
    regrouped: int = 0
    recounted: bool = False


def is_large(cluster: Cluster, name: str, state: State) -> bool:
    """Whether so much is new that a run leaves it to `dateline link`, unless it builds the index."""
    new = count(cluster, name, {"terms": {"run": _waiting(state)}})
    return new > max(_SMALL, _SHARE * count(cluster, name))


def _waiting(state: State) -> list[str]:
    """The runs whose articles are to be linked: those that ended, and those that died."""
    return [*state.unlinked, *(run for run, _, _ in dead(state))]


def link(
    cluster: Cluster, name: str, executor: Executor, at_once: int, begun: Begun, *, everything: bool = False
) -> Linked:
    """Bring everything that speaks of all articles up to date with what searches see, and make it visible.

    With `everything` near-duplicates are looked for among all articles, whichever are new, and words are counted anew.
    """
    state = states.read_state(cluster, name)
    runs = _waiting(state)
    redated, dated = redate(cluster, name, state, executor, at_once, begun=begun)
    if redated:
        states.refresh(cluster, name)
    begun(Step.COPIES, 0, 0)
    whole = everything or is_large(cluster, name, state)
    regrouped = link_duplicates(cluster, name, None if whole else set(runs))
    begun(Step.NAMES, 0, 0)
    settle(cluster, name)
    gone = dead(state)
    stale = everything or bool(gone) or state.stale > _STALE * count(cluster, name)
    languages = recount(cluster, name, state.language, executor, at_once) if stale else None

    def linked(now: State) -> State:
        return replace(
            now.without([run for run, _, _ in gone]),
            dated=dated,
            unlinked=tuple(run for run in now.unlinked if run not in runs),
            stale=max(0, now.stale - state.stale) if stale else now.stale,
            languages=now.languages if languages is None else tuple(sorted(languages)),
        )

    states.visible(cluster, name, linked)
    return Linked(redated, regrouped, stale)
