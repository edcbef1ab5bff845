"""Score the dates that pages state, beside htmldate alone: `make bench-dates`."""

import argparse
import gzip
import logging
import time
from collections.abc import Callable
from pathlib import Path

from htmldate import find_date

from corpus.errors import Refused
from corpus.extraction.extract import to_article
from corpus.readers.streams.decoding import decode
from corpus.record import ContentKind, Record

_LABELS = Path(__file__).parent / "dates.txt"


def main() -> None:
    """Print one line for each of the two, and the pages that ours gets wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of html/")
    folder = parser.parse_args().data / "html"
    logging.disable(logging.CRITICAL)
    rows = [line.split(": ") for line in _LABELS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    pages = {name: decode(gzip.decompress((folder / f"{name}.html.gz").read_bytes()), html=True) for name, _ in rows}
    for name, find in (("ours", _ours), ("htmldate", _htmldate)):
        _measured(name, find, pages, dict(row for row in rows))


def _measured(name: str, find: Callable[[str], str | None], pages: dict[str, str], labels: dict[str, str]) -> None:
    begun = time.perf_counter()
    found = {page: find(html) for page, html in pages.items()}
    seconds = time.perf_counter() - begun
    wrong = [page for page in pages if found[page] != labels[page]]
    right = 1 - len(wrong) / len(pages)
    print(f"{name}: {right:.3f} of {len(pages)} right to the day, {len(pages) / seconds:.0f} pages a second")
    for page in wrong:
        print(f"  {page}: {found[page]} instead of {labels[page]}")


def _ours(html: str) -> str | None:
    try:
        return to_article(Record("page", "page", None, ContentKind.HTML, html)).published.iso
    except Refused:
        return None


def _htmldate(html: str) -> str | None:
    return find_date(html, original_date=True)


if __name__ == "__main__":
    main()
