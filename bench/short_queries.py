"""Short queries: whether expansion and nearness in meaning help a query of one to four words.

    python -m bench.short_queries ../shared/data

No judged collection here has such queries. So each query is cut down to its rarest words, in their order, which are
what a user would have typed who types little; the judgements stay. Prints the mean nDCG@10.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from cli.evaluation.collection import Collection, collection
from cli.evaluation.evaluation_run import build
from cli.evaluation.measures import measured
from index.snapshots.snapshot import Snapshot
from search.scoring.idf import idf
from search.scoring.parameters import WEIGHTS
from search.searcher import Searcher
from search.types.request import Match, SearchRequest

_COLLECTIONS = ("time", "cranfield", "cacm")
_WORDS = range(1, 5)
_RANKED = 100


def main(data: Path) -> None:
    """Print the figures."""
    print("collection  match  words  neither  meaning  expansion  both")
    for name in _COLLECTIONS:
        judged = collection(data / "relevance" / name)
        with tempfile.TemporaryDirectory() as scratch:
            build(judged, Path(scratch))
            for line in _lines(judged, Path(scratch)):
                print(f"{name:11} {line}", flush=True)


def _lines(judged: Collection, location: Path) -> Iterator[str]:
    searcher, snapshot = Searcher(location), Snapshot(location)
    for match in (Match.ANY, Match.ALL):
        for words in _WORDS:
            short = {name: _rarest(text.lower(), words, snapshot) for name, text in judged.queries.items()}
            found = (
                _mean(judged, short, searcher, match, expand=expand, meaning=meaning)
                for expand, meaning in ((False, False), (False, True), (True, False), (True, True))
            )
            yield f"{match:6} {words:5}  " + "  ".join(f"{each:.4f}" for each in found)


def _rarest(query: str, words: int, snapshot: Snapshot) -> str:
    """So many words of a query, those that the fewest articles have, in their order."""
    rarity = dict[str, tuple[float, int, str]]()
    for place, word in enumerate(query.split()):
        for term in snapshot.analyzer.terms(word)[:1]:
            rarity.setdefault(term, (idf(snapshot, WEIGHTS, term), place, word))
    chosen = sorted(rarity.values(), reverse=True)[:words]
    return " ".join(word for _, _, word in sorted(chosen, key=lambda each: each[1]))


def _mean(
    judged: Collection, queries: dict[str, str], searcher: Searcher, match: Match, *, expand: bool, meaning: bool
) -> float:
    total = 0.0
    for name, query in queries.items():
        request = SearchRequest(q=query, match=match, expand=expand, meaning=meaning)
        total += measured(searcher.ranking(request, _RANKED), judged.judgements[name]).ndcg
    return total / len(queries)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
