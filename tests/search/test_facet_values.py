"""All values of a facet, page by page, by the beginning of any of their words, under a search."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.archive import archive, document
from tests.newsroom import visit
from web.app import create_app


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    location: Path = tmp_path_factory.mktemp("values")
    names = [f"Ministry {number:02d} of Économie" for number in range(60)]
    archive(
        location,
        document("a", "talks", entities=[*names, "Economist"], countries=["SY", "ZA"], year=2014),
        document("c", "calm", entities=["al-Qaeda"], countries=["GW"]),
    )
    return create_app(
        archive(location, document("b", "war", entities=names[:3], countries=["SY"], year=2016))
    ).test_client()


def values(client: FlaskClient, address: str) -> list[tuple[str, int]]:
    return [(each["label"], each["count"]) for each in client.get(address).get_json()["values"]]


def test_every_value_is_on_one_of_the_pages(client: FlaskClient) -> None:
    first = client.get("/api/facets/entity?q=talks&per_page=40").get_json()
    second = client.get(first["links"]["next"]).get_json()
    labels = [each["label"] for page in (first, second) for each in page["values"]]
    assert (first["total"], len(labels), len(set(labels))) == (61, 61, 61)
    assert second["links"]["next"] is None


def test_a_beginning_of_any_word_is_enough_with_or_without_accents(client: FlaskClient) -> None:
    assert values(client, "/api/facets/entity?prefix=economis") == [("Economist", 1)]
    assert client.get("/api/facets/entity?prefix=ECONO").get_json()["total"] == 61
    assert values(client, "/api/facets/country?prefix=biss") == [("Guinea-Bissau", 1)]
    assert values(client, "/api/facets/entity?prefix=qaed") == [("al-Qaeda", 1)]
    assert client.get("/api/facets/entity?prefix=onomie").get_json()["total"] == 0
    assert values(client, "/api/facets/entity?q=war&prefix=ministry 02 of écon") == [("Ministry 02 of Économie", 1)]
    assert values(client, "/api/facets/country?prefix=afr&q=talks") == [("South Africa", 1)]
    assert values(client, "/api/facets/year?prefix=201") == [("2016", 1), ("2014", 1)]


def test_the_page_of_results_leads_there(client: FlaskClient) -> None:
    page = visit(client, "/?q=talks")
    assert page.links["all 61 names"] == "/facets/entity?q=talks"
    assert "Ministry 59 of Économie" in visit(client, "/facets/entity?q=talks&page=2").text
