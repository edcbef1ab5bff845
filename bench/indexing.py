"""Measure how fast an index is built, in how much memory and room, beside Tantivy.

python -m bench.indexing [--articles 200000] [--keep FOLDER] [--generator PATH]

The whole command is measured, as a user runs it: `dateline index FILE`, with all its processes.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from bench.corpus import synthetic
from bench.measure import run, size

_DATELINE = Path(sys.executable).with_name("dateline")


def main() -> None:
    """Build, and print what it took."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--articles", type=int, default=200_000)
    options.add_argument("--keep", type=Path, help="where the indexes stay, for bench.engine")
    options.add_argument("--alone", action="store_true", help="without Tantivy")
    options.add_argument("--generator", type=Path, default=Path("../shared/bench/generate.py"))
    given = options.parse_args()
    corpus = synthetic(given.articles, given.generator)
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.keep or Path(scratch)
        print(f"{given.articles:,} articles | Dateline | Tantivy\n--- | ---: | ---:")
        build(corpus, folder, given.articles, alone=given.alone)


def build(corpus: Path, folder: Path, articles: int, *, alone: bool) -> None:
    """Both indexes, from nothing."""
    location = folder / "dateline"
    seconds, peak = run([_DATELINE, "index", "--index", location, corpus])
    cells = [f"{articles / seconds:,.0f}", f"{peak:,.0f}", f"{size(location):,.0f}"]
    theirs = ["", "", ""]
    if not alone:
        their_seconds, their_peak = run([sys.executable, "-m", "bench.indexing_tantivy", folder / "tantivy", corpus])
        theirs = [f"{articles / their_seconds:,.0f}", f"{their_peak:,.0f}", f"{size(folder / 'tantivy'):,.0f}"]
    names = ("articles a second", "most memory, MiB", "index, MiB")
    for name, mine, other in zip(names, cells, theirs, strict=True):
        print(f"{name} | {mine} | {other}")


if __name__ == "__main__":
    main()
