"""The page in a real browser, without JavaScript, used as people use it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.chromium import address, browser, window
from web.views.where import tile_rows

__all__ = ["address", "browser"]


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with window(browser, address, script=False) as page:
        yield page


def search(page: Page, q: str) -> None:
    page.get_by_role("searchbox", name="Search the articles").fill(q)
    page.get_by_role("button", name="Search").click()


def count(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


def test_search_narrow_read_and_go_back(page: Page) -> None:
    search(page, "withdrawing")
    count(page, "2 articles")
    expect(page).to_have_title("withdrawing – Dateline")
    expect(page.locator("mark")).to_have_text(["withdrawal", "withdraw"])

    page.get_by_role("button", name="Syria 1", exact=True).click()
    count(page, "1 article")
    expect(page.get_by_role("button", name="Syria, 1 article, remove filter")).to_have_attribute("aria-pressed", "true")

    page.get_by_role("link", name="Washington works to keep its coalition together").click()
    count(page, "Washington works to keep its coalition together")
    expect(page.locator("mark")).to_have_text(["withdraw"])
    page.get_by_text("2 lines of the page were taken away").click()
    expect(page.get_by_text("Show More")).to_be_visible()

    page.go_back()
    count(page, "1 article")
    page.get_by_role("link", name="Remove filter: Syria").click()
    count(page, "2 articles")
    assert page.url.endswith("/?q=withdrawing")


def test_what_is_not_wanted_is_left_out(page: Page) -> None:
    page.get_by_role("button", name="Afghanistan 2", exact=True).hover()
    page.get_by_role("button", name="not Afghanistan").click()
    count(page, "2 articles")
    expect(page.get_by_role("navigation", name="Chosen filters")).to_contain_text("not Afghanistan")
    search(page, "coalition")
    count(page, "2 articles")
    page.get_by_role("link", name="clear all").click()
    assert page.url.endswith("/?q=coalition")


def test_the_keyboard_reaches_everything(page: Page) -> None:
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the results")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    refuse = page.get_by_role("button", name="not Syria")
    page.get_by_role("button", name="Syria 2", exact=True).focus()
    page.keyboard.press("Tab")
    expect(refuse).to_be_focused()
    expect(refuse).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    count(page, "2 articles")


def test_on_a_telephone_the_facets_unfold(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    search(page, "coalition")
    facet = page.get_by_role("button", name="Jordan 1", exact=True)
    expect(facet).to_be_hidden()
    page.get_by_text("Narrow by when, where, who").click()
    facet.click()
    count(page, "1 article")
    for place in (page.url, "/articles/wire/washington.txt?q=coalition", "/facets/entity?q=coalition", "/?q=none"):
        page.goto(place)
        assert page.evaluate("document.documentElement.scrollWidth") == 360, place


def test_all_values_of_a_facet_are_a_page_away(page: Page) -> None:
    page.goto("/facets/entity")
    page.get_by_label("Find a name").fill("keR")
    page.get_by_role("button", name="Find").click()
    count(page, "Who: 1 name with keR")
    page.get_by_role("button", name="John Kerry 1", exact=True).click()
    expect(page).to_have_title("All articles · John Kerry – Dateline")


def test_dark_where_it_is_wanted_dark(page: Page) -> None:
    body = page.locator("body")
    expect(body).to_have_css("background-color", "rgb(252, 250, 245)")
    page.emulate_media(color_scheme="dark")
    expect(body).to_have_css("background-color", "rgb(23, 24, 26)")


def test_on_paper_there_is_the_list_with_its_addresses(page: Page, address: str) -> None:
    page.goto("/?q=coalition")
    expect(page.get_by_text("https://herald.example/washington")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.get_by_text("https://herald.example/washington")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_be_hidden()
    expect(page.get_by_role("navigation", name="Narrow the results")).to_be_hidden()
    page.goto("/articles/wire/doha.txt")
    expect(page.get_by_text(f"{address}/articles/wire/doha.txt")).to_be_visible()
    expect(page.locator(".citation")).to_be_visible()
    expect(page.get_by_role("contentinfo")).to_be_hidden()


def test_a_range_of_years_is_typed(page: Page) -> None:
    page.get_by_label("from").fill("2014")
    page.get_by_label("to", exact=True).fill("2019")
    page.get_by_role("button", name="Go").click()
    count(page, "2 articles")
    assert page.url.endswith("/?year=2014..2019")


def test_a_country_is_chosen_on_the_map(page: Page) -> None:
    page.get_by_role("button", name="Qatar, 1 article").focus()
    shown = page.get_by_title("Qatar, 1 article").evaluate("each => getComputedStyle(each, '::after').content")
    assert "Qatar" in shown or "attr(title)" in shown
    page.get_by_role("button", name="Qatar, 1 article").click()
    count(page, "1 article")
    expect(page.get_by_role("navigation", name="Chosen filters")).to_contain_text("Qatar")


def test_a_year_is_chosen_from_the_bars(page: Page) -> None:
    page.get_by_role("button", name="2014, 1 article").click()
    count(page, "1 article")
    expect(page.get_by_role("button", name="September 2014, 1 article")).to_be_visible()


def test_all_tiles_of_the_map_are_of_one_size(page: Page) -> None:
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto("/facets/country")
        boxes = [tile.bounding_box() for tile in page.locator(".map p > *").all()]
        sizes = {(round(box["width"]), round(box["height"])) for box in boxes if box}
        assert len(boxes) == sum(len(row) for row in tile_rows())
        assert len(sizes) == 1, sizes


def test_a_finger_finds_every_tile_of_the_map(browser: Browser, address: str) -> None:
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{address}/facets/country")
    boxes = [tile.bounding_box() for tile in page.locator(".map p > *").all()]
    assert min(min(box["width"], box["height"]) for box in boxes if box) >= 24
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.get_by_role("button", name="Jordan, 1 article").tap()
    count(page, "1 article")
    context.close()


def test_on_a_wide_screen_who_where_and_when_are_seen_at_once(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    panels = page.get_by_role("navigation", name="Narrow the results")
    for heading in ("When", "Who", "People", "Organizations", "Places", "Where"):
        box = panels.get_by_role("heading", name=heading, exact=True).bounding_box()
        assert box, heading
        assert box["y"] < 800, heading
    people, organizations = (panels.get_by_role("heading", name=name).bounding_box() for name in ("People", "Organi"))
    assert people
    assert organizations
    assert people["y"] < organizations["y"]


def test_the_switch_says_whether_a_second_country_narrows(page: Page) -> None:
    page.get_by_role("button", name="Iraq 1", exact=True).click()
    switch = page.locator("[data-facet=country] .switch")
    expect(switch.locator("[aria-current]")).to_have_text("all of them")
    switch.get_by_role("link", name="any of them").click()
    page.get_by_role("button", name="Qatar 1", exact=True).click()
    count(page, "2 articles")
    page.get_by_role("navigation", name="Chosen filters").get_by_role("link", name="all of them").click()
    count(page, "0 articles")


def test_how_a_date_is_known_is_a_filter(page: Page) -> None:
    page.get_by_role("button", name="inferred 1", exact=True).click()
    count(page, "1 article")
    page.get_by_role("link", name="Washington works to keep its coalition together").click()
    expect(page.locator(".citation")).to_contain_text("[9 April 2019, inferred]")
