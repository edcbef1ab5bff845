"""What a small commit to a large index costs.

python -m bench.commit INDEX CORPUS [--more 1000]

The whole command is measured: `dateline index FILE`, where the file holds further articles.
"""

import argparse
import json
import random
import statistics
import sys
import tempfile
from itertools import islice
from pathlib import Path

from bench.measure import run
from index.snapshots.snapshot import Snapshot

_DATELINE = Path(sys.executable).with_name("dateline")
_TIMES = 5


def main() -> None:
    """Add files of further articles, one after the other, and print the median."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("index", type=Path)
    options.add_argument("corpus", type=Path)
    options.add_argument("--more", type=int, default=1_000)
    given = options.parse_args()
    before = Snapshot(given.index).count
    with tempfile.TemporaryDirectory() as scratch:
        seconds = [add(given.index, given.corpus, Path(scratch, f"{time}.jsonl"), given.more) for time in range(_TIMES)]
    if Snapshot(given.index).count != before + _TIMES * given.more:
        sys.exit("the further articles are not in the index")
    print(f"\n{given.more:,} articles more, the whole command, s: {statistics.median(seconds):.2f}")


def add(location: Path, corpus: Path, further: Path, more: int) -> float:
    """Seconds that it takes to add as many articles of new ids, whose words stand in another order: no copies."""
    shuffle = random.Random(further.stem).shuffle  # noqa: S311 - not for secrets
    with corpus.open(encoding="utf-8") as lines, further.open("w", encoding="utf-8") as out:
        for line in islice(lines, more):
            article = json.loads(line)
            words = article["text"].split()
            shuffle(words)
            out.write(json.dumps({**article, "id": f"{further.stem}-{article['id']}", "text": " ".join(words)}) + "\n")
    seconds, _ = run([_DATELINE, "index", "--index", location, further])
    return seconds


if __name__ == "__main__":
    main()
