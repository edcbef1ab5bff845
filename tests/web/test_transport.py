"""How answers travel: packed, kept as long as they hold, shared with whom they may be, streamed."""

import gc
import gzip
import re
import socket
import tracemalloc
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from flask.testing import FlaskClient

from search.searcher import Searcher
from tests.archive import archive, document
from tests.chromium import served
from tests.newsroom import NEWSROOM, browse
from web.app import create_app
from web.serving.limits import Limits

GZIP = {"Accept-Encoding": "gzip"}


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    return archive(tmp_path_factory.mktemp("newsroom"), *NEWSROOM)


@pytest.fixture(scope="module")
def client(searcher: Searcher) -> FlaskClient:
    return create_app(searcher).test_client()


@pytest.mark.parametrize("address", ["/?q=coalition", "/export.jsonl", "/static/dateline.css", "/feed.atom"])
def test_what_is_long_is_packed_for_whoever_takes_it_so(client: FlaskClient, address: str) -> None:
    plain, packed = client.get(address, buffered=True), client.get(address, headers=GZIP, buffered=True)
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert len(packed.data) < len(plain.data) / 1.5
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert "Accept-Encoding" in plain.headers["Vary"]
    again = client.get(address, headers=GZIP | {"If-None-Match": packed.headers["ETag"]}, buffered=True)
    assert (again.status_code, again.data) == (304, b"")


def test_what_is_short_or_refused_is_not_packed(client: FlaskClient) -> None:
    assert client.get("/healthz", headers=GZIP).content_encoding is None
    assert client.get("/", headers={"Accept-Encoding": "gzip;q=0"}).content_encoding is None


def test_no_other_origin_may_read_unless_it_is_told(searcher: Searcher) -> None:
    shut, open_ = create_app(searcher).test_client(), create_app(searcher, origin="https://desk.example").test_client()
    name = "Access-Control-Allow-Origin"
    assert name not in shut.get("/api/search").headers
    for address in ("/api/search", "/export.csv", "/feed.atom", "/openapi.json", "/api/nothing"):
        assert open_.get(address).headers[name] == "https://desk.example"
    assert name not in open_.get("/").headers
    asked = open_.options("/api/search", headers={"Origin": "https://desk.example"})
    assert asked.headers["Access-Control-Allow-Methods"] == "GET, HEAD"


def test_a_page_may_run_our_script_and_nothing_else(client: FlaskClient) -> None:
    rules = dict(part.split(" ", 1) for part in client.get("/").headers["Content-Security-Policy"].split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == rules["connect-src"] == "'self'"
    html = client.get("/?q=coalition").text
    assert " style=" not in html
    assert "<style" not in html
    assert " onclick=" not in html
    assert re.findall(r'(?:src|href)="((?:https?:)?//[^"]*)"', html) == []


def test_an_export_takes_no_more_memory_for_more_articles(tmp_path: Path) -> None:
    text = "A coalition of many agreed on something. " * 100
    client = browse(tmp_path, *(document(f"{number:05}", f"{number} {text}") for number in range(3_000)))
    peaks = []
    for q in ("year:unknown 7", "coalition"):
        response = client.get("/export.jsonl", query_string={"q": q}, buffered=False)
        tracemalloc.start()
        size = sum(len(piece) for piece in response.iter_encoded())
        peaks.append((size, tracemalloc.get_traced_memory()[1]))
        tracemalloc.stop()
    assert peaks[1][0] > 12_000_000
    assert peaks[1][1] < 4_000_000


# What waitress had put aside for them goes with its last reference, and says so.
@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_readers_who_leave_half_way_hold_nobody_up(tmp_path: Path) -> None:
    text = "A coalition of many agreed on something. " * 400
    searcher = archive(tmp_path, *(document(f"{number:05}", f"{number} {text}") for number in range(500)))
    with served(create_app(searcher)) as address:
        place = urlsplit(address)
        for _ in range(2 * Limits().threads):
            with socket.create_connection((place.hostname, place.port)) as reader:
                reader.sendall(b"GET /export.jsonl HTTP/1.1\r\nHost: localhost\r\n\r\n")
                assert reader.recv(1_000).startswith((b"HTTP/1.1 200 ", b"HTTP/1.1 503 "))
        with urlopen(f"{address}/healthz", timeout=30) as answer:  # noqa: S310 - our own server
            assert answer.status == 200
    gc.collect()


def test_a_search_that_fails_is_never_answered_with_200_and_is_not_kept(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = create_app(searcher).test_client()
    for fails in ("search", "count"):
        with monkeypatch.context() as broken:
            broken.setattr(Searcher, fails, None)
            failed = client.get("/?q=coalition")
        assert (failed.status_code, failed.headers["Cache-Control"]) == (500, "no-store")
        assert "Dateline failed on this request; its log says where." in failed.text
        assert "ETag" not in failed.headers
    assert "2 articles" in client.get("/?q=coalition").text


def test_a_page_whose_template_fails_is_not_answered_with_200(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = create_app(searcher)
    monkeypatch.setitem(app.jinja_env.filters, "mark", None)
    assert app.test_client().get("/?q=coalition").status_code == 500
