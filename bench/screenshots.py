"""Pictures of the page, of the sample corpus: `make screenshots` writes them into docs/screenshots."""

import shutil
import tempfile
import threading
from pathlib import Path
from typing import Literal

from playwright.sync_api import sync_playwright

from corpus.sample import EXAMPLES, SAMPLE
from index.ingest.pipeline import refresh
from search.searcher import Searcher
from web.app import create_app
from web.server import Server

_FOLDER = Path(__file__).parent.parent / "docs/screenshots"
_ARTICLE = "/articles/meridian-wire/wheelbarger-anti-isis-coalition.txt?q=coalition&entities=1"
_SHOTS: list[tuple[str, str, tuple[int, int], Literal["light", "dark"]]] = [
    ("wide", "/?q=coalition", (1440, 900), "light"),
    ("dark", "/?q=coalition&country=SY", (1280, 900), "dark"),
    ("narrow", "/?q=coalition", (360, 740), "light"),
    ("article", _ARTICLE, (1280, 900), "light"),
    ("arabic", "/?q=coalition&lang=ar", (1440, 900), "light"),
    ("map", "/facets/country", (1280, 960), "light"),
    ("names", "/together?q=coalition", (1280, 960), "light"),
    ("lines", "/?q=minister&view=lines&by=left", (1440, 900), "light"),
    ("versions", "/versions/meridian-wire/saudi-iran-beijing.txt", (1280, 900), "light"),
    ("compare", "/compare?q=troops&q2=minister&q3=ceasefire", (1280, 900), "light"),
]


def main() -> None:
    """Index the sample, serve it, and visit it."""
    _FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        location = Path(place) / "index"
        refresh(location, [SAMPLE])
        server = Server(create_app(Searcher(location), examples=EXAMPLES), "127.0.0.1", 0)
        running = threading.Thread(target=server.run)
        running.start()
        try:
            _shoot(server.address)
        finally:
            server.stop()
            running.join()


def _shoot(address: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, path, (width, height), scheme in _SHOTS:
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
            page.goto(address + path)
            page.screenshot(path=_FOLDER / f"{name}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
