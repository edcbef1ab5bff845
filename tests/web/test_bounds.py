"""What an address may hold, and where a form may lead: bounded, whoever wrote it."""

import base64
import json
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from search.searcher import Searcher
from tests.archive import archive, document
from tests.newsroom import NEWSROOM
from web.app import create_app
from web.views.edit import Editing


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    return archive(
        tmp_path_factory.mktemp("newsroom"), *NEWSROOM, document("nul", "A coal\0ition met.", title="=Nul\0")
    )


@pytest.fixture(scope="module")
def client(searcher: Searcher) -> FlaskClient:
    return create_app(searcher).test_client()


@pytest.mark.parametrize("name", ["source", "not_entity", "author"])
def test_a_value_has_at_most_300_characters(client: FlaskClient, name: str) -> None:
    assert client.get("/api/search", query_string={name: "v" * 300}).status_code == 200
    for path in ("/", "/api/search", "/export.csv", "/feed.atom", "/articles/wire/doha.txt"):
        answer = client.get(path, query_string={name: "v" * 301})
        assert (answer.status_code, "301 characters" in answer.text) == (400, True)


def test_all_values_together_are_bounded(client: FlaskClient) -> None:
    given = [(name, f"{place:0300}") for name in ("source", "author") for place in range(20)]
    answer = client.get("/api/search", query_string=given)
    assert (answer.status_code, answer.json["parameter"]) == (400, "source")  # type: ignore[index]


@pytest.mark.parametrize("q", ["coalition " * 6_000, "x" * 60_000, "source:" + "y" * 50_000, "(" * 60_000])
def test_answers_carry_no_more_than_was_searched(client: FlaskClient, q: str) -> None:
    page = client.get("/", query_string={"q": q})
    assert (page.status_code, "its first 4,000 characters were searched" in page.text) == (200, True)
    # At most 4,000 characters, of which each may take three in an address, in each of some hundred links.
    assert len(page.data) < 1_200_000
    for path in (
        "/",
        "/api/search",
        "/api/suggest",
        "/suggest.json",
        "/api/words",
        "/api/trend",
        "/feed.atom",
        "/none",
    ):
        long, short = (len(client.get(path, query_string={"q": each}).data) for each in (q, q[:5_000]))
        assert long <= short + 100, path


@pytest.mark.parametrize("sort", ["newest", "relevance"])
@pytest.mark.parametrize("key", [1e9, 1e300, 0])
def test_a_cursor_past_the_end_leads_to_a_page_that_says_so(
    client: FlaskClient, searcher: Searcher, sort: str, key: float
) -> None:
    told = json.dumps([searcher.generation, sort, key, "zzz"]).encode()
    asked = {"q": "coalition", "sort": sort, "cursor": base64.urlsafe_b64encode(told).decode().rstrip("=")}
    page = client.get("/", query_string=asked)
    assert (page.status_code, "Go to the first page" in page.text) == (200, True)
    again = client.get("/", query_string=asked, headers={"If-None-Match": page.headers["ETag"]})
    assert again.status_code == 304
    assert client.get("/api/search", query_string=asked).json["results"] == []  # type: ignore[index]


def test_no_cell_of_a_table_has_a_nul(client: FlaskClient) -> None:
    table = client.get("/export.csv", query_string={"q": "met"}, buffered=True)
    assert b"\0" not in table.data
    assert b"A coalition met." in table.data


@pytest.mark.parametrize("back", ["//evil.example", "/\t/evil.example", "/\n/evil.example", "/\r\n/evil.example",
                                  "/\\evil.example", "/\x00/evil.example", "\t//evil.example", "https://evil.example",
                                  "/\N{LINE SEPARATOR}/evil.example", "javascript:alert(1)"])  # fmt: skip
def test_a_correction_leads_back_to_this_page_alone(searcher: Searcher, back: str) -> None:
    editing = Editing(searcher.location)
    client = create_app(searcher, editing=editing).test_client()
    sent = {"token": editing.token, "action": "hide", "name": "X", "back": back}
    answer = client.post("/corrections", data=sent, headers={"Origin": "http://localhost"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")


def test_a_log_that_cannot_be_read_breaks_no_page(tmp_path: Path) -> None:
    searcher = archive(tmp_path, *NEWSROOM)
    (tmp_path / "aliases.log").mkdir()
    client = create_app(searcher, editing=Editing(tmp_path)).test_client()
    assert client.get("/?q=coalition").status_code == 200
