"""Near in meaning: of the articles that match, those whose words mean what was asked for come first."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from cli.main import main
from search.searcher import Searcher
from search.types.request import Match, SearchRequest, Sort
from tests.archive import archive, document
from tests.newsroom import visit
from web.app import create_app

QUERY = "ship that sank off the coast"
ALIKE = "A vessel went down near the harbour, and sailors were rescued from the ocean by a ship of the navy."
OTHER = "The ministry debated budget rules, and economists were heard on pensions by a ship of state, as it said."
NUMBERS = "7 8 9 ship"


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    location = tmp_path_factory.mktemp("meaning")
    archive(location, document("other", OTHER, year=2011), document("numbers", NUMBERS, year=2012))
    return archive(location, document("alike", ALIKE, year=2010))


@pytest.fixture
def client(searcher: Searcher) -> FlaskClient:
    return create_app(searcher).test_client()


def found(searcher: Searcher, q: str = QUERY, **how: object) -> list[tuple[str, float]]:
    request = SearchRequest(q=q, **{"match": Match.ANY, "expand": False, **how})  # type: ignore[arg-type]
    return [(hit.document.article.id, hit.score) for hit in searcher.search(request).hits]


def test_what_is_near_in_meaning_gains_and_nothing_loses(searcher: Searcher) -> None:
    plain, near = (dict(found(searcher, meaning=each)) for each in (False, True))
    gains = {article: near[article] - plain[article] for article in plain}
    assert gains["alike"] > gains["other"] >= 0
    assert min(gains.values()) == 0
    assert dict(found(searcher)) == near  # any of several words is enough


def test_what_is_exact_is_left_alone(searcher: Searcher) -> None:
    questions: list[tuple[str, dict[str, object]]] = [
        ('"a ship of"', {"meaning": True}),
        ("text:ship", {"meaning": True}),
        ("ship", {}),
        ("ship by", {"match": Match.ALL}),
        (QUERY, {"sort": Sort.OLDEST}),
        ("qwzx 77 vbnm 88 ship*", {"meaning": True}),  # no word that the table knows
    ]
    for q, how in questions:
        assert found(searcher, q, **how) == found(searcher, q, **{**how, "meaning": False}), q


def test_the_reasons_name_the_words_and_add_up(searcher: Searcher) -> None:
    request = SearchRequest(q=QUERY, match=Match.ANY, meaning=True, explain=True)
    for hit in searcher.search(request).hits:
        assert sum(each.score for each in hit.reasons) == pytest.approx(hit.score, abs=1e-6)
        if hit.document.article.id == "alike":
            pairs = {(each.typed, *each.found) for each in hit.reasons if each.how == "meaning"}
            assert ("ship", "vessel") in pairs or ("coast", "harbour") in pairs


@pytest.mark.parametrize(("q", "match"), [("ship harbour", Match.ANY), ("ship of a", Match.ALL)])
def test_it_counts_by_itself_for_two_words_of_any_and_three_of_all(searcher: Searcher, q: str, match: Match) -> None:
    plain, near, left = (found(searcher, q, match=match, meaning=each) for each in (False, True, None))
    assert left == near != plain


def test_an_article_in_another_language_is_given_the_mean(tmp_path: Path) -> None:
    german = document("de", "Das Schiff sank off der Stadt; the ship, ein Wort.")
    german = replace(german, article=replace(german.article, language="de"))
    mixed = archive(tmp_path, document("near", ALIKE), document("far", OTHER), german)
    plain, near = (dict(found(mixed, meaning=each)) for each in (False, True))
    gains = {article: near[article] - plain[article] for article in plain}
    assert gains["de"] == pytest.approx((gains["near"] + gains["far"]) / 2, abs=2e-4)
    assert gains["de"] > 0
    request = SearchRequest(q=QUERY, match=Match.ANY, meaning=True, explain=True)
    told = {hit.document.article.id: hit.reasons for hit in mixed.search(request).hits}
    assert [each.found for each in told["de"] if each.how == "meaning"] == [()]  # no pair of words gave it


def test_a_word_of_the_title_is_told_as_one(tmp_path: Path) -> None:
    titled = document("titled", "It is off the coast, the coast, the coast.", title="Vessel lost")
    mixed = archive(tmp_path, titled, document("far", OTHER))
    request = SearchRequest(q=QUERY, match=Match.ANY, meaning=True, explain=True)
    [hit] = [hit for hit in mixed.search(request).hits if hit.document.article.id == "titled"]
    fields = {each.found: each.field for each in hit.reasons if each.how == "meaning"}
    assert (fields[("Vessel",)], fields[("coast",)]) == ("title", "text")


def test_the_parameter_reaches_the_searcher(client: FlaskClient) -> None:
    def scores(parameters: str) -> list[float]:
        address = f"/api/search?q={QUERY.replace(' ', '+')}&match=any{parameters}"
        return [hit["score"] for hit in client.get(address).get_json()["results"]]

    assert scores("") == scores("&meaning=1") != scores("&meaning=0")
    assert client.get("/api/search?q=ship&meaning=2").status_code == 400
    kept = client.get(f"/api/search?q={QUERY.replace(' ', '+')}&match=any&meaning=0&per_page=1").get_json()
    assert "meaning=0" in kept["links"]["next"]


def test_the_page_says_that_meaning_counts_and_how_to_leave_it_aside(client: FlaskClient) -> None:
    asked = f"/?q={QUERY.replace(' ', '+')}&match=any"
    page = visit(client, asked)
    assert "ordered by meaning, too" in page.text
    assert page.links["only by the words"] == f"{asked}&meaning=0"
    page = visit(client, f"{asked}&meaning=0")
    assert "without regard to meaning" in page.text
    assert page.links["with regard to it"] == asked
    assert "meaning" not in visit(client, "/?q=ship").text  # it had no effect
    said = [
        client.get(f"/api{address}").get_json()["near_in_meaning"]
        for address in (f"/search{asked[1:]}", "/search?q=ship")
    ]
    assert said == [True, False]


def test_evaluation_and_endpoint_give_one_order(tmp_path: Path) -> None:
    """Titles that texts repeat, texts in capitals, short ones: what indexing changes, it changes for both."""
    folder = tmp_path / "judged"
    (folder / "qrels").mkdir(parents=True)
    texts = [ALIKE, OTHER, f"TALKS AT SEA\n\n{ALIKE.upper()}", "Ship.", f"Share this article\n{OTHER} A ship sank."]
    records = [{"_id": f"{place}", "title": "Talks at sea", "text": text} for place, text in enumerate(texts)]
    (folder / "corpus.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    (folder / "queries.jsonl").write_text(json.dumps({"_id": "q", "text": QUERY}), encoding="utf-8")
    (folder / "qrels" / "test.tsv").write_text("q\t0\t1\n")
    run = tmp_path / "run"
    assert CliRunner().invoke(main, ["evaluate", str(folder), "--run", str(run)]).exit_code == 0
    indexed = ["index", "--index", str(tmp_path / "index"), str(folder / "corpus.jsonl")]
    assert CliRunner().invoke(main, indexed).exit_code == 0
    client = create_app(Searcher(tmp_path / "index")).test_client()
    answer = client.get(f"/api/search?q={QUERY.replace(' ', '+')}&match=any&per_page=100").get_json()
    assert [line.split()[2] for line in run.read_text().splitlines()] == [hit["id"] for hit in answer["results"]]
