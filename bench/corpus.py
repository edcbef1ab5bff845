"""The synthetic corpus that speed is measured on: a generator writes the same articles for the same number."""

import json
import subprocess
import sys
from pathlib import Path

from bench.zipf_articles import write

_DATA = Path(__file__).parent / "data"


def synthetic(articles: int, generator: Path) -> Path:
    """The file of so many articles, made if need be; queries stand beside it.

    Without the generator that is named, ours writes the articles: figures of different generators do not compare.
    """
    ours = not generator.is_file()
    if ours:
        print(f"{generator} is missing: bench.zipf_articles writes the articles", file=sys.stderr)
    corpus = _DATA / f"{'zipf_articles' if ours else generator.stem}-{articles}" / "articles.jsonl"
    if not queries_of(corpus).exists():
        corpus.parent.mkdir(parents=True, exist_ok=True)
        if ours:
            write(articles, corpus)
        else:
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
