"""Do readers see whole commits, while one process writes after another? `python -m bench.beside --seconds 60`."""

import argparse
import os
import signal
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from corpus.article import Article, PartialDate
from corpus.document import Document
from index.snapshots.integrity import faults
from index.storage.location import create
from index.storage.lock import sole_writer
from index.writing.writer import IndexWriter
from search.searcher import Searcher
from search.types.request import SearchRequest

_READERS, _WRITERS = 3, 2
_AT_ONCE = 20
"""Articles of each commit, which all have its number: a reader that sees some of them must see all."""
_KEPT = 15
"""Commits whose articles are there at once."""


@dataclass(slots=True)
class Seen:
    """What readers saw: how many answers, how many commits, and what was wrong."""

    answers: int = 0
    commits: set[str] = field(default_factory=set)
    wrong: Counter[str] = field(default_factory=Counter)


def main() -> None:
    """Print what was seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        seen = beside(Path(work) / "index", chosen.seconds)
    told = f"{seen.answers:,} answers from {len(seen.commits):,} commits in {chosen.seconds:.0f} s"
    print(f"{told}, wrong: {dict(seen.wrong)}")
    sys.exit(bool(seen.wrong))


def beside(location: Path, seconds: float) -> Seen:
    """Write with two processes, which wait for each other, and read with three threads, for so long."""
    with sole_writer(location):
        create(location, "en")
        with IndexWriter(location, "en") as writer:
            _add(writer, 0)
    writers = [_fork(location, number) for number in range(_WRITERS)]
    seen, searcher, until = Seen(), Searcher(location), time.monotonic() + seconds
    readers = [threading.Thread(target=_read, args=(searcher, seen, until)) for _ in range(_READERS)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    for child in writers:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    seen.wrong.update(faults(location))
    return seen


def _fork(location: Path, number: int) -> int:
    child = os.fork()
    if child == 0:
        try:
            _write(location, number + 1)
        finally:
            os._exit(1)
    return child


def _write(location: Path, number: int) -> None:
    """Add articles, and remove those of an earlier commit, until this process is killed."""
    while True:
        with sole_writer(location), IndexWriter(location, "en") as writer:
            _add(writer, number)
            writer.remove(f"{number - _KEPT * _WRITERS}-{each}" for each in range(_AT_ONCE))
        number += _WRITERS


def _add(writer: IndexWriter, number: int) -> None:
    for each in range(_AT_ONCE):
        article = Article(f"{number}-{each}", f"Talks {number}", f"Envoys met for talks, commit{number} of them.")
        writer.add(Document(article, (), (), PartialDate(None)), f"{number}.txt", "")


def _read(searcher: Searcher, seen: Seen, until: float) -> None:
    while time.monotonic() < until:
        try:
            generation = searcher.generation
            found = searcher.search(SearchRequest(q="envoys", per_page=100))
            total = len(list(searcher.matches(SearchRequest(q="talks"))))
        except Exception as fault:  # noqa: BLE001 - what is counted
            seen.wrong[repr(fault)] += 1
            continue
        if found.total % _AT_ONCE or total % _AT_ONCE or not total:
            seen.wrong["a part of a commit"] += 1
        seen.commits.add(generation)
        seen.answers += 2


if __name__ == "__main__":
    main()
