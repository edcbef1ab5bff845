"""Time the engine beside Tantivy in the same run: queries with facets, best articles, snippets and opening.

python -m bench.engine INDEX CORPUS TANTIVY [--runs 15]

Each engine answers each query in turn. Engine level: the total, the best twenty and the three facets, no text.
"""

import argparse
import os
import sys
from pathlib import Path

from bench.corpus import queries
from bench.measure import memory, paired, timed
from bench.peers import Tantivy
from index.snapshots.snapshot import Snapshot
from search.answers.answer import answer
from search.execution.executor import execute
from search.execution.ordering import Ordered, page_of
from search.facets.facet_counts import FacetCounts
from search.highlighting.hits import hits
from search.query.question_cache import question_of
from search.searcher import Searcher
from search.types.request import Facet, SearchRequest, Sort
from search.types.result import FacetValue

THREE = (Facet.ENTITY, Facet.COUNTRY, Facet.YEAR)
"""The facets that the peers have, too."""


def main() -> None:
    """Measure an index that is there, and print tables."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("index", type=Path)
    options.add_argument("corpus", type=Path)
    options.add_argument("tantivy", type=Path)
    options.add_argument("--runs", type=int, default=15)
    given = options.parse_args()
    measure(given.index, given.corpus, Tantivy(given.tantivy), given.runs)


def measure(location: Path, corpus: Path, tantivy: Tantivy, runs: int) -> None:
    """Print what was measured, as the tables of bench/README.md."""
    before = memory(os.getpid(), "Pss_Anon")
    first = timed(lambda: Searcher(location).search(SearchRequest(q="")))
    print(f"\nfirst answer after opening: {first * 1000:.0f} ms")
    opened = Searcher(location)
    word = timed(lambda: opened.search(SearchRequest(q=queries(corpus)["common"])))
    rest = timed(opened.verify_unread)
    print(f"first answer for a word: {word * 1000:.0f} ms; verifying the rest: {rest * 1000:.0f} ms\n")
    snapshot = Snapshot(location)
    print(
        "query | matches | Dateline, ms | Tantivy, ms | ratio | best 20 alone, ms | Tantivy, ms | ratio | ten hits, ms"
    )
    print("--- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---:")
    for name, query in queries(corpus).items():
        print(row(name, SearchRequest(q=query), snapshot, tantivy, runs))
    print(f"\nmemory of this process beyond mapped files: {memory(os.getpid(), 'Pss_Anon') - before:.0f} MiB more")


def row(name: str, request: SearchRequest, snapshot: Snapshot, tantivy: Tantivy, runs: int) -> str:
    """One query's line."""
    total, _ = faceted(request, snapshot)
    their_total, _ = tantivy.search(request.q)
    if total != their_total:
        print(f"{name}: Dateline finds {total}, Tantivy {their_total}", file=sys.stderr)
    whole = paired(lambda: faceted(request, snapshot), lambda: tantivy.search(request.q), runs)
    top = paired(lambda: best(request, snapshot), lambda: tantivy.best(request.q), runs)
    found = answer(request, snapshot)
    page = page_of(found.left, Sort.RELEVANCE, snapshot, start=0, count=10)
    shown, _, _ = paired(lambda: hits(page, found.tree, snapshot), lambda: None, runs)
    cells = [f"{total:,}", *_cells(whole), *_cells(top), f"{shown:.2f}"]
    return " | ".join([name, *cells])


def faceted(request: SearchRequest, snapshot: Snapshot) -> tuple[int, list[list[FacetValue]]]:
    """Total, best twenty and three facets with their values and exact counts."""
    found = answer(request, snapshot)
    found.ranked(request, snapshot).page(request, snapshot)
    counts = [FacetCounts(facet, found.narrowed.countable[facet], request, snapshot).top() for facet in THREE]
    return len(found.left.doc_ids), counts


def best(request: SearchRequest, snapshot: Snapshot) -> Ordered:
    """The best twenty alone."""
    matches = execute(question_of(request.q, snapshot).all_words, snapshot)
    return page_of(matches, Sort.RELEVANCE, snapshot, start=0, count=20)


def _cells(measured: tuple[float, float, float]) -> list[str]:
    ours, theirs, ratio = measured
    return [f"{ours:.2f}", f"{theirs:.2f}", f"{ratio:.2f}"]


if __name__ == "__main__":
    main()
