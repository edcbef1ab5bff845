"""Every page against the rules of axe-core for WCAG 2.2: light, dark, forced colours, narrow, right to left."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from search.searcher import Searcher
from tests.archive import archive
from tests.chromium import browser, served
from tests.newsroom import NEWSROOM
from web.app import create_app
from web.views.edit import Editing

__all__ = ["browser"]

PAGES = [
    "/",
    "/?q=coalition&country=SY&not_entity=John+Kerry",
    "/?q=coalition&year=2014..2019&per_page=1",
    "/?q=nothing-at-all&country=SY",
    "/?q=interpreters+Doha",
    "/?page=x",
    "/articles/wire/washington.txt?q=coalition",
    "/articles/wire/washington.txt?q=coalition&entities=1",
    "/facets/entity?q=coalition",
    "/facets/year",
    "/together?q=coalition",
    "/list",
    "/list?id=wire/washington.txt&id=wire/doha.txt",
    "/?q=coalition&explain=1",
    "/facets/country?prefix=s",
    "/facets/entity?name=Taliban&to=&action=merge",
]

EACH_KIND = [
    "/?q=coalition&country=SY&country=US&country_match=all",
    "/?q=nothing-at-all&country=SY",
    "/articles/wire/washington.txt?q=coalition",
    "/facets/entity?name=Taliban&to=&action=merge",
    "/facets/country",
    "/together?q=coalition",
    "/list?id=wire/washington.txt&id=wire/doha.txt",
]

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    location = tmp_path_factory.mktemp("newsroom")
    archive(location, *NEWSROOM)
    with served(create_app(Searcher(location), examples=["coalition"], editing=Editing(location))) as address:
        yield address


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(create_app(archive(tmp_path_factory.mktemp("empty")))) as address:
        yield address


def violations(browser: Browser, address: str, *, width: int = 1280, **media: str) -> list[str]:
    page = browser.new_page(viewport={"width": width, "height": 900}, bypass_csp=True)
    page.emulate_media(**media)  # type: ignore[arg-type]
    page.goto(address)
    for details in page.locator("details").all():
        details.evaluate("each => { each.open = true; }")
    answer = Axe().run(page, options=RULES).response
    page.close()
    assert len(answer["passes"]) > 15, "axe-core looked at nothing"
    found = answer["violations"]
    return [f"{each['id']}: {node['html'][:200]}" for each in found for node in each["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_breaks_no_rule(browser: Browser, address: str, path: str, scheme: str) -> None:
    assert violations(browser, address + path, color_scheme=scheme) == []


@pytest.mark.parametrize(
    "path", [*PAGES[:2], "/together?q=coalition", "/facets/entity", "/articles/wire/washington.txt?entities=1"]
)
def test_a_narrow_page_breaks_no_rule(browser: Browser, address: str, path: str) -> None:
    assert violations(browser, address + path, width=360) == []


@pytest.mark.parametrize("path", EACH_KIND)
def test_a_page_breaks_no_rule_where_the_system_chooses_the_colours(browser: Browser, address: str, path: str) -> None:
    assert violations(browser, address + path, forced_colors="active") == []


@pytest.mark.parametrize("path", EACH_KIND)
def test_a_page_breaks_no_rule_from_right_to_left(browser: Browser, address: str, path: str) -> None:
    assert violations(browser, f"{address}{path}{'&' if '?' in path else '?'}lang=ar", width=1440) == []


def test_an_empty_index_breaks_no_rule(browser: Browser, empty: str) -> None:
    assert violations(browser, empty) == []
