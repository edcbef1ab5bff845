"""The work of a run is done by workers of Dask, of which one dies: every article is there, once."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path

import pytest

from cluster.connection import open_cluster
from tests.cluster.test_faults import amid, loaded, short
from tests.cluster.test_loading import DATELINE, index, stories, write
from tests.cluster.test_messages import run
from tests.conftest import wanted

pytestmark = pytest.mark.cluster

MANY = 4_000
_DASK = str(Path(sys.executable).parent / "dask")


class Dask:
    """A scheduler, and two workers of two threads each: processes of their own, without anybody who restarts them."""

    def __init__(self, folder: Path) -> None:
        self._file, self._folder = folder / "scheduler.json", folder
        self._running = ExitStack()
        self._start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        until = time.monotonic() + 60
        while not self._file.is_file() and time.monotonic() < until:
            time.sleep(0.1)
        self.address = json.loads(self._file.read_text(encoding="utf-8"))["address"]
        options = ("--no-nanny", "--nthreads", "2", "--no-dashboard", "--host", "127.0.0.1")
        self.workers = [self._start("worker", *options, "--name", f"worker{number}") for number in range(2)]

    def _start(self, what: str, *options: str) -> "subprocess.Popen[bytes]":
        command = [_DASK, what, "--scheduler-file", str(self._file), *options]
        with (self._folder / "dask.log").open("ab") as log:
            process = subprocess.Popen(command, stdout=log, stderr=log, cwd=self._folder)
        self._running.callback(process.wait)
        self._running.callback(process.kill)
        return process

    def stop(self) -> None:
        """End all of them."""
        self._running.close()


@pytest.fixture
def dask(tmp_path: Path) -> Iterator[Dask]:
    wanted(find_spec("distributed"), "Dask (pip install 'dateline[dask]')")
    (tmp_path / "dask").mkdir()
    dask = Dask(tmp_path / "dask")
    try:
        yield dask
    finally:
        dask.stop()


@pytest.mark.minutes
def test_every_article_is_there_once_although_a_worker_dies(dask: Dask, location: str, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "many.jsonl").write_text("".join(map(short, range(MANY))), encoding="utf-8")
    command = [DATELINE, "index", "--index", location, str(tmp_path / "news")]
    cluster = open_cluster(location)
    running = subprocess.Popen(command, env={**os.environ, "DATELINE_DASK_SCHEDULER": dask.address})
    amid(running, cluster, 500)
    dask.workers[0].kill()
    assert running.wait() == 0
    assert loaded(location, cluster.name) == {f"n{number}" for number in range(MANY)}
    assert run("check", "--index", location).exit_code == 0


def test_a_scheduler_that_is_not_there_is_told(location: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted(find_spec("distributed"), "Dask (pip install 'dateline[dask]')")
    write(tmp_path / "news" / "a.jsonl", stories(1, 3))
    monkeypatch.setenv("DATELINE_DASK_SCHEDULER", "tcp://127.0.0.1:9")
    done = index(location, tmp_path / "news")
    assert done.exit_code == 10, done.output
    assert "no scheduler of Dask answers at tcp://127.0.0.1:9" in done.stderr
