"""Articles kept for later: ticked, listed, sent as a link, cited and exported; with a script and without one."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Browser, expect

from index.segments.article_key import article_key
from search.searcher import Searcher
from search.types.request import SearchRequest
from tests.archive import archive, document, write
from tests.chromium import address, browser, served, window
from tests.newsroom import NEWSROOM
from web.app import create_app

__all__ = ["address", "browser"]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    many = [
        document(f"wire/2019/a long name of an article, number {each}.txt", f"Coalition talks, day {each}.")
        for each in range(500)
    ]
    return create_app(archive(tmp_path_factory.mktemp("newsroom"), *NEWSROOM, *many)).test_client()


def keys(*ids: str) -> str:
    return "".join(map(article_key, ids))


@pytest.mark.parametrize("script", [False, True])
def test_what_is_ticked_is_listed(browser: Browser, address: str, *, script: bool) -> None:
    with window(browser, address, script=script) as page:
        page.goto("/?q=coalition")
        page.get_by_role("checkbox", name="keep: Washington works").check()
        page.get_by_role("button", name="Open the reading list").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Reading list: 1 article")
        expect(page.locator(".listed").first).to_contain_text("Washington works to keep its coalition together")
        page.get_by_role("link", name="RIS").is_visible()


def test_a_browser_keeps_what_was_ticked_from_page_to_page(browser: Browser, address: str) -> None:
    with window(browser, address, script=True) as page:
        page.goto("/?q=coalition")
        page.get_by_role("checkbox", name="keep: Washington works").check()
        page.get_by_role("link", name="newest").click()  # in place
        expect(page.get_by_role("checkbox", name="keep: Washington works")).to_be_checked()
        page.goto("/articles/wire/doha.txt")
        page.get_by_role("checkbox", name="keep").check()
        link = page.get_by_role("link", name="Reading list 2")
        link.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Reading list: 2 articles")
        page.get_by_role("button", name="empty my list").click()
        expect(page.get_by_role("link", name="Reading list", exact=True)).to_be_visible()
        page.get_by_role("button", name="keep all of these").click()
        expect(link).to_be_visible()


def test_a_saved_search_tells_what_came_since_it_was_looked_at(browser: Browser, tmp_path: Path) -> None:
    archive(tmp_path, *NEWSROOM)
    with served(create_app(Searcher(tmp_path))) as address, window(browser, address, script=True) as page:
        page.goto("/?q=coalition")
        page.get_by_text("export, save, follow").click()
        page.get_by_role("button", name="save this search").click()
        page.goto("/list")
        expect(page.get_by_text("nothing new since you looked")).to_be_visible()
        write(tmp_path, [document("late", "The coalition met again."), document("rain", "It rained.")])
        page.reload()
        page.get_by_role("link", name="new since you looked: 1").click()
        expect(page.locator(".results > ol > li")).to_have_count(1)
        page.goto("/list")
        expect(page.get_by_text("nothing new since you looked")).to_be_visible()
        page.get_by_role("button", name="remove: coalition").click()
        expect(page.get_by_text("None yet")).to_be_visible()


def test_a_list_of_500_is_a_link_that_every_server_takes(client: FlaskClient) -> None:
    ids = [hit["id"] for page in range(1, 6) for hit in
           client.get(f"/api/search?q=talks&per_page=100&page={page}").json["results"]]  # type: ignore[index]  # fmt: skip
    assert len(ids) == 500
    sent = client.get("/list", query_string=[("id", each) for each in ids])
    link = sent.headers["Location"]
    assert (sent.status_code, len(link)) == (302, len("/list?articles=") + 500 * 8)
    page = client.get(link)
    assert "Reading list: 500 articles" in page.text
    assert page.text.index(ids[7]) < page.text.index(ids[8])
    assert len(client.get(link.replace("/list", "/export.jsonl"), buffered=True).data.splitlines()) == 500


def test_more_than_an_address_holds_is_refused_with_the_mend(client: FlaskClient) -> None:
    answer = client.get("/list", query_string={"articles": keys(*map(str, range(1_001)))})
    assert (answer.status_code, "1,000 articles at most" in answer.text) == (400, True)
    assert client.get("/list?articles=abc").status_code == 400


def test_what_is_gone_is_counted(client: FlaskClient) -> None:
    page = client.get("/list", query_string={"articles": keys("wire/doha.txt", "none", "nor this")})
    assert "Reading list: 1 article<" in page.text
    assert "2 articles of this list are no longer in the index." in page.text


def test_exports_and_citations_are_of_these_alone(client: FlaskClient) -> None:
    named = {"articles": keys("wire/doha.txt", "wire/washington.txt")}
    table = client.get("/export.csv", query_string=named, buffered=True).text
    assert {row["id"] for row in csv.DictReader(io.StringIO(table))} == {"wire/doha.txt", "wire/washington.txt"}
    assert client.get("/export.ris", query_string=named, buffered=True).text.count("TY  - NEWS\r\n") == 2
    entries = client.get("/export.bib?q=talks", buffered=True).text
    found = re.findall(r"^@\w+\{(\S+),$", entries, re.MULTILINE)
    assert len(found) == len(set(found)) == 501


def test_a_search_within_a_list_finds_and_counts_in_it_alone(client: FlaskClient) -> None:
    listed = {"articles": keys("wire/doha.txt", "wire/washington.txt")}
    found = json.loads(client.get("/api/search", query_string=listed).data)
    assert (found["total"], found["query"]["articles"]) == (2, [keys("wire/doha.txt"), keys("wire/washington.txt")])
    assert {each["key"] for each in found["results"]} == set(found["query"]["articles"])
    page = client.get("/", query_string=listed).text
    assert "Remove filter: 2 articles of a list" in page


def test_articles_like_several_are_like_all_of_them(tmp_path: Path) -> None:
    ships = "The frigate sailed from the harbour while sailors on the quay watched the fleet. "
    grain = "Wheat and barley rotted in the silos as farmers waited for the harvest subsidy. "
    both = "The fleet carried wheat and barley from the harbour to farmers. Sailors unloaded the harvest on the quay. "
    filler = [document(f"f{each}", f"Parliament debated law number {each} on schools.") for each in range(20)]
    searcher = archive(
        tmp_path,
        document("ships 1", ships),
        document("ships 2", f"{ships} A storm came."),
        document("grain 1", grain),
        document("grain 2", f"{grain} Prices rose."),
        document("both", both),
        *filler,
    )
    found = searcher.more_like_this("ships 1", "grain 1")
    assert found[0].document.article.id == "both"
    client = create_app(searcher).test_client()
    told = client.get("/api/similar", query_string=[("id", "ships 1"), ("id", "grain 1")]).json
    assert told["results"][0]["id"] == "both"  # type: ignore[index]
    assert {each.document.article.id for each in found}.isdisjoint({"ships 1", "grain 1"})


def test_a_list_is_read_in_the_order_in_which_it_was_made(client: FlaskClient) -> None:
    page = client.get("/list", query_string={"articles": keys("wire/washington.txt", "wire/doha.txt")}).text
    assert page.index("/articles/wire/washington.txt") < page.index("/articles/wire/doha.txt")


def test_a_key_is_a_digest_of_the_id_and_stays_so() -> None:
    assert article_key("wire/doha.txt") == article_key("wire/doha.txt") != article_key("wire/doha")
    assert SearchRequest(articles=(article_key("é/ü"),)).filtered
