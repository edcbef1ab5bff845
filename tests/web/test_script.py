"""The page in a real browser with its script: in place, by keys, by dragging."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.chromium import address, browser, window

__all__ = ["address", "browser"]


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with window(browser, address, script=True) as page:
        yield page


def count(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


def test_a_choice_is_made_in_place_and_taken_back_by_going_back(page: Page) -> None:
    page.goto("/?q=withdrawing")
    page.evaluate("document.body.dataset.kept = 'yes'")
    page.get_by_role("button", name="Syria 1", exact=True).click()
    count(page, "1 article")
    expect(page).to_have_title("withdrawing · Syria – Dateline")
    assert page.url.endswith("/?q=withdrawing&country=SY")
    expect(page.get_by_role("button", name="Syria, 1 article, remove filter")).to_be_focused()
    expect(page.locator("#said")).to_have_text("1 article")
    page.go_back()
    count(page, "2 articles")
    expect(page).to_have_title("withdrawing – Dateline")
    page.go_forward()
    count(page, "1 article")
    page.get_by_label("Search the articles", exact=True).fill("coalition")
    page.get_by_role("button", name="Search").click()
    expect(page).to_have_title("coalition · Syria – Dateline")
    assert page.locator("body").get_attribute("data-kept") == "yes"


def test_a_range_of_years_is_dragged(page: Page) -> None:
    first = page.locator('.bars [value="2014"]').bounding_box()
    last = page.locator('.bars [value="2019"]').bounding_box()
    assert first
    assert last
    page.mouse.move(first["x"] + 5, first["y"] + 10)
    page.mouse.down()
    page.mouse.move(last["x"] + 5, last["y"] + 30, steps=5)
    page.mouse.up()
    count(page, "2 articles")
    assert page.url.endswith("/?year=2014..2019")


def test_a_range_of_years_is_chosen_by_keys(page: Page) -> None:
    page.locator('.bars [value="2019"]').focus()
    for _ in range(5):
        page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Enter")
    count(page, "2 articles")
    assert page.url.endswith("/?year=2014..2019")


def test_arrows_walk_around_the_map(page: Page) -> None:
    page.get_by_title("Iraq, 1 article").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_title("Syria, 2 articles")).to_be_focused()
    page.keyboard.press("Enter")
    count(page, "2 articles")


def test_the_keys_that_the_help_names(page: Page) -> None:
    page.keyboard.press("/")
    box = page.get_by_label("Search the articles", exact=True)
    expect(box).to_be_focused()
    page.keyboard.type("/jk?")
    expect(box).to_have_value("/jk?")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")
    for key in "jjk":
        page.keyboard.press(key)
    page.keyboard.press("Enter")
    count(page, "Talks in Doha resume without a cease-fire")


def test_names_are_found_within_their_facet_as_one_types(page: Page) -> None:
    # The newsroom has fewer names than a facet shows, so the box is put there as a larger index would have it.
    form = "<p class=within><input form=in-entity name=prefix aria-label='Find a name'></p>"
    page.locator("[data-facet=entity] .values").evaluate(
        "(there, form) => there.insertAdjacentHTML('beforebegin', form)", form
    )
    page.get_by_label("Find a name").fill("ker")
    rows = page.locator("[data-facet=entity] .rows .pick")
    expect(rows).to_have_text(["John Kerry 1"])
    page.get_by_label("Find a name").fill("")
    expect(rows).to_have_count(5)


def test_light_and_dark_are_remembered(page: Page) -> None:
    body = page.locator("body")
    page.get_by_role("button", name="light or dark").click()
    expect(body).to_have_css("background-color", "rgb(23, 24, 26)")
    page.reload()
    expect(body).to_have_css("background-color", "rgb(23, 24, 26)")
    page.get_by_role("button", name="light or dark").click()
    expect(body).to_have_css("background-color", "rgb(252, 250, 245)")


def test_the_address_is_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/?q=coalition")
    page.get_by_text("export, save, follow").click()
    page.get_by_role("button", name="copy link").click()
    expect(page.get_by_role("button", name="copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").endswith("/?q=coalition")


def test_the_larger_map_keeps_its_tiles_in_a_narrow_window(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/facets/country")
    tile = page.locator(".map [name=country]").first.bounding_box()
    assert tile
    assert min(tile["width"], tile["height"]) >= 24
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_the_facets_stay_unfolded_on_a_telephone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.get_by_text("Narrow by when, where, who").click()
    page.get_by_role("button", name="Syria 2", exact=True).click()
    count(page, "2 articles")
    expect(page.get_by_role("button", name="Syria, 2 articles, remove filter")).to_be_visible()


def test_what_is_typed_is_completed(page: Page) -> None:
    box = page.get_by_label("Search the articles", exact=True)
    box.press_sequentially("ker")
    offers = page.get_by_role("listbox", name="Suggestions").get_by_role("option")
    expect(offers.first).to_have_text("John Kerry")
    box.press("ArrowDown")
    expect(offers.first).to_have_attribute("aria-selected", "true")
    box.press("Enter")
    count(page, "1 article")
    expect(page.get_by_role("navigation", name="Chosen filters")).to_contain_text("John Kerry")
    expect(offers).to_have_count(0)


def test_j_and_k_lead_from_article_to_article(page: Page) -> None:
    page.goto("/?q=coalition&sort=oldest")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Kerry leaves for Amman to forge a coalition")
    page.wait_for_load_state()  # keys are heard from then on
    page.keyboard.press("j")
    expect(page.locator("h1")).to_have_text("Washington works to keep its coalition together")
    page.wait_for_load_state()
    page.keyboard.press("k")
    expect(page.locator("h1")).to_have_text("Kerry leaves for Amman to forge a coalition")
