"""Builds Tantivy's index of a corpus: python -m bench.indexing_tantivy FOLDER CORPUS."""

import sys
from pathlib import Path

from bench.peers import Tantivy

if __name__ == "__main__":
    with Path(sys.argv[2]).open(encoding="utf-8") as articles:
        Tantivy(Path(sys.argv[1])).add(articles)
