"""The JSON endpoint, the exports and the feed, asked as a program asks them."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient

from corpus.article import Article, PartialDate
from corpus.document import Document
from search.types.request import Facet
from tests.archive import archive, write
from tests.newsroom import NEWSROOM, browse
from web.app import create_app

ATOM = {"atom": "http://www.w3.org/2005/Atom", "opensearch": "http://a9.com/-/spec/opensearch/1.1/"}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return browse(tmp_path_factory.mktemp("newsroom"), *NEWSROOM)


def get(client: FlaskClient, address: str) -> Any:
    response = client.get(address)
    assert response.status_code == 200, (address, response.text)
    return response.json


def found(client: FlaskClient, query: str) -> list[str]:
    return [Path(hit["id"]).stem for hit in get(client, f"/api/search?{query}")["results"]]


def test_an_answer_has_the_names_of_the_contract(client: FlaskClient) -> None:
    answer = get(client, "/api/search?q=coalition&country=SY")
    assert answer["query"] == {
        "q": "coalition",
        "match": "all",
        "filters": {"country": ["SY"]},
        "exclude": {},
        "sort": "relevance",
    }
    assert (answer["total"], answer["relaxed"], answer["suggestion"]) == (2, False, None)
    assert 0 < answer["took_ms"] < 1000
    washington = next(hit for hit in answer["results"] if hit["id"] == "wire/washington.txt")
    assert washington["score"] > 0
    assert washington | {"score": 0, "snippets": []} == {
        "id": "wire/washington.txt",
        "title": "Washington works to keep its coalition together",
        "title_highlights": [[29, 38]],
        "source": "herald.example",
        "url": "https://herald.example/washington",
        "language": "en",
        "published": "2019-04-09",
        "published_basis": "inferred",
        "year": 2019,
        "countries": [{"code": "US", "name": "United States"}, {"code": "SY", "name": "Syria"}],
        "entities": [
            {"name": "Islamic State", "type": "organization"},
            {"name": "Kathryn Wheelbarger", "type": "person"},
            {"name": "Washington", "type": "place"},
        ],
        "score": 0,
        "snippets": [],
        "tags": [],
        "note": None,
        "near_duplicates": 0,
        "added": answer["last_added"],
        "key": "SM64DV8C",
        "links": {
            "self": "http://localhost/api/articles/wire/washington.txt",
            "html": "http://localhost/articles/wire/washington.txt?q=coalition&country=SY",
        },
    }
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", str(answer["last_added"]))
    assert answer["facet_totals"] == {
        "entity": 4, "country": 4, "year": 2, "source": 2, "author": 0, "language": 1, "tag": 0, "basis": 2,
    }  # fmt: skip
    assert answer["facets"]["entity"][0] == {
        "value": "Islamic State",
        "label": "Islamic State",
        "type": "organization",
        "count": 2,
        "selected": False,
        "excluded": False,
        "url": "http://localhost/api/search?q=coalition&entity=Islamic+State&country=SY",
    }
    syria = next(each for each in answer["facets"]["country"] if each["value"] == "SY")
    assert syria == {
        "value": "SY",
        "label": "Syria",
        "count": 2,
        "selected": True,
        "excluded": False,
        "url": "http://localhost/api/search?q=coalition",
    }
    assert answer["links"] == {
        "self": "http://localhost/api/search?q=coalition&country=SY",
        "next": None,
        "prev": None,
        "html": "http://localhost/?q=coalition&country=SY",
        "atom": "http://localhost/feed.atom?q=coalition&country=SY",
        "csv": "http://localhost/export.csv?q=coalition&country=SY",
        "jsonl": "http://localhost/export.jsonl?q=coalition&country=SY",
    }


def test_every_highlight_stands_on_a_word_that_was_meant(client: FlaskClient) -> None:
    for hit in get(client, "/api/search?q=withdrawing")["results"]:
        marked = [snippet["text"][start:end] for snippet in hit["snippets"] for start, end in snippet["highlights"]]
        assert marked in (["withdraw"], ["withdrawal"])
    article = get(client, "/api/articles/wire/washington.txt?q=soldier")
    assert [article["text"][start:end] for start, end in article["highlights"]["text"]] == ["soldiers", "soldier"]


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("", ["doha", "washington", "amman", "interpreters"]),
        ("sort=oldest", ["amman", "washington", "doha", "interpreters"]),
        ("country=JO", ["amman"]),
        ("country=JO&country=QA", ["doha", "amman"]),
        ("country=sy&entity=Daesh&not_year=2014", ["washington"]),
        ("year=2014..2019", ["washington", "amman"]),
        ("year=unknown", ["interpreters"]),
        ("not_country=AF", ["washington", "amman"]),
        ("country=&entity=&page=&unheard=of", ["doha", "washington", "amman", "interpreters"]),
        ("per_page=1&page=2", ["washington"]),
        ("page=99", []),
    ],
)
def test_filters_are_or_within_a_field_and_and_between_fields(
    client: FlaskClient, query: str, articles: list[str]
) -> None:
    assert found(client, query) == articles


def test_a_page_beyond_the_end_is_empty_and_counts_all_the_same(client: FlaskClient) -> None:
    answer = get(client, "/api/search?page=99&per_page=3")
    assert (answer["total"], answer["results"]) == (4, [])
    assert answer["links"]["next"] is None
    assert answer["links"]["prev"] == "http://localhost/api/search?page=2&per_page=3"


def test_words_that_no_article_has_together_are_announced(client: FlaskClient) -> None:
    answer = get(client, "/api/search?q=interpreters+Doha")
    assert (answer["relaxed"], answer["total"]) == (True, 2)
    assert not get(client, "/api/search?q=interpreters+Doha&match=any")["relaxed"]


def test_a_choice_is_taken_back_under_whatever_name_it_was_made(client: FlaskClient) -> None:
    answer = get(client, "/api/search?entity=Daesh")
    (state,) = [each for each in answer["facets"]["entity"] if each["selected"]]
    assert (state["value"], state["url"]) == ("Islamic State", "http://localhost/api/search")


def _links(answer: Any) -> Iterator[str]:
    if isinstance(answer, dict):
        for value in answer.values():
            yield from _links(value)
    elif isinstance(answer, list):
        for value in answer:
            yield from _links(value)
    elif isinstance(answer, str) and answer.startswith("http://localhost/"):
        yield answer


def test_every_link_works(client: FlaskClient) -> None:
    addresses = ["/api/search?q=coalition&per_page=1", "/api/facets/country?q=coalition", "/api/articles/wire/doha.txt"]
    links = {link for address in addresses for link in _links(get(client, address))}
    assert len(links) > 15
    assert {link: client.get(link).status_code for link in links} == dict.fromkeys(links, 200)


def _next(response: Any) -> str | None:
    return _headed(response).get("next")


def _headed(response: Any) -> dict[str, str]:
    return {name: address for address, name in re.findall(r'<([^>]+)>; rel="(\w+)"', response.headers.get("Link", ""))}


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
def test_the_next_header_leads_through_everything_once(tmp_path: Path, sort: str) -> None:
    articles = [Document(Article(f"{number:02}", "", "same words"), (), (), PartialDate()) for number in range(25)]
    client = browse(tmp_path, *articles)
    seen, address = [], f"/api/search?q=words&per_page=4&sort={sort}"
    while address:
        response = client.get(address)
        seen += [hit["id"] for hit in response.json["results"]]  # type: ignore[index]
        address = _next(response) or ""
        assert not address or "cursor=" in address
    assert seen == [article.article.id for article in articles]


def test_the_header_leads_back_as_well(client: FlaskClient) -> None:
    for address in ("/api/search?q=coalition&per_page=1&page=2", "/api/facets/country?per_page=2&page=2&q=coalition"):
        response = client.get(address)
        assert _headed(response)["prev"] == response.get_json()["links"]["prev"]
        assert "prev" not in _headed(client.get(_headed(response)["prev"]))


@pytest.mark.parametrize(("sort", "status"), [("relevance", 400), ("newest", 200), ("oldest", 200)])
def test_a_cursor_says_whether_it_holds_when_the_index_has_changed(tmp_path: Path, sort: str, status: int) -> None:
    articles = [Document(Article(f"{number:02}", "", "same words"), (), (), PartialDate()) for number in range(9)]
    client = browse(tmp_path, *articles)
    address = _next(client.get(f"/api/search?q=words&per_page=4&sort={sort}")) or ""
    write(tmp_path, [], remove=["08"])
    answer = client.get(address)
    assert answer.status_code == status
    if status == 200:
        assert [hit["id"] for hit in answer.get_json()["results"]] == ["04", "05", "06", "07"]
    else:
        told = json.loads(answer.data)
        assert told["parameter"] == "cursor"
        assert "start again" in told["detail"]


def test_all_values_of_a_facet_page_by_page(client: FlaskClient) -> None:
    answer = get(client, "/api/facets/country?per_page=2&q=coalition")
    assert (answer["total"], [each["label"] for each in answer["values"]]) == (4, ["Syria", "Iraq"])
    assert _next(client.get("/api/facets/country?per_page=2&q=coalition")) == answer["links"]["next"]
    assert answer["values"][0]["url"] == "http://localhost/api/search?q=coalition&country=SY"
    rest = get(client, answer["links"]["next"])
    assert [each["label"] for each in rest["values"]] == ["Jordan", "United States"]
    assert rest["links"]["next"] is None
    assert [each["value"] for each in get(client, "/api/facets/country?prefix=sta")["values"]] == ["US"]


@pytest.mark.parametrize("facet", list(Facet))
def test_every_facet_narrows_leaves_out_and_has_pages(client: FlaskClient, facet: Facet) -> None:
    everything = get(client, "/api/search")
    for each in everything["facets"][facet]:
        chosen = get(client, each["url"])
        assert chosen["total"] == each["count"] > 0
        assert chosen["links"]["html"].count(f"{facet}=") == 1
        left = get(client, f"/api/search?{urlencode({f'not_{facet}': each['value']})}")
        assert left["total"] == everything["total"] - each["count"]
    assert get(client, f"/api/facets/{facet}")["total"] == everything["facet_totals"][facet]
    assert client.get(f"/facets/{facet}").status_code == 200


def test_any_copy_holds_where_there_is_something(client: FlaskClient) -> None:
    assert client.get("/api/search?q=coalition", headers={"If-None-Match": "*"}).status_code == 304
    assert client.get("/?q=coalition", headers={"If-None-Match": "*"}).data == b""
    assert client.get("/api/articles/nowhere", headers={"If-None-Match": "*"}).status_code == 404


def test_a_copy_holds_until_the_index_changes(tmp_path: Path) -> None:
    searcher = archive(tmp_path, *NEWSROOM)
    client = create_app(searcher).test_client()
    first = client.get("/api/search?q=coalition")
    tag = first.headers["ETag"]
    assert first.headers["Cache-Control"] == "no-cache"
    again = client.get("/api/search?q=coalition", headers={"If-None-Match": tag})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", tag)
    assert client.get("/api/search?q=coalition&page=2", headers={"If-None-Match": tag}).status_code == 200
    write(tmp_path, [], remove=["wire/amman.txt"])
    changed = client.get("/api/search?q=coalition", headers={"If-None-Match": tag})
    assert (changed.status_code, changed.json["total"]) == (200, 1)  # type: ignore[index]
