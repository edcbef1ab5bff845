"""An article read in a real browser: from match to match, and back to its place in the result."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from corpus.article import Article, PartialDate
from corpus.document import Document
from tests.archive import archive
from tests.chromium import browser, served, window
from web.app import create_app

__all__ = ["browser"]

FILLER = "\n\n".join(f"Paragraph {at} tells of the quay and of the price of cod in spring." for at in range(40))
LONG = f"{FILLER}\n\nThe harbour opened.\n\n{FILLER}\n\nThe harbour closed. Nobody wept for the harbour."


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    articles = [Document(Article(f"wire/{at}", f"News {at}", LONG), (), (), PartialDate()) for at in range(12)]
    with served(create_app(archive(tmp_path_factory.mktemp("long"), *articles))) as address:
        yield address


@pytest.fixture(params=[False, True], ids=["plain", "script"])
def plain_or_script(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    with window(browser, address, script=request.param) as page:
        yield page


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with window(browser, address, script=True) as page:
        yield page


def test_an_article_opens_at_its_first_match_and_leads_back_to_its_place(plain_or_script: Page) -> None:
    page = plain_or_script
    page.goto("/?q=harbour&group=0")
    page.get_by_role("link", name="News 7", exact=True).click()
    expect(page.locator("mark").nth(0)).to_be_in_viewport()
    expect(page.get_by_role("heading", level=1)).not_to_be_in_viewport()
    page.get_by_role("link", name="Back to harbour").click()
    expect(page.get_by_role("link", name="News 7", exact=True)).to_be_in_viewport()
    assert page.evaluate("scrollY") > 0


def test_keys_and_ticks_lead_from_match_to_match(page: Page) -> None:
    page.goto("/articles/wire/3?q=harbour")
    says, marks = page.locator("#matches"), page.locator(".text mark")
    expect(says).to_have_text("3 matches")
    for key, place in (("n", 1), ("n", 2), ("n", 3), ("n", 1), ("p", 3), ("p", 2)):
        page.keyboard.press(key)
        expect(says).to_have_text(f"match {place} of 3")
        expect(marks.nth(place - 1)).to_have_class("here")
        expect(marks.nth(place - 1)).to_be_in_viewport()
    expect(page.locator(".ticks i")).to_have_count(3)
    page.locator(".ticks i").first.click()
    expect(says).to_have_text("match 1 of 3")
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_without_a_question_there_is_nothing_to_step_through(page: Page) -> None:
    page.goto("/articles/wire/3")
    page.keyboard.press("n")
    expect(page.locator("#matches, .ticks")).to_have_count(0)
