"""Kill twenty runs at random moments and compare the indexes that come of it: `python -m bench.faults`."""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.newsroom import as_page, as_text, publication, story
from index.ingest.pipeline import refresh
from index.ingest.summary import Summary
from index.snapshots.integrity import faults
from search.searcher import Searcher
from search.types.request import Facet, SearchRequest

_SITES = 6
_QUERIES = ("treaty", "Oslo OR Lima", '"central bank"', "harbour -court", "title:strike", "year:2010..2019")
_RUN = """
import sys
from pathlib import Path
from index.ingest import loader
from index.ingest.pipeline import refresh
loader._CHECKPOINT = 0.5
refresh(Path(sys.argv[1]), [Path(sys.argv[2])])
"""


@dataclass(frozen=True, slots=True)
class Content:
    """All that an index answers: its articles, its facets, and what some queries find."""

    articles: tuple[str, ...]
    facets: str
    found: tuple[tuple[str, ...], ...]


def main() -> None:
    """Print what became of each kill."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--articles", type=int, default=1_200)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        wrong = 0
        for line, right in kills(Path(work), chosen.articles, chosen.kills, chosen.seed):
            print(line, flush=True)
            wrong += not right
    print(f"{chosen.kills} kills, {wrong} indexes that differ or are unsound")
    sys.exit(wrong > 0)


def kills(work: Path, articles: int, times: int, seed: int) -> Iterator[tuple[str, bool]]:
    """Kill a run and repeat it, a number of times; every second run goes over an index that holds a part already."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    folder, begun, whole, index = (work / name for name in ("news", "begun", "whole", "index"))
    write_newsroom(folder, 0, articles // 3)
    refresh(begun, [folder])
    write_newsroom(folder, articles // 3, articles)
    write_newsroom(folder, 0, articles // 30, "account")  # and some of the old ones change
    started = time.monotonic()
    subprocess.run([sys.executable, "-c", _RUN, str(whole), str(folder)], check=True)
    seconds = time.monotonic() - started
    undisturbed, summary = content(whole), refresh(whole)
    for number in range(times):
        shutil.rmtree(index, ignore_errors=True)
        if number % 2:
            shutil.copytree(begun, index)
        moment = chance.uniform(0.2, seconds)
        ended = _killed(index, folder, moment)
        sound = not (index / "dateline.json").exists() or not list(faults(index))
        again = refresh(index, [folder])
        same = content(index) == undisturbed and not list(faults(index)) and _adds_up(again, summary)
        then = f"{again.indexed:,} indexed, {again.unchanged:,} unchanged: {'the same' if same else 'ANOTHER'} index"
        how = f"{'ended before' if ended else 'killed after'} {moment:.2f} of {seconds:.1f} s"
        yield f"{how}: {'sound' if sound else 'UNSOUND'}; then {then}", sound and same


def _killed(index: Path, folder: Path, moment: float) -> bool:
    """Kill a run at a moment. Gives whether it had ended before."""
    process = subprocess.Popen([sys.executable, "-c", _RUN, str(index), str(folder)])
    try:
        process.wait(moment)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return False
    return True


def _adds_up(again: Summary, undisturbed: Summary) -> bool:
    refused = [(refusal.where, refusal.reason) for refusal in again.refusals]
    same = refused == [(refusal.where, refusal.reason) for refusal in undisturbed.refusals]
    return same and again.read == undisturbed.read


def content(index: Path) -> Content:
    """All that an index answers."""
    searcher = Searcher(index)
    everything = searcher.search(SearchRequest())
    found = (searcher.matches(SearchRequest(q=query)) for query in _QUERIES)
    return Content(
        tuple(sorted(map(repr, searcher.matches(SearchRequest())))),
        repr([everything.facets[facet] for facet in Facet]),
        tuple(tuple(sorted(document.article.id for document in each)) for each in found),
    )


def write_newsroom(folder: Path, first: int, last: int, word: str = "report") -> None:
    """Articles as a folder of texts, pages, an archive and lines, some of which are broken."""
    texts = {number: _text(number) for number in range(first, last)}
    for number, text in texts.items():
        site = folder / f"site-{number % _SITES}"
        site.mkdir(parents=True, exist_ok=True)
        (site / f"{number}.txt").write_text(text.replace("report", word), encoding="utf-8")
        if number % 20 == 0:
            page = as_page(publication(number % _SITES), story(number + 1_000_000), [])
            (site / f"{number}.html").write_text(page, encoding="utf-8")
        if number % 200 == 0:
            (site / f"empty-{number}.txt").write_bytes(b"")
    with zipfile.ZipFile(folder / f"archive-{first}.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(first, last, 10):
            archive.writestr(f"inner/{number}.txt", _text(number + 2_000_000) if number % 300 else "")
    for path in folder.rglob("*"):
        os.utime(path, (1e9 + first, 1e9 + last))


def _text(number: int) -> str:
    others = [story(number * 7 + place + 5_000_000) for place in range(4)]
    return as_text(publication(number % _SITES), story(number), others)


if __name__ == "__main__":
    main()
