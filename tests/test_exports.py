"""What is taken away or followed: newline JSON, tables and Atom feeds."""

import csv
import io
import json
import re
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient

from corpus.article import Article, Basis, Entity, PartialDate
from index.document import Document
from index.ingest.pipeline import refresh
from search.request import SearchRequest
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
        "author": None,
        "captured": None,
        "published_evidence": "the interview that was released on April 9",
        "clean": True,
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


RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def test_the_feed_keeps_the_rules_of_atom(client: FlaskClient) -> None:
    """RFC 4287: ids are IRIs, each once; each entry has a title, a moment, an author and content or a link to it."""
    feed = ET.fromstring(client.get("/feed.atom?q=").data)  # noqa: S314 - our own
    parts = [feed, *feed.findall("atom:entry", ATOM)]
    ids = [part.findtext("atom:id", "", ATOM) for part in parts]
    assert len(set(ids)) == len(ids) == 5
    assert all(urlsplit(each).scheme and urlsplit(each).netloc for each in ids)
    for part in parts:
        for name in ("id", "title", "updated"):
            assert len(part.findall(f"atom:{name}", ATOM)) == 1
        assert RFC_3339.fullmatch(part.findtext("atom:updated", "", ATOM))
        assert part.findtext("atom:author/atom:name", "", ATOM).strip()
        alternates = [link for link in part.findall("atom:link", ATOM) if link.get("rel") == "alternate"]
        kinds = [(link.get("type"), link.get("hreflang")) for link in alternates]
        assert len(set(kinds)) == len(kinds) == 1
    moments = [part.findtext("atom:updated", "", ATOM) for part in parts]
    assert moments[0] == max(moments[1:])
