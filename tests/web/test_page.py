"""The pages, as the server sends them."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from corpus.article import Article, Country, Entity, PartialDate
from corpus.document import Document
from corpus.enrichment.aliases.country_names import territories
from tests.archive import archive
from tests.newsroom import NEWSROOM, ORGANIZATION, PERSON, Page, browse, visit
from web.app import create_app
from web.links.paging import near_pages

STYLE = Path(__file__).parents[2] / "web/static/style/base.css"
UNDATED = PartialDate()


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return browse(tmp_path_factory.mktemp("newsroom"), *NEWSROOM)


def test_a_search_shows_what_where_and_when_with_the_matches_marked(client: FlaskClient) -> None:
    html = client.get("/?q=coalition&year=2019").text
    assert "<title>coalition · 2019 – Dateline</title>" in html
    assert "keep its <mark>coalition</mark> together</a>" in html
    assert "hold the <mark>coalition</mark> together while" in html
    assert '<time datetime="2019-04-09">9 April 2019, inferred</time>' in html
    page = Page(html)
    assert "1 article " in page.text
    assert (
        "herald.example 9 April 2019, inferred from the interview that was released on April 9 United States, Syria"
        in page.text
    )


def test_a_facet_value_says_what_it_is_and_does(client: FlaskClient) -> None:
    links = visit(client, "/?q=coalition&country=SY&not_entity=John+Kerry").links
    assert links["Syria, 1 article, remove filter"] == "/?q=coalition&not_entity=John+Kerry"
    kept = "/?q=coalition&not_entity=John+Kerry&country=SY&country_match=all"
    assert links["United States 1"] == f"{kept}&country=US"
    assert links["not United States"] == f"{kept}&not_country=US"
    assert links["not Syria"] == "/?q=coalition&not_entity=John+Kerry&not_country=SY"
    assert links["not John Kerry, excluded, allow again"] == "/?q=coalition&country=SY"
    april = links["April 2019, 1 article, 1 inferred"]
    assert april == f"{kept}&year=2019-04"
    assert links["Remove filter: Syria"] == "/?q=coalition&not_entity=John+Kerry"
    assert links["Remove filter: not John Kerry"] == "/?q=coalition&country=SY"
    assert links["clear all"] == "/?q=coalition"


def test_a_facet_whose_one_value_all_articles_have_is_left_out(tmp_path: Path) -> None:
    one, other, third = (
        Document(Article(name, name, "Talks went on.", source=source), (), (), UNDATED)
        for name, source in (("a", "Post"), ("b", "Post"), ("c", "Herald"))
    )
    shown = {"class": "panel", "data-facet": "source"}
    assert shown not in visit(browse(tmp_path / "alike", one, other), "/").all("section")
    assert shown in visit(browse(tmp_path / "several", one, other, third), "/").all("section")


def test_new_words_keep_the_filters(client: FlaskClient) -> None:
    page = visit(client, "/?q=coalition&country=SY&year=2014..2019&page=2&per_page=1")
    assert page.links["Search"] == "/?q=coalition&country=SY&country_match=all&year=2014..2019&per_page=1"
    assert "Remove filter: 2014–2019" in page.links


def test_without_words_the_newest_come_first_and_the_undated_last(client: FlaskClient) -> None:
    page = visit(client, "/")
    titles = ["Talks in Doha", "Washington works", "Kerry leaves", "What is owed"]
    assert sorted(titles, key=page.text.index) == titles
    assert "undated, 1 article" in page.links
    assert "relevance" not in page.links


def test_the_sample_corpus_offers_searches_on_the_first_visit_only(tmp_path: Path) -> None:
    client = create_app(archive(tmp_path, *NEWSROOM), examples=["coalition", '"cease-fire"']).test_client()
    assert visit(client, "/").links['"cease-fire"'] == "/?q=%22cease-fire%22"
    assert "Worth trying" not in visit(client, "/?country=SY").text


def test_pages_are_turned_with_everything_kept(client: FlaskClient) -> None:
    links = visit(client, "/?per_page=1&page=2&not_year=2020").links
    assert (links["Previous"], links["Next"]) == (
        "/?not_year=2020&per_page=1",
        "/?not_year=2020&page=3&per_page=1",
    )
    assert links["Page 3"] == links["Next"]
    assert visit(client, "/?per_page=3&page=99").links["Go to the last page"] == "/?page=2&per_page=3"


def test_what_was_read_differently_is_said(client: FlaskClient) -> None:
    page = visit(client, "/?q=interpreters+Doha")
    assert "No article has all of these words. These have some:" in page.text
    assert "2 articles" in page.text
    assert "The quotation mark at character 1 was not closed" in visit(client, '/?q="Doha').text


def test_nothing_found_says_what_to_try(client: FlaskClient) -> None:
    links = visit(client, "/?q=Doha&country=JO&year=2014").links
    assert links["Jordan"] == "/?q=Doha&year=2014"
    assert links["remove all filters"] == "/?q=Doha"
    assert visit(client, "/?q=Dxhxx").links["Dxhxx~"] == "/?q=Dxhxx~"
    relaxed = visit(client, "/?q=interpreters+Doha&country=JO")
    assert "No article matches interpreters Doha under these filters." in relaxed.text
    assert "These have some" not in relaxed.text
    assert "any of the words" not in relaxed.links


def test_an_index_without_articles_says_the_command(tmp_path: Path) -> None:
    assert "dateline index FOLDER" in visit(browse(tmp_path), "/?q=anything").text


def test_an_article_has_its_text_its_facets_and_the_way_back(client: FlaskClient) -> None:
    html = client.get("/articles/wire/washington.txt?q=soldier&country=SY&page=2").text
    assert "<p>Officials are trying to hold the coalition together while <span" in html
    assert '<span id="match"></span><mark>soldiers</mark> remain' in html
    assert "<p>In December it had been announced that every <mark>soldier</mark> would" in html
    page = Page(html)
    assert page.links["Back to soldier · Syria"] == "/?q=soldier&country=SY&page=2"
    assert page.links["Islamic State"] == "/?q=soldier&entity=Islamic+State&country=SY"
    assert page.links["United States"] == "/?q=soldier&country=SY&country=US&country_match=all"
    assert page.links["the original article"] == "https://herald.example/washington"
    assert {"href": "https://herald.example/washington", "rel": "noopener noreferrer"} in page.all("a")
    assert "9 April 2019, inferred from the interview that was released on April 9" in page.text
    assert "2 lines of the page were taken away 0 $ Show More" in page.text


def test_names_are_marked_by_type_on_request(tmp_path: Path) -> None:
    text = "Maria Silva of the Harbour Board spoke."
    entities = (Entity("Maria Silva", PERSON, ((0, 11),)), Entity("Harbour Board", ORGANIZATION, ((19, 32),)))
    client = browse(tmp_path, Document(Article("a", "Talk", text), entities, (), UNDATED))
    html = client.get("/articles/a?q=harbour&entities=1").text
    assert (
        '<a class="person" title="person" href="/?entity=Maria+Silva">Maria Silva</a> of the <a class="organization"'
        in html
    )
    assert '<span id="match"></span><mark>Harbour</mark> Board</a> spoke.' in html
    assert Page(html).links["Do not mark them"] == "/articles/a?q=harbour"
    plain = client.get("/articles/a?q=harbour").text
    assert '<p>Maria Silva of the <span id="match"></span><mark>Harbour</mark> Board spoke.</p>' in plain
    assert Page(plain).links["mark names in the text"] == "/articles/a?q=harbour&entities=1"


def test_all_values_of_a_facet_can_be_reached_and_searched(client: FlaskClient) -> None:
    page = visit(client, "/facets/entity?q=coalition&prefix=kerry")
    assert "Who: 1 name with kerry" in page.text
    assert page.links["John Kerry 1"] == "/?q=coalition&entity=John+Kerry"
    assert page.links["Find"] == "/facets/entity?q=coalition&prefix=kerry"
    paged = visit(client, "/facets/country?per_page=2&page=2").links
    assert paged["Next"] == "/facets/country?page=3&per_page=2"


@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        ("/nothing/here", 404, "There is nothing at /nothing/here."),
        ("/articles/none", 404, "no article has the id 'none'"),
        ("/facets/colour", 404, "There is nothing at /facets/colour."),
        ("/?page=x", 400, "page is 'x'; write a whole number, such as page=1"),
        ("/?year=soon&q=Doha", 400, "write a year (2019), a month (2019-04), a range (2014..2019) or unknown"),
    ],
)
def test_an_error_is_a_page_with_the_mend_and_the_search_box(
    client: FlaskClient, address: str, status: int, says: str
) -> None:
    page = visit(client, address, status)
    assert says in page.text
    assert page.links["Go to the start page"] == "/"
    assert page.all("input")[0]["name"] == "q"


def test_a_page_stays_small(tmp_path: Path) -> None:
    long = "A coalition of many nations agreed on something of importance today. " * 20
    codes = sorted(territories())
    articles = [
        Document(
            Article(f"wire/2019/article number {number}.txt", f"{long[:90]} {number}", long, source="herald.example"),
            tuple(Entity(f"Organization of Matter {number + each}", ORGANIZATION) for each in range(8)),
            tuple(Country(code) for code in ("US", "SY", *codes[number * 8 : number * 8 + 8])),
            PartialDate(1990 + number),
        )
        for number in range(30)
    ]
    client = browse(tmp_path, *articles)
    page = client.get(
        "/?q=coalition+nations&country=SY&country=US&entity=Organization+of+Matter+20&per_page=20&group=0"
    )
    assert 20_000 < len(page.data) <= 60_000
    parts = re.findall(r'"(/static/[^"]+\.(?:css|js)\?v=\w+)"', page.text)
    assert len(parts) == 4
    assert sum(len(client.get(part).data) for part in parts) <= 44_000


def test_the_pages_near_by_are_offered() -> None:
    assert near_pages(1, 1) == [1]
    assert near_pages(5, 9) == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert near_pages(50, 100) == [1, None, 48, 49, 50, 51, 52, None, 100]


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_text_can_be_read_on_every_ground(scheme: int) -> None:
    pairs = re.findall(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);", STYLE.read_text())
    colours = {name: shades[scheme] for name, *shades in pairs}
    for text in ("ink", "quiet", "accent", "seen"):
        for ground in ("paper", "wash", "mark"):
            if (text, ground) not in {("quiet", "mark"), ("seen", "wash")}:
                assert _contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
    assert _contrast(colours["s1"], colours["paper"]) >= 1.5, "the first step of the map is seen"
    for line in ("edge", "mark-line"):
        assert _contrast(colours[line], colours["paper"]) >= 3, line


def test_from_an_article_one_reads_on_through_the_result(client: FlaskClient) -> None:
    first = visit(
        client, next(link for link in visit(client, "/?sort=oldest&q=coalition").links.values() if "/articles/" in link)
    )
    assert "1 of 2" in first.text
    assert "previous" not in first.links
    second = visit(client, first.links["next"])
    assert "2 of 2" in second.text
    assert "next" not in second.links
    assert visit(client, second.links["previous"]).text == first.text
    assert " of " not in visit(client, "/articles/wire/washington.txt").text.split("Back to all articles")[1][:9]
    assert "1 of 1" in visit(client, "/articles/wire/washington.txt?country=US&q=coalition").text


def test_an_article_is_read_whatever_became_of_the_cursor_that_led_to_it(client: FlaskClient) -> None:
    page = visit(client, "/articles/wire/doha.txt?q=talks&cursor=of-an-index-that-was")
    assert "Envoys met again in Doha." in page.text
    assert "next" not in page.links


def test_one_reads_on_from_page_to_page_of_a_result(client: FlaskClient) -> None:
    page = visit(client, "/articles/wire/amman.txt?q=coalition&sort=oldest&per_page=1")
    assert "1 of 2" in page.text
    following = visit(client, page.links["next"])
    assert "Washington works" in following.text
    assert "2 of 2" in following.text
    assert following.links["previous"] == "/articles/wire/amman.txt?q=coalition&sort=oldest&per_page=1#match"
