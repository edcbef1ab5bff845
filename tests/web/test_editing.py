"""Names put right in a real browser, which says of itself where a form comes from."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from search.searcher import Searcher
from tests.archive import archive, document
from tests.chromium import browser, served, window
from tests.newsroom import NEWSROOM
from web.app import create_app
from web.views.edit import Editing

__all__ = ["browser"]


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    archive(tmp_path, *NEWSROOM, document("guilds", "", entities=[f"Guild {number}" for number in range(9)]))
    with served(create_app(Searcher(tmp_path), editing=Editing(tmp_path))) as address:
        yield address


@pytest.mark.parametrize("script", [False, True])
def test_two_names_are_merged_and_parted_again(browser: Browser, address: str, tmp_path: Path, *, script: bool) -> None:
    with window(browser, address, script=script) as page:
        page.get_by_role("link", name="put names right").click()
        page.get_by_role("checkbox", name="Taliban").check()
        page.get_by_role("checkbox", name="Islamic State").check()
        page.get_by_label("new name").fill("Militants")
        page.get_by_role("button", name="Merge into it").click()
        expect(page.get_by_role("link", name="Militants, 3 articles, add filter")).to_be_visible()
        assert "[merge]" in (tmp_path / "aliases.toml").read_text(encoding="utf-8")
        page.get_by_role("button", name="Take it back").click()
        expect(page.get_by_role("link", name="Taliban, 1 article, add filter")).to_be_visible()


def test_names_are_found_within_their_facet_though_its_page_is_for_corrections(browser: Browser, address: str) -> None:
    with window(browser, address, script=True) as page:
        page.get_by_label("Find a name").fill("tal")
        page.get_by_role("button", name="Taliban 1").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("1 article")


@pytest.mark.parametrize("script", [False, True])
def test_what_was_ticked_is_still_ticked_after_finding_more(browser: Browser, address: str, *, script: bool) -> None:
    with window(browser, address, script=script) as page:
        page.goto("/facets/entity?q=coalition")
        page.get_by_role("checkbox", name="Islamic State").check()
        page.get_by_label("new name").fill("Kerry")
        page.get_by_label("Find a name").fill("john")
        page.get_by_label("Find a name").press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Who: 1 name with john")
        expect(page.get_by_role("checkbox", name="Islamic State")).to_be_checked()
        expect(page.get_by_role("checkbox", name="John Kerry")).not_to_be_checked()
        expect(page.get_by_label("new name")).to_have_value("Kerry")
        assert "token" not in page.url


def test_what_is_wrong_stands_at_the_field_and_nothing_is_lost(browser: Browser, address: str) -> None:
    with window(browser, address, script=False) as page:
        page.goto("/facets/entity")
        page.get_by_role("checkbox", name="Taliban").check()
        page.get_by_role("button", name="Merge into it").click()
        field = page.get_by_label("new name")
        expect(page.get_by_role("alert")).to_have_text("The new name is empty; write it into the box.")
        expect(field).to_have_accessible_description("The new name is empty; write it into the box.")
        expect(field).to_be_focused()
        expect(page.get_by_role("checkbox", name="Taliban")).to_be_checked()
        field.fill("The Taliban")
        page.get_by_role("button", name="Rename").click()
        expect(page.get_by_role("alert")).to_have_count(0)
        expect(page.get_by_role("link", name="The Taliban, 1 article, add filter")).to_be_visible()


def test_an_address_cannot_say_what_is_wrong(browser: Browser, address: str) -> None:
    with window(browser, address, script=False) as page:
        page.goto("/facets/entity?name=Taliban&to=Militants&action=merge&fault=Pay+now")
        expect(page.get_by_role("alert")).to_have_count(0)
        expect(page.get_by_text("Pay now")).to_have_count(0)


def test_a_name_is_put_right_where_it_is_read(browser: Browser, address: str) -> None:
    with window(browser, address, script=True) as page:
        page.goto("/?q=Amman")
        page.get_by_role("link", name="put right").click()
        page.get_by_role("checkbox", name="John Kerry").check()
        page.get_by_role("button", name="Hide").click()
        expect(page.get_by_role("link", name="Islamic State")).to_be_visible()
        expect(page.get_by_role("link", name="John Kerry")).to_have_count(0)
        assert "/articles/" in page.url


def test_the_name_to_merge_into_is_completed_from_all_names(browser: Browser, address: str) -> None:
    with window(browser, address, script=True) as page:
        page.goto("/facets/entity?prefix=taliban")
        page.get_by_label("new name").press_sequentially("guild 7")
        expect(page.locator("#targets option")).to_have_text(["Guild 7"])
