"""Is a byte that changed on the disk noticed? `python -m bench.rot`: three hundred flips, one at a time."""

import argparse
import os
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from bench.faults import content, write_newsroom
from corpus.errors import DatelineError
from index.ingest.pipeline import refresh
from index.snapshots.integrity import damaged_notes, faults


class Outcome(StrEnum):
    """What became of a flipped bit."""

    REFUSED = "refused by a search"
    FOUND = "answers are the same, found by the check"
    UNSEEN = "answers are the same, not found"
    WRONG = "WRONG ANSWERS"
    RAISED = "NO ERROR OF OURS"


def main() -> None:
    """Print how many flips had which outcome, by file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--flips", type=int, default=300)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        counted = Counter(flips(Path(work), chosen.articles, chosen.flips, chosen.seed))
    for (outcome, kind), count in sorted(counted.items()):
        print(f"{count:5} {outcome}: {kind}")
    sys.exit(any(outcome in (Outcome.WRONG, Outcome.RAISED) for outcome, _ in counted))


def flips(work: Path, articles: int, times: int, seed: int) -> Iterator[tuple[Outcome, str]]:
    """Flip one bit in one file of a sound index, leaving its time, and put it right again; a number of times."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    folder, index = work / "news", work / "index"
    write_newsroom(folder, 0, articles)
    refresh(index, [folder])
    shutil.rmtree(folder / "site-0")
    refresh(index)  # some articles of its segment are gone
    whole = content(index)
    # Files are chosen as often as their size is large, small ones more often than that.
    files = [path for path in sorted(index.iterdir()) if path.is_file() and path.stat().st_size]
    weights = [path.stat().st_size ** 0.5 for path in files]
    for _ in range(times):
        [path] = chance.choices(files, weights)
        before, times_ = path.read_bytes(), path.stat()
        place, bit = chance.randrange(len(before)), 1 << chance.randrange(8)
        path.write_bytes(before[:place] + bytes([before[place] ^ bit]) + before[place + 1 :])
        os.utime(path, ns=(times_.st_atime_ns, times_.st_mtime_ns))
        yield _outcome(index, whole), path.suffix or path.name
        path.write_bytes(before)
        os.utime(path, ns=(times_.st_atime_ns, times_.st_mtime_ns))


def _outcome(index: Path, whole: object) -> Outcome:
    try:
        if content(index) != whole:
            return Outcome.WRONG
        return Outcome.FOUND if [*faults(index), *damaged_notes(index)] else Outcome.UNSEEN
    except DatelineError:
        return Outcome.REFUSED
    except Exception:  # noqa: BLE001 - what is counted
        return Outcome.RAISED


if __name__ == "__main__":
    main()
