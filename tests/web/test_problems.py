"""What cannot be answered, and how that is said to a program."""

import json
import shutil
import time
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from search.searcher import Searcher
from tests.newsroom import NEWSROOM, browse


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return browse(tmp_path_factory.mktemp("newsroom"), *NEWSROOM)


@pytest.mark.parametrize(
    ("address", "status", "parameter", "detail"),
    [
        ("/api/search?page=0", 400, "page", "page is 0; pages are counted from 1"),
        ("/api/search?page=two", 400, "page", "page is 'two'; write a whole number, such as page=1"),
        ("/api/search?page=" + "9" * 5000, 400, "page", f"page is '{'9' * 40}'; write a whole number, such as page=1"),
        ("/api/search?per_page=101", 400, "per_page", "per_page is 101; give a number from 1 to 100"),
        (
            "/api/search?sort=best",
            400,
            "sort",
            "sort is 'best'; write one of sort=relevance, sort=newest, sort=oldest, sort=added",
        ),
        ("/api/search?match=some", 400, "match", "match is 'some'; write one of match=all, match=any"),
        (
            "/api/search?year=2019-13",
            400,
            "year",
            (
                "year: '2019-13' is no time; write a year (2019), a month (2019-04), a range (2014..2019) or unknown;"
                " also a day (2019-04-09) and ranges of two months or two days"
            ),
        ),
        (
            "/api/search?not_year=2019..2014",
            400,
            "year",
            "year: the range 2019..2014 ends before it begins; write 2014..2019",
        ),
        (
            "/api/search?" + "&".join(f"not_entity={number}" for number in range(51)),
            400,
            "not_entity",
            "not_entity is given 51 times; give it 50 times at most",
        ),
        (
            "/feed.atom?" + "&".join(f"year={2000 + number}" for number in range(51)),
            400,
            "year",
            "year is given 51 times; give it 50 times at most",
        ),
        ("/export.csv?page=x", 400, "page", "page is 'x'; write a whole number, such as page=1"),
        ("/api/articles/none", 404, None, "no article has the id 'none'; search for it from the start page"),
        ("/api/facets/colour", 404, None, "There is nothing at /api/facets/colour."),
        ("/api/nothing", 404, None, "There is nothing at /api/nothing."),
    ],
)
def test_a_fault_is_a_problem_that_says_the_mend(
    client: FlaskClient, address: str, status: int, parameter: str | None, detail: str
) -> None:
    response = client.get(address)
    assert response.content_type == "application/problem+json"
    titles = {400: "Bad Request", 404: "Not Found"}
    expected = {"type": "about:blank", "title": titles[status], "status": status, "detail": detail}
    assert json.loads(response.data) == (expected | {"parameter": parameter} if parameter else expected)
    assert response.status_code == status


def test_only_reading_is_allowed(client: FlaskClient) -> None:
    response = client.post("/api/search")
    assert (response.status_code, response.content_type) == (405, "application/problem+json")
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS"
    head = client.head("/api/search?q=coalition")
    assert (head.status_code, head.data) == (200, b"")


def test_a_page_with_as_many_filters_as_there_may_be_links_on(client: FlaskClient) -> None:
    chosen = [*(str(1970 + number) for number in range(49)), "2019"]
    page = client.get("/", query_string={"year": chosen, "entity": [f"Name {number}" for number in range(50)]})
    assert page.status_code == 200
    assert client.get("/facets/year", query_string={"year": chosen}).status_code == 200


@pytest.mark.parametrize("host", ["..", "a" * 70])
@pytest.mark.parametrize("path", ["/", "/nothing", "/articles/wire/doha.txt", "/api/search", "/feed.atom"])
def test_a_host_that_is_none_is_a_problem_everywhere(client: FlaskClient, host: str, path: str) -> None:
    response = client.get(path, headers={"Host": host})
    assert (response.status_code, response.content_type) == (400, "application/problem+json")
    assert json.loads(response.data)["detail"].startswith("the header Host names no host")


def test_a_path_forges_no_line_of_the_log(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("index.snapshots.article_ids.ArticleIds.doc_id", None)
    assert client.get("/api/articles/x%0aERROR:forged").status_code == 500
    assert [record.getMessage() for record in caplog.records] == [r"GET '/api/articles/x\nERROR:forged?' failed"]


def test_a_cursor_of_another_order_or_of_nobody_is_refused(client: FlaskClient) -> None:
    for cursor in ("nonsense", "eyJhIjoxfQ", "%00"):
        response = client.get(f"/api/search?cursor={cursor}")
        assert (response.status_code, json.loads(response.data)["parameter"]) == (400, "cursor")


@given(st.text())
def test_nothing_that_is_typed_breaks_an_answer(client: FlaskClient, q: str) -> None:
    for path in ("/api/search", "/", "/articles/wire/doha.txt", "/feed.atom"):
        assert client.get(path, query_string={"q": q}).status_code == 200


def test_health_is_good_while_there_is_an_index(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    client = browse(tmp_path / "index", *NEWSROOM)
    response = client.get("/healthz")
    assert (response.json, response.headers["Cache-Control"]) == ({"status": "ok", "articles": 4}, "no-store")
    shutil.rmtree(tmp_path / "index")
    gone = client.get("/healthz")
    assert (gone.status_code, gone.content_type) == (503, "application/problem+json")
    assert "build one with: dateline index FOLDER" in json.loads(gone.data)["detail"]
    assert client.get("/?q=coalition").status_code == 503
    assert sum(bool(record.exc_info) for record in caplog.records) == 1


def test_a_program_is_answered_as_one_by_its_address_or_by_what_it_takes(client: FlaskClient) -> None:
    for address in ("/api", "/api/", "/api/nothing", "/export.xml"):
        answer = client.get(address)
        assert (answer.status_code, answer.content_type) == (404, "application/problem+json")
    assert client.get("/articles/none").content_type == "text/html; charset=utf-8"
    asked = client.get("/articles/none", headers={"Accept": "application/json"})
    assert (asked.status_code, asked.content_type) == (404, "application/problem+json")


def test_a_search_is_counted_when_it_is_answered_and_as_failed_where_it_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = browse(tmp_path, *NEWSROOM)
    client.get("/?q=talks", buffered=True)
    with monkeypatch.context() as slow:
        slow.setattr(Searcher, "search", lambda *_, **__: time.sleep(0.2))
        client.get("/?q=talks", buffered=True)
    told = dict(line.rsplit(" ", 1) for line in client.get("/metrics").text.splitlines())
    assert told['dateline_requests_total{route="/",status="200"}'] == "1"
    assert told['dateline_requests_total{route="/",status="500"}'] == "1"
    assert float(told['dateline_request_seconds_sum{route="/"}']) > 0.2


def test_answers_are_counted_by_their_route(tmp_path: Path) -> None:
    client = browse(tmp_path, *NEWSROOM)
    for address in ("/api/search?q=a", "/api/search?q=b", "/api/search?page=0", "/nowhere", "/articles/none"):
        client.get(address)
    answer = client.get("/metrics")
    assert answer.content_type == "text/plain; version=0.0.4; charset=utf-8"
    told = dict(line.rsplit(" ", 1) for line in answer.text.splitlines() if not line.startswith("#"))
    assert told["dateline_articles"] == str(len(NEWSROOM))
    assert told['dateline_requests_total{route="/api/search",status="200"}'] == "2"
    assert told['dateline_requests_total{route="/api/search",status="400"}'] == "1"
    assert told['dateline_requests_total{route="",status="404"}'] == "1"
    assert told['dateline_request_seconds_count{route="/api/search"}'] == "3"
    assert float(told['dateline_request_seconds_sum{route="/api/search"}']) > 0
