"""Measure what researchers do with a result: lines, words that tell, searches side by side, the versions of a story.

python -m bench.desk INDEX CORPUS [--runs 9]

Milliseconds of the processor, medians, each done once before; so that others on the same machine count for less.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode

from bench.corpus import queries
from corpus.article import Article, Basis, PartialDate
from corpus.document import Document
from index.storage.location import create
from index.storage.lock import sole_writer
from index.writing.writer import IndexWriter
from search.searcher import Searcher
from search.types.concordance import LineOrder
from search.types.lineage import Against
from search.types.request import SearchRequest
from search.types.trend import Spread
from web.app import create_app

_VERSIONS = 20
_LONG = 1_200
"""Words of a story."""


def main() -> None:
    """Print tables."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("index", type=Path)
    options.add_argument("corpus", type=Path)
    options.add_argument("--runs", type=int, default=9)
    given = options.parse_args()
    searcher, asked = Searcher(given.index), queries(given.corpus)
    client = create_app(searcher).test_client()

    def clock(work: Callable[[], object]) -> str:
        return f"{_processor(work, given.runs):.0f}"

    print("| lines of | articles |", " | ".join(LineOrder), "| words | page | page by `left` |")
    print("| --- | ---: |", " | ".join("---:" for _ in LineOrder), "| ---: | ---: | ---: |")
    for name in ("rare", "middling", "common", "everywhere", "and", "phrase"):
        told = [
            f"{searcher.search(SearchRequest(q=asked[name])).total:,}",
            *(clock(lambda: _lines(searcher, asked[name], order)) for order in LineOrder),  # noqa: B023 - done at once
            clock(lambda: searcher.telling_words(SearchRequest(q=asked[name]))),  # noqa: B023
            clock(lambda: client.get(f"/?{urlencode({'q': asked[name], 'view': 'lines'})}")),  # noqa: B023
            clock(lambda: client.get(f"/?{urlencode({'q': asked[name], 'view': 'lines', 'by': 'left'})}")),  # noqa: B023
        ]
        print(f"| {name} | {' | '.join(told)} |")
    four = [asked[name] for name in ("common", "middling", "or", "everywhere")]
    for by in Spread:
        address = f"/compare?{urlencode([*zip(('q', 'q2', 'q3', 'q4'), four, strict=True), ('by', by)])}"
        compared = clock(lambda: searcher.compare([SearchRequest(q=q) for q in four], by))  # noqa: B023 - done at once
        print(f"four searches by {by}: {compared}, the page {clock(lambda: client.get(address))}")  # noqa: B023
    with tempfile.TemporaryDirectory() as place:
        story = _story(Path(place) / "index", searcher, asked["common"])
        for against in Against:
            print(f"{_VERSIONS} versions against {against}: {clock(lambda: story.lineage('v00', against))}")  # noqa: B023
        page = create_app(story).test_client()
        print("the page of them:", clock(lambda: page.get("/versions/v00")))


def _processor(work: Callable[[], object], runs: int) -> float:
    work()
    spent = []
    for _ in range(runs):
        started = time.process_time()
        work()
        spent.append(time.process_time() - started)
    return statistics.median(spent) * 1000


def _lines(searcher: Searcher, q: str, order: LineOrder) -> object:
    return searcher.concordance(SearchRequest(q=q, per_page=25, group=True), order)


def _story(location: Path, searcher: Searcher, q: str) -> Searcher:
    """An index of a long story that was changed nineteen times: words and sentences put in, taken out, exchanged."""
    words: list[str] = []
    for found in searcher.matches(SearchRequest(q=q)):
        words += found.article.text.split()
        if len(words) >= _LONG:
            break
    with sole_writer(location):
        create(location, "en")
        with IndexWriter(location, "en") as writer:
            for number, text in enumerate(_changed(words[:_LONG])):
                date = PartialDate(2019, 4, number + 1, Basis.STATED)
                writer.add(Document(Article(f"v{number:02}", "A story", text), (), (), date), f"{number}.txt", "")
    story = Searcher(location)
    assert story.lineage("v00").total == _VERSIONS  # noqa: S101 - else another thing is measured
    return story


def _changed(words: list[str]) -> Iterator[str]:
    chance = random.Random(7)  # noqa: S311
    for _ in range(_VERSIONS):
        yield " ".join(word + "." * (place % 22 == 21) for place, word in enumerate(words))
        at = chance.randrange(len(words) - 60)
        words[at : at + chance.randrange(12)] = chance.sample(words, chance.randrange(12))
        for place in chance.sample(range(len(words)), 6):
            words[place] = chance.choice(words)


if __name__ == "__main__":
    main()
