"""When, where and who as pictures: what each shows, says and leads to."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from corpus.article import Article, Basis, PartialDate
from corpus.document import Document
from corpus.enrichment.aliases.country_names import territories
from search.types.request import Facet, SearchRequest
from search.types.result import Cooccurrence, FacetValue, Named, Pair, SearchResult
from tests.newsroom import NEWSROOM, browse, visit
from web.links.addresses import Addresses
from web.links.parameters import words
from web.views.when import When, when
from web.views.where import COLUMNS, tile_rows, where
from web.views.who import matrix

HERE = Addresses("")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return browse(tmp_path_factory.mktemp("newsroom"), *NEWSROOM)


def _years(counts: dict[str, tuple[int, int]], *chosen: str) -> When:
    values = [FacetValue(year, year, count, inferred=inferred) for year, (count, inferred) in counts.items()]
    request = SearchRequest(q="x", filters={Facet.YEAR: chosen} if chosen else {})
    return when(SearchResult(request, 1, [], {Facet.YEAR: values}, {}), HERE)


def test_years_without_articles_have_their_place_and_inferred_ones_are_told_apart() -> None:
    bars = _years({"2019": (4, 1), "2017": (2, 0), "unknown": (1, 0)}).bars
    assert [(bar.value, bar.count, bar.height, bar.hatched) for bar in bars] == [
        ("2017", 2, 28.0, 0.0),
        ("2018", 0, 0, 0),
        ("2019", 4, 56.0, 14.0),
        ("unknown", 1, 14.0, 0.0),
    ]
    assert bars[-1].x > bars[-2].x + bars[-2].width


def test_many_years_are_steps_of_several() -> None:
    chart = _years({"2024": (1, 0), "1790": (1, 0)}, "1990..2024")
    assert (chart.bars[0].value, len(chart.bars)) == ("1790..1799", 24)
    assert (chart.bars[0].href, chart.bars[0].alone) == (None, False)
    assert [bar.value for bar in chart.bars if bar.selected] == ["1990..1999", "2000..2009", "2010..2019"]


def test_a_bar_within_the_chosen_range_leads_to_it_alone() -> None:
    bars = _years({"2019": (1, 0), "2018": (1, 0), "2017": (1, 0)}, "2018..2019").bars
    assert {bar.value: (bar.href, bar.alone) for bar in bars} == {
        "2017": (None, False),
        "2018": (None, True),
        "2019": (None, True),
    }


def test_within_one_year_there_are_months(tmp_path: Path) -> None:
    dates = {"a": (4, 9), "b": (4, None), "c": (12, 1), "d": (None, None)}
    articles = [
        Document(Article(name, "", "Talks."), (), (), PartialDate(2019, month, day, Basis.STATED))
        for name, (month, day) in dates.items()
    ]
    client = browse(tmp_path, *articles)
    page = visit(client, "/?q=talks&year=2019")
    assert page.links["April 2019, 2 articles"] == "/?q=talks&year=2019-04"
    assert page.links["all years"] == "/?q=talks"
    assert "1 article is known to the year only" in page.text
    april = visit(client, "/?q=talks&year=2019-04")
    assert "Remove filter: April 2019" in april.links
    assert april.links["April 2019, 2 articles"] == "/?q=talks&year=2019"
    assert april.links["December 2019, 1 article"] == "/?q=talks&year=2019-04&year=2019-12"


@pytest.mark.parametrize(
    ("given", "year"),
    [
        ("from=2014&to=2019", "2014..2019"),
        ("from=2019&to=2014", "2014..2019"),
        ("from=2014", "2014..9999"),
        ("to=2019-03&from=2018", "2018-01..2019-03"),
        ("from=2019&to=2019", "2019"),
        ("from=2019-04-09&to=2019-04-16", "2019-04-09..2019-04-16"),
        ("from=2019-04-16&to=2019-02", "2019-02-28..2019-04-16"),
        ("from=2019-03&to=2019", "2019-03..2019-12"),
    ],
)
def test_the_form_of_years_leads_to_the_address_of_the_range(client: FlaskClient, given: str, year: str) -> None:
    answer = client.get(f"/?q=coalition&{given}")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/?q=coalition&year={year}")
    assert client.get(answer.headers["Location"]).status_code == 200


def test_what_is_no_year_is_said_with_the_mend(client: FlaskClient) -> None:
    assert "write a year (2014), a month (2014-09) or a day (2014-09-15)" in visit(client, "/?from=soon", 400).text


def test_every_state_has_a_place_of_its_own_on_the_map() -> None:
    places = {code: (x, y) for y, row in enumerate(tile_rows()) for x, code in row.items()}
    assert set(places) < set(territories())
    assert sum(len(row) for row in tile_rows()) == len(places)
    assert (max(x for x, _ in places.values()), len(tile_rows())) == (COLUMNS, 19)
    assert not {"AQ", "BV", "HM", "TF", "GS", "UM", "IO"} & set(places), "nobody lives there"
    assert len(places) >= 197, "a state is missing"
    west_to_east = ["US", "IS", "FR", "DE", "UA", "KZ", "CN", "JP"]
    assert sorted(west_to_east, key=lambda code: places[code][0]) == west_to_east
    north_to_south = ["NO", "DE", "IT", "LY", "TD", "CD", "AO", "ZA"]
    assert sorted(north_to_south, key=lambda code: places[code][1]) == north_to_south


def test_a_country_is_shaded_by_the_logarithm_of_its_count() -> None:
    values = [FacetValue(code, code, count) for code, count in {"US": 10_000, "SY": 100, "IQ": 10, "FR": 1}.items()]
    tiles = [tile for row in where(values, words("x"), HERE, most=3) for _, tile in row]
    assert [(tile.code, tile.label, tile.shade) for tile in tiles if tile.shade] == [
        ("US", "United States", 5),
        ("FR", "", 1),
        ("SY", "Syria", 3),
        ("IQ", "Iraq", 2),
    ]
    assert len(tiles) == sum(len(row) for row in tile_rows())


def test_a_tile_has_a_name_and_chooses_its_country(client: FlaskClient) -> None:
    page = visit(client, "/?q=coalition&country=JO")
    assert page.links["Syria, 1 article"] == "/?q=coalition&country=JO&country_match=all&country=SY"
    assert page.links["Jordan, 1 article"] == "/?q=coalition"
    assert visit(client, "/facets/country?q=coalition").links["Syria, 2 articles"] == "/?q=coalition&country=SY"


def test_without_an_article_there_is_no_picture(client: FlaskClient) -> None:
    html = client.get("/?q=none-has-this-word").text
    assert 'class="map"' not in html
    assert 'class="bars"' not in html
    assert where([], words("x"), HERE) == []


def test_names_are_set_against_names_people_first() -> None:
    kinds = {"NATO": "organization", "Lavrov": "person", "France": "place", "Kerry": "person", "Obama": "person"}
    names = [Named(name, kind, 4, 9) for name, kind in kinds.items()]
    pairs = [Pair("NATO", "Kerry", 1), Pair("Lavrov", "Kerry", 4), Pair("France", "Kerry", 2)]
    rows = matrix(Cooccurrence(6, names, pairs), words("talks"), HERE)
    assert [(row.name.name, [(cell.other, cell.count, cell.shade) for cell in row.cells]) for row in rows] == [
        ("Lavrov", []),
        ("Kerry", [("Lavrov", 4, 5)]),
        ("Obama", [("Lavrov", 0, 0), ("Kerry", 0, 0)]),
        ("NATO", [("Lavrov", 0, 0), ("Kerry", 1, 2), ("Obama", 0, 0)]),
    ]
    assert rows[1].cells[0].href == "/?q=talks&entity=Lavrov&entity=Kerry&entity_match=all"
    assert matrix(Cooccurrence(0, [], []), words("talks"), HERE) == []


def test_a_pair_finds_as_many_articles_as_it_says(client: FlaskClient) -> None:
    for path in ("/together", "/together?q=coalition", "/together?entity=Islamic+State&entity=Taliban"):
        pairs = {name: href for name, href in visit(client, path).links.items() if " and " in name}
        assert pairs
        for name, href in pairs.items():
            assert name.rpartition(", ")[2] in visit(client, href).text, (path, name)


def test_a_territory_without_a_tile_of_its_own_stands_below_if_it_has_articles() -> None:
    values = [FacetValue(code, code, 1) for code in ("FR", "GI", "BM", "<b>")]
    rows = where(values, words("x"), HERE)
    assert [tile.code for _, tile in rows[-1]] == ["GI", "BM"], "what is no country has no tile"
    assert len(rows) == len(tile_rows()) + 1
