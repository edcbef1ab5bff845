"""Every page against the rules of axe-core, light and dark, wide and narrow."""

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
    "/?q=coalition&explain=1",
    "/facets/country?prefix=s",
]


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


def violations(browser: Browser, address: str, scheme: str, width: int) -> list[str]:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)  # type: ignore[arg-type]
    page.goto(address)
    for details in page.locator("details").all():
        details.evaluate("each => { each.open = true; }")
    answer = Axe().run(page).response
    page.close()
    assert len(answer["passes"]) > 15, "axe-core looked at nothing"
    found = answer["violations"]
    return [f"{each['id']}: {node['html'][:200]}" for each in found for node in each["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_breaks_no_rule(browser: Browser, address: str, path: str, scheme: str) -> None:
    assert violations(browser, address + path, scheme, 1280) == []


@pytest.mark.parametrize(
    "path", [*PAGES[:2], "/together?q=coalition", "/facets/entity", "/articles/wire/washington.txt?entities=1"]
)
def test_a_narrow_page_breaks_no_rule(browser: Browser, address: str, path: str) -> None:
    assert violations(browser, address + path, "light", 360) == []


def test_an_empty_index_breaks_no_rule(browser: Browser, empty: str) -> None:
    assert violations(browser, empty, "light", 1280) == []
