"""Completions as a user types: names, countries, words of titles, with counts; for programs and for browsers."""

from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.archive import archive, document
from tests.newsroom import NEWSROOM, browse
from web.app import create_app


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return browse(tmp_path_factory.mktemp("newsroom"), *NEWSROOM)


def completed(client: FlaskClient, typed: str) -> list[tuple[str, str, int]]:
    answer = client.get("/api/suggest", query_string={"q": typed})
    assert answer.status_code == 200
    return [(each["kind"], each["text"], each["count"]) for each in answer.get_json()["suggestions"]]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("isl", [("entity", "Islamic State", 2)]),
        ("STA", [("entity", "Islamic State", 2), ("country", "United States", 1)]),
        ("islamic st", [("entity", "Islamic State", 2)]),
        ("wheelb", [("entity", "Kathryn Wheelbarger", 1)]),
        ("syr", [("country", "Syria", 2)]),
        ("coal", [("word", "coalition", 2)]),
        ("talks coal", []),
        ("fighting", [("word", "fighting", 1)]),
        ("coalition", [("word", "coalition", 2)]),
        ("", []),
        ("  ", []),
        ("?!", []),
        ("x" * 5000, []),
    ],
)
def test_what_is_typed_is_completed(client: FlaskClient, typed: str, expected: list[Any]) -> None:
    assert completed(client, typed) == expected


def test_the_last_word_is_completed_beside_the_words_before_it(tmp_path: Path) -> None:
    client = create_app(
        archive(
            tmp_path,
            *(document(f"b{number}", "Obama spoke to banks.") for number in range(2)),
            document("c", "Obama hung up a banner."),
            *(document(f"d{number}", "The bandits came.") for number in range(9)),
            document("e", "S&P cut the ratings of plans.", entities=["International Monetary Fund"], countries=["GB"]),
        )
    ).test_client()
    assert completed(client, "obama ban") == [("word", "obama banks", 2), ("word", "obama banner", 1)]
    assert completed(client, "imf") == [("entity", "International Monetary Fund", 1)]
    for name in ("uk", "vereinigtes k", "royaume-u", "великоб", "英国"):
        assert completed(client, name) == [("country", "United Kingdom", 1)]
    for typed in ("s&p", "obama b", "ban", '"obama hung u', "spoke OR b"):
        for each in client.get("/api/suggest", query_string={"q": typed}).get_json()["suggestions"]:
            assert client.get(each["url"]).get_json()["total"] == each["count"] > 0


def test_accents_need_not_be_typed_and_the_most_frequent_come_first(tmp_path: Path) -> None:
    articles = [document(f"m{number}", "text", entities=["Nicolás Maduro"], title="São Tomé") for number in range(3)]
    searcher = archive(tmp_path, *articles, document("n", "text", entities=["Madonna", "Nicolás Maduro"]))
    client = create_app(searcher).test_client()
    assert completed(client, "mad") == [("entity", "Nicolás Maduro", 4), ("entity", "Madonna", 1)]
    assert completed(client, "MADÚ") == [("entity", "Nicolás Maduro", 4)]
    assert completed(client, "tom") == [("word", "tome", 3)]


def test_each_completion_has_the_address_of_its_search(client: FlaskClient) -> None:
    [name] = client.get("/api/suggest?q=taliban").get_json()["suggestions"]
    assert name == {
        "kind": "entity",
        "text": "Taliban",
        "value": "Taliban",
        "type": "organization",
        "count": 1,
        "url": "http://localhost/api/search?entity=Taliban",
        "html": "http://localhost/?entity=Taliban",
    }
    assert client.get(name["url"]).get_json()["total"] == 1


def test_browsers_get_the_form_that_they_ask_for(client: FlaskClient) -> None:
    answer = client.get("/suggest.json?q=syr")
    assert answer.content_type.split(";")[0] == "application/x-suggestions+json"
    assert answer.get_json(force=True) == ["syr", ["Syria"], ["2 articles"], ["http://localhost/?country=SY"]]
