"""What the command line does with an index on a cluster, beside searching it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from cluster import indices, processes
from cluster import state as states
from cluster.connection import Answer, Cluster, open_cluster, open_for_loading
from cluster.executors import executing
from cluster.linking import Linked, link
from cluster.loading import refresh
from cluster.mapping import BESIDE, document_id
from cluster.runs import dead, wait_for_others
from cluster.settling import judged
from cluster.sweep import buckets, count, sweep
from index.corrections import user_aliases
from index.ingest.summary import Progress, Summary, silent
from index.segments.stored_article import from_json
from index.snapshots.likely_duplicates import LikelyDuplicate, likely_among
from index.snapshots.underived import underived_of
from index.writing.steps import Step

__all__ = ["check", "language", "likely_duplicates", "link_all", "notes", "refresh", "roots"]

_MOST = 100
"""Faults of articles that are told; damage comes in thousands."""


def roots(location: str) -> Sequence[str]:
    """The paths that an index was built from; none where there is no index yet."""
    cluster = open_cluster(location)
    return states.read_state(cluster).roots if indices.exists(cluster) else ()


def language(location: str) -> str:
    """The language of its stemming."""
    return states.read_state(open_cluster(location)).language


def notes(location: str) -> Iterator[str]:
    """What to know of an index now: languages that are not understood in full, what waits, copies that are missing."""
    cluster = open_cluster(location)
    state = states.read_state(cluster)
    yield from map(str, underived_of(Counter(dict(buckets(cluster, cluster.name, "language")))))
    if state.unlinked:
        yield (
            "note: so many articles are new that near-duplicates, inferred dates and settled names wait; bring them up "
            f"to date with: dateline link --index {cluster.location}"
        )
    if _health(cluster)["status"] == "yellow":
        yield "note: some copies of the index are on no node for now: losing another node may lose articles."


def link_all(location: str, progress: Progress = silent) -> Linked:
    """Do everything that speaks of all articles together, for all of them."""
    cluster = open_for_loading(location)
    states.check_ours(cluster)
    wait_for_others(cluster, anew=False)
    name = indices.real_name(cluster)
    states.refresh(cluster, name)

    def begun(step: Step, done: int, size: int) -> None:
        progress(step, done, size, Summary())

    with executing(None) as (executor, at_once):
        return link(cluster, name, executor, at_once, begun, everything=True)


def likely_duplicates(location: str, aliases: Path | None) -> list[LikelyDuplicate]:
    """The names that are probably one, those of most articles first; none of which a user's `aliases` say anything."""
    cluster = open_cluster(location)
    states.read_state(cluster)
    corrections = user_aliases.read(aliases) if aliases else user_aliases.NOTHING
    return judged(cluster, cluster.name, lambda names: likely_among(names, corrections))


def check(location: str) -> tuple[int, list[str], list[str]]:
    """How many articles an index has, what is wrong with it, and what to know besides; every article is read.

    Raises `ClusterError` where it cannot be asked.
    """
    cluster = open_cluster(location)
    state = states.read_state(cluster)
    told = [f"the run {run} began at {processes.shown(at)} and did not end" for run, at, _ in dead(state)]
    told += [each.removeprefix("note: ") for each in notes(location) if each.startswith("note: ")]
    faults = [fault for hit in _articles(cluster) for fault in _faults(hit)]
    faults += _strays(cluster)
    return count(cluster, cluster.name), faults[:_MOST], told


def _articles(cluster: Cluster) -> Iterator[Answer]:
    return sweep(cluster, cluster.name, {"match_all": {}}, source=["id", "stored", "title_length", "text_length"])


def _faults(hit: Answer) -> Iterator[str]:
    source = hit["_source"]
    named = source.get("id", hit["_id"])
    try:
        document = from_json(source["stored"])
    except (LookupError, TypeError, ValueError, AttributeError) as fault:
        yield f"the article {named} cannot be read ({fault!r})"
        return
    if document.article.id != named or hit["_id"] != document_id(named):
        yield f"the article {named} is stored under another id"


def _strays(cluster: Cluster) -> Iterable[str]:
    """Groups whose first article is gone, and indices that are missing beside the articles."""
    named = {group for group, _ in buckets(cluster, cluster.name, "group")}
    first = (hit["fields"]["id"][0] for hit in sweep(
        cluster, cluster.name, {"term": {"group_rank": 0}}, source=False, fields=["id"]
    ))  # fmt: skip
    for group in sorted(named - set(first)):
        yield f"the article {group}, which stands for others, is gone; run: dateline link --index {cluster.location}"
    for each in BESIDE:
        count(cluster, f"{cluster.name}-{each}")


def _health(cluster: Cluster) -> Answer:
    health: Answer = cluster.safely(lambda: cluster.client.cluster.health(index=f"{cluster.name},{cluster.name}-*"))
    return health
