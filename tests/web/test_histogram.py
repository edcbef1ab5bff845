"""The histogram of searches side by side: a file that is read by itself, whatever stands in it."""

from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient

from tests.archive import archive, document
from web.api.histogram import WIDTH, Group, Histogram, drawn, file_of
from web.app import create_app

SVG = "{http://www.w3.org/2000/svg}"


def elements(histogram: Histogram, name: str) -> list[ET.Element]:
    return list(ET.fromstring(file_of(histogram)).iter(f"{SVG}{name}"))  # noqa: S314 - our own


def texts(histogram: Histogram) -> list[str]:
    return [each.text or "" for each in elements(histogram, "text")]


def bars(histogram: Histogram) -> dict[str, int]:
    """How many bars each series has, by the class of its path."""
    paths = [(each.get("class") or "", each.get("d") or "") for each in elements(histogram, "path")]
    drawn_bars = [(name, path.count("z")) for name, path in paths if name.startswith("f")]
    return {name: sum(count for each, count in drawn_bars if each == name) - 1 for name, _ in drawn_bars}


def times(count: int, *names: str) -> Histogram:
    groups = [Group(str(1990 + at), [at + place for place in range(len(names))]) for at in range(count)]
    return Histogram("Articles by year", names, groups)


def test_each_series_has_a_bar_for_each_time_where_it_has_something() -> None:
    assert bars(times(3, "cod", "herring")) == {"f1": 2, "f2": 3}
    assert {"Articles by year", "cod", "herring", "1990", "1991", "1992", "1"} <= set(texts(times(3, "cod", "herring")))


def test_where_bars_are_too_narrow_each_series_has_a_row_of_its_own() -> None:
    few, many = (ET.fromstring(file_of(times(count, *"abcd"))) for count in (10, 200))  # noqa: S314 - our own
    assert int(many.get("height") or 0) > int(few.get("height") or 0) + 150
    assert bars(times(200, *"abcd"))["f4"] == 200
    alone = ET.fromstring(file_of(times(200, "a")))  # noqa: S314 - our own
    assert int(alone.get("height") or 0) < int(few.get("height") or 0) + 1


def test_the_years_that_are_named_are_round_and_lie_within() -> None:
    named = [each for each in texts(times(35, "cod")) if each.isdigit() and len(each) == 4]
    assert named == ["1990", "1995", "2000", "2005", "2010", "2015", "2020"]
    undated = Histogram("", ["cod"], [*times(35, "cod").groups, Group("undated", [3], apart=True)])
    last = elements(undated, "text")[-1]
    assert (last.text, last.get("text-anchor"), last.get("x")) == ("undated", "end", f"{WIDTH:.1f}")


def test_shares_are_written_as_such() -> None:
    shares = Histogram("", ["cod"], [Group("2019", [0.031]), Group("2020", [0.12])], shares=True)
    assert {"5%", "10%", "15%"} <= set(texts(shares))
    lying = Histogram("", ["cod"], [Group("Argus", [0.031])], shares=True, lying=True)
    assert "3.1%" in texts(lying)


@pytest.mark.parametrize("lying", [False, True])
def test_what_is_drawn_is_escaped_and_nothing_is_no_fault(*, lying: bool) -> None:
    odd = Histogram("<b>&", ['"<script>'], [Group("<&>\x0b", [0])], lying=lying)
    assert "<&>" in texts(odd)
    assert "<script>" not in drawn(odd)
    assert texts(Histogram("", ["cod"], [], lying=lying))[-1] == "cod"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    sources = [document(f"{at:03}", "Cod.", year=2019, source=f"Paper {at % 40:02}") for at in range(100)]
    return create_app(archive(tmp_path_factory.mktemp("papers"), *sources)).test_client()


def test_of_many_sources_the_first_are_drawn_and_the_others_together(client: FlaskClient) -> None:
    picture = client.get("/export.trend.svg?q=cod&by=source&lang=de").text
    assert "andere Quellen" in picture
    assert picture.count("Paper ") == 20
    assert len(client.get("/export.trend.csv?q=cod&by=source").text.splitlines()) == 41


def test_a_file_says_under_which_filters_its_searches_are(client: FlaskClient) -> None:
    answer = client.get("/export.trend.svg?q=cod&q2=%00%0B%3Cb%3E&year=2019&source=Paper+01")
    assert answer.mimetype == "image/svg+xml"
    assert ".svg" in answer.headers["Content-Disposition"]
    found = ET.fromstring(answer.data)  # noqa: S314 - our own
    assert found.findtext(f"{SVG}title") == "Articles by month · 2019 · Paper 01"


def test_a_table_for_a_spreadsheet_is_marked_as_such(client: FlaskClient) -> None:
    lines = client.get("/export.trend.csv?q=cod&q2=-cod&bom=1&as=share").text.splitlines()
    assert lines[0] == "\ufeffmonth,cod,'-cod,all articles,share: cod,share: -cod"
    assert (lines[-1], len(lines)) == ("2019,100,0,100,1.000000,0.000000", 14)


def test_the_answer_for_one_search_stays_as_it_is(client: FlaskClient) -> None:
    told = client.get("/api/trend?q=cod").get_json()
    assert set(told) == {"query", "total", "periods"}
    several = client.get("/api/trend?q=cod&q2=&q3=Paper").get_json()
    assert {name: several[name] for name in told} == told
    assert [each["query"]["q"] for each in several["series"]] == ["cod", "Paper"]
    assert client.get("/api/trend?q2=cod").get_json()["query"]["q"] == "cod"
