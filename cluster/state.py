"""The indices of one name on a cluster, and the state document by which readers and loaders agree on them.

What is new is built beside what is there, under real names with a stamp, and takes its place in one call: the aliases
move together. The generation is raised after a refresh, so whoever sees it sees the articles.
"""

import calendar
import os
import secrets
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from opensearchpy import exceptions

from cluster.connection import Answer, Cluster, whole
from cluster.errors import ClusterBusy, ClusterError, MissingAlias, OtherVersion
from cluster.faults import Doing
from cluster.mapping import BESIDE, FORMAT, STATE_ID, article_fields, articles_body, beside_body, state
from corpus.readers.streams.part import LARGEST_ARTICLE
from corpus.time_limit import ARTICLE_SECONDS

_TRIES = 20
_STAMP, _STAMPED = "%Y%m%d%H%M%S", 14
"""When an index was begun, in its real name; and how long that is."""
_WHOSE = "dateline"


RunSeen = tuple[str, str, int]
"""A run that began: its id, the machine and process where it goes on, and when it was last seen (seconds)."""


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
        changed = change(_state_of(cluster, stored))
        if _put(cluster, named, changed, stored):
            return changed
        cluster.rest(min(tried, 3))
    raise ClusterBusy(f"the state of the index {named} is changed by others all the time; try again later")


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


def real_name(cluster: Cluster) -> str:
    """The name of the index that the alias names now."""
    return next(index for index, aliases in _named(cluster).items() if cluster.name in aliases)


def exists(cluster: Cluster) -> bool:
    """Whether there is an index of the name, readable or not."""
    found: bool = cluster.safely(lambda: cluster.client.indices.exists(index=cluster.name))
    return found


def create(cluster: Cluster, begun: State) -> str:
    """Make empty indices under a real name, which no alias names yet; gives that name."""
    shards, replicas = _spread(cluster)
    name = f"{cluster.name}.{time.strftime(_STAMP, time.gmtime())}{secrets.token_hex(3)}"
    bodies = {f"{name}-{each}": beside_body(each, replicas) for each in BESIDE}
    _create(cluster, state(name), bodies.pop(state(name)))  # first: it tells others who makes the rest
    first = replace(begun, generation=secrets.token_hex(8))
    cluster.safely(lambda: cluster.client.index(index=state(name), id=STATE_ID, body=_body(first)), Doing.WRITING)
    for index, body in {**bodies, name: articles_body(shards, replicas)}.items():
        _create(cluster, index, body)
    return name


def begun_at(name: str) -> float | None:
    """When an index of a real name was begun, in seconds since 1970; None for any other name."""
    stamp = name.rpartition(".")[2][:_STAMPED]
    try:
        return float(calendar.timegm(time.strptime(stamp, _STAMP)))
    except ValueError:
        return None


def add_missing_fields(cluster: Cluster, name: str) -> None:
    """Give an index what its articles may have and had not yet when it was built."""
    cluster.safely(lambda: cluster.client.indices.put_mapping(index=name, body=article_fields()), Doing.WRITING)


def standing(cluster: Cluster) -> str | None:
    """The name of the index that the alias names now; None where there is no such alias."""
    return next((index for index, aliases in _named(cluster).items() if cluster.name in aliases), None)


def put_in_place(cluster: Cluster, name: str, instead: str | None = None) -> None:
    """Let the aliases name what was built, all in one call; what they named before is removed afterwards.

    Raises `ClusterBusy` where that is not what they named when the building began: nobody's articles are replaced who
    came between.
    """
    before, there = _named(cluster), standing(cluster)
    if there == name:
        return  # somebody else went on with the same build, and was done before
    if there != instead:
        discard(cluster, name)
        raise ClusterBusy(f"another process has built the index at {cluster.location} meanwhile; run this again")
    pairs = [(cluster.name, name), *((f"{cluster.name}-{each}", f"{name}-{each}") for each in BESIDE)]
    actions = [{"remove": {"index": old, "alias": alias}} for old, aliases in before.items() for alias in aliases]
    actions += [{"add": {"index": index, "alias": alias}} for alias, index in pairs]
    cluster.safely(lambda: cluster.client.indices.update_aliases(body={"actions": actions}), Doing.WRITING)
    remove(cluster, list(before))


def remove(cluster: Cluster, indices: Sequence[str]) -> None:
    """Remove indices for good."""
    if indices:
        cluster.safely(
            lambda: cluster.client.indices.delete(index=",".join(indices), params={"ignore_unavailable": "true"}),
            Doing.WRITING,
        )


def remove_all(cluster: Cluster) -> None:
    """Remove what the aliases name, and the aliases with it."""
    remove(cluster, list(_named(cluster)))


def discard(cluster: Cluster, name: str) -> None:
    """Remove what was half built."""
    remove(cluster, [name, *(f"{name}-{each}" for each in BESIDE)])


def half_built(cluster: Cluster) -> list[str]:
    """The real names of indices that no alias names: being built, or left by a builder that died."""
    found: Answer = cluster.safely(lambda: cluster.client.indices.get_alias(index=f"{cluster.name}.*"))
    idle = [index for index, about in found.items() if not about["aliases"]]
    return sorted({f"{cluster.name}.{index.removeprefix(f'{cluster.name}.').partition('-')[0]}" for index in idle})


def _named(cluster: Cluster) -> dict[str, list[str]]:
    """The real indices that the aliases name now, each with its aliases."""
    aliases = ",".join((cluster.name, *(f"{cluster.name}-{each}" for each in BESIDE)))
    try:
        found: Answer = cluster.safely(lambda: cluster.client.indices.get_alias(name=aliases))
    except MissingAlias:
        return {}
    except ClusterError as fault:
        if isinstance(fault.__cause__, exceptions.NotFoundError):
            return {}
        raise
    return {index: list(about["aliases"]) for index, about in found.items() if "aliases" in about}


def _create(cluster: Cluster, index: str, body: dict[str, Any]) -> None:
    def call() -> None:
        try:
            cluster.client.indices.create(index=index, body=body)
        except exceptions.RequestError as fault:
            if fault.error != "resource_already_exists_exception":  # a try before this one was heard
                raise

    cluster.safely(call, Doing.WRITING)


def _spread(cluster: Cluster) -> tuple[int, int]:
    """How many shards and replicas: one shard for each node that holds data, one replica where there are several."""
    health: Answer = cluster.safely(cluster.client.cluster.health)
    nodes = int(health["number_of_data_nodes"])
    shards = _number("DATELINE_CLUSTER_SHARDS", max(1, nodes))
    return shards, _number("DATELINE_CLUSTER_REPLICAS", 1 if nodes > 1 else 0)


def _number(variable: str, usual: int) -> int:
    typed = os.environ.get(variable, "")
    if not typed:
        return usual
    if not typed.isdigit() or int(typed) > 1_000:  # noqa: PLR2004 - more is a slip
        raise ClusterError(f"{variable} is {typed!r}; write a whole number, or leave it out for {usual}")
    return int(typed)


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
            return bool(_stored(cluster, name).get("body") == _as_stored(changed))
        return True

    return cluster.safely(call, Doing.WRITING)


def _as_stored(state: State) -> Any:
    def plain(value: Any) -> Any:
        if isinstance(value, tuple | list):
            return [plain(each) for each in value]
        return {key: plain(each) for key, each in value.items()} if isinstance(value, dict) else value

    return plain(asdict(state))
