"""Tags and notes in a real browser, and in what is taken along."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from index.corrections.noting import Noting, note
from index.segments.article_key import article_key
from search.searcher import Searcher
from tests.archive import archive
from tests.chromium import browser, served, window
from tests.newsroom import NEWSROOM
from web.app import create_app
from web.views.edit import Editing

__all__ = ["browser"]


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    archive(tmp_path, *NEWSROOM)
    with served(create_app(Searcher(tmp_path), editing=Editing(tmp_path))) as address:
        yield address


@pytest.mark.parametrize("script", [False, True])
def test_an_article_is_tagged_found_by_its_tag_and_untagged(browser: Browser, address: str, *, script: bool) -> None:
    with window(browser, address, script=script) as page:
        page.goto("/articles/wire/doha.txt?q=talks")
        page.get_by_label("tags, with commas between them").fill("to read, front page")
        page.get_by_label("note", exact=True).fill("Compare with the agency.")
        page.get_by_role("button", name="Save").click()
        page.get_by_role("link", name="front page").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("1 article")
        expect(page.locator(".noted")).to_contain_text("Compare with the agency.")
        page.goto("/?q=")
        page.get_by_role("button", name="to read 1").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("1 article")
        page.goto("/articles/wire/doha.txt")
        page.get_by_role("button", name="Take it back").click()
        expect(page.get_by_label("tags, with commas between them")).to_have_value("")


def test_all_articles_of_a_list_are_tagged_at_once(browser: Browser, address: str) -> None:
    with window(browser, address, script=False) as page:
        page.goto("/list?articles=" + article_key("wire/doha.txt") + article_key("wire/amman.txt"))
        page.get_by_label("tags, with commas between them").fill("series")
        page.get_by_role("button", name="Tag all of these").click()
        page.get_by_role("link", name="series").first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("2 articles")


def test_without_editing_notes_are_read_and_not_written(tmp_path: Path) -> None:
    searcher = archive(tmp_path, *NEWSROOM)
    note(tmp_path, Noting("note", ("wire/doha.txt",), ("to read", "=1+1"), "Mine; alone"))
    client = create_app(searcher).test_client()
    page = client.get("/articles/wire/doha.txt").text
    assert ("Mine; alone" in page, "<textarea" in page) == (True, False)
    assert client.post("/notes", data={"action": "note"}).status_code in (404, 405)
    row = next(csv.DictReader(io.StringIO(client.get("/export.csv?tag=to+read", buffered=True).text)))
    assert (row["tags"], row["note"]) == ("to read;=1+1", "Mine; alone")
    line = json.loads(client.get("/export.jsonl?tag=to+read", buffered=True).text)
    assert (line["tags"], line["note"]) == (["to read", "=1+1"], "Mine; alone")
    assert client.get("/api/search?tag=to+read").json["results"][0]["tags"] == ["to read", "=1+1"]  # type: ignore[index]


def test_only_this_page_itself_may_note(tmp_path: Path) -> None:
    searcher = archive(tmp_path, *NEWSROOM)
    editing = Editing(tmp_path)
    client = create_app(searcher, editing=editing).test_client()
    sent = {"token": editing.token, "action": "note", "articles": article_key("wire/doha.txt"), "tags": "x"}
    assert client.post("/notes", data=sent, headers={"Origin": "http://evil.example"}).status_code == 403
    assert client.post("/notes", data=sent | {"token": ""}, headers={"Origin": "http://localhost"}).status_code == 403
    assert not (tmp_path / "notes.toml").exists()
    answer = client.post("/notes", data=sent | {"tags": "x" * 101}, headers={"Origin": "http://localhost"})
    assert (answer.status_code, "100 letters at most" in answer.text) == (400, True)
    assert ">Back to the article</a>" in answer.text
