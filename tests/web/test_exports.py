"""What is taken away or followed: newline JSON, tables and Atom feeds."""

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient
from werkzeug.http import parse_options_header

from corpus.article import Article, Entity, PartialDate
from corpus.document import Document
from index.ingest.pipeline import refresh
from search.searcher import Searcher
from search.types.request import SearchRequest
from tests.newsroom import NEWSROOM, PERSON, WASHINGTON, browse
from web.app import create_app


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return browse(tmp_path_factory.mktemp("newsroom"), *NEWSROOM)


def test_newline_json_has_everything_that_matches(client: FlaskClient) -> None:
    response = client.get("/export.jsonl?q=coalition&per_page=1&sort=oldest")
    assert response.content_type == "application/x-ndjson"
    records = [json.loads(line) for line in response.text.splitlines()]
    assert [record["id"] for record in records] == ["wire/amman.txt", "wire/washington.txt"]
    assert records[1] == {
        "id": "wire/washington.txt",
        "title": "Washington works to keep its coalition together",
        "text": WASHINGTON.article.text,
        "source": "herald.example",
        "url": "https://herald.example/washington",
        "language": "en",
        "published": "2019-04-09",
        "published_basis": "inferred",
        "year": 2019,
        "countries": ["US", "SY"],
        "entities": [
            {"name": "Islamic State", "type": "organization"},
            {"name": "Kathryn Wheelbarger", "type": "person"},
            {"name": "Washington", "type": "place"},
        ],
        "author": None,
        "authors": [],
        "captured": None,
        "published_evidence": "the interview that was released on April 9",
        "clean": True,
        "tags": [],
        "note": None,
    }


@pytest.mark.parametrize("name", ["export.jsonl", "export.csv"])
def test_an_export_is_indexed_again_as_it_was(client: FlaskClient, tmp_path: Path, name: str) -> None:
    exported = client.get(f"/{name}").text
    (tmp_path / name).write_text(exported, encoding="utf-8", newline="")
    refresh(tmp_path / "index", [tmp_path / name])
    again = create_app(Searcher(tmp_path / "index")).test_client()
    for each in ("export.jsonl", "export.csv"):
        assert again.get(f"/{each}").text == client.get(f"/{each}").text


def test_who_wrote_it_and_when_it_was_fetched_comes_back(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(
        '{"id": "a", "text": "Talks were held.", "clean": true, "author": "Jane Doe", "captured": "2019-04-10"}\n'
    )
    refresh(tmp_path / "index", [tmp_path / "in.jsonl"])
    client = create_app(Searcher(tmp_path / "index")).test_client()
    (tmp_path / "out.csv").write_text(client.get("/export.csv").text, encoding="utf-8", newline="")
    refresh(tmp_path / "again", [tmp_path / "out.csv"])
    article = create_app(Searcher(tmp_path / "again")).test_client().get("/api/articles/a").json
    assert article is not None
    assert (article["author"], article["captured"]) == ("Jane Doe", "2019-04-10")


def test_names_with_the_marks_of_a_table_come_back_as_they_were(tmp_path: Path) -> None:
    names = ("Fish; Chips", "A|B", "=SUM", 'Smith, "Al"', "back\\slash")
    entities = tuple(Entity(each, PERSON) for each in names)
    client = browse(tmp_path, Document(Article("odd", "Odd names", "Odd names met."), entities, (), PartialDate()))
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "export.csv").write_text(client.get("/export.csv").text, encoding="utf-8", newline="")
    refresh(tmp_path / "again", [tmp_path / "in"])
    (hit,) = Searcher(tmp_path / "again").search(SearchRequest(q="odd")).hits
    assert [(each.name, each.type) for each in hit.document.entities] == [(each, PERSON) for each in names]


def test_a_table_has_everything_that_matches_and_runs_nothing(tmp_path: Path) -> None:
    hostile = Article("formula", '=HYPERLINK("https://evil.example")', 'two\nlines, "quoted"')
    client = browse(tmp_path, WASHINGTON, Document(hostile, (), (), PartialDate()))
    rows = list(csv.DictReader(io.StringIO(client.get("/export.csv").text, newline="")))
    assert [row["id"] for row in rows] == ["wire/washington.txt", "formula"]
    assert (rows[0]["countries"], rows[0]["entities"], rows[0]["year"]) == (
        "US;SY",
        "Islamic State|organization;Kathryn Wheelbarger|person;Washington|place",
        "2019",
    )
    assert rows[1]["title"] == '\'=HYPERLINK("https://evil.example")'
    assert (rows[1]["text"], rows[1]["published"]) == ('two\nlines, "quoted"', "")


def test_a_browser_learns_how_to_search_here(client: FlaskClient) -> None:
    response = client.get("/opensearch.xml", headers={"Host": "archive.example"})
    assert response.content_type == "application/opensearchdescription+xml; charset=utf-8"
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    told = ET.fromstring(response.data)  # noqa: S314 - our own
    addresses = {each.get("type"): each.get("template") for each in told.findall(f"{space}Url")}
    assert told.findtext(f"{space}ShortName") == "Dateline"
    assert addresses["text/html"] == "http://archive.example/?q={searchTerms}"
    assert addresses["application/x-suggestions+json"] == "http://archive.example/suggest.json?q={searchTerms}"
    assert 'href="/opensearch.xml"' in client.get("/").text


def test_a_table_for_spreadsheets_begins_with_a_byte_order_mark(client: FlaskClient) -> None:
    assert client.get("/export.csv?bom=1").data.startswith(b"\xef\xbb\xbfid,")
    assert client.get("/export.csv").data.startswith(b"id,")


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/export.csv", "dateline All articles.csv"),
        ("/export.csv?q=coalition&year=2014..2019&not_country=TR", "dateline coalition 2014 2019 not Türkiye.csv"),
        ("/export.jsonl?q=%22../../etc%22%0D%0AX:%20y", "dateline etc X y.jsonl"),
        ("/export.csv?q=" + "word+" * 60, f"dateline {'word ' * 18}w.csv"),
    ],
)
def test_a_file_is_called_after_its_search(client: FlaskClient, address: str, name: str) -> None:
    kind, told = parse_options_header(client.get(address).headers["Content-Disposition"])
    assert (kind, told["filename"]) == ("attachment", name)
