"""The state document of an index on a cluster, by which readers and loaders agree on what can be seen of it.

The generation is raised after a refresh, so whoever sees it sees the articles.
"""

import secrets
from collections.abc import Callable, Collection
from dataclasses import asdict, dataclass, replace
from typing import Any

from opensearchpy import exceptions

from cluster.connection import Answer, Cluster, whole
from cluster.errors import ClusterBusy, MissingAlias, OtherVersion
from cluster.faults import Doing
from cluster.mapping import BESIDE, FORMAT, STATE_ID, state
from corpus.readers.streams.part import LARGEST_ARTICLE
from corpus.time_limit import ARTICLE_SECONDS

_TRIES = 20
_WHOSE = "dateline"


RunSeen = tuple[str, str, int]
"""A run that began: its id, its process (`cluster.processes`), and when it was last seen (seconds)."""


@dataclass(frozen=True, slots=True)
class State:
    """What an index says of itself.

    `generation` changes with everything that becomes visible. `languages` are those that its articles are stemmed by.
    `dated` has how many dated articles of each year the year classifier learned from. `unfinished` are runs that began
    and did not end: what they added to the indices of words may be wrong. `unlinked` are the runs whose articles wait
    for `dateline link`. `stale` counts the articles that are gone and that the indices of words still count.
    `newest` is the last moment (seconds since 1970) that was given to a run, for the articles that it adds, and
    `arriving` has the moments of unfinished runs.
    """

    generation: str = ""
    format: int = FORMAT
    language: str = "en"
    languages: tuple[str, ...] = ()
    roots: tuple[str, ...] = ()
    largest_article: int = LARGEST_ARTICLE
    article_seconds: float = ARTICLE_SECONDS
    fields: tuple[tuple[str, str], ...] = ()
    dated: tuple[tuple[int, int], ...] = ()
    unfinished: tuple[RunSeen, ...] = ()
    unlinked: tuple[str, ...] = ()
    stale: int = 0
    newest: int = 0
    arriving: tuple[tuple[str, int], ...] = ()
    program: str = _WHOSE

    @property
    def settled(self) -> int:
        """The last moment of which everything that was added until then can be seen."""
        return min([self.newest, *(moment - 1 for _, moment in self.arriving)])

    def without(self, runs: Collection[str]) -> "State":
        """The same where some runs are at work no more."""
        return replace(
            self,
            unfinished=tuple(each for each in self.unfinished if each[0] not in runs),
            arriving=tuple(each for each in self.arriving if each[0] not in runs),
        )


def read_state(cluster: Cluster, name: str | None = None) -> State:
    """The state of an index. Raises `MissingAlias` where there is none, `OtherVersion` where it is not ours."""
    return _state_of(cluster, _stored(cluster, name or cluster.name))


def change_state(cluster: Cluster, change: Callable[[State], State], name: str | None = None) -> State:
    """Change the state, whoever else changes it meanwhile; gives the new one."""
    named = name or cluster.name
    for tried in range(_TRIES):
        stored = _stored(cluster, named)
        before = _state_of(cluster, stored)
        changed = change(before)
        if changed == before or _put(cluster, named, changed, stored):
            return changed
        cluster.rest(min(tried, 3))
    raise ClusterBusy(f"the state of the index {named} is changed by others all the time; try again later")


def store_first(cluster: Cluster, name: str, first: State) -> None:
    """Write the state of an index that is made, which has none yet."""
    begun = replace(first, generation=secrets.token_hex(8))
    cluster.safely(lambda: cluster.client.index(index=state(name), id=STATE_ID, body=_body(begun)), Doing.WRITING)


def visible(cluster: Cluster, name: str | None = None, change: Callable[[State], State] = lambda same: same) -> State:
    """Make visible what was written: refresh all indices of a name, then raise the generation."""
    named = name or cluster.name
    refresh(cluster, named)
    return change_state(cluster, lambda state: replace(change(state), generation=secrets.token_hex(8)), named)


def refresh(cluster: Cluster, name: str) -> None:
    """Let searches see what was written to all indices of a name."""
    indices = ",".join((name, *(f"{name}-{each}" for each in BESIDE)))
    cluster.safely(lambda: whole(cluster.client.indices.refresh(index=indices)), Doing.WRITING)


def check_ours(cluster: Cluster) -> None:
    """Raise `OtherVersion` where the name is that of something else than an index of Dateline, of whatever version."""
    try:
        body = (cluster.get(state(cluster.name), STATE_ID) or {}).get("body")
        ours = isinstance(body, dict) and body.get("program") == _WHOSE
    except MissingAlias:
        ours = False
    if not ours:
        raise OtherVersion(
            f"{cluster.name} on the cluster at {', '.join(cluster.location.addresses)} is not an index of Dateline; "
            "choose another name"
        )


def _stored(cluster: Cluster, name: str) -> Answer:
    found = cluster.get(state(name), STATE_ID)
    if found is None:
        raise OtherVersion(f"the index {name} has no state document; build it anew with --rebuild PATH")
    return found


def _state_of(cluster: Cluster, stored: Answer) -> State:
    body = stored.get("body")
    mend = f"build it anew with: dateline index --index {cluster.location} --rebuild PATH"
    if not isinstance(body, dict) or body.get("program") != _WHOSE:
        raise OtherVersion(f"{cluster.name} on {cluster.location} is no index of Dateline; choose another name")
    if body.get("format") != FORMAT:
        raise OtherVersion(
            f"the index at {cluster.location} has format {body.get('format')}, this is format {FORMAT}; {mend}"
        )
    known = {name: _frozen(value) for name, value in body.items() if name in State.__dataclass_fields__}
    return State(**known)


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def _body(state: State) -> dict[str, Any]:
    return {"body": asdict(state)}


def _put(cluster: Cluster, name: str, changed: State, stored: Answer) -> bool:
    """Write the state over the one that was read; whether nobody else wrote meanwhile."""
    expected = {"if_seq_no": stored["_seq_no"], "if_primary_term": stored["_primary_term"]}

    def call() -> bool:
        try:
            cluster.client.index(index=state(name), id=STATE_ID, body=_body(changed), params=expected)
        except exceptions.ConflictError:
            # By somebody else, or by a try of ours whose answer was lost.
            found = cluster.get(state(name), STATE_ID)
            if found is None:
                _remove_made_by_writing(cluster, name)
            return bool(_stored(cluster, name).get("body") == _as_stored(changed))
        return True

    return cluster.safely(call, Doing.WRITING)


def _remove_made_by_writing(cluster: Cluster, name: str) -> None:
    """Remove an index of states that a cluster made of itself, as one was written to that had just been removed.

    Its makers write into it who they are, and no state is ever taken out of one: it is nobody's.
    """

    def call() -> None:
        index = state(name)
        try:
            made: Answer = cluster.client.indices.get_mapping(index=index)
        except exceptions.NotFoundError:
            return
        if index in made and "_meta" not in made[index].get("mappings", {}):
            cluster.client.indices.delete(index=index, params={"ignore_unavailable": "true"})

    cluster.safely(call, Doing.WRITING)


def _as_stored(state: State) -> Any:
    def plain(value: Any) -> Any:
        if isinstance(value, tuple | list):
            return [plain(each) for each in value]
        return {key: plain(each) for key, each in value.items()} if isinstance(value, dict) else value

    return plain(asdict(state))
