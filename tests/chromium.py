"""A real browser, and a page for it to visit."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.archive import archive
from tests.conftest import wanted
from tests.newsroom import NEWSROOM
from web.app import create_app
from web.server import Server

CHROMIUM = shutil.which("chromium")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

_PATIENCE = 60_000
"""Milliseconds, on a machine that has much else to do: a page that works takes a small part of it."""

expect.set_options(timeout=_PATIENCE)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    wanted(CHROMIUM is not None, "chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    searcher = archive(tmp_path_factory.mktemp("newsroom"), *NEWSROOM)
    with served(create_app(searcher)) as address:
        yield address


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """An application on an address of this machine."""
    server = Server(app, "127.0.0.1", 0)
    running = threading.Thread(target=server.run)
    running.start()
    yield server.address
    server.stop()
    running.join()


@contextmanager
def window(browser: Browser, address: str, *, script: bool) -> Iterator[Page]:
    """A wide window on the start page; what it complains of and whom it asks is checked at the end."""
    page = browser.new_page(viewport={"width": 1280, "height": 900}, java_script_enabled=script, base_url=address)
    page.set_default_timeout(_PATIENCE)
    complaints: list[str] = []
    hosts: set[str] = set()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda fault: complaints.append(str(fault)))
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.goto("/")
    yield page
    page.close()
    assert complaints == []
    assert hosts == {urlsplit(address).netloc}
