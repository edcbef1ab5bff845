"""Who may ask, under which name, how often and with which password; and what is told of it."""

import http.client
import logging
import os
import re
import signal
import socket
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from cli.main import main
from search.searcher import Searcher
from tests.archive import archive
from tests.newsroom import NEWSROOM
from web.app import create_app
from web.http.access import Access, Names, Rate
from web.http.access_log import FORM, named
from web.serving.proxy import BehindProxy
from web.views.edit import Editing

READ, EDIT = "open sésame", "ändern"


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    return archive(tmp_path_factory.mktemp("newsroom"), *NEWSROOM)


def client(searcher: Searcher, access: Access, editing: Editing | None = None) -> FlaskClient:
    return create_app(searcher, access=access, editing=editing).test_client()


def basic(password: str) -> dict[str, str]:
    return {"Authorization": "Basic " + b64encode(f"reader:{password}".encode()).decode()}


@pytest.mark.parametrize(
    ("listens", "asked", "answered"),
    [
        ("127.0.0.1", "127.0.0.1:8000", True),
        ("127.0.0.1", "LOCALHOST", True),
        ("127.0.0.1", "[::1]:8000", True),
        ("127.0.0.1", "evil.example", False),
        ("127.0.0.1", "127.0.0.1.evil.example", False),
        ("127.0.0.1", "192.168.1.7", False),
        ("0.0.0.0", "192.168.1.7:8000", True),  # noqa: S104 - nothing is bound
        ("0.0.0.0", "[fe80::1]", True),  # noqa: S104
        ("0.0.0.0", "evil.example", False),  # noqa: S104
        ("::", "evil.example", False),
        ("0.0.0.0", "desk.example.:8000", True),  # noqa: S104
        ("news.local", "news.local", True),
    ],
)
def test_a_server_answers_under_its_own_names_alone(
    searcher: Searcher, listens: str, asked: str, *, answered: bool
) -> None:
    shown = client(searcher, Access(Names(listens, frozenset({"desk.example"}))))
    for path in ("/", "/api/search", "/healthz", "/static/dateline.css", "/nothing"):
        status = shown.get(path, headers={"Host": asked}).status_code
        assert (status != 403) == answered, path


def test_a_page_that_took_our_name_neither_reads_the_token_nor_edits(searcher: Searcher) -> None:
    editing = Editing(searcher.location, "0.0.0.0")  # noqa: S104 - nothing is bound
    shown = create_app(searcher, editing=editing).test_client()
    evil = {"Host": "evil.example", "Origin": "http://evil.example"}
    assert editing.token not in shown.get("/?q=talks", headers=evil).text
    sent = {"token": editing.token, "action": "hide", "name": "X"}
    assert shown.post("/corrections", data=sent, headers=evil).status_code == 403


def test_a_password_is_asked_for_everything_but_health(searcher: Searcher) -> None:
    shown = client(searcher, Access(password=READ))
    for path in ("/", "/api/search", "/export.csv", "/metrics", "/static/dateline.css", "/nothing"):
        for headers in ({}, basic("wrong"), basic(""), {"Authorization": "Bearer x"}):
            refused = shown.get(path, headers=headers)
            assert (refused.status_code, refused.headers["WWW-Authenticate"][:5]) == (401, "Basic")
        assert shown.get(path, headers=basic(READ), buffered=True).status_code in (200, 404)
    assert shown.get("/healthz").status_code == 200


def test_whoever_may_read_may_not_edit_where_that_has_a_password_of_its_own(tmp_path: Path) -> None:
    searcher = archive(tmp_path, *NEWSROOM)
    editing = Editing(tmp_path)
    shown = client(searcher, Access(password=READ, edit_password=EDIT), editing)
    sent = {"token": editing.token, "action": "hide", "name": "X"}
    statuses = [
        shown.post("/corrections", data=sent, headers={"Origin": "http://localhost", **basic(word)}).status_code
        for word in (READ, "", EDIT)
    ]
    assert statuses == [401, 401, 303]
    assert shown.get("/", headers=basic(EDIT)).status_code == 200


def test_a_client_that_asks_too_often_is_told_when_to_come_again(searcher: Searcher) -> None:
    now = [100.0]
    shown = client(searcher, Access(rate=Rate(2, lambda: now[0])))

    def ask(who: str) -> int:
        return shown.get("/api/search", environ_base={"REMOTE_ADDR": who}).status_code

    assert [ask("10.0.0.1") for _ in range(12)] == [200] * 10 + [429] * 2
    assert shown.get("/", environ_base={"REMOTE_ADDR": "10.0.0.1"}).headers["Retry-After"] == "1"
    assert ask("10.0.0.2") == 200
    assert shown.get("/healthz", environ_base={"REMOTE_ADDR": "10.0.0.1"}).status_code == 200
    now[0] += 1
    assert [ask("10.0.0.1") for _ in range(3)] == [200, 200, 429]


def test_behind_a_proxy_addresses_are_those_that_people_use(searcher: Searcher) -> None:
    app = create_app(searcher, access=Access(Names("127.0.0.1", frozenset({"archive.example"})), rate=Rate(0.2)))
    app.wsgi_app = BehindProxy(app.wsgi_app, "https://archive.example/news", frozenset({"127.0.0.1"}))  # type: ignore[method-assign]
    shown = app.test_client()
    feed = shown.get("/feed.atom?q=talks", headers={"X-Forwarded-For": "8.8.8.8"})
    assert "https://archive.example/news/" in feed.text
    assert "http://localhost" not in feed.text
    assert shown.get("/", headers={"Host": "evil.example"}).status_code == 403
    asked = {"X-Forwarded-For": "8.8.8.8"}, {"X-Forwarded-For": "1.1.1.1, 9.9.9.9, 127.0.0.1"}
    assert [shown.get("/", headers=headers).status_code for headers in (*asked, *asked)] == [429, 200, 429, 429]


def test_requests_are_logged_without_what_was_searched(searcher: Searcher, caplog: pytest.LogCaptureFixture) -> None:
    caplog.handler.addFilter(named)
    with caplog.at_level(logging.INFO, "dateline.requests"):
        answer = create_app(searcher).test_client().get("/api/search?q=secret", headers={"X-Request-Id": "from-proxy"})
        create_app(searcher, log_queries=True).test_client().get("/?q=secret", headers={"X-Request-Id": "bad\tone"})
    assert answer.headers["X-Request-Id"] == "from-proxy"
    caplog.handler.removeFilter(named)
    first, second = (logging.Formatter(FORM).format(record) for record in caplog.records)
    assert re.search(r"INFO dateline.requests from-proxy GET /api/search 200 \d+\.\d ms$", first)
    assert re.search(r"INFO dateline.requests [0-9a-f]{16} GET / 200 \d+\.\d ms '/\?q=secret'$", second)


def test_metrics_tell_of_an_index_that_is_broken(tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    (news / "1.txt").write_text("Talks\n\nThe envoys of Oslo met on Monday for talks.\n", encoding="utf-8")
    (news / "empty.txt").write_bytes(b"")
    for path in news.iterdir():
        os.utime(path, (1e9, 1e9))
    index = tmp_path / "index"
    CliRunner().invoke(main, ["index", str(news), "--index", str(index)])
    shown = create_app(Searcher(index)).test_client()
    shown.get("/?q=talks")
    told = shown.get("/metrics").text
    assert "dateline_index_up 1\n" in told
    assert "dateline_refused 1\n" in told
    assert re.search(r'dateline_generation_info\{generation="[^"]+"\} 1\n', told)
    assert 'dateline_request_seconds_bucket{route="/",le="+Inf"} 1\n' in told
    (index / "commit.arrays").write_bytes(b"")
    broken = shown.get("/metrics")
    assert (broken.status_code, "dateline_index_up 0\n" in broken.text) == (200, True)
    assert 'dateline_requests_total{route="/",status="200"} 1\n' in broken.text


def test_the_folder_of_a_new_index_is_its_owners_alone(tmp_path: Path) -> None:
    archive(tmp_path / "index", *NEWSROOM)
    assert (tmp_path / "index").stat().st_mode & 0o777 == 0o700


@contextmanager
def served(location: Path, *options: str, **environment: str) -> Iterator[tuple[int, "subprocess.Popen[str]"]]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    words = ["serve", "--index", str(location), "--port", str(port), *options]
    command = [sys.executable, "-c", "from cli.main import main; main()", *words]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ | environment
    )
    try:
        assert process.stdout
        assert "articles on http" in process.stdout.readline()
        yield port, process
    finally:
        process.kill()
        process.communicate()


def test_a_server_of_the_command_line_keeps_to_its_options_and_ends_at_sigterm(
    searcher: Searcher, tmp_path: Path
) -> None:
    (tmp_path / "password").write_text(f"{EDIT}\nmore\n", encoding="utf-8")
    options = ["--host", "0.0.0.0", "--edit", "--edit-password-file", str(tmp_path / "password"), "--log", "requests"]  # noqa: S104
    with served(searcher.location, *options, DATELINE_PASSWORD=READ) as (port, process):
        asked = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        statuses = []
        for headers in ({}, basic(READ), basic(READ) | {"Host": "evil.example"}):
            asked.request("GET", "/?q=secret", headers=headers)
            answer = asked.getresponse()
            answer.read()
            statuses.append(answer.status)
        asked.close()
        assert statuses == [401, 200, 403]
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0
        assert process.stderr
        log = process.stderr.read()
    assert "note: whoever reaches 0.0.0.0 sees what is searched, as nothing is encrypted" in log
    assert log.count(" INFO dateline.requests ") == 3
    assert "secret" not in log


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--password-file", "{}/none"], "the password cannot be read from"),
        (["--password-file", "{}/empty"], "write the password there"),
        (["--base-url", "archive.example"], "is no address of a site; write https://archive.example"),
        (["--rate", "-1"], "--rate"),
    ],
)
def test_options_that_cannot_be_kept_are_refused(tmp_path: Path, options: list[str], said: str) -> None:
    (tmp_path / "empty").write_text("\n", encoding="utf-8")
    given = [each.format(tmp_path) for each in options]
    result = CliRunner().invoke(main, ["serve", "--index", str(tmp_path / "index"), *given])
    assert (result.exit_code != 0, said in result.output) == (True, True)
    assert not (tmp_path / "index").exists()
