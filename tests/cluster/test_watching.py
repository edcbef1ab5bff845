"""Folders are watched for an index on a cluster as for one in a folder."""

import signal
import subprocess
import time
from pathlib import Path

import pytest

from cluster.opening import open_engine
from tests.cluster.test_loading import DATELINE, index, stories, write

pytestmark = pytest.mark.cluster


def test_folders_are_watched_until_someone_stops_it(location: str, tmp_path: Path) -> None:
    news = tmp_path / "news"
    write(news / "a.jsonl", stories(1, 5))
    assert index(location, news).exit_code == 0
    command = [DATELINE, "index", "--watch", "--index", location]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline().startswith("Read 5 articles: 0 indexed, 5 unchanged, 0 refused.")
            assert process.stdout.readline() == "Watching the folders (Ctrl-C stops).\n"
            write(news / "b.jsonl", stories(2, 3))
            assert "3 indexed" in process.stdout.readline()
            _until(8, location)
            (news / "a.jsonl").unlink()
            assert "5 gone from the folders and removed" in process.stdout.readline()
            _until(3, location)
            process.send_signal(signal.SIGINT)
            said, wrong = process.communicate(timeout=60)
        finally:
            process.kill()
    assert (process.returncode, said, wrong) == (0, "Stopped.\n", "")


def _until(count: int, location: str) -> None:
    """Wait for a search to see so many articles, without opening the index anew."""
    engine, until = open_engine(location), time.monotonic() + 60
    while engine.count() != count and time.monotonic() < until:
        time.sleep(0.1)
    assert engine.count() == count
