"""Nodes are killed and hang while articles are loaded and searched: nothing is lost, and no answer is wrong."""

import json
import os
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from cluster import indices
from cluster import state as states
from cluster.connection import Cluster, open_cluster
from cluster.errors import ClusterUnavailable
from cluster.opening import open_engine
from cluster.sweep import count, sweep
from search.types.request import SearchRequest
from tests.cluster.test_loading import DATELINE, _written, index, stories, write
from tests.cluster.test_messages import run
from tests.opensearch.nodes import Nodes

pytestmark = pytest.mark.cluster

MANY = 20_000
_UNAVAILABLE = {11, 12, 13, 14}


def short(number: int) -> str:
    record = {"id": f"n{number}", "title": f"Note {number}", "text": f"Ferry {number} left the harbour.", "clean": True}
    return json.dumps(record) + "\n"


@dataclass
class Answers:
    """What searches gave: right ones, wrong ones, and how often they said that they cannot."""

    right: int = 0
    wrong: list[object] = field(default_factory=list)
    refused: int = 0


@contextmanager
def searches(location: str, total: int) -> Iterator[Answers]:
    """Search all the time, in another thread, for what so many articles have."""
    answers, stop = Answers(), threading.Event()
    engine = open_engine(location)

    def ask() -> None:
        while not stop.is_set():
            try:
                found = engine.search(SearchRequest(q="", per_page=5))
            except ClusterUnavailable:
                answers.refused += 1
            except BaseException as fault:  # noqa: BLE001 - any other is wrong
                answers.wrong.append(fault)
            else:
                if found.total == total and len(found.hits) == 5:
                    answers.right += 1
                else:
                    answers.wrong.append(found.total)
            stop.wait(0.2)

    asking = threading.Thread(target=ask)
    asking.start()
    try:
        yield answers
    finally:
        stop.set()
        asking.join()


def loaded(location: str, name: str) -> set[str]:
    """The ids of all articles, each of which is there once."""
    cluster = open_cluster(location)
    ids = [hit["_source"]["id"] for hit in sweep(cluster, name, {"match_all": {}}, source=["id"], page=5_000)]
    assert len(set(ids)) == len(ids) == count(cluster, name)
    return set(ids)


def amid(running: "subprocess.Popen[bytes]", cluster: Cluster, articles: int) -> None:
    """Wait until so many articles are loaded, of more."""
    while _written(cluster) < articles:
        assert running.poll() is None, "it was loaded before anything failed"
        time.sleep(0.3)


@pytest.mark.minutes
def test_nodes_die_and_hang_while_articles_are_loaded_and_searched(
    opensearch: Nodes, location: str, tmp_path: Path
) -> None:
    write(tmp_path / "old" / "a.jsonl", stories(1, 50))
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "many.jsonl").write_text("".join(map(short, range(MANY))), encoding="utf-8")
    searched, cluster = f"{location}-old", open_cluster(location)
    assert index(searched, tmp_path / "old").exit_code == 0
    command = [DATELINE, "index", "--index", location, str(tmp_path / "new")]
    manager = opensearch.manager()
    bystander, victim = (number for number in range(3) if number != manager)
    killed = set[int]()
    try:
        with searches(searched, 50) as answers:
            running = subprocess.Popen(command, env={**os.environ, "DATELINE_CLUSTER_SECONDS": "10"})
            amid(running, cluster, 1_000)
            _hang(opensearch, manager)
            amid(running, cluster, 3_000)
            _hang(opensearch, victim)
            amid(running, cluster, 6_000)
            opensearch.kill(victim)
            killed.add(victim)
            code = running.wait()
            opensearch.revive(victim)
            killed.clear()
            if code:  # it gave up, and said why; what it wrote stays, and the next run goes on
                assert code in _UNAVAILABLE
            done = index(location, tmp_path / "new")
            assert done.exit_code == 0, done.output
            assert loaded(location, cluster.name) == {f"n{number}" for number in range(MANY)}
            manager = opensearch.manager(bystander)
            (tmp_path / "new" / "more.jsonl").write_text("".join(map(short, range(MANY, MANY + 3_000))), "utf-8")
            running = subprocess.Popen(command)
            while running.poll() is None and not _loading(cluster):
                time.sleep(0.3)
            opensearch.kill(manager)
            killed.add(manager)
            assert running.wait() in {0, *_UNAVAILABLE}
            opensearch.revive(manager)
            killed.clear()
            assert index(location).exit_code == 0
        assert loaded(location, cluster.name) == {f"n{number}" for number in range(MANY + 3_000)}
        assert (answers.wrong, answers.right > 20) == ([], True), answers
        assert run("check", "--index", location).exit_code == 0
    finally:
        opensearch.resume_all()
        for number in killed:
            opensearch.revive(number)
        run_away = open_cluster(searched)
        indices.remove(run_away, [f"{run_away.name}.*"])


def _loading(cluster: Cluster) -> bool:
    """Whether a run is entered in the state of an index."""
    return bool(states.read_state(cluster).unfinished)


def test_searches_go_on_while_a_data_node_hangs(
    opensearch: Nodes, location: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "news" / "a.jsonl", stories(1, 60))
    assert index(location, tmp_path / "news").exit_code == 0
    monkeypatch.setenv("DATELINE_CLUSTER_SECONDS", "2")
    victim = next(number for number in range(3) if number != opensearch.manager())
    with searches(location, 60) as answers:
        _more(answers)
        opensearch.pause(victim)
        try:
            _more(answers)
        finally:
            opensearch.resume(victim)
        opensearch.wait(3)
        _more(answers)
    assert answers.wrong == []


def _more(answers: Answers, most: float = 60) -> None:
    """Wait until there are three more right answers."""
    enough, until = answers.right + 3, time.monotonic() + most
    while answers.right < enough and time.monotonic() < until:
        time.sleep(0.1)
    assert answers.right >= enough, answers


def _hang(opensearch: Nodes, number: int) -> None:
    """Let a node hang for longer than the others wait for it."""
    opensearch.pause(number)
    time.sleep(8)
    opensearch.resume(number)


def test_a_part_of_the_articles_is_never_given_for_all(
    opensearch: Nodes, location: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_CLUSTER_REPLICAS", "0")
    write(tmp_path / "news" / "a.jsonl", stories(1, 60))
    assert index(location, tmp_path / "news").exit_code == 0
    monkeypatch.setenv("DATELINE_CLUSTER_PATIENCE", "5")
    manager = opensearch.manager()
    victim, other = (number for number in range(3) if number != manager)
    killed = [victim]
    monkeypatch.setenv("DATELINE_CLUSTER_SECONDS", "2")
    opensearch.pause(victim)
    try:
        done = run("search", "harvest", "--index", location)
        assert done.exit_code in {12, 13}, done.output  # it waits for the node, or the others have given it up
    finally:
        opensearch.resume(victim)
    monkeypatch.delenv("DATELINE_CLUSTER_SECONDS")
    opensearch.wait(3)
    opensearch.kill(victim)
    try:
        opensearch.wait(2, status="red")
        for command in (["search", "harvest"], ["check"], ["export"], ["index"]):
            done = run(*command, "--index", location)
            assert done.exit_code == 12, done.output
            assert "does not have all articles at hand" in done.output or "has no node for a part" in done.output
        opensearch.kill(other)
        killed.append(other)
        for command in (["search", "harvest"], ["check"], ["index"]):  # one node of three is no cluster
            done = run(*command, "--index", location)
            assert done.exit_code in {12, 13}, done.output  # it has no manager, or still waits for one to answer
    finally:
        opensearch.revive(*killed)
    assert run("check", "--index", location).exit_code == 0
