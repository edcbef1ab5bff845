"""How fast is the engine? Articles indexed a second and the nine queries of the synthetic corpus, beside Tantivy.

python -m bench.engine [--articles 20000] [--runs 7] [--generator PATH]

Both engines work in the same run: they index the same records, and answer each query in turn with its total, its best
twenty articles and the counts of three facets. Prints a table for bench/README.md.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.peers import Tantivy
from index.pipeline import refresh
from search.request import SearchRequest
from search.searcher import Searcher


def main() -> None:
    """Measure, and print what was measured."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--articles", type=int, default=20_000)
    options.add_argument("--runs", type=int, default=7)
    options.add_argument("--generator", type=Path, default=Path("../shared/bench/generate.py"))
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        corpus = Path(scratch, "corpus", "articles.jsonl")
        corpus.parent.mkdir()
        subprocess.run([sys.executable, given.generator, str(given.articles), corpus], check=True)
        measure(corpus, Path(scratch), given.articles, given.runs)


def measure(corpus: Path, scratch: Path, articles: int, runs: int) -> None:
    """Index and query one corpus with both engines."""
    tantivy = Tantivy(scratch / "tantivy")
    with corpus.open(encoding="utf-8") as lines:
        theirs = timed(lambda: tantivy.add(lines))
    ours = timed(lambda: refresh(scratch / "dateline", [corpus]))
    print(f"{articles:,} articles | Dateline | Tantivy | ratio\n--- | ---: | ---: | ---:")
    print(f"indexed a second | {articles / ours:,.0f} | {articles / theirs:,.0f} | {theirs / ours:.3f}")
    opened = timed(lambda: Searcher(scratch / "dateline").search(SearchRequest(q="")))
    print(f"first answer after opening, ms | {opened * 1000:,.0f} | |")
    searcher = Searcher(scratch / "dateline")
    queries = json.loads(corpus.with_name(corpus.name + ".queries.json").read_text(encoding="utf-8"))
    for name, query in queries.items():
        compare(name, query, searcher, tantivy, runs)


def compare(name: str, query: str, searcher: Searcher, tantivy: Tantivy, runs: int) -> None:
    """Time one query in both engines, in turn, and print the medians in milliseconds."""
    result = searcher.search(SearchRequest(q=query))
    total, _ = tantivy.search(query)
    if result.total != total:
        print(f"{name}: Dateline finds {result.total}, Tantivy {total}", file=sys.stderr)
    pairs = [
        (timed(lambda: searcher.search(SearchRequest(q=query))), timed(lambda: tantivy.search(query)))
        for _ in range(runs)
    ]
    ours, theirs = (statistics.median(side) * 1000 for side in zip(*pairs, strict=True))
    ratio = statistics.median(mine / other for mine, other in pairs)
    print(f"{name} ({result.total:,} match), ms | {ours:.1f} | {theirs:.2f} | {ratio:,.1f}")


def timed(work: Callable[[], object]) -> float:
    """Seconds that some work takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
