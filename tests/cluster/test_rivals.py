"""Loaders that meet: one waits for another that is at work, and for no dead one; none replaces another's index."""

import subprocess
import sys
import time
from dataclasses import replace

import pytest

from cluster import indices, processes, runs
from cluster import state as states
from cluster.connection import Cluster, open_cluster
from cluster.errors import ClusterBusy, MissingAlias
from cluster.runs import Run, wait_for_others
from cluster.state import State, change_state

pytestmark = pytest.mark.cluster

_BEGINS = """
import sys, time
from cluster import indices
from cluster.connection import open_cluster
from cluster.state import State
if sys.argv[2] == "at once":
    indices.store_first = lambda *_: time.sleep(600)
from cluster.runs import Run
indices.create(open_cluster(sys.argv[1]), Run().seen(State()))
time.sleep(600)
"""


def busy(cluster: Cluster, wait: float) -> bool:
    """Whether somebody builds, for whoever waits so many seconds."""
    try:
        wait_for_others(cluster, anew=True, wait=wait)
    except ClusterBusy:
        return True
    return False


@pytest.mark.parametrize("when", ["at once", "later"])
def test_a_builder_that_is_killed_keeps_nobody_waiting(location: str, when: str) -> None:
    cluster = open_cluster(location)
    building = subprocess.Popen([sys.executable, "-c", _BEGINS, location, when])
    try:
        while not indices.half_built(cluster):
            assert building.poll() is None
            time.sleep(0.1)
        assert busy(cluster, 0)
    finally:
        building.kill()
        building.wait()
    assert not busy(cluster, 0)
    (name,) = wait_for_others(cluster, anew=True, wait=0)
    indices.discard(cluster, name)


def test_a_builder_on_another_machine_is_believed_as_long_as_it_shows_itself(
    location: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "here", lambda: "elsewhere:1:2-3")
    monkeypatch.setattr(runs, "_BEAT", 0.3)
    monkeypatch.setattr(runs, "_SILENT", 3.0)
    cluster, run = open_cluster(location), Run()
    name = indices.create(cluster, run.seen(State()))
    try:
        change_state(cluster, lambda state: state, name)
        with run.showing_itself(cluster, name):
            assert busy(cluster, 6)
        assert not busy(cluster, 10)
    finally:
        indices.discard(cluster, name)


def test_who_shows_itself_makes_no_index_of_one_that_is_removed_meanwhile(location: str) -> None:
    cluster, run = open_cluster(location), Run()
    name = indices.create(cluster, run.seen(State()))

    def removed_before(change: State) -> State:
        indices.discard(cluster, name)
        return run.seen(replace(change, stale=1))

    with pytest.raises(MissingAlias):
        change_state(cluster, removed_before, name)
    assert not cluster.client.indices.exists(index=f"{name}-state")


@pytest.mark.parametrize("rebuild", [False, True])
def test_of_two_that_build_at_once_the_second_is_told_by_the_cluster(
    location: str, monkeypatch: pytest.MonkeyPatch, *, rebuild: bool
) -> None:
    cluster = open_cluster(location)
    if rebuild:
        indices.put_in_place(cluster, indices.create(cluster, State()))
    first, second = (indices.create(cluster, State()) for _ in range(2))
    before, aliased = indices.standing(cluster), indices.aliased(cluster)
    indices.put_in_place(cluster, first, before)
    with monkeypatch.context() as late:  # it looked just before, and saw nobody
        late.setattr(indices, "aliased", lambda _: aliased)
        with pytest.raises(ClusterBusy, match="has built the index"):
            indices.put_in_place(cluster, second, before)
    assert indices.standing(cluster) == first
    assert indices.half_built(cluster) == []


def test_what_a_run_builds_is_nobodys_to_take_before_it_is_in_its_place(location: str) -> None:
    cluster, run = open_cluster(location), Run()
    name = indices.create(cluster, run.seen(State()))
    theirs = [f"{cluster.name}.notes", f"{cluster.name}.notes.20260101000000abcdef-state"]
    for each in theirs:
        cluster.client.indices.create(index=each)
    try:
        assert busy(cluster, 0)
        change_state(cluster, run.ended, name)
        assert wait_for_others(cluster, anew=True, wait=0) == [name]  # and what has a name like it is left alone
        indices.put_in_place(cluster, name)
        runs.discard_all(cluster, [name])  # by who looked just before, and took it for left
        assert states.read_state(cluster).unfinished == ()
        change_state(cluster, lambda state: replace(state, format=0), name)
        assert not busy(cluster, 0)  # an index of another version, which is to be built anew
    finally:
        indices.remove(cluster, theirs)
        indices.remove_all(cluster)
