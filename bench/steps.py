"""What each step of a run costs: processor time and memory an article, and for a few articles more.

python -m bench.steps CORPUS [--index FOLDER] [--more 1000] [--near 1000]

One process does all of it, so that a step's time is its own; the time of a step within another counts for the inner
one. Memory is the most that the process has during a step, mapped files among it, where the step is one piece.
"""

import argparse
import importlib
import json
import os
import random
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import index.writing.workers
from index.ingest.pipeline import refresh
from index.snapshots.snapshot import Snapshot

_STEPS = {
    "reading": [("index.ingest.run_settings", "ReadSettings.items"), ("index.ingest.plan", "look_at")],
    "cleaning": [("index.ingest.annotating", "to_article")],
    "annotating": [("index.ingest.annotating", "annotate_all")],
    "analysing": [("index.segments.segment_builder", "SegmentBuilder.add")],
    "inverting": [("index.segments.segment_builder", "SegmentBuilder.write")],
    "merging": [("index.merging.merge_policy", "merge"), ("index.merging.merge_scheduler", "merge")],
    "linking": [("index.writing.writer", "link")],
    "settling": [("index.writing.writer", "settle")],
    "committing": [("index.storage.commit", "IndexCommit.commit")],
    "dating": [("index.ingest.pipeline", "redate")],
}
_WHOLE = ("merging", "linking", "settling", "committing", "dating")


class Meter:
    """Processor seconds, and the most memory, of each step."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self.peaks: dict[str, float] = defaultdict(float)
        self._running: list[str] = []
        self._since = time.process_time()

    def install(self) -> None:
        """Measure every call of the functions that do the steps."""
        for step, places in _STEPS.items():
            for module, path in places:
                *owners, name = path.split(".")
                owner: Any = importlib.import_module(module)
                for each in owners:
                    owner = getattr(owner, each)
                setattr(owner, name, self._measured(step, getattr(owner, name)))

    def enter(self, step: str) -> None:
        """A step begins, within the one that runs."""
        self._note()
        self._running.append(step)
        if step in _WHOLE:
            Path("/proc/self/clear_refs").write_text("5", encoding="ascii")

    def leave(self) -> None:
        """The step ends."""
        step = self._running[-1]
        self._note()
        self._running.pop()
        if step in _WHOLE:
            self.peaks[step] = max(self.peaks[step], peak())

    def _note(self) -> None:
        now = time.process_time()
        self.seconds[self._running[-1] if self._running else "the rest"] += now - self._since
        self._since = now

    def _measured(self, step: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def each(found: Iterator[Any]) -> Iterator[Any]:
            while True:
                self.enter(step)
                try:
                    item = next(found, None)
                finally:
                    self.leave()
                if item is None:
                    return
                yield item

        def measured(*given: Any, **named: Any) -> Any:
            self.enter(step)
            try:
                found = work(*given, **named)
            finally:
                self.leave()
            return each(found) if isinstance(found, Iterator) else found

        return measured


def main() -> None:
    """Build an index, or add to one, and print what each step took."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpus", type=Path)
    options.add_argument("--index", type=Path, help="an index of the corpus, which is not built then, but added to")
    options.add_argument("--more", type=int, default=0, help="so many further articles, of other words")
    options.add_argument("--near", type=int, default=0, help="so many near-duplicates of articles that are there")
    given = options.parse_args()
    index.writing.workers.processors = lambda: 1
    with tempfile.TemporaryDirectory() as scratch:
        location, paths = given.index or Path(scratch, "index"), [given.corpus]
        articles = Snapshot(location).count if given.index else 0
        if given.more or given.near:
            paths.append(further(given.corpus, Path(scratch, f"{os.getpid()}.jsonl"), given.more, given.near))
        meter = Meter()
        meter.install()
        begun = time.process_time()
        summary = refresh(location, paths)
        seconds = time.process_time() - begun
    print(f"\n{summary.indexed:,} articles into {articles:,}, load {os.getloadavg()[0]:.1f}")
    print("step | ms an article | s | most memory, MiB\n--- | ---: | ---: | ---:")
    for step in (*_STEPS, "the rest"):
        spent, most = meter.seconds[step], meter.peaks.get(step)
        print(f"{step} | {1000 * spent / summary.indexed:.3f} | {spent:.2f} | {'' if most is None else f'{most:,.0f}'}")
    print(f"all | {1000 * seconds / summary.indexed:.3f} | {seconds:.2f} | {peak():,.0f}")


def further(corpus: Path, out: Path, more: int, near: int) -> Path:
    """A file of articles with new ids: those with their words in another order, and those that lack some of them."""
    shuffle = random.Random(out.stem).shuffle  # noqa: S311 - not for secrets
    with corpus.open(encoding="utf-8") as lines, out.open("w", encoding="utf-8") as file:
        for at, line in enumerate(islice(lines, more + near)):
            article = json.loads(line)
            words = article["text"].split()
            if at < more:
                shuffle(words)
            else:
                words = [*words[: len(words) * 9 // 10], "and", "so", "it", "ends"]
            text = {"id": f"{out.stem}-{article['id']}", "text": " ".join(words)}
            file.write(json.dumps({**article, **text}) + "\n")
    return out


def peak() -> float:
    """The most memory of this process, MiB, since it was cleared."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:"))


if __name__ == "__main__":
    main()
