"""Why did this match: each hit's reasons add up to its score, and say what was typed, how and where it was found."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from search.searcher import Searcher
from search.types.request import Match, SearchRequest
from tests.archive import archive, document
from tests.newsroom import visit
from web.app import create_app

QUERIES = [
    "coalition",
    "withdrawing coalition",
    '"coalition withdraws"',
    '"withdraws coalition"~5 troops',
    "ISIS",
    "ISIS coalition -Turkey",
    "coal* OR (troops Syria)^3",
    "troup~ coalition",
    "title:coalition country:SY",
    "-Turkey",
    "coalition NOT (Turkey OR Iran)",
    "entity:Daesh",
    "*",
    "nowhere coalition troops",
    "coalition coalition",
]


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    location = tmp_path_factory.mktemp("why")
    archive(location, document("one", "The coalition withdraws its troops.", title="Coalition", countries=["SY"]))
    archive(location, document("two", "ISIS held on; troops of the coalition withdrew.", entities=["Islamic State"]))
    return archive(
        location,
        document("three", "Daesh, said Turkey, meets a coalition of Syria.", title="Islamic State", countries=["SY"]),
    )


@pytest.mark.parametrize("match", list(Match))
@pytest.mark.parametrize("typed", QUERIES)
def test_the_reasons_add_up_to_the_score(searcher: Searcher, typed: str, match: Match) -> None:
    result = searcher.search(SearchRequest(q=typed, match=match, explain=True))
    assert result.hits
    for hit in result.hits:
        assert sum(each.score for each in hit.reasons) == pytest.approx(hit.score, abs=1e-6)


def why(searcher: Searcher, typed: str, article_id: str) -> set[tuple[str, str, str | None, tuple[str, ...]]]:
    hits = searcher.search(SearchRequest(q=typed, explain=True)).hits
    [hit] = [each for each in hits if each.document.article.id == article_id]
    return {(each.typed, each.how, each.field, each.found) for each in hit.reasons}


def test_a_reason_says_what_was_typed_and_as_what_it_stands_there(searcher: Searcher) -> None:
    assert why(searcher, "withdrawing coalition", "one") == {
        ("withdrawing", "stem", "text", ("withdraws",)),
        ("coalition", "word", "text", ("coalition",)),
        ("coalition", "word", "title", ("Coalition",)),
    }
    assert why(searcher, "Daesh", "two") == {("Daesh", "alias", "text", ("ISIS",))}
    assert why(searcher, "ISIS", "three") == {("ISIS", "alias", "title", ("Islamic State",))}
    assert why(searcher, "troup~ -Turkey", "two") == {
        ("troup~", "spelling", "text", ("troops",)),
        ("", "refusal", None, ()),
    }
    assert why(searcher, "withdr*", "two") == {("withdr*", "pattern", "text", ("withdrew",))}
    assert why(searcher, '"the coalition"', "two") == {("the coalition", "phrase", "text", ("the coalition",))}


@pytest.fixture
def client(searcher: Searcher) -> FlaskClient:
    return create_app(searcher).test_client()


def test_reasons_are_given_where_they_are_asked_for(client: FlaskClient) -> None:
    [hit] = client.get("/api/search?q=withdraws+title:coalition&explain=1").get_json()["results"]
    assert hit["explanation"][0].keys() == {"typed", "how", "field", "found", "score"}
    assert sum(each["score"] for each in hit["explanation"]) == pytest.approx(hit["score"], abs=1e-6)
    assert "explanation" not in client.get("/api/search?q=coalition").get_json()["results"][0]


def test_the_page_shows_them_one_click_away(client: FlaskClient) -> None:
    page = visit(client, "/?q=withdrawing")
    assert "by stem" not in page.text
    shown = visit(client, page.links["why these?"])
    assert "withdrawing by stem in text, as withdraws" in shown.text
    assert shown.links["hide why"] == "/?q=withdrawing"


def test_a_paragraph_is_explained_too(tmp_path: Path) -> None:
    searcher = archive(tmp_path, document("a", " ".join(f"word{number}" for number in range(300))))
    typed = " ".join(f"word{number}" for number in range(0, 300, 2))
    [hit] = searcher.search(SearchRequest(q=typed, explain=True)).hits
    assert len(hit.reasons) == 150
    assert sum(each.score for each in hit.reasons) == pytest.approx(hit.score, abs=1e-6)
