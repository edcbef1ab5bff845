"""Every table of speed in bench/README.md, for a corpus of one size: make bench ARTICLES=200000."""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.corpus import synthetic


def main() -> None:
    """Build both indexes, then ask them; each step in a process of its own, so that none carries another's memory."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=20_000)
    options.add_argument("--generator", type=Path, default=Path("../shared/bench/generate.py"))
    given = options.parse_args()
    corpus = synthetic(given.articles, given.generator)
    with tempfile.TemporaryDirectory() as scratch:
        dateline, tantivy = Path(scratch, "dateline"), Path(scratch, "tantivy")
        build = ["--articles", str(given.articles), "--keep", scratch, "--generator", str(given.generator)]
        _step("bench.indexing", *build)
        _step("bench.engine", dateline, corpus, tantivy)
        _step("bench.http", dateline, corpus, tantivy)
        _step("bench.commit", dateline, corpus)
        _step("bench.steps", corpus)
        _step("bench.steps", corpus, "--index", dateline, "--more", "1000")
        _step("bench.steps", corpus, "--index", dateline, "--near", "1000")
    _step("bench.building", "--articles", str(given.articles), "--generator", str(given.generator))
    if given.articles <= 20_000:
        _step("bench.stock", "--articles", str(given.articles), "--generator", str(given.generator))


def _step(module: str, *arguments: str | Path) -> None:
    subprocess.run([sys.executable, "-m", module, *arguments], check=True)


if __name__ == "__main__":
    main()
