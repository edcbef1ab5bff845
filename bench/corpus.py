"""The synthetic corpus that speed is measured on: the generator writes the same articles for the same number."""

import json
import subprocess
import sys
from pathlib import Path

_DATA = Path(__file__).parent / "data"


def synthetic(articles: int, generator: Path) -> Path:
    """The file of so many articles, made if need be; queries stand beside it."""
    corpus = _DATA / str(articles) / "articles.jsonl"
    if not queries_of(corpus).exists():
        corpus.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run([sys.executable, generator, str(articles), corpus], check=True)
        queries_of(corpus).parent.mkdir(exist_ok=True)
        Path(f"{corpus}.queries.json").replace(queries_of(corpus))
    return corpus


def queries_of(corpus: Path) -> Path:
    """Where the queries of a corpus stand: beside its folder, as they are no article."""
    return corpus.parent.parent / f"{corpus.parent.name}.queries" / "queries.json"


def queries(corpus: Path) -> dict[str, str]:
    """The nine queries by name."""
    named: dict[str, str] = json.loads(queries_of(corpus).read_text(encoding="utf-8"))
    return named
