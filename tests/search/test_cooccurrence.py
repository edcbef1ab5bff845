"""Names that stand together in a result, and its spread over time."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from corpus.article import Basis, PartialDate
from corpus.document import Document
from tests.archive import archive, document
from tests.newsroom import visit
from web.app import create_app


def dated(article_id: str, text: str, date: PartialDate, entities: list[str]) -> Document:
    return replace(document(article_id, text, entities=entities), published=date)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    def on(year: int, month: int | None = None) -> PartialDate:
        return PartialDate(year, month, basis=Basis.STATED)

    searcher = archive(
        tmp_path_factory.mktemp("together"),
        dated("a", "talks", on(2014, 3), ["NATO", "Harbour Board"]),
        dated("b", "talks", on(2014, 3), ["NATO", "Harbour Board", "Guild"]),
        dated("c", "talks", on(2014), ["NATO"]),
        dated("d", "talks", on(2016, 1), ["Guild", "Union of Ports"]),
        dated("e", "war", on(2016, 2), ["NATO", "Guild"]),
        dated("f", "war talks", PartialDate(), []),
        dated("g", "war", on(2014, 4), []),
    )
    return create_app(searcher).test_client()


def get(client: FlaskClient, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.get_json()


def test_pairs_are_counted_among_the_matches(client: FlaskClient) -> None:
    answer = get(client, "/api/cooccurrence?q=talks&year=2014")
    assert answer["query"]["filters"] == {"year": ["2014"]}
    assert answer["total"] == 3
    assert answer["entities"] == [
        {"name": "NATO", "type": "organization", "count": 3, "total": 4},
        {"name": "Harbour Board", "type": "organization", "count": 2, "total": 2},
        {"name": "Guild", "type": "organization", "count": 1, "total": 3},
    ]
    assert answer["pairs"] == [
        {"entities": ["NATO", "Harbour Board"], "count": 2},
        {"entities": ["NATO", "Guild"], "count": 1},
        {"entities": ["Harbour Board", "Guild"], "count": 1},
    ]


def test_the_trend_goes_by_year_with_the_share_of_all_articles(client: FlaskClient) -> None:
    assert get(client, "/api/trend?q=talks")["periods"] == [
        {"period": "2014", "count": 3, "total": 4, "share": 0.75},
        {"period": "2015", "count": 0, "total": 0, "share": 0.0},
        {"period": "2016", "count": 1, "total": 2, "share": 0.5},
        {"period": None, "count": 1, "total": 1, "share": 1.0},
    ]


def test_within_one_year_it_goes_by_month(client: FlaskClient) -> None:
    answer = get(client, "/api/trend?q=talks&year=2014")
    assert answer["total"] == 3
    assert len(answer["periods"]) == 13
    assert answer["periods"][2] == {"period": "2014-03", "count": 2, "total": 2, "share": 1.0}
    assert answer["periods"][3] == {"period": "2014-04", "count": 0, "total": 1, "share": 0.0}
    assert answer["periods"][12] == {"period": "2014", "count": 1, "total": 1, "share": 1.0}


def test_a_result_of_nothing(client: FlaskClient) -> None:
    assert get(client, "/api/trend?q=nowhere")["periods"] == []
    assert get(client, "/api/cooccurrence?q=nowhere")["pairs"] == []
    assert client.get("/api/trend?year=x").status_code == 400


def test_the_names_that_tell_a_result_from_the_others_come_first(client: FlaskClient) -> None:
    assert names(get(client, "/api/cooccurrence?q=talks&year=2014&names=telling")) == ["NATO", "Harbour Board"]
    assert names(get(client, "/api/cooccurrence?names=telling")) == ["NATO", "Guild", "Harbour Board", "Union of Ports"]
    told = client.get("/api/cooccurrence?names=loud")
    assert (told.status_code, json.loads(told.data)["parameter"]) == (400, "names")


def names(answer: Any) -> list[str]:
    return [each["name"] for each in answer["entities"]]


def test_the_page_says_who_stands_with_whom_and_leads_there(client: FlaskClient) -> None:
    found = visit(client, "/?q=talks&year=2014")
    assert "Named here more than elsewhere" in found.text
    page = visit(client, found.links["who with whom, and when"])
    assert "NATO 3 of 4" in page.text
    assert "Guild" not in page.text  # two of the four other articles have it, and one of these three
    assert "2 articles" in visit(client, page.links["Harbour Board and NATO, 2 articles"]).text
    assert "2014 3 4 75.0%" in visit(client, "/together?q=talks").text
    assert get(client, page.links["these names as JSON"])["total"] == 3
    assert get(client, page.links["these figures as JSON"])["total"] == 3
    assert "There are none." in visit(client, "/together?q=nowhere").text
    assert "The names in most articles, people first." in visit(client, "/together").text


@pytest.mark.parametrize(
    "asked",
    ["", "q=talks", "q=war+OR+talks", "q=talks+paint", "q=%22talks", "match=any&q=war+talks", "q=talks)",
     "q=talks&entity=NATO", "entity=NATO&entity=Guild&year=2014", "q=talks+-paint",
     "q=Talks&not_entity=Union+of+Ports", "q=talks+paint's", "match=any&q=%22talks%22+anti-war",
     "match=any&q=talks+-war"],
)  # fmt: skip
def test_each_two_names_lead_to_as_many_articles_as_they_are_said_to_have(client: FlaskClient, asked: str) -> None:
    links = visit(client, f"/together?{asked}").links
    pairs = {label: address for label, address in links.items() if " and " in label and "article" in label}
    for label, address in pairs.items():
        count = int(re.findall(r"(\d+) articles?$", label)[0])
        assert get(client, address.replace("/?", "/api/search?"))["total"] == count, label
    assert pairs


def test_names_that_were_merged_stand_together_as_one(tmp_path: Path) -> None:
    searcher = archive(
        tmp_path,
        document("1", "talks", entities=["NL", "Harbour Board"]),
        document("2", "talks", entities=["Northern League", "NL", "Harbour Board"]),
        document("3", "talks", entities=["Northern League"]),
    )
    (tmp_path / "aliases.toml").write_text('[merge]\n"Northern League" = ["NL"]\n', encoding="utf-8")
    pairs = get(create_app(searcher).test_client(), "/api/cooccurrence?q=talks")["pairs"]
    assert pairs == [{"entities": ["Northern League", "Harbour Board"], "count": 2}]
