"""What an attacker sends: answered or refused as it is described, never a failure, and without a path of ours."""

import errno
import json
import os
import socket
import threading
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator

from index.corrections.corrections import Correction, correct
from search.searcher import Searcher
from tests.archive import archive, document
from tests.newsroom import NEWSROOM
from web.app import create_app
from web.http.access import Access, Names, Rate
from web.server import Server
from web.views.edit import Editing

TOLD: dict[str, Any] = json.loads((Path(__file__).parents[2] / "web/openapi.json").read_text(encoding="utf-8"))
HERE = {"Origin": "http://localhost"}
READ, EDIT = "secret", "sécret:x"
OPEN = {"/healthz": {"403", "503"}}


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    return archive(tmp_path_factory.mktemp("newsroom"), *NEWSROOM)


def resolved(part: dict[str, Any]) -> dict[str, Any]:
    """What a reference of the description stands for."""
    named: dict[str, Any] = TOLD
    for name in part["$ref"].removeprefix("#/").split("/"):
        named = named[name]
    return named


@pytest.mark.parametrize("path", sorted(TOLD["paths"]))
def test_every_refusal_is_described_as_it_is(searcher: Searcher, tmp_path: Path, path: str) -> None:
    address = path.replace("{id}", "wire/doha.txt").replace("{facet}", "entity")
    broken = Searcher(archive(tmp_path, *NEWSROOM).location)
    for file in tmp_path.glob("*"):
        if file.is_file():
            file.write_bytes(b"rot")
    shown = {
        "401": create_app(searcher, access=Access(password=READ)),
        "403": create_app(searcher, access=Access(Names("desk.example"))),
        "429": create_app(searcher, access=Access(rate=Rate(0.001, lambda: 1.0))),
        "503": create_app(broken),
    }
    if path in ("/openapi.json", "/metrics"):
        del shown["503"]  # they are answered without an index
    described = TOLD["paths"][path]["get"]["responses"]
    assert OPEN.get(path, {"401", "403", "429", "503"}) <= described.keys()
    for status, app in shown.items():
        client = app.test_client()
        headers = {"Host": "evil.example"} if status == "403" else {}
        answers = [client.get(address, headers=headers) for _ in range(2)]
        if status in described:
            told, answer = resolved(described[status]), answers[-1]
            assert (str(answer.status_code), answer.mimetype) == (status, "application/problem+json"), path
            assert {*told.get("headers", {})} <= {*answer.headers.keys()}
            schema = {"components": TOLD["components"], "$ref": "#/components/schemas/Problem"}
            assert Draft202012Validator(schema).is_valid(answer.json)
            assert str(tmp_path) not in answer.text


def test_a_full_disk_names_no_path_to_the_one_who_edits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    location = archive(tmp_path, *NEWSROOM).location
    editing = Editing(location)
    client = create_app(Searcher(location), editing=editing).test_client()
    sent = {"token": editing.token, "action": "hide", "name": "X"}

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(location / "aliases.toml.new"))

    with monkeypatch.context() as patched:
        patched.setattr("index.corrections.kept_file.write_durably", full)
        refused = client.post("/corrections", data=sent, headers=HERE)
    assert (refused.status_code, "No space left on device" in refused.text) == (400, True)
    (location / "aliases.toml").write_bytes(b"\xff\xfe")
    unread = client.post("/corrections", data=sent, headers=HERE)
    (location / "aliases.toml").unlink()
    (location / "aliases.toml").mkdir()
    page = client.get("/?q=coalition")
    pages = [refused.text, unread.text, page.text, client.get("/api/search?q=coalition").text]
    assert ["aliases.toml" in text for text in pages[:2]] == [True, True]
    assert not [text for text in pages if str(tmp_path) in text]


@pytest.mark.parametrize(
    "form",
    [
        {"action": "hide", "name": "n" * 500_000},
        {"action": "hide", "name": [f"name {number}" for number in range(5_000)]},
        {"action": "merge", "name": ["A", "B"], "to": "t" * 100_000},
        {"action": "merge", "name": [f"{number}" * 900 for number in range(400)], "to": "\x00"},
    ],
)
def test_names_without_end_are_not_written(tmp_path: Path, form: dict[str, Any]) -> None:
    location = archive(tmp_path, *NEWSROOM).location
    editing = Editing(location)
    client = create_app(Searcher(location), editing=editing).test_client()
    sent = {"token": editing.token, "back": "/facets/entity", **form}
    answer = client.post("/corrections", data=sent, headers=HERE)
    assert answer.status_code in (303, 400, 413)
    assert not (location / "aliases.toml").exists()
    if answer.status_code == 303:
        assert len(client.get(answer.headers["Location"]).data) < 1_000_000


def test_an_address_repeats_no_more_than_a_search_has(searcher: Searcher) -> None:
    client = create_app(searcher).test_client()
    for asked in ({"nonsense": "x" * 200_000}, [("a", "b")] * 50_000, {"x" * 200_000: "1"}):
        assert len(client.get("/", query_string=asked).data) < 200_000
    for path in ("/articles/", "/", "/api/articles/", "/facets/"):
        assert len(client.get(path + "a/" * 100_000).data) < 50_000


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    several = archive(tmp_path_factory.mktemp("served"), *NEWSROOM, document("x", "A coalition met. " * 500))
    server = Server(create_app(several, access=Access(Names("127.0.0.1"))), "127.0.0.1", 0)
    running = threading.Thread(target=server.run, daemon=True)
    running.start()
    yield int(server.address.rpartition(":")[2])
    server.stop()
    running.join(10)


def asked(port: int, head: bytes) -> bytes:
    """What a server sends until it closes the connection."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(head + b"Connection: close\r\n\r\n")
        return b"".join(iter(lambda: connection.recv(65_536), b""))


@pytest.mark.parametrize(
    "head",
    [
        b"get / HTTP/1.1\r\nHost: localhost\r\n",
        b"GET /?q=\x80 HTTP/1.1\r\nHost: localhost\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nCookie: a=\x01\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: \x00\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n",
        b"GET /%zz HTTP/9.9\r\nHost: localhost\r\n",
        b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nno colon\r\n",
        b"GET http://[x/ HTTP/1.1\r\nHost: localhost\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + b"0" * 5_000 + b"1\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X:\r\n" * 60_000,
    ],
)
def test_a_malformed_request_is_refused_and_not_dropped(port: int, head: bytes) -> None:
    assert asked(port, head)[:12] in (b"HTTP/1.0 400", b"HTTP/1.1 400", b"HTTP/1.1 404", b"HTTP/1.0 404")


@pytest.mark.parametrize(
    "head",
    [
        b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked, chunked\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
        b"GET / HTTP/1.0\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n",
        b"GET / HTTP/1.9\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nX: y\r\n Content-Length: 5\r\n",
    ],
)
def test_what_may_be_understood_in_two_ways_is_refused(port: int, head: bytes) -> None:
    answer = asked(port, head)
    assert answer[9:12] == b"400"
    assert answer.count(b"Content-Length: ") == 1, "what follows is no request of its own"


def test_a_whole_address_as_the_target_says_who_is_asked(port: int) -> None:
    for target, host, status in (
        (b"http://localhost/healthz", b"evil.example", b"200"),
        (b"http://evil.example/healthz", b"localhost", b"403"),
        (b"http://evil@localhost/healthz", b"localhost", b"403"),
    ):
        assert asked(port, b"GET " + target + b" HTTP/1.1\r\nHost: " + host + b"\r\n")[9:12] == status


def test_a_connection_is_closed_where_that_is_one_of_several_wishes(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: TE, Close\r\n\r\n")
        assert b"".join(iter(lambda: connection.recv(65_536), b"")).startswith(b"HTTP/1.1 200 ")


@pytest.mark.parametrize("host", ["a" * 300, ".localhost", "..", "-"])
def test_a_name_that_cannot_be_one_is_refused_and_breaks_no_page(port: int, host: str) -> None:
    assert asked(port, f"GET / HTTP/1.1\r\nHost: {host}\r\n".encode())[9:12] in (b"400", b"403")


@pytest.mark.parametrize(
    "path", ["/", "/export.csv", "/export.jsonl", "/feed.atom", "/api/search", "/none", "/metrics"]
)
def test_nothing_follows_the_head_that_head_asks_for(port: int, path: str) -> None:
    answer = asked(port, f"HEAD {path}?q=coalition HTTP/1.1\r\nHost: localhost\r\n".encode())
    assert answer.startswith(b"HTTP/1.1 ")
    assert answer.partition(b"\r\n\r\n")[2] == b""


@pytest.mark.parametrize(
    "host", ["evil@localhost", "localhost/../x", "localhost?x", "localhost#", "localhost:8:8", "[::1]:x", "[::1", "\\"]
)
def test_a_host_that_is_none_is_refused(port: int, host: str) -> None:
    assert asked(port, f"GET / HTTP/1.1\r\nHost: {host}\r\n".encode())[9:12] == b"403"


@pytest.mark.parametrize(
    "given",
    [
        "Basic",
        "Basic !!!",
        "Basic " + b64encode(b"\xff\xfe:\xff").decode(),
        "Basic " + b64encode(b"no colon").decode(),
        "Basic " + b64encode(b":").decode(),
        "Basic " + b64encode(b"a:b:secret").decode(),
        "Basic " + b64encode(b"a:" + b"s" * 100_000).decode(),
        "Bearer secret",
        "basic",
        "\xff",
    ],
)
def test_what_gives_no_password_is_refused(searcher: Searcher, given: str) -> None:
    client = create_app(searcher, access=Access(password=READ, edit_password=EDIT)).test_client()
    assert client.get("/", headers={"Authorization": given}).status_code == 401
    for right in (b"reader:secret", b":secret", "ä:sécret:x".encode()):
        assert client.get("/", headers={"Authorization": f"bAsIc {b64encode(right).decode()}"}).status_code == 200


def test_aliases_that_were_changed_otherwise_than_by_the_page_are_noted(tmp_path: Path) -> None:
    from click.testing import CliRunner  # noqa: PLC0415 - this test alone

    from cli.main import main  # noqa: PLC0415

    location = archive(tmp_path, *NEWSROOM).location
    noted = []
    for change in (lambda: None, lambda: correct(location, Correction("hide", ("Wire Desk",))), rot(location)):
        change()
        result = CliRunner().invoke(main, ["check", "--index", str(location)])
        noted.append((result.exit_code, "changed by other means" in result.output))
    assert noted == [(0, False), (0, False), (0, True)]


def rot(location: Path) -> Any:
    path = location / "aliases.toml"
    return lambda: path.write_text(path.read_text().replace("Wire", "Ware"))


def test_nothing_is_like_an_article_that_is_not_there(searcher: Searcher) -> None:
    refused = create_app(searcher).test_client().get("/api/similar?id=none")
    assert refused.status_code == 404
    assert "search for them" in refused.get_json()["detail"]
