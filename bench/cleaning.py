"""Score the text that is kept of pages, and the dates found in them: `make bench-cleaning`."""

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean
from typing import Any

from bench.scores import scores, words
from bench.templates import templates
from corpus.article import Article
from corpus.errors import Refused
from corpus.extraction.extract import to_article
from corpus.readers.streams.decoding import decode
from corpus.record import ContentKind, Record

_NEARLY = 0.95


def main() -> None:
    """Print one line a measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of cleaning.jsonl.gz, html/ and dates.jsonl.gz")
    data = parser.parse_args().data
    pages = list(_rows(data / "cleaning.jsonl.gz"))
    _cleaned("plain text", pages, [(ContentKind.TEXT, page["dirty"]) for page in pages])
    html = [gzip.decompress((data / "html" / f"{page['id']}.html.gz").read_bytes()) for page in pages]
    _cleaned("HTML", pages, [(ContentKind.HTML, decode(page, html=True)) for page in html])
    news = list(_rows(data / "dates.jsonl.gz"))
    templates(pages, [row["text"] for row in news if row["variant"] == "undated"])
    _news(news)


def _cleaned(name: str, pages: list[dict[str, Any]], contents: list[tuple[ContentKind, str]]) -> None:
    begun = time.perf_counter()
    found = [_article(kind, content) for kind, content in contents]
    seconds = time.perf_counter() - begun
    found_scores = [
        scores(article.text if article else "", page["clean"]) for article, page in zip(found, pages, strict=True)
    ]
    precision, recall, f1 = map(fmean, zip(*found_scores, strict=True))
    nearly = fmean(score[2] >= _NEARLY for score in found_scores)
    print(
        f"{name}: token F1 {f1:.4f}, precision {precision:.4f}, recall {recall:.4f}, pages with F1 >= {_NEARLY}: "
        f"{nearly:.3f}, {len(pages) / seconds:.0f} pages a second"
    )


def _news(rows: list[dict[str, Any]]) -> None:
    """Clean articles lose nothing; those with a date line are dated, those without are not."""
    right = made_up = dated = total = lost = 0
    begun = time.perf_counter()
    for row in rows:
        article = _article(ContentKind.TEXT, row["text"])
        iso = article.published.iso if article else None
        if row["variant"] == "scraped":
            dated += 1
            right += iso == row["published"]
            continue
        made_up += iso is not None
        given = Counter(words(row["text"]))
        total += given.total()
        lost += (given - Counter(words(f"{article.title} {article.text}" if article else ""))).total()
    seconds = time.perf_counter() - begun
    print(
        f"news: {lost / total:.3%} of the words lost, {right / dated:.4f} of the stated dates right, "
        f"{made_up} made up, {len(rows) / seconds:.0f} articles a second"
    )


def _article(kind: ContentKind, content: str) -> Article | None:
    try:
        return to_article(Record("page", "page", None, kind, content))
    except Refused:
        return None


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


if __name__ == "__main__":
    main()
