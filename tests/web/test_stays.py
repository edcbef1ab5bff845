"""The page in a real browser: it says what the results are for, and what was used stays where it was."""

from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Error, Page, Route, expect

from corpus.article import Article, Basis, Entity, EntityType, PartialDate
from corpus.document import Document
from tests.archive import archive
from tests.chromium import browser, served, window
from web.app import create_app

__all__ = ["browser"]

OFFER = {"text": "harbour", "kind": "word", "count": 60, "html": "/?q=harbour"}
LONG = "Pneumonoultramicroscopicsilicovolcanoconiosis" * 6


def article(at: int) -> Document:
    text = "Harbour talks went on. " * 12 + f"Delegate {at} spoke of the harbour."
    names = [Entity(f"Delegate {letter}{at % 12}", EntityType.PERSON, ()) for letter in "ABC"]
    date = PartialDate(2010 + at % 10, 5, 1 + at % 28, Basis.STATED)
    return Document(Article(f"wire/{at}", f"Harbour talks, day {at}", text, source="wire"), tuple(names), (), date)


def odd() -> Document:
    name = Entity("طارق", EntityType.PERSON, ())
    date = PartialDate(2019, 2, 3, Basis.STATED)
    return Document(Article(f"odd/{LONG}", LONG, "محادثات الميناء " * 8, source="الوكالة"), (name,), (), date)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    searcher = archive(tmp_path_factory.mktemp("harbour"), *map(article, range(60)), odd())
    with served(create_app(searcher)) as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with window(browser, address, script=True) as page:
        yield page


def held_back(page: Page, pattern: str) -> list[Route]:
    """What the page asks for at some addresses, to be answered later."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(pattern, hold)
    return held


def box(page: Page) -> str:
    return page.get_by_label("Search the articles", exact=True).input_value()


def test_suggestions_that_come_late_do_not_open_over_the_results(page: Page) -> None:
    held = held_back(page, "**/api/suggest*")
    field = page.get_by_label("Search the articles", exact=True)
    field.press_sequentially("harb", delay=60)
    page.wait_for_timeout(200)
    field.press("Enter")
    expect(page.locator("h1")).to_have_text("0 articles")
    for each in held:  # what was asked for before Enter is dropped by the page, or answered too late
        with suppress(Error):
            each.fulfill(json={"suggestions": [OFFER]})
    page.wait_for_timeout(200)
    expect(page.locator("#offers")).to_be_hidden()


def test_the_box_says_what_the_results_are_for(page: Page) -> None:
    page.goto("/?q=talks")
    field = page.get_by_label("Search the articles", exact=True)
    field.fill("harbour")
    field.press("Enter")
    expect(page).to_have_title("harbour – Dateline")
    field.fill("something else")
    page.go_back()
    expect(page).to_have_title("talks – Dateline")
    assert box(page) == "talks"


def test_what_was_used_stays_where_it_was_and_keeps_the_focus(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 500})
    page.get_by_text("all 37 names").scroll_into_view_if_needed()
    name = page.locator("[data-facet=entity] .values .pick").nth(3)
    label = (name.get_attribute("value") or "").strip()
    name.scroll_into_view_if_needed()
    before = name.bounding_box()
    name.click()
    again = page.locator(f"[data-facet=entity] .pick[data-v='{label}']")
    expect(again).to_be_focused()
    after = again.bounding_box()
    assert before
    assert after
    assert abs(before["y"] - after["y"]) < 2


def test_a_suggestion_keeps_the_filters(page: Page) -> None:
    page.goto("/?year=2012")
    page.get_by_label("Search the articles", exact=True).press_sequentially("delegate a2")
    page.get_by_role("option").first.click()
    chosen = page.get_by_role("navigation", name="Chosen filters")
    expect(chosen).to_contain_text("2012")
    assert "year=2012" in urlsplit(page.url).query


def test_long_words_and_every_width_fit_the_window(page: Page) -> None:
    for width in (1280, 360, 320):
        page.set_viewport_size({"width": width, "height": 800})
        for where in ("/", f"/articles/odd/{LONG}", "/facets/entity", "/?q=" + LONG):
            page.goto(where)
            page.get_by_text("How to ask").click()
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (width, where)


def test_how_to_ask_moves_nothing(page: Page) -> None:
    field, results = page.get_by_label("Search the articles", exact=True), page.locator(".results")
    before = field.bounding_box(), results.bounding_box()
    page.get_by_text("How to ask").click()
    expect(page.get_by_text("both words, in any of their forms")).to_be_visible()
    assert (field.bounding_box(), results.bounding_box()) == before


def test_how_to_ask_goes_with_escape_and_with_a_click_beside_it(page: Page) -> None:
    tips, summary = page.locator(".tips"), page.get_by_text("How to ask")
    summary.click()
    page.keyboard.press("Escape")
    expect(tips).not_to_have_attribute("open", "")
    expect(tips.locator("summary")).to_be_focused()
    summary.click()
    page.locator("h1").click(position={"x": 5, "y": 5})
    expect(tips).not_to_have_attribute("open", "")


def test_the_way_to_refuse_a_value_shows_where_it_is_wanted(page: Page) -> None:
    row = page.locator("[data-facet=entity] .rows li").first
    refuse = row.locator(".not")
    expect(refuse).to_have_css("opacity", "0")
    row.hover()
    expect(refuse).to_have_css("opacity", "1")
    page.locator("h1").hover()
    refuse.focus()
    expect(refuse).to_have_css("opacity", "1")
    name = row.locator("bdi").inner_text()
    refuse.press("Enter")
    expect(page.get_by_role("navigation", name="Chosen filters")).to_contain_text(f"not {name}")


def test_a_date_beside_right_to_left_text_reads_as_it_should(page: Page) -> None:
    page.goto(f"/articles/odd/{LONG}")
    facts = page.locator("article .facts")
    assert facts.evaluate("each => getComputedStyle(each).direction") == "ltr"
    assert page.locator(".text").evaluate("each => getComputedStyle(each).direction") == "rtl"


def test_a_slow_answer_shows_a_quiet_sign(page: Page) -> None:
    held = held_back(page, "**/?q=harbour")
    field = page.get_by_label("Search the articles", exact=True)
    field.fill("harbour")
    field.press("Enter")
    expect(page.locator("body")).to_have_class("waiting")
    held[0].continue_()
    expect(page.locator("h1")).to_have_text("60 articles")
    expect(page.locator("body")).not_to_have_class("waiting")


def test_what_was_unfolded_stays_unfolded(page: Page) -> None:
    page.get_by_text("export, save, follow").click()
    page.locator("[data-facet=entity] .values .pick").nth(1).click()
    expect(page.get_by_role("navigation", name="Chosen filters")).to_be_visible()
    expect(page.locator(".takeaway")).to_have_attribute("open", "")


def test_the_switch_of_a_facet_stays_where_it_was(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 500})
    page.locator("[data-facet=entity] .values .pick").nth(1).click()
    switch = page.locator("[data-facet=entity] .switch")
    switch.get_by_text("any of them").scroll_into_view_if_needed()
    before = switch.bounding_box()
    switch.get_by_text("any of them").click()
    expect(switch.get_by_text("any of them")).to_have_attribute("aria-current", "true")
    after = switch.bounding_box()
    assert before
    assert after
    assert abs(before["y"] - after["y"]) < 2


def test_where_years_become_months_the_focus_stays_in_the_picture(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.get_by_text("Narrow by when, where, who").click()
    bars = page.locator(".bars")
    before = bars.bounding_box()
    page.locator(".bars [value='2015']").click()
    expect(page.get_by_role("navigation", name="Chosen filters")).to_contain_text("2015")
    expect(page.locator(".bars :focus")).to_have_count(1)
    after = bars.bounding_box()
    assert before
    assert after
    assert abs(before["y"] - after["y"]) < 2
