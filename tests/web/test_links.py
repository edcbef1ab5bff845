"""What leads away from a result carries all of what is shown: as JSON, as a table, as lines, as a feed."""

import csv
import io
import json
import re
from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient

from corpus.article import Article, Basis, Country, Entity, PartialDate
from corpus.document import Document
from tests.atom import ATOM
from tests.newsroom import NEWSROOM, PERSON, Page, browse, visit

AGENCY = (
    "Ministers of nine nations met in the harbour town on Monday to speak about the coalition and its future. "
    "The chairman said that nobody would leave before the winter, and that two ships had been promised. "
    "Fishermen watched the meeting from the quay, where the price of cod had fallen by a third since the spring. "
    "A second round of talks is to be held in the capital next month, behind closed doors, officials added."
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """The newsroom, and a story that three papers print."""
    copies = [
        Document(
            Article(f"agency/{day}.txt", f"Ministers meet, day {day}", f"{AGENCY} Edition {day}."),
            (Entity("John Kerry", PERSON),),
            (Country("SY"),),
            PartialDate(2018, 5, day, Basis.STATED),
        )
        for day in (1, 2, 3)
    ]
    return browse(tmp_path_factory.mktemp("copies"), *NEWSROOM, *copies)


STATES = [
    "/",
    "/?q=coalition",
    "/?q=coalition&group=0",
    "/?q=coalition&group=1",
    "/?q=coalition&country=SY&not_entity=John+Kerry",
    "/?q=coalition&year=2014..2019&sort=oldest",
    "/?q=coalition&entity=John+Kerry&entity=Islamic+State&not_year=2014",
    "/?q=ministers+Doha&match=any&sort=newest",
    "/?q=coalition&per_page=2&page=2",
    "/?q=ministers&aliases=0",
    "/?q=coalition&expand=1",
    "/?q=coalition&explain=1",
]


def shown(page: Page) -> tuple[int, list[str]]:
    """How many articles a page says there are, and the ids of those that it shows."""
    total = re.search(r"([\d,]+) articles?\b", page.text)
    paths = [re.match(r"/articles/([^?#]+)", each["href"] or "") for each in page.all("a")]
    ids = [path[1] for path in paths if path]
    return int(total[1].replace(",", "")) if total else 0, list(dict.fromkeys(ids))


@pytest.mark.parametrize("address", STATES)
def test_the_json_of_a_page_has_its_total_and_its_articles(client: FlaskClient, address: str) -> None:
    page = visit(client, address)
    answer = client.get(page.links["JSON"]).json
    assert answer
    total, ids = shown(page)
    assert ids
    assert (answer["total"], [each["id"] for each in answer["results"]]) == (total, ids)
    (linked,) = [each for each in page.all("link") if each.get("type") == "application/json"]
    assert linked["href"] == page.links["JSON"]


@pytest.mark.parametrize("address", [each for each in STATES if "page=" not in each])
def test_a_table_and_lines_and_a_feed_have_the_articles_of_the_page(client: FlaskClient, address: str) -> None:
    page = visit(client, address)
    _, ids = shown(page)
    rows = csv.DictReader(io.StringIO(client.get(page.links["CSV"]).text.removeprefix("\ufeff"), newline=""))
    assert [row["id"] for row in rows] == ids
    lines = client.get(page.links["JSON lines"]).text.splitlines()
    assert [json.loads(line)["id"] for line in lines] == ids
    feed = ET.fromstring(client.get(page.links["follow (Atom)"]).data)  # noqa: S314 - our own
    links = [link.get("href", "") for link in feed.findall("atom:entry/atom:link[@rel='alternate']", ATOM)]
    assert {link.removeprefix("http://localhost/articles/") for link in links} == set(ids)


def test_what_the_page_folds_is_folded_in_what_it_links(client: FlaskClient) -> None:
    assert shown(visit(client, "/?q=coalition"))[0] == 5
    assert len(shown(visit(client, "/?q=coalition"))[1]) == 3
    links = visit(client, "/?q=coalition&country=SY").links
    assert links["JSON"] == "/api/search?q=coalition&country=SY&group=1"
    assert links["CSV"] == "/export.csv?q=coalition&country=SY&group=1&bom=1"
    assert visit(client, "/?q=coalition&group=0").links["JSON"] == "/api/search?q=coalition&group=0"
