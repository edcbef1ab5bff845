"""Score the order of results on judged queries, beside other engines; writes bench/relevance.md.

python -m bench.relevance [--data FOLDER]

Each figure is nDCG@10. What is tuned is judged on queries that it was not tuned on: by five-fold cross-validation.
"""

import argparse
import itertools
import random
import statistics
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

from bench import rankers
from cli.evaluation.collection import Collection, collection
from cli.evaluation.evaluation_run import asked, build
from cli.evaluation.run_files import Run
from cli.evaluation.significance_report import verdict
from search.execution import words
from search.ranking import candidates, feedback, proximity
from search.scoring import parameters
from search.searcher import Searcher

COLLECTIONS = ("time", "cranfield", "cacm")
FOLDS = 5
DRAWN = 20
"""Ways of drawing folds, over which medians are averaged: one way alone is half luck."""

PEERS: Mapping[str, rankers.Ranker] = {
    "stock Whoosh": rankers.whoosh,
    "Tantivy": rankers.tantivy_,
    "SQLite FTS5": rankers.sqlite,
    "bm25s": rankers.bm25s_,
}
GRID = list(itertools.product((0.1, 0.2, 0.3, 0.4), (0.1, 0.15, 0.2, 0.25)))
"""Weights of pairs and of expansion among which cross-validation chooses, the same for all collections."""

Scores = Mapping[str, float]
"""nDCG@10 of each query."""


def main() -> None:
    """Measure all, and write the tables."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, default=Path("../shared/data"))
    given = options.parse_args()
    judged = [collection(given.data / "relevance" / name) for name in COLLECTIONS]
    with tempfile.TemporaryDirectory() as scratch:
        report = "\n".join(tables(judged, Path(scratch)))
    path = Path(__file__).with_suffix(".md")
    before = path.read_text(encoding="utf-8").partition("<!-- measured -->")[0] if path.exists() else ""
    path.write_text(f"{before}<!-- measured -->\n{report}\n", encoding="utf-8")
    print(report)


def tables(judged: Sequence[Collection], scratch: Path) -> Iterator[str]:
    """The lines of the report."""
    ours = Ours(judged, scratch)
    yield from _heading("engine")
    for name, ranker in PEERS.items():
        yield _row(name, [_peer(each, ranker, scratch / f"{name} {each.folder.name}") for each in judged])
    yield _row("Dateline, `expand=0`", ours.scores(expand=False))
    yield _row("Dateline, as it is", ours.scores())
    yield _row("Dateline, `expand=1`", ours.scores(expand=True))
    yield _row("Dateline, its weights chosen on the other folds", _held_out(ours))
    yield from _heading("without one part")
    yield _row("as it is", ours.scores())
    yield _row("words alone: no pairs, no expansion, no meaning", ours.scores(pair=0, expand=False, meaning=False))
    yield _row("no expansion", ours.scores(expand=False))
    yield _row("no pairs", ours.scores(pair=0))
    yield _row("no meaning", ours.scores(meaning=False))
    yield _row("the title weighs as the text", ours.scores(title=1))
    yield _row("the title weighs twice", ours.scores(title=2))


class Ours:
    """Dateline over each collection, with parameters as they are or others."""

    def __init__(self, judged: Sequence[Collection], scratch: Path) -> None:
        self._judged = judged
        for each in judged:
            build(each, scratch / each.folder.name)
        self._searchers = [Searcher(scratch / each.folder.name) for each in judged]

    def scores(
        self,
        *,
        expand: bool | None = None,
        meaning: bool | None = None,
        pair: float = parameters.PAIR,
        share: float = parameters.EXPANSION_SHARE,
        title: float = parameters.WEIGHTS["title"],
    ) -> list[Scores]:
        """Of each collection."""
        with _set(pair, share, title):
            runs = [
                asked(judged, searcher, expand=expand, meaning=meaning)
                for judged, searcher in zip(self._judged, self._searchers, strict=True)
            ]
        return [_scores(run, judged) for run, judged in zip(runs, self._judged, strict=True)]


@contextmanager
def _set(pair: float, share: float, title: float) -> Iterator[None]:
    """Other parameters for a while."""
    weighing: list[ModuleType] = [words, candidates, feedback, proximity]
    with ExitStack() as stack:
        stack.enter_context(patch.object(proximity, "PAIR", pair))
        stack.enter_context(patch.object(feedback, "EXPANSION_SHARE", share))
        for module in weighing:
            stack.enter_context(patch.object(module, "WEIGHTS", {"title": title, "text": 1.0}))
        yield


def _peer(judged: Collection, ranker: rankers.Ranker, folder: Path) -> Scores:
    folder.mkdir()
    return _scores(ranker(judged, folder), judged)


def _scores(run: Run, judged: Collection) -> Scores:
    return {query: each.ndcg for query, each in verdict(run, judged.judgements).each.items()}


def _held_out(ours: Ours) -> list[Scores]:
    """The scores that each query has under the weights that are best for the queries of the other folds."""
    tried = [ours.scores(pair=pair, share=share) for pair, share in GRID]
    held: list[dict[str, float]] = [{} for _ in COLLECTIONS]
    folds = [_folds(scores, 0) for scores in tried[0]]
    for number in range(FOLDS):
        out = [set(each[number]) for each in folds]
        best = max(
            tried,
            key=lambda each: sum(
                statistics.mean(score for query, score in scores.items() if query not in left)
                for scores, left in zip(each, out, strict=True)
            ),
        )
        for kept, scores, left in zip(held, best, out, strict=True):
            kept.update({query: scores[query] for query in left})
    return list(held)


def _folds(scores: Scores, seed: int) -> list[list[str]]:
    queries = sorted(scores)
    random.Random(seed).shuffle(queries)  # noqa: S311 - no secret
    return [queries[first::FOLDS] for first in range(FOLDS)]


def _median(scores: Scores) -> float:
    """The median of the folds' means, averaged over ways of drawing folds."""
    return statistics.mean(
        statistics.median(statistics.mean(scores[query] for query in fold) for fold in _folds(scores, seed))
        for seed in range(DRAWN)
    )


def _heading(what: str) -> Iterator[str]:
    yield f"\n| {what} | TIME | folds | Cranfield | folds | CACM | folds |"
    yield "| --- " + "| ---: " * 6 + "|"


def _row(name: str, scores: Sequence[Scores]) -> str:
    cells = [f"{value:.3f}" for each in scores for value in (statistics.mean(each.values()), _median(each))]
    line = " | ".join([name, *cells])
    return f"| {line} |"


if __name__ == "__main__":
    main()
