"""What is taken away or followed: newline JSON, tables and Atom feeds."""

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient

from corpus.article import Article, Basis, Entity, PartialDate
from index.document import Document
from index.pipeline import refresh
from search.searcher import Searcher
from tests.newsroom import NEWSROOM, PERSON, WASHINGTON, browse
from web.app import create_app

ATOM = {"atom": "http://www.w3.org/2005/Atom", "opensearch": "http://a9.com/-/spec/opensearch/1.1/"}


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
        "clean": True,
    }


def test_an_export_is_indexed_again_as_it_was(client: FlaskClient, tmp_path: Path) -> None:
    exported = client.get("/export.jsonl").text
    (tmp_path / "export.jsonl").write_text(exported, encoding="utf-8")
    refresh(tmp_path / "index", [tmp_path / "export.jsonl"])
    assert create_app(Searcher(tmp_path / "index")).test_client().get("/export.jsonl").text == exported


def test_a_table_has_everything_that_matches_and_runs_nothing(tmp_path: Path) -> None:
    hostile = Article("formula", '=HYPERLINK("https://evil.example")', 'two\nlines, "quoted"')
    client = browse(tmp_path, WASHINGTON, Document(hostile, (), (), PartialDate()))
    rows = list(csv.DictReader(io.StringIO(client.get("/export.csv").text, newline="")))
    assert [row["id"] for row in rows] == ["wire/washington.txt", "formula"]
    assert (rows[0]["countries"], rows[0]["entities"], rows[0]["year"]) == (
        "US;SY",
        "Islamic State;Kathryn Wheelbarger;Washington",
        "2019",
    )
    assert rows[1]["title"] == '\'=HYPERLINK("https://evil.example")'
    assert (rows[1]["text"], rows[1]["published"]) == ('two\nlines, "quoted"', "")


def test_a_search_can_be_followed_as_an_atom_feed(client: FlaskClient) -> None:
    response = client.get("/feed.atom?q=coalition&per_page=1&sort=oldest")
    assert response.content_type == "application/atom+xml; charset=utf-8"
    feed = ET.fromstring(response.data)  # noqa: S314 - our own
    assert feed.findtext("atom:title", None, ATOM) == "coalition – Dateline"
    assert feed.findtext("atom:updated", None, ATOM) == "2019-04-09T00:00:00Z"
    assert feed.findtext("opensearch:totalResults", None, ATOM) == "2"
    links = {link.get("rel"): link.get("href") for link in feed.findall("atom:link", ATOM)}
    assert links["self"] == feed.findtext("atom:id", None, ATOM)
    assert links["next"] == "http://localhost/feed.atom?q=coalition&sort=newest&page=2&per_page=1"
    (entry,) = feed.findall("atom:entry", ATOM)
    assert entry.findtext("atom:id", None, ATOM) == "http://localhost/articles/wire/washington.txt"
    assert entry.findtext("atom:title", None, ATOM) == "Washington works to keep its coalition together"
    assert entry.findtext("atom:author/atom:name", None, ATOM) == "herald.example"
    assert "9 April 2019, inferred." in (entry.findtext("atom:summary", None, ATOM) or "")


def test_a_feed_stays_xml_whatever_an_article_holds(tmp_path: Path) -> None:
    article = Article("odd\x01", "a \x00 & <b> ]]> title\x0b", "text \ufffe", source="\x1f", url="javascript:alert(1)")
    client = browse(tmp_path, Document(article, (Entity("\x02", PERSON),), (), PartialDate(5, basis=Basis.STATED)))
    (entry,) = ET.fromstring(client.get("/feed.atom?q=").data).findall("atom:entry", ATOM)  # noqa: S314 - our own
    assert entry.findtext("atom:title", None, ATOM) == "a  & <b> ]]> title"
    assert [link.get("rel") for link in entry.findall("atom:link", ATOM)] == ["alternate"]
