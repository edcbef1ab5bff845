"""Measure how many pages a second are read and cleaned, and in how much memory: `python -m bench.ingest`."""

import argparse
import itertools
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from bench.measure import run
from bench.newsroom import as_page, as_text, publication, story
from corpus.extraction.extract import to_article
from corpus.readers.discovery import SourceFile, discover
from corpus.readers.records import records
from corpus.record import ContentKind, Record
from index.ingest.boilerplate_samples import BoilerplateSamples
from index.ingest.plan import look_at
from index.ingest.run_settings import ReadSettings
from index.writing.workers import processors

_SITES = 50
_OTHERS = 12
_AT_ONCE = 200
_ALONE = 500
"""Pages that trafilatura takes alone."""


def main() -> None:
    """Print the figures of a folder of texts, of one of web pages, and of trafilatura alone on some of the pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000, help="half of them texts, half of them web pages")
    parser.add_argument("--folder", type=Path, help="measure this folder; what the others are measured with")
    chosen = parser.parse_args()
    if chosen.folder:
        print(_ingested(chosen.folder), file=sys.stderr)
        return
    half = chosen.articles // 2
    with tempfile.TemporaryDirectory() as work:
        for kind, written in ((ContentKind.TEXT, _text), (ContentKind.HTML, _page)):
            folder = Path(work, kind)
            _write(folder, half, written)
            seconds, peak = run([sys.executable, "-m", "bench.ingest", "--folder", folder])
            rate = half / seconds
            print(f"{kind}: {half:,} articles, {rate:,.0f} a second on {processors()} cores, peak {peak:,.0f} MiB")
        pages = sorted(Path(work, ContentKind.HTML).rglob("*.html"))[:_ALONE]
        for name, each in (("trafilatura alone", _extract), ("ours", _clean)):
            each(pages[0])  # what is imported on the way is not counted
            begun = time.process_time()
            for page in pages:
                each(page)
            print(f"{name}: {1000 * (time.process_time() - begun) / len(pages):.1f} ms of a processor for a page")


def _ingested(folder: Path) -> str:
    """Read and clean a folder as a run does, without annotating and writing."""
    begun = time.perf_counter()
    sources = [item for item in discover(folder) if isinstance(item, SourceFile)]
    samples = BoilerplateSamples()
    look_at(sources, samples, ReadSettings())
    counted = time.perf_counter() - begun
    with ProcessPoolExecutor(processors()) as workers:
        waiting = []
        words = 0
        for chunk in _chunks(sources, samples):
            waiting.append(workers.submit(_cleaned, chunk))
            if len(waiting) > processors() * 2:
                words += waiting.pop(0).result()
        words += sum(each.result() for each in waiting)
    spent = sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    told = f"{folder.name}: lines counted in {counted:.1f} of {time.perf_counter() - begun:.1f} s"
    return f"{told}, {1000 * spent / len(sources):.1f} ms of a processor each, {words:,} words"


def _chunks(sources: Sequence[SourceFile], samples: BoilerplateSamples) -> Iterator[list[Record]]:
    read = (
        samples.with_repeated_lines(item) for source in sources for item in records(source) if isinstance(item, Record)
    )
    while chunk := list(itertools.islice(read, _AT_ONCE)):
        yield chunk


def _cleaned(chunk: Sequence[Record]) -> int:
    return sum(to_article(record).text.count(" ") for record in chunk)


def _clean(page: Path) -> object:
    return to_article(Record("page", "page", None, ContentKind.HTML, page.read_text(encoding="utf-8")))


def _extract(page: Path) -> object:
    from trafilatura import bare_extraction  # noqa: PLC0415 - the peer

    return bare_extraction(page.read_text(encoding="utf-8"), include_comments=False, with_metadata=True)


def _write(folder: Path, count: int, written: Callable[[int], tuple[str, str]]) -> None:
    for number in range(count):
        name, content = written(number)
        path = folder / f"site-{number % _SITES}" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


def _text(number: int) -> tuple[str, str]:
    others = [story(10_000_000 + number * 7 + place) for place in range(_OTHERS)]
    return f"{number}.txt", as_text(publication(number % _SITES), story(number), others)


def _page(number: int) -> tuple[str, str]:
    others = [story(20_000_000 + number * 7 + place) for place in range(_OTHERS)]
    return f"{number}.html", as_page(publication(number % _SITES), story(5_000_000 + number), others)


if __name__ == "__main__":
    main()
