"""Score the years inferred for undated articles, by the tables alone and with a classifier: `make bench-dating`.

python -m bench.dating [--data ../shared/data]

Prints a table for bench/dating.md. The witnesses play a user's dated articles; nothing shipped learned from them.
"""

import argparse
import gzip
import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from corpus.article import Article
from corpus.enrichment.dating import YearClassifier, infer

StoredFields = list[dict[str, Any]]


def main() -> None:
    """Measure, and print what was measured."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, default=Path("../shared/data"))
    data = options.parse_args().data
    asked = [record for record in read(data / "dates.jsonl.gz") if record["variant"] == "undated"]
    dated = read(data / "dates_witnesses.jsonl.gz")
    print("| | coverage | right when answered | within a year | articles/s | learning, s | model, MB |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for count in (0, 1_000, len(dated)):
        started = time.process_time()
        model = YearClassifier.train(
            (f"{each['title']}\n\n{each['text']}", int(each["published"][:4])) for each in dated[:count]
        )
        learning = time.process_time() - started
        size = len(model.to_bytes()) / 1e6 if model else 0
        name = f"{count:,} witnesses" if count else "text and tables alone"
        print(f"| {name} | {measured(asked, model)} | {learning:.0f} | {size:.1f} |")


def measured(asked: Sequence[dict[str, Any]], model: YearClassifier | None) -> str:
    """Coverage, share of right answers, of answers at most a year off, and speed, as cells of the table."""
    articles = [Article(each["id"], "", each["text"]) for each in asked]
    started = time.process_time()
    found = [infer(article, model) for article in articles]
    speed = len(articles) / (time.process_time() - started)
    apart = [
        abs(date.year - int(each["published"][:4]))
        for date, each in zip(found, asked, strict=True)
        if date and date.year
    ]
    shares = [len(apart) / len(asked), apart.count(0) / len(apart), sum(each <= 1 for each in apart) / len(apart)]
    return " | ".join([*(f"{share:.3f}" for share in shares), f"{speed:,.0f}"])


def read(path: Path) -> StoredFields:
    """The records of a compressed JSONL file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


if __name__ == "__main__":
    main()
