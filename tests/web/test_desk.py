"""What researchers do with a result, in a real browser: lines, searches side by side, the versions of a story."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page, expect

from corpus.article import Article, Basis, PartialDate
from corpus.document import Document
from search.searcher import Searcher
from tests.archive import archive, document
from tests.chromium import browser, served, window
from tests.newsroom import NEWSROOM, visit
from tests.search.test_lineage import SENTENCES
from tests.web.test_accessibility import violations
from tests.web.test_tasks import Walk
from web.app import create_app

__all__ = ["browser"]

STORY = " ".join(SENTENCES)
VERSIONS = [
    Document(
        Article(f"wire/story/{day}", "Ministers meet", STORY.replace("two ships", f"{day} ships"), source="Courier"),
        (),
        (),
        PartialDate(2019, 4, day, Basis.STATED),
    )
    for day in range(2, 6)
]
ARABIC = Document(
    Article("ar/1", "تحالف", "اجتمع الوزراء للحديث عن coalition ومستقبله في المدينة.", source="الصحيفة", language="ar"),
    (),
    (),
    PartialDate(2019),
)
HARVEST = [
    document(f"field/{at:02}", f"The {word} harvest failed.", year=2010 + at % 3, source=f"Paper {at % 2}")
    for at, word in enumerate(("late", "early", "poor", "last", "apple", "first") * 6)
]
ADDRESSES = [
    "/?q=coalition&view=lines",
    "/?q=harvest&view=lines&by=left&page=2",
    "/compare?q=coalition&q2=harvest&q3=ships&q4=Doha",
    "/compare?q=coalition&q2=harvest&by=source&as=share",
    "/versions/wire/story/4",
]


@pytest.fixture(scope="module")
def location(tmp_path_factory: pytest.TempPathFactory) -> Path:
    location = tmp_path_factory.mktemp("desk")
    archive(location, *NEWSROOM, *VERSIONS, ARABIC, *HARVEST)
    return location


@pytest.fixture(scope="module")
def address(location: Path) -> Iterator[str]:
    with served(create_app(Searcher(location))) as address:
        yield address


@pytest.fixture(scope="module")
def client(location: Path) -> FlaskClient:
    return create_app(Searcher(location)).test_client()


@pytest.fixture(params=[False, True], ids=["plain", "script"])
def walk(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Walk]:
    with window(browser, address, script=request.param) as page:
        walk = Walk(page)
        yield walk
        assert walk.clicks <= 5


def searched(page: Page, words: str) -> None:
    page.get_by_label("Search the articles", exact=True).fill(words)
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="compare")).to_have_attribute("href", f"/compare?q={words}")


def saved(walk: Walk, name: str) -> str:
    with walk.page.expect_download() as download:
        walk.click(walk.page.get_by_role("link", name=name, exact=True))
    return download.value.path().read_text(encoding="utf-8-sig")


def test_an_analyst_compares_two_searches_and_saves_both_pictures_of_them(walk: Walk) -> None:
    searched(walk.page, "harvest")
    walk.click(walk.page.get_by_role("link", name="compare"))
    walk.page.get_by_label("Search 2").fill("ships")
    walk.click(walk.page.get_by_role("button", name="Compare"))
    expect(walk.page.get_by_role("img", name="Articles by year")).to_be_visible()
    rows = list(csv.DictReader(io.StringIO(saved(walk, "CSV"))))
    assert [(row["year"], row["harvest"], row["ships"]) for row in rows if row["ships"] != "0"] == [("2019", "0", "4")]
    assert sum(int(row["harvest"]) for row in rows) == 36
    walk.click(walk.page.get_by_role("link", name="source", exact=True))
    expect(walk.page.get_by_role("img", name="Articles by source")).to_be_visible()
    picture = ET.fromstring(saved(walk, "SVG"))  # noqa: S314 - our own
    said = [each.text for each in picture.iter("{http://www.w3.org/2000/svg}text")]
    assert {"Articles by source", "harvest (36)", "ships (4)", "Paper 0", "Paper 1", "Courier"} <= set(said)


def test_a_historian_sorts_lines_by_the_word_before_and_exports_them(walk: Walk) -> None:
    searched(walk.page, "harvest")
    walk.click(walk.page.get_by_role("link", name="lines"))
    expect(walk.page.get_by_role("heading", level=1)).to_have_text("Lines of 36 articles")
    walk.click(walk.page.get_by_role("link", name="the word before"))
    lines = walk.page.locator(".kwic li")
    expect(lines).to_have_count(25)
    expect(lines.first).to_contain_text("The apple harvest failed.")
    rows = list(csv.DictReader(io.StringIO(saved(walk, "CSV"))))
    before = [row["left"].split()[-1] for row in rows]
    assert (len(before), before) == (36, sorted(before))
    walk.click(walk.page.get_by_role("link", name="Next"))
    expect(lines.last).to_contain_text("The poor harvest failed.")
    walk.click(lines.last.get_by_role("link"))
    expect(walk.page.locator("#match + mark")).to_have_text("harvest")


def test_a_line_leads_to_its_own_match(browser: Browser, address: str, client: FlaskClient) -> None:
    page = visit(client, "/?q=coalition+OR+soldiers&view=lines")
    hrefs = [link["href"] or "" for link in page.all("a") if "washington.txt" in (link["href"] or "")]
    assert [href.rpartition("at=")[2] for href in hrefs] == ["33#match", "58#match", "148#match"]
    with window(browser, address, script=True) as opened:
        opened.goto(address + hrefs[1])
        expect(opened.locator("#match + mark")).to_have_text("soldiers")
        expect(opened.locator("#matches")).to_have_text("match 2 of 3")


def test_every_word_that_tells_leads_to_lines_that_have_it(client: FlaskClient) -> None:
    page = visit(client, "/?q=harvest&view=lines&year=2010")
    near = page.links["apple"] if "apple" in page.links else page.links["late"]
    assert "view=lines" in near
    assert "year=2010" in near
    shown = visit(client, near)
    assert shown.all("mark")
    assert "note" not in [each.get("class") for each in shown.all("p")]


def test_the_box_and_the_filters_stay_with_the_lines(client: FlaskClient) -> None:
    page = visit(client, "/?q=harvest&view=lines&by=date&source=Paper+0")
    kept = {each["name"]: each["value"] for each in page.all("input") if each.get("type") == "hidden"}
    assert (kept["view"], kept["by"], kept["source"]) == ("lines", "date", "Paper 0")
    assert "view=lines&by=date" in page.links["Remove filter: Paper 0"]
    assert "source" not in page.links["Remove filter: Paper 0"]


def test_pages_of_lines_follow_each_other_whatever_their_size(client: FlaskClient) -> None:
    seen, at = [], "/?q=harvest&view=lines&by=date&per_page=20"
    while at:
        page = visit(client, at)
        seen += [link["href"] for link in page.all("a") if link.get("dir")]
        at = page.links.get("Next", "")
    assert len(seen) == len(set(seen)) == 36


def test_lines_from_right_to_left_are_written_so(client: FlaskClient) -> None:
    page = visit(client, "/?q=coalition&view=lines")
    written = {link["href"]: link["dir"] for link in page.all("a") if link.get("dir")}
    assert {href.partition("?")[0]: way for href, way in written.items() if href} == {
        "/articles/ar/1": "rtl",
        "/articles/wire/washington.txt": "ltr",
        "/articles/wire/amman.txt": "ltr",
        "/articles/wire/story/2": "ltr",
    }


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("/?q=harvest&view=lines&page=9", "There is nothing more."),
        ("/?q=nowhere&view=lines", "No article matches."),
        ("/?q=title:summit&view=lines", "No article matches."),
        ("/?q=title:Doha&view=lines", "No word is looked for in texts"),
        ("/?view=lines", "No word is looked for in texts"),
        ("/compare?q=nowhere", "No article matches."),
        ("/compare?q=coalition+harvest", "No article has all the words of coalition harvest"),
        ("/versions/wire/doha.txt", "The archive has no other version of this article."),
    ],
)
def test_where_there_is_nothing_a_page_says_so(client: FlaskClient, address: str, says: str) -> None:
    assert says in visit(client, address).text


@pytest.mark.parametrize(
    ("address", "parameter"),
    [
        ("/?view=grid", "view"),
        ("/?view=lines&by=colour", "by"),
        ("/compare?by=week", "by"),
        ("/compare?as=pie", "as"),
        ("/versions/wire/doha.txt?against=x", "against"),
        ("/versions/wire/doha.txt?page=0", "page"),
        ("/versions/wire/doha.txt?per_page=101", "per_page"),
        ("/articles/wire/doha.txt?at=x", "at"),
    ],
)
def test_what_cannot_be_honoured_is_refused_with_the_mend(client: FlaskClient, address: str, parameter: str) -> None:
    assert f"{parameter} is" in visit(client, address, 400).text
    answer = client.get(address, headers={"Accept": "application/json"})
    assert answer.get_json()["parameter"] == parameter


def test_a_comparison_leads_to_the_articles_that_it_counts(client: FlaskClient) -> None:
    page = visit(client, "/compare?q=harvest&q2=ships&by=source")
    assert page.links["18"] == "/?q=harvest&source=Paper+1"
    assert "18 articles" in visit(client, page.links["18"]).text
    months = visit(client, "/compare?q=ships&year=2019")
    assert months.links["4"] == "/?q=ships&year=2019-04"


def test_versions_are_told_apart_and_an_id_that_ends_like_their_address_is_found(tmp_path: Path) -> None:
    texts = [document("a/versions", STORY, year=2019), document("a", STORY.replace("Monday", "Sunday"), year=2020)]
    client = create_app(archive(tmp_path, *texts)).test_client()
    told = client.get("/api/articles/a/versions").get_json()
    assert [each["id"] for each in told["versions"]] == ["a/versions", "a"]
    assert {"kind": "added", "text": "Sunday "} in told["versions"][1]["text"]
    own = client.get("/api/articles/a/versions?versions=0").get_json()
    assert own["links"]["self"].endswith("/api/articles/a/versions?versions=0")
    page = visit(client, "/versions/a")
    assert (len(page.all("ins")), len(page.all("del"))) == (2, 2)
    assert page.links["Deutsch"] == "/versions/a?lang=de"
    assert visit(client, "/articles/a").links["how this story changed"] == "/versions/a"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ADDRESSES)
def test_a_page_breaks_no_rule(browser: Browser, address: str, path: str, scheme: str) -> None:
    assert violations(browser, address + path, color_scheme=scheme) == []


@pytest.mark.parametrize("path", ADDRESSES)
def test_a_page_breaks_no_rule_in_colours_of_the_system_narrow_and_from_right_to_left(
    browser: Browser, address: str, path: str
) -> None:
    assert violations(browser, address + path, forced_colors="active") == []
    assert violations(browser, address + path, width=360) == []
    joint = "&" if "?" in path else "?"
    assert violations(browser, f"{address}{path}{joint}lang=ar", width=1440) == []
