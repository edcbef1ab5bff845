"""Nodes that are processes of their own, in a folder that remembers them: to be killed, paused, revived."""

import json
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any, Self

from tests.opensearch.distribution import NoOpenSearchError, fetch, home, java_home

HEAP = os.environ.get("OPENSEARCH_TEST_HEAP", "512m")
MORE = os.environ.get("OPENSEARCH_TEST_JAVA", "-XX:TieredStopAtLevel=1").split()
"""Without any the nodes compile quickly and not well, which halves the start; where latencies are measured, give
`-XX:+TieredCompilation`."""

_NOBODY = 65534
_UNWANTED = ("-Xm", "G1", "incubator", "loggc", "Xlog", "HeapDump", "hs_err")


class Nodes:
    """A cluster of so many nodes on the ports from `port` on."""

    def __init__(self, folder: Path, nodes: int = 3, port: int = 19200, more: dict[str, object] | None = None) -> None:
        """`more` are settings of each node."""
        self.folder, self.nodes, self.port = Path(folder).resolve(), nodes, port
        self._more = more or {}

    @property
    def addresses(self) -> list[str]:
        """An address for each node."""
        return [f"http://127.0.0.1:{self.port + number}" for number in range(self.nodes)]

    def location(self, name: str) -> str:
        """The location of an index on this cluster."""
        return "opensearch+http://" + ",".join(each.removeprefix("http://") for each in self.addresses) + f"/{name}"

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self, timeout: float = 300) -> Self:
        """Start all nodes, and wait until they are one green cluster. Raises `NoOpenSearchError`."""
        fetch()
        if self.folder.exists() and any(self.alive(number) for number in range(self.nodes)):
            self.stop()  # left by a run that was killed
        for number in range(self.nodes):
            self._start(number)
        self.wait(self.nodes, timeout)
        return self

    def wait(self, nodes: int, timeout: float = 120, status: str = "green") -> None:
        """Until so many nodes are in and the cluster is green. Raises `NoOpenSearchError`, with the end of a log."""
        until = time.monotonic() + timeout
        health: dict[str, Any] = {}
        while time.monotonic() < until:
            for number in range(self.nodes):
                try:
                    health = self.get(number, f"/_cluster/health?wait_for_status={status}&timeout=1s", timeout=5)
                except (OSError, ValueError):
                    continue
                if (health.get("number_of_nodes"), health.get("status")) == (nodes, status):
                    return
            if sum(self.alive(number) for number in range(self.nodes)) < nodes:
                break
            time.sleep(0.2)
        dead = [number for number in range(self.nodes) if not self.alive(number)]
        told = "\n".join(f"--- node {number}:\n{self.log(number)}" for number in dead or [0])
        raise NoOpenSearchError(f"not {status} with {nodes} nodes within {timeout} s; ended: {dead}; {health}\n{told}")

    def get(self, number: int, path: str, timeout: float = 10) -> dict[str, Any]:
        """What a node answers, errors too."""
        try:
            with urllib.request.urlopen(self.addresses[number] + path, timeout=timeout) as answer:  # noqa: S310 - http
                return dict(json.load(answer))
        except urllib.error.HTTPError as error:
            return dict(json.load(error))

    def manager(self, asked: int = 0) -> int:
        """The number of the node that manages the cluster, as another one knows it."""
        state = self.get(asked, "/_cluster/state/cluster_manager_node,nodes")
        return int(state["nodes"][state["cluster_manager_node"]]["name"].removeprefix("node"))

    def log(self, number: int, lines: int = 25) -> str:
        """The end of what a node wrote."""
        path = self.folder / f"node{number}" / "console.log"
        return "\n".join(path.read_text(errors="replace").splitlines()[-lines:]) if path.is_file() else ""

    def alive(self, number: int) -> bool:
        """Whether a node's process is there, paused or not."""
        return self._pid(number) is not None

    def kill(self, number: int) -> None:
        """End a node as a machine ends that loses its power."""
        self._signal(number, signal.SIGKILL)
        self._gone(number, 10)

    def pause(self, number: int) -> None:
        """Let a node hang: its connections stay."""
        self._signal(number, signal.SIGSTOP)

    def resume(self, number: int) -> None:
        """Let it go on."""
        self._signal(number, signal.SIGCONT)

    def resume_all(self) -> None:
        """Let every node go on that hangs."""
        for number in range(self.nodes):
            if self.alive(number):
                self.resume(number)

    def revive(self, *numbers: int, timeout: float = 180) -> None:
        """Start nodes that were killed, with their data, and wait until the cluster is green."""
        for number in numbers:
            self._start(number)
        self.wait(sum(self.alive(each) for each in range(self.nodes)), timeout)

    def stop(self, *, keep: bool = False) -> None:
        """End every node; its data are removed unless they are to be kept."""
        for number in range(self.nodes):
            if self.alive(number):
                self._signal(number, signal.SIGCONT)
                self._signal(number, signal.SIGTERM)
        for number in range(self.nodes):
            if not self._gone(number, 20):
                self.kill(number)
        if not keep:
            shutil.rmtree(self.folder, ignore_errors=True)

    def _start(self, number: int) -> None:
        if self.alive(number):
            raise NoOpenSearchError(f"node {number} runs already, as process {self._pid(number)}")
        for port in (self.port + number, self.port + self.nodes + 10 + number):
            _check_free(port)
        place = self.folder / f"node{number}"
        self._configure(number, place)
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(place),
            "LANG": "C.UTF-8",
            "HOSTNAME": "localhost",
            "OPENSEARCH_JAVA_HOME": str(java_home()),
            "OPENSEARCH_PATH_CONF": str(place / "config"),
            "OPENSEARCH_TMPDIR": str(place / "tmp"),
        }
        who: dict[str, Any] = {"user": _NOBODY, "group": _NOBODY, "extra_groups": []} if os.getuid() == 0 else {}
        with (place / "console.log").open("ab") as console:
            process = subprocess.Popen(
                [str(home() / "bin" / "opensearch")], env=environment, stdin=subprocess.DEVNULL, stdout=console,
                stderr=console, cwd=place, start_new_session=True, **who,
            )  # fmt: skip
        (place / "pid").write_text(f"{process.pid} {_born(process.pid)}")
        _children[process.pid] = process

    def _configure(self, number: int, place: Path) -> None:
        for each in ("config", "data", "logs", "tmp"):
            (place / each).mkdir(parents=True, exist_ok=True)
        lines = (f"{name}: {json.dumps(value)}\n" for name, value in self._settings(number, place).items())
        (place / "config" / "opensearch.yml").write_text("".join(lines))
        shipped = (home() / "config" / "jvm.options").read_text().splitlines()
        options = [line for line in shipped if not any(each in line for each in _UNWANTED)]
        options += [f"-Xms{HEAP}", f"-Xmx{HEAP}", "-XX:+UseSerialGC", f"-XX:ErrorFile={place}/logs/hs_err.log", *MORE]
        (place / "config" / "jvm.options").write_text("\n".join(options) + "\n")
        shutil.copy(home() / "config" / "log4j2.properties", place / "config")
        if os.getuid() == 0:
            launcher = ["test", "-x", str(home() / "bin" / "opensearch")]
            if subprocess.run(launcher, user=_NOBODY, group=_NOBODY, extra_groups=[], check=False).returncode:
                raise NoOpenSearchError(f"the user nobody may not read {home()}; see OPENSEARCH_CACHE")
            for path in (place, *place.rglob("*")):
                os.chown(path, _NOBODY, _NOBODY)

    def _settings(self, number: int, place: Path) -> dict[str, object]:
        seconds = (
            "500ms",
            "2s",
            2,
        )  # a node that is gone is missed in seconds, not in half a minute
        checks = {
            f"cluster.fault_detection.{who}_check.{name}": value
            for who in ("follower", "leader")
            for name, value in zip(("interval", "timeout", "retry_count"), seconds, strict=True)
        }
        return {
            "cluster.name": f"dateline-{self.port}",
            "node.name": f"node{number}",
            "path.data": str(place / "data"),
            "path.logs": str(place / "logs"),
            "http.host": "127.0.0.1",
            "http.port": self.port + number,
            "transport.host": "127.0.0.1",
            "transport.port": self.port + self.nodes + 10 + number,
            "discovery.seed_hosts": [f"127.0.0.1:{self.port + self.nodes + 10 + each}" for each in range(self.nodes)],
            "cluster.initial_cluster_manager_nodes": [f"node{each}" for each in range(self.nodes)],
            "cluster.routing.allocation.disk.threshold_enabled": False,
            "node.store.allow_mmap": True,
            "action.auto_create_index": False,
            "indices.memory.index_buffer_size": "64mb",
            **checks,
            **self._more,
        }

    def _pid(self, number: int) -> int | None:
        """The process of a node, where it still is the one that was started: a pid is used again."""
        try:
            pid, born = (self.folder / f"node{number}" / "pid").read_text().split()
        except (FileNotFoundError, ValueError):
            return None
        return int(pid) if _born(int(pid)) == born else None

    def _signal(self, number: int, which: signal.Signals) -> None:
        pid = self._pid(number)
        if pid is None:
            raise NoOpenSearchError(f"node {number} does not run")
        os.kill(pid, which)

    def _gone(self, number: int, seconds: float) -> bool:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for process in _children.values():
                process.poll()
            if not self.alive(number):
                return True
            time.sleep(0.05)
        return False


_children: dict[int, "subprocess.Popen[bytes]"] = {}
"""Nodes that this process started: it learns of their end, and buries them."""


def _born(pid: int) -> str:
    """When a process began, in ticks of the kernel; empty where there is none, or it waits to be buried."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return ""
    return "" if fields[0] == "Z" else fields[19]


def _check_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise NoOpenSearchError(f"another program has port {port}; take another one") from None
