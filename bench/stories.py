"""The real articles of the shared data that near-duplicates are looked for among."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Text(NamedTuple):
    """An article's words."""

    id: str
    title: str
    text: str


def texts(data: Path) -> Iterator[Text]:
    """Each article of the three files once; of those given with and without a date line, the one without."""
    for name in ("dates", "dates_witnesses", "countries"):
        with gzip.open(data / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                if record["id"].endswith("#scraped"):
                    continue
                title, _, body = record["text"].partition("\n\n")
                if "title" in record:
                    title, body = record["title"], record["text"]
                yield Text(record["id"], title, body or title)
