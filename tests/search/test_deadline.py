"""A search is stopped when its time is over, and the answer says so."""

from pathlib import Path

import pytest

from search.searcher import Searcher, SearchTimeout
from search.types.request import SearchRequest
from tests.archive import document, write
from web.app import create_app

ARTICLES = [document(str(number), f"Delegates met in room {number}.", title="Talks") for number in range(3)]


@pytest.mark.parametrize("q", ["delegates", '"delegates met" room', "del* -x?z", "delegates OR zebra", "met w/3 room"])
def test_a_search_that_takes_too_long_is_stopped(tmp_path: Path, q: str) -> None:
    write(tmp_path, ARTICLES)
    with pytest.raises(SearchTimeout, match=r"took more than 1e-09 s and was stopped; search for fewer words"):
        Searcher(tmp_path, seconds=1e-9).search(SearchRequest(q=q))
    assert Searcher(tmp_path, seconds=60).search(SearchRequest(q=q)).total == 3


def test_the_server_answers_503(tmp_path: Path) -> None:
    write(tmp_path, ARTICLES)
    client = create_app(Searcher(tmp_path, seconds=1e-9)).test_client()
    page = client.get("/?q=delegates")
    assert (page.status_code, "The search took too long" in page.text) == (503, True)
    for path in (
        "/?q=delegates",
        "/api/search?q=delegates",
        "/api/facets/entity?q=delegates",
        "/export.csv?q=delegates",
    ):
        answer = client.get(path)
        assert answer.status_code == 503
        assert "was stopped" in answer.text
