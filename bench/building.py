"""What building and small commits cost, beside Tantivy: the rows of one table, each with its command.

python -m bench.building [--articles 200000] [--data ../shared/data] [--generator PATH]

Whole commands are measured, as a user runs them, with all their processes: by the clock, which wants a quiet machine,
and in processor time, which does not. The machine's load stands beside each.
"""

import argparse
import gzip
import os
import resource
import sys
import tempfile
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from bench.corpus import synthetic
from bench.measure import run, size
from bench.steps import further

_DATELINE = Path(sys.executable).with_name("dateline")
_REAL = 10_000
_MORE = 1_000


class Cost(NamedTuple):
    """Seconds by the clock and of the processor, most memory (MiB), and how busy the machine was."""

    seconds: float
    processor: float
    peak: float
    load: float


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--articles", type=int, default=200_000)
    options.add_argument("--data", type=Path, default=Path("../shared/data"))
    options.add_argument("--generator", type=Path, default=Path("../shared/bench/generate.py"))
    given = options.parse_args()
    corpus = synthetic(given.articles, given.generator)
    print("what | figure | processor, s | most memory, MiB | load | command\n--- | ---: | ---: | ---: | ---: | ---")
    with tempfile.TemporaryDirectory() as scratch:
        _built(corpus, given.articles, Path(scratch))
        _added(corpus, given.articles, Path(scratch))
        if given.data.is_dir():
            _real(given.data / "dates_witnesses.jsonl.gz", Path(scratch))


def _built(corpus: Path, articles: int, scratch: Path) -> None:
    ours, theirs = scratch / "index", scratch / "tantivy"
    mine = _measured([_DATELINE, "index", "--index", ours, corpus])
    other = _measured([sys.executable, "-m", "bench.indexing_tantivy", theirs, corpus])
    command = "dateline index CORPUS"
    _row(f"{articles:,} synthetic articles, × Tantivy's rate", f"{other.seconds / mine.seconds:.2f}", mine, command)
    _row("the same, articles a second", f"{articles / mine.seconds:,.0f}", mine, command)
    _row("the same, Tantivy", f"{articles / other.seconds:,.0f}", other, "python -m bench.indexing_tantivy")
    _row("index, bytes an article, × Tantivy", f"{size(ours) / size(theirs):.2f}", mine, command)


def _added(corpus: Path, articles: int, scratch: Path) -> None:
    """Further articles, each time into what stands there by then."""
    for name, more, near in (
        (f"{_MORE:,} more, s", _MORE, 0),
        (f"{_MORE:,} near-duplicates more, s", 0, _MORE),
        ("one more, s", 1, 0),
    ):
        file = further(corpus, scratch / f"{name.partition(' ')[0]}-{more}-{near}.jsonl", more, near)
        cost = _measured([_DATELINE, "index", "--index", scratch / "index", file])
        _row(f"{name}, into {articles:,}", f"{cost.seconds:.2f}", cost, "dateline index FILE")


def _real(packed: Path, scratch: Path) -> None:
    corpus = scratch / "real.jsonl"
    with gzip.open(packed, "rt", encoding="utf-8") as lines:
        corpus.write_text("".join(islice(lines, _REAL)), encoding="utf-8")
    indexed = _measured([_DATELINE, "index", "--index", scratch / "real", corpus])
    _row(f"{_REAL:,} real articles, a second", f"{_REAL / indexed.seconds:,.0f}", indexed, "dateline index REAL")
    annotated = _measured([_DATELINE, "annotate", corpus])
    ratio = annotated.processor / indexed.processor
    _row("annotate, processor time × that of index", f"{ratio:.2f}", annotated, "dateline annotate REAL")


def _measured(command: list[str | Path]) -> Cost:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds, peak = run(command)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(seconds, spent, peak, os.getloadavg()[0])


def _row(what: str, figure: str, cost: Cost, command: str) -> None:
    print(f"{what} | {figure} | {cost.processor:.1f} | {cost.peak:,.0f} | {cost.load:.1f} | `{command}`", flush=True)


if __name__ == "__main__":
    main()
