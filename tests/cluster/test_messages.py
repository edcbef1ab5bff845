"""What is wrong with a cluster is told, each with its mend and its exit code; a password never is."""

import json
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.main import main
from cluster.connection import Cluster, open_cluster
from cluster.errors import ClusterBusy
from cluster.indices import create, discard
from cluster.mapping import STATE_ID, state
from cluster.runs import Run, wait_for_others
from cluster.state import State, read_state
from tests.cluster.test_loading import index, stories, write
from tests.conftest import wanted
from tests.opensearch.distribution import NoOpenSearchError, fetch
from tests.opensearch.nodes import Nodes
from tests.opensearch.proxy import certificate, door

PASSWORD = "correct horse battery"  # noqa: S105 - of a test


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)])


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_CLUSTER_PATIENCE", "3")
    for each in [name for name in os.environ if name.startswith("DATELINE_CLUSTER_") and "PATIENCE" not in name]:
        monkeypatch.delenv(each)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("opensearch+http://host:9200", "names no index; add one, as in opensearch+http://localhost:9200/news"),
        ("opensearch+http://host:9200/News", "is no name of an index on a cluster"),
        ("opensearch+http://host:99999/news", "is no address of a node"),
        ("opensearch+ftp://host/news", "is no location of an index on a cluster"),
        ("opensearch+http://host/news-words", "choose another name"),
        (f"opensearch+https://me:{PASSWORD}@host/news", "a location holds no user and no password"),
        (f"opensearch+ftp://me:{PASSWORD}@host/news", "is no location"),
    ],
)
def test_a_location_that_is_none_is_refused_and_no_password_shown(typed: str, told: str) -> None:
    for command in (["index"], ["check"], ["search", "peace"]):
        done = run(*command, "--index", typed)
        assert done.exit_code == 2
        assert told in done.output
        assert PASSWORD not in done.output


@pytest.mark.parametrize(
    ("variables", "told"),
    [
        ({"DATELINE_CLUSTER_USER": "me"}, "set DATELINE_CLUSTER_PASSWORD or DATELINE_CLUSTER_PASSWORD_FILE, too"),
        ({"DATELINE_CLUSTER_PASSWORD": PASSWORD}, "set DATELINE_CLUSTER_USER, too"),
        (
            {
                "DATELINE_CLUSTER_USER": "me",
                "DATELINE_CLUSTER_PASSWORD": PASSWORD,
                "DATELINE_CLUSTER_API_KEY": PASSWORD,
            },
            "not both",
        ),
        ({"DATELINE_CLUSTER_API_KEY_FILE": "/nowhere/key"}, "names /nowhere/key, which cannot be read"),
        ({"DATELINE_CLUSTER_CA": "/nowhere/ca"}, "which is no file; name one of certificates"),
        ({"DATELINE_CLUSTER_SECONDS": "soon"}, "DATELINE_CLUSTER_SECONDS is 'soon'; write a number of seconds"),
    ],
)
def test_credentials_that_do_not_fit_are_told(
    variables: dict[str, str], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    done = run("check", "--index", "opensearch+http://localhost:1/news")
    assert done.exit_code == 10
    assert told in done.output
    assert PASSWORD not in done.output


def test_a_cluster_that_is_not_there(tmp_path: Path) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        location = f"opensearch+http://127.0.0.1:{unused.getsockname()[1]}/news"
        for command in (["index", tmp_path], ["search", "peace"], ["check"], ["link"]):
            done = run(*command, "--index", location)
            assert done.exit_code == 11, done.output
            assert "no node of the cluster answers at http://127.0.0.1:" in done.output


@pytest.fixture
def small(location: str, tmp_path: Path) -> Cluster:
    """An index of ten articles."""
    write(tmp_path / "news" / "a.jsonl", stories(1, 10))
    assert index(location, tmp_path / "news").exit_code == 0
    return open_cluster(location)


@pytest.mark.cluster
def test_an_index_that_is_missing_or_of_another_version(location: str, small: Cluster, tmp_path: Path) -> None:
    for command in (["search", "harvest"], ["check"], ["export"]):
        done = run(*command, "--index", f"{location}x")
        assert done.exit_code == 18, done.output
        assert f"build it with: dateline index --index {location}x FOLDER" in done.output
    stored = small.get(state(small.name), STATE_ID)
    assert stored
    small.client.index(index=state(small.name), id=STATE_ID, body={"body": {**stored["body"], "format": 99}})
    for command in (["search", "harvest"], ["index"], ["check"]):
        done = run(*command, "--index", location)
        assert done.exit_code == 17, done.output
        assert "has format 99, this is format" in done.output
        assert "--rebuild PATH" in done.output
    assert index(location, "--rebuild", tmp_path / "news").exit_code == 0
    assert run("check", "--index", location).exit_code == 0


@pytest.mark.cluster
def test_a_full_disk_closes_the_index_for_writing_and_not_for_reading(
    location: str, small: Cluster, tmp_path: Path
) -> None:
    write(tmp_path / "news" / "b.jsonl", stories(2, 10))
    small.client.indices.put_settings(index=small.name, body={"index.blocks.read_only_allow_delete": True})
    done = run("index", "--index", location)
    assert done.exit_code == 15, done.output
    assert "a disk of the cluster is full" in done.stderr
    assert '{"index.blocks.read_only_allow_delete": null' in done.stderr
    assert run("search", "--index", location).exit_code == 0
    small.client.indices.put_settings(index=small.name, body={"index.blocks.read_only_allow_delete": None})
    assert "10 indexed, 10 unchanged" in index(location).stdout


@pytest.mark.cluster
def test_a_password_is_asked_for_and_never_told(
    opensearch: Nodes, small: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted(pem := certificate(tmp_path), "openssl")
    (tmp_path / "password").write_text(f"{PASSWORD}\n", encoding="utf-8")
    with door(opensearch.addresses[0], user="editor", password=PASSWORD, certificate=pem) as port:
        there = f"opensearch+https://127.0.0.1:{port}/{small.name}"
        done = run("check", "--index", there)
        assert done.exit_code == 11, done.output
        assert "is not trusted" in done.stderr
        assert "DATELINE_CLUSTER_CA" in done.stderr
        monkeypatch.setenv("DATELINE_CLUSTER_CA", str(pem))
        monkeypatch.setenv("DATELINE_CLUSTER_USER", "editor")
        monkeypatch.setenv("DATELINE_CLUSTER_PASSWORD", PASSWORD[::-1])
        for command in (["index"], ["check"], ["search"]):
            done = run(*command, "--index", there)
            assert done.exit_code == 16, done.output
            assert "does not accept the user and password" in done.stderr
            assert PASSWORD[::-1] not in done.output
        monkeypatch.delenv("DATELINE_CLUSTER_PASSWORD")
        monkeypatch.setenv("DATELINE_CLUSTER_PASSWORD_FILE", str(tmp_path / "password"))
        assert "10 unchanged" in index(there).stdout
        assert PASSWORD not in repr(open_cluster(there))


@pytest.mark.cluster
def test_one_builder_at_a_time(location: str) -> None:
    cluster = open_cluster(location)
    name = create(cluster, Run().seen(State()))
    try:
        with pytest.raises(ClusterBusy, match="another process has been building the index"):
            wait_for_others(cluster, anew=True, wait=0.1)
    finally:
        discard(cluster, name)


@pytest.fixture(scope="module")
def narrow() -> Iterator[Nodes]:
    """One node that takes little at a time."""
    try:
        fetch()
    except NoOpenSearchError as fault:
        pytest.skip(f"no OpenSearch to test with: {fault}")
    folder = Path(os.environ.get("TMPDIR", "/tmp")) / "dateline-narrow-19330"  # noqa: S108 - readable by the user nobody
    with Nodes(folder, 1, 19330, {"indexing_pressure.memory.limit": "120kb"}) as nodes:
        yield nodes


@pytest.mark.cluster
@pytest.mark.minutes
def test_a_cluster_that_takes_little_at_a_time_gets_little_and_one_that_hangs_is_told(
    narrow: Nodes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    location = narrow.location("news")
    write(tmp_path / "news" / "a.jsonl", stories(1, 200))
    monkeypatch.setenv("DATELINE_CLUSTER_PATIENCE", "60")
    assert "200 indexed" in index(location, tmp_path / "news").stdout  # in requests of a few articles
    monkeypatch.setenv("DATELINE_CLUSTER_PATIENCE", "3")
    words = " ".join(f"word{number}" for number in range(30_000))
    (tmp_path / "news" / "b.jsonl").write_text(json.dumps({"id": "long", "text": words}) + "\n", encoding="utf-8")
    done = run("index", "--index", location)
    assert done.exit_code == 14, done.output
    assert "goes on refusing articles, as it has too much to do" in done.stderr
    assert "what is in stays" in done.stderr
    (tmp_path / "news" / "b.jsonl").unlink()
    assert "200 unchanged" in index(location).stdout
    monkeypatch.setenv("DATELINE_CLUSTER_SECONDS", "1")
    narrow.pause(0)
    try:
        for command in (["search"], ["index"]):
            done = run(*command, "--index", location)
            assert done.exit_code == 13, done.output
            assert "a node of the cluster" in done.stderr
            assert "does not answer in time" in done.stderr
    finally:
        narrow.resume(0)
    monkeypatch.delenv("DATELINE_CLUSTER_SECONDS")
    assert read_state(open_cluster(location)).unlinked == ()
