"""More like this: articles that share an article's most telling words and names."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.archive import archive, document
from tests.newsroom import visit
from web.app import create_app

COMMON = "officials said on the day that there would be more news of it in the week to come"

WINTER = "the river has risen since the winter, and the villages that lie below were emptied by soldiers in one night"
CEMENT = "every day lorries bring cement, which is pressed under the wall as the stone there dissolves in water"
PARLIAMENT = "in parliament nobody answered for one hour; then a budget passed"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    others = [document(f"other {place}", COMMON, title=f"News {place}", entities=["Reuters"]) for place in range(12)]
    searcher = archive(
        tmp_path_factory.mktemp("similar"),
        document("dam/one", f"The dam at Mosul may burst. {WINTER}", title="Mosul dam", entities=["Nouri al-Maliki"]),
        document("dam/two", f"Engineers repair the dam near Mosul. {CEMENT}", title="Repairs at the dam"),
        document("maliki", f"He spoke. {PARLIAMENT}", title="A speech", entities=["Nouri al-Maliki"]),
        document("alone", "Zwyq vbnm", title="Qxz"),
        *others,
    )
    return create_app(searcher).test_client()


def like(client: FlaskClient, article_id: str) -> list[str]:
    return [hit["id"] for hit in client.get(f"/api/articles/{article_id}/similar").get_json()["results"]]


def test_articles_with_the_same_telling_words_or_names_are_found_without_itself(client: FlaskClient) -> None:
    assert like(client, "dam/one") == ["dam/two", "maliki"]
    assert like(client, "dam/two") == ["dam/one"]
    assert like(client, "maliki") == ["dam/one"]


def test_an_article_like_no_other_has_none(client: FlaskClient) -> None:
    assert like(client, "alone") == []
    assert "More like this" not in visit(client, "/articles/alone").text


def test_the_answer_leads_on(client: FlaskClient) -> None:
    answer = client.get("/api/articles/dam/one/similar").get_json()
    assert answer["id"] == "dam/one"
    assert answer["results"][0]["score"] > answer["results"][1]["score"] > 0
    assert answer["links"]["self"] == "http://localhost/api/articles/dam/one/similar"
    assert client.get(answer["links"]["article"]).get_json()["links"]["similar"] == answer["links"]["self"]
    assert client.get("/api/articles/nowhere/similar").status_code == 404


def test_the_page_of_an_article_lists_them(client: FlaskClient) -> None:
    page = visit(client, "/articles/dam/one?q=dam")
    assert page.links["Repairs at the dam"] == "/articles/dam/two?q=dam"


def test_an_index_of_one_article(tmp_path: Path) -> None:
    client = create_app(archive(tmp_path, document("one", "Nothing is like it."))).test_client()
    assert like(client, "one") == []


def test_near_duplicates_are_listed_as_such_and_not_as_alike(tmp_path: Path) -> None:
    story = f"The dam at Mosul may burst. {WINTER}."
    other = "Soldiers emptied the villages by the dam; all winter the river at Mosul may flood it, it is feared."
    searcher = archive(
        tmp_path,
        document("story", story),
        document("copy", f"{story} It was said on Monday."),
        document("other", other),
        document("other copy", f"{other} So it was told."),
        *(document(f"{place}", f"{COMMON} {place}") for place in range(9)),
    )
    client = create_app(searcher).test_client()
    assert like(client, "story") == ["other copy"]
    assert client.get("/api/articles/story").get_json()["near_duplicate_count"] == 1
