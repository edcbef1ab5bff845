"""Clients that are slow, stalled or many hold nobody up; a server that is told to stop loses nothing."""

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from typing import Any

import pytest
from flask import Flask

from web.server import Server
from web.serving.limits import Limits

QUICK = Limits(threads=4, head=0.4, body=0.8, idle=0.4, stalled=0.4, stop=0.8, exports=2)


class Site:
    """An application whose slow answers wait until they are told, and whose exports have no end."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.begun = threading.Semaphore(0)
        self.app = Flask(__name__)
        self.app.add_url_rule("/", "page", lambda: "page", methods=["GET", "POST"])
        self.app.add_url_rule("/large", "large", lambda: "x" * 200_000)
        self.app.add_url_rule("/healthz", "health", lambda: "well")
        self.app.add_url_rule("/slow", view_func=self.slow)
        self.app.add_url_rule("/export.jsonl", view_func=self.export)

    def slow(self) -> str:
        self.begun.release()
        self.go_on.wait(10)
        return "done"

    def export(self) -> Iterator[bytes]:
        return (b"x" * 100_000 for _ in range(10_000))


@pytest.fixture
def site() -> Site:
    return Site()


@contextmanager
def serving(site: Site, limits: Limits = QUICK) -> Iterator[Server]:
    server = Server(site.app, "127.0.0.1", 0, limits)
    running = threading.Thread(target=server.run)
    running.start()
    try:
        yield server
    finally:
        site.go_on.set()
        server.stop()
        running.join()


def port(server: Server) -> int:
    return int(server.address.rpartition(":")[2])


def connection(server: Server, said: bytes = b"") -> socket.socket:
    made = socket.create_connection(("127.0.0.1", port(server)), timeout=30)
    made.sendall(said)
    return made


def ask(server: Server, path: str = "/", body: bytes | None = None) -> tuple[int, str | None, bytes]:
    with contextlib.closing(HTTPConnection("127.0.0.1", port(server), timeout=30)) as client:
        client.request("GET" if body is None else "POST", path, body)
        answer = client.getresponse()
        return answer.status, answer.getheader("Retry-After"), answer.read(100)


def drip(some: list[socket.socket], said: bytes) -> list[bytes]:
    """Send one byte more on each connection now and then, until they are closed; what each was told."""
    told = []
    for each in some:
        each.settimeout(0.01)
    until = time.monotonic() + 5
    while some and time.monotonic() < until:
        for each in list(some):
            try:
                each.sendall(said)
                told.append(each.recv(1_000))
            except TimeoutError:
                continue
            except OSError:
                told.append(b"")
            some.remove(each)
            each.close()
    assert some == []
    return told


HEAD = b"GET / HTTP/1.1\r\nHost: x\r\n"


@pytest.mark.parametrize(
    ("begin", "more"),
    [(HEAD, b"X: y\r\n"), (b"G", b"E"), (HEAD.replace(b"GET", b"POST") + b"Content-Length: 9999\r\n\r\n", b"z")],
    ids=["lines of the head", "letters of its first line", "bytes of the body"],
)
def test_a_request_that_comes_slowly_is_dropped_while_others_are_answered(
    site: Site, begin: bytes, more: bytes
) -> None:
    with serving(site) as server:
        slow = [connection(server, begin) for _ in range(60)]
        told = threading.Thread(target=drip, args=(slow, more))
        told.start()
        while told.is_alive():
            begun = time.monotonic()
            assert ask(server)[2] == b"page"
            assert time.monotonic() - begun < 1
        assert slow == []


def test_a_request_that_is_not_finished_in_time_is_told_so(site: Site) -> None:
    with serving(site) as server, connection(server, HEAD) as slow, connection(server) as silent:
        assert slow.recv(100).startswith(b"HTTP/1.1 408 ")
        assert slow.recv(100) == silent.recv(100) == b""


def test_readers_of_exports_who_take_nothing_are_few_and_are_dropped(site: Site) -> None:
    asked = b"GET /export.jsonl HTTP/1.1\r\nHost: x\r\n\r\n"
    with serving(site) as server:
        stalled = [connection(server, asked) for _ in range(2)]
        assert [each.recv(15) for each in stalled] == [b"HTTP/1.1 200 OK"] * 2
        status, retry, _ = ask(server, "/export.jsonl")
        assert (status, retry) == (503, "5")
        assert ask(server, "/healthz")[2] == b"well"
        until = time.monotonic() + 5
        while (status := ask(server, "/export.jsonl")[0]) == 503 and time.monotonic() < until:
            time.sleep(0.05)
        assert status == 200
        assert ask(server)[2] == b"page"
        for each in stalled:
            each.close()


def test_a_reader_who_takes_a_byte_now_and_then_is_dropped_too(site: Site) -> None:
    with serving(site) as server, connection(server, b"GET /export.jsonl HTTP/1.1\r\nHost: x\r\n\r\n") as slow:
        slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        until = time.monotonic() + 5
        with contextlib.suppress(ConnectionError):
            while time.monotonic() < until:
                slow.recv(1)
                time.sleep(0.02)
                if ask_other(server) == 200:
                    break
        assert time.monotonic() < until


def ask_other(server: Server) -> int:
    """Whether both places of exports are free: one is taken while the other is asked for."""
    with connection(server, b"GET /export.jsonl HTTP/1.1\r\nHost: x\r\n\r\n") as first:
        first.recv(15)
        return ask(server, "/export.jsonl")[0]


def test_whoever_asks_many_times_at_once_and_takes_nothing_holds_no_thread(site: Site) -> None:
    asked = b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n"
    with serving(site, Limits(threads=2, stop=0.8)) as server:
        greedy = [connection(server, asked * 200) for _ in range(3)]
        time.sleep(0.3)
        begun = time.monotonic()
        assert ask(server)[2] == b"page"
        assert time.monotonic() - begun < 1
        answers = b"".join(iter(lambda: greedy[0].recv(1 << 20), b""))
        ahead = Limits().ahead  # of what was read at once: a busy machine may read in pieces
        assert ahead <= answers.count(b"HTTP/1.1 200 OK") < 4 * ahead
        assert answers.count(b"Connection: close") == 1
        for each in greedy:
            each.close()


def test_a_body_larger_than_a_megabyte_is_refused(site: Site) -> None:
    with serving(site) as server:
        assert ask(server, body=b"x" * 999_999)[0] == 200
        said = HEAD.replace(b"GET", b"POST") + b"Content-Length: 1000001\r\n\r\n"
        with connection(server, said) as large:
            assert large.recv(100).startswith(b"HTTP/1.1 413 ")


def test_health_does_not_wait_and_too_many_are_told_to_come_again(site: Site) -> None:
    limits = Limits(threads=2, waiting=3, wait=0.2, stop=0.8)
    with serving(site, limits) as server:
        asked = b"GET /slow HTTP/1.1\r\nHost: x\r\n\r\n"
        made = [connection(server, asked) for _ in range(2)]
        for _ in made:
            assert site.begun.acquire(timeout=30)
        waiting = [connection(server, asked) for _ in range(3)]
        assert ask(server, "/healthz")[2] == b"well"
        assert ask(server)[:2] == (503, "5")
        time.sleep(0.3)
        site.go_on.set()
        assert [each.recv(12) for each in made] == [b"HTTP/1.1 200"] * 2
        assert [each.recv(12) for each in waiting] == [b"HTTP/1.1 503"] * 3, "they waited for too long"
        for each in [*made, *waiting]:
            each.close()


def test_connections_that_nothing_is_done_for_make_room_for_others(site: Site) -> None:
    with serving(site, Limits(connections=40, head=5, idle=5, stop=0.8)) as server:
        kept = [connection(server) for _ in range(120)]
        assert ask(server)[2] == b"page"
        for each in kept:
            each.close()


def test_a_server_that_stops_answers_what_is_under_way(site: Site) -> None:
    answers: list[Any] = []

    def asking(path: str) -> Callable[[], None]:
        return lambda: answers.append(ask(server, path))

    with serving(site) as server:
        asked = [threading.Thread(target=asking("/slow")) for _ in range(4)]
        for each in asked:
            each.start()
        for _ in range(2):
            assert site.begun.acquire(timeout=30)
        time.sleep(0.3)  # two are answered, and two wait
        server.stop()
        time.sleep(0.1)
        with pytest.raises(ConnectionRefusedError):
            connection(server)
        site.go_on.set()
        for each in asked:
            each.join()
        assert answers == [(200, None, b"done")] * 4


def test_a_server_that_stops_waits_no_longer_than_it_may(site: Site) -> None:
    begun = time.monotonic()
    with serving(site) as server:
        made = connection(server, b"GET /slow HTTP/1.1\r\nHost: x\r\n\r\n")
        assert site.begun.acquire(timeout=30)
        server.stop()
        assert made.recv(10) == b""
        made.close()
    assert time.monotonic() - begun < 5
