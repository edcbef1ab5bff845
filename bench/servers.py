"""Which server holds? `python -m bench.servers INDEX [--with gunicorn,granian,hypercorn]`: ours beside others.

Each serves the same application, and meets, in turn: eight clients that ask as fast as they can; three hundred
connections that send a letter of their head each second; connections that take nothing of an export; and the signal to
stop while it answers. What is printed is the worst time of a page, of health, and what was lost.
"""

import argparse
import os
import signal
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from search.searcher import Searcher
from web.app import create_app
from web.server import serve

_PORT = 8_793
_QUERIES = ("/?q=coalition", "/api/search?q=government+talks", '/api/search?q="central bank"', "/?q=oslo&country=NO")
_SLOW, _STALLED, _CLIENTS = 300, 16, 8
_COMMANDS = {
    "ours": [sys.executable, "-m", "bench.servers", "--serve"],
    "waitress": [sys.executable, "-m", "waitress", "--threads=8", f"--port={_PORT}", "--call", "bench.servers:app"],
    "gunicorn": [sys.executable, "-m", "gunicorn", "--threads=8", "-k", "gthread", "-b", f":{_PORT}",
                 "bench.servers:app()"],
    "granian": [sys.executable, "-m", "granian", "--interface", "wsgi", "--blocking-threads", "8", "--port", f"{_PORT}",
                "--factory", "bench.servers:app"],
    "hypercorn": [sys.executable, "-m", "hypercorn", "-b", f"127.0.0.1:{_PORT}", "wsgi:bench.servers:app()"],
}  # fmt: skip


def app() -> object:
    """The application over the index that the environment names."""
    return create_app(Searcher(Path(os.environ["DATELINE_INDEX"])))


def main() -> None:
    """Print a row for each server."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("index", type=Path, nargs="?")
    parser.add_argument("--with", dest="others", default="", help="other servers, which must be importable")
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--serve", action="store_true", help="be the server that is measured")
    chosen = parser.parse_args()
    if chosen.serve:
        serve(Searcher(Path(os.environ["DATELINE_INDEX"])), "127.0.0.1", _PORT)
        return
    print("server | answers/s | p50, p99 ms | slow heads: page, health ms | stalled: page, health ms | lost at stop")
    print("--- | ---: | ---: | ---: | ---: | ---:", flush=True)
    held = True
    for name in ("ours", *filter(None, chosen.others.split(","))):
        cells = [*_measured(_COMMANDS[name], chosen.index, chosen.seconds)]
        print(" | ".join([name, *cells]), flush=True)
        held &= name != "ours" or ("none" not in " ".join(cells) and cells[-1].startswith("0 "))
    sys.exit(not held)


def _measured(command: Sequence[str], index: Path, seconds: float) -> Iterator[str]:
    with _running(command, index) as process:
        times = load(_CLIENTS, seconds)
        ordered = sorted(times)
        yield f"{len(times) / seconds:.0f}"
        yield f"{statistics.median(times) * 1000:.0f}, {ordered[int(len(ordered) * 0.99)] * 1000:.0f}"
        with attacked(_SLOW, b"GET / HTTP/1.1\r\nHost: x\r\n", b"X: y\r\n", 1.0):
            yield _worst(seconds)
        time.sleep(1)
        with attacked(_STALLED, b"GET /export.jsonl HTTP/1.1\r\nHost: localhost\r\n\r\n", b"", 1.0):
            yield _worst(seconds)
        time.sleep(1)
        yield _lost(process)


@contextmanager
def _running(command: Sequence[str], index: Path) -> Iterator["subprocess.Popen[bytes]"]:
    environment = os.environ | {"DATELINE_INDEX": str(index)}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            with suppress(OSError):
                get("/healthz")
                break
            time.sleep(0.1)
        yield process
    finally:
        process.kill()
        process.wait()


def get(path: str, timeout: float = 20) -> float:
    """Ask for a path; how many seconds the answer took, infinitely many where there was none."""
    begun = time.perf_counter()
    connection = HTTPConnection("127.0.0.1", _PORT, timeout=timeout)
    try:
        connection.request("GET", path.replace(" ", "%20"))
        answer = connection.getresponse()
        answer.read()
    finally:
        connection.close()
    return time.perf_counter() - begun if answer.status == 200 else float("inf")


def load(clients: int, seconds: float, failed: Callable[[Exception], object] = lambda _: None) -> list[float]:
    """Ask with so many clients for so long, each as fast as it can; how long each answer took, in seconds."""
    times: list[float] = []
    until = time.perf_counter() + seconds

    def client(number: int) -> None:
        while time.perf_counter() < until:
            try:
                times.append(get(_QUERIES[(number + len(times)) % len(_QUERIES)]))
            except (OSError, HTTPException) as fault:
                failed(fault)

    threads = [threading.Thread(target=client, args=[number]) for number in range(clients)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return times


@contextmanager
def attacked(connections: int, begin: bytes, more: bytes, pause: float) -> Iterator[None]:
    """So many connections that begin a request and go on slowly, and are made again where they are closed."""
    ended = threading.Event()

    def keep() -> None:
        made: list[socket.socket] = []
        while not ended.wait(pause):
            for each in list(made):
                try:
                    each.sendall(more)
                except OSError:
                    made.remove(each)
                    each.close()
            while len(made) < connections and not ended.is_set():
                try:
                    made.append(socket.create_connection(("127.0.0.1", _PORT), timeout=1))
                    made[-1].sendall(begin)
                except OSError:
                    break
        for each in made:
            each.close()

    attacker = threading.Thread(target=keep)
    attacker.start()
    time.sleep(2)
    try:
        yield
    finally:
        ended.set()
        attacker.join()


def _worst(seconds: float) -> str:
    worst = []
    for path in (_QUERIES[0], "/healthz"):
        times, until = [0.0], time.perf_counter() + seconds / 2
        while time.perf_counter() < until:
            try:
                times.append(get(path, timeout=5))
            except (OSError, HTTPException):
                times.append(float("inf"))
            time.sleep(0.02)
        worst.append(max(times) * 1000)
    return ", ".join(f"{each:.0f}" if each < float("inf") else "none" for each in worst)


def _lost(process: "subprocess.Popen[bytes]") -> str:
    """How many of the requests that were sent when the server was told to stop had no answer."""
    made = []
    for number in range(40):
        made.append(HTTPConnection("127.0.0.1", _PORT, timeout=10))
        made[-1].request("GET", _QUERIES[number % len(_QUERIES)].replace(" ", "%20"))
    process.send_signal(signal.SIGTERM)
    lost = 0
    for each in made:
        try:
            lost += each.getresponse().status != 200
        except (OSError, HTTPException):
            lost += 1
        each.close()
    with suppress(subprocess.TimeoutExpired):
        process.wait(15)
    return f"{lost} of {len(made)}"


if __name__ == "__main__":
    main()
