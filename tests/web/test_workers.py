"""Several processes serve one index: one that dies is replaced, they count together, none outlives the first."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.archive import document, write

DATELINE = Path(sys.executable).with_name("dateline")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    write(tmp_path / "index", [document("a", "The coalition withdrew.")])
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    command: list[str | Path] = [
        DATELINE,
        "serve",
        "--index",
        tmp_path / "index",
        "--port",
        str(port),
        "--workers",
        "2",
    ]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as serving:
        try:
            until(lambda: len(children(serving.pid)) == 2 and not refused(port))
            yield serving, port
        finally:
            serving.kill()


def ask(port: int, path: str) -> str:
    with contextlib.closing(HTTPConnection("127.0.0.1", port, timeout=10)) as client:
        client.request("GET", path)
        answer = client.getresponse()
        assert answer.status == 200
        return answer.read().decode()


def refused(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
    except OSError:
        return True
    return False


def children(pid: int) -> list[int]:
    there = Path(f"/proc/{pid}/task/{pid}/children")
    if not there.exists():
        pytest.skip("which processes another one has started is not told here")
    return [int(each) for each in there.read_text().split()]


def alive(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and ") Z " not in status.read_text()


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_one_that_dies_is_replaced_and_all_count_together(server: tuple[subprocess.Popen[bytes], int]) -> None:
    first, port = server
    for _ in range(20):
        ask(port, "/api/search?q=coalition")
    before = children(first.pid)
    os.kill(before[0], signal.SIGKILL)
    until(lambda: len(children(first.pid)) == 2 and before[0] not in children(first.pid))
    for _ in range(20):
        assert '"total":1' in ask(port, "/api/search?q=coalition").replace(" ", "")
    told = [ask(port, "/metrics") for _ in range(10)]
    counted = [re.search(r'requests_total\{route="/api/search",status="200"\} (\d+)', each) for each in told]
    assert [each and each[1] for each in counted] == ["40"] * 10


def test_all_of_them_end_with_the_first(server: tuple[subprocess.Popen[bytes], int]) -> None:
    first, port = server
    others = children(first.pid)
    first.send_signal(signal.SIGTERM)
    told = first.communicate(timeout=60)[1]
    assert (first.returncode, told) == (0, b"")
    assert not any(map(alive, others))
    assert refused(port)


def test_none_is_left_where_the_first_is_killed(server: tuple[subprocess.Popen[bytes], int]) -> None:
    first, port = server
    others = children(first.pid)
    first.kill()
    until(lambda: not any(map(alive, others)))
    assert refused(port)
