"""A name finds its other names: the shipped table's and the user's own; said, and one click off."""

from pathlib import Path

import pytest

from index.storage.files import ALIASES
from search.searcher import Searcher
from search.types.request import Match, SearchRequest
from tests.archive import archive, document
from tests.newsroom import visit
from web.app import create_app

HELD = "fighters held the town until spring came to the valley"
ARTICLES = (
    document("isis", f"ISIS {HELD}", entities=["Islamic State"]),
    document("daesh", f"Daesh {HELD}", entities=["Islamic State"]),
    document("isil", f"ISIL {HELD}", entities=["Islamic State"]),
    document("state", f"The Islamic State {HELD}", entities=["Islamic State"]),
    document("is", f"IS {HELD}", entities=["Islamic State"]),
    document("other", "It is said that an islamic school is a matter of the state, which is for us to say."),
    document("obama", "Barack Obama spoke."),
    document("usa", "The United States answered at once.", countries=["US"]),
)


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    return archive(tmp_path_factory.mktemp("names"), *ARTICLES)


def found(searcher: Searcher, q: str, *, match: Match = Match.ALL, aliases: bool = True) -> list[str]:
    return [hit.document.article.id for hit in searcher.search(SearchRequest(q=q, match=match, aliases=aliases)).hits]


@pytest.mark.parametrize(
    "typed", ["ISIS", "isis", "Daesh", '"Islamic State"', "ISIL,", "(ISIS)", "Islamic State fighters"]
)
def test_one_name_finds_the_others(searcher: Searcher, typed: str) -> None:
    assert set(found(searcher, typed)) == {"isis", "daesh", "isil", "state", "is"} | (
        {"other"} & set(found(searcher, typed, aliases=False))
    )


def test_articles_with_the_typed_name_come_first_and_score_as_without_other_names(searcher: Searcher) -> None:
    with_names = searcher.search(SearchRequest(q="ISIS"))
    without = searcher.search(SearchRequest(q="ISIS", aliases=False))
    assert [hit.document.article.id for hit in without.hits] == ["isis"]
    assert with_names.hits[0].document.article.id == "isis"
    assert with_names.hits[0].score == without.hits[0].score > with_names.hits[1].score
    assert with_names.also_searched == ("Islamic State", "Daesh", "ISIL", "IS")
    assert without.also_searched == ()


def test_other_names_are_marked(searcher: Searcher) -> None:
    hits = {hit.document.article.id: hit for hit in searcher.search(SearchRequest(q="ISIS")).hits}
    [snippet] = hits["state"].snippets
    assert [snippet.text[start:end] for start, end in snippet.highlights] == ["Islamic State"]


@pytest.mark.parametrize("typed", ["who", "state", "obama", "-ISIS", "source:ISIS", "ISIS~", "Islamic OR State"])
def test_small_words_and_operators_are_no_names(searcher: Searcher, typed: str) -> None:
    result = searcher.search(SearchRequest(q=typed))
    assert result.also_searched == ()
    assert found(searcher, typed) == found(searcher, typed, aliases=False)


def test_a_little_word_is_never_searched_for_a_name(searcher: Searcher) -> None:
    assert found(searcher, "United States") == ["usa"]
    assert "other" not in found(searcher, "ISIS")


def test_with_any_word_the_words_of_a_name_count_by_themselves(searcher: Searcher) -> None:
    assert "other" in found(searcher, "Islamic State", match=Match.ANY)
    assert "isil" in found(searcher, "Islamic State", match=Match.ANY)


def test_the_users_own_names_are_searched_too(tmp_path: Path) -> None:
    searcher = archive(
        tmp_path, document("a", "Blue Helmets arrived."), document("b", "MINUSMA arrived."), *ARTICLES[:2]
    )
    (tmp_path / ALIASES).write_text('[merge]\n"MINUSMA" = ["Blue Helmets"]\n"Islamic State" = ["Caliphate men"]\n')
    assert found(searcher, "minusma") == ["b", "a"]
    assert found(searcher, "blue helmets") == ["a", "b"]
    assert searcher.search(SearchRequest(q="MINUSMA")).also_searched == ("Blue Helmets",)
    assert set(found(searcher, "caliphate men")) == {"isis", "daesh"}


def test_the_page_says_so_and_one_click_searches_only_for_what_was_typed(searcher: Searcher) -> None:
    client = create_app(searcher).test_client()
    page = visit(client, "/?q=ISIS&sort=newest")
    assert "also searched: Islamic State, Daesh, ISIL, IS (search only for ISIS)" in page.text
    address = page.links["search only for ISIS"]
    assert address == "/?q=ISIS&aliases=0&sort=newest"
    assert "also searched" not in visit(client, address).text
    assert client.get("/api/search?q=ISIS").get_json()["also_searched"] == ["Islamic State", "Daesh", "ISIL", "IS"]
    assert client.get("/api/search?q=ISIS&aliases=0").get_json()["total"] == 1
    assert client.get("/api/search?q=ISIS&aliases=x").status_code == 400
