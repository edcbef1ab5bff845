"""Measure the page of a search: its HTML in bytes, the server's time, and Chromium's own clock.

python -m bench.page INDEX CORPUS [--visits 9]

Each visit is made twice in a browser that has kept nothing: straight to the search, and from the start page to it, when
style and script are there already. Milliseconds count from the moment that the browser begins to navigate. On a machine
that others use, a visit waits up to three seconds for two fifths of the processors to be idle.
"""

import argparse
import http.client
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, sync_playwright

from bench.corpus import queries
from bench.measure import timed

_PORT = 8793
_HERE = f"http://127.0.0.1:{_PORT}"
_FILTERS = [("country", "AF"), ("country", "CA"), ("not_entity", "Entity 12")]
_MOMENTS = """() => new Promise((tell) => new PerformanceObserver((list) => {
  const { responseStart, responseEnd } = performance.getEntriesByType("navigation")[0];
  tell([responseStart, responseEnd, list.getEntriesByName("first-contentful-paint")[0].startTime]);
}).observe({ type: "paint", buffered: true }))"""


def main() -> None:
    """Serve the index, weigh and visit each query, with and without filters."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("index", type=Path)
    options.add_argument("corpus", type=Path)
    options.add_argument("--visits", type=int, default=9)
    given = options.parse_args()
    asked = queries(given.corpus)
    addresses = {name: f"/?{urlencode({'q': q})}" for name, q in asked.items()}
    addresses["everywhere, three filters"] = f"/?{urlencode([('q', asked['everywhere']), *_FILTERS])}"
    with _served(given.index), _chromium() as browser:
        print("| search | HTML, bytes | server, ms | first byte | last byte | first paint | from the start page |")
        print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
        for name, address in addresses.items():
            size, served = _fetch(address), _served_in(address, given.visits)
            straight = _medians([_visit(browser, [address]) for _ in range(given.visits)])
            onward = _medians([_visit(browser, ["/", address]) for _ in range(given.visits)])
            told = [f"{served:.0f}", *(f"{each:.0f}" for each in straight), f"{onward[2]:.0f}"]
            print(f"| {name} | {size:,} | {' | '.join(told)} |")


@contextmanager
def _served(index: Path) -> Iterator[None]:
    command: list[str | Path] = [
        Path(sys.executable).with_name("dateline"),
        "serve",
        "--index",
        index,
        "--port",
        str(_PORT),
    ]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        for _ in range(200):
            try:
                _fetch("/healthz")
            except OSError:
                time.sleep(0.1)
            else:
                break
        yield
    finally:
        server.terminate()
        server.wait()


@contextmanager
def _chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


def _fetch(address: str, **headers: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", _PORT)
    connection.request("GET", address, headers=headers)
    size = len(connection.getresponse().read())
    connection.close()
    return size


def _served_in(address: str, times: int) -> float:
    """Milliseconds of a page that is packed as browsers ask, without a browser: the median."""
    _calm()
    return 1000 * statistics.median(timed(lambda: _fetch(address, **{"Accept-Encoding": "gzip"})) for _ in range(times))


def _visit(browser: Browser, addresses: Sequence[str]) -> list[float]:
    """Milliseconds of the last of the addresses that are visited one after another."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    for address in addresses:
        _calm()
        page.goto(_HERE + address, wait_until="load")
    moments: list[float] = page.evaluate(_MOMENTS)
    context.close()
    return moments


def _calm() -> None:
    """Wait until others leave enough of the processors, though not for ever."""
    until = time.monotonic() + 3
    while time.monotonic() < until:
        before, idle_before = _ticks()
        time.sleep(0.15)
        after, idle_after = _ticks()
        if idle_after - idle_before >= 0.4 * (after - before):
            return


def _ticks() -> tuple[int, int]:
    """What all processors did since they run, and how much of that was nothing."""
    ticks = [int(each) for each in Path("/proc/stat").read_text(encoding="ascii").splitlines()[0].split()[1:9]]
    return sum(ticks), ticks[3] + ticks[4]


def _medians(visits: Sequence[Sequence[float]]) -> list[float]:
    return [statistics.median(each) for each in zip(*visits, strict=True)]


if __name__ == "__main__":
    main()
