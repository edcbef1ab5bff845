"""Measure both engines in one run, on one machine: `python -m bench.clusters`. What it costs, not which is faster.

A cluster is for capacity and for survival: on one machine it does the same work in more processes. Without `--running`
it starts three nodes of its own. Processor time counts the client, its workers and all nodes; wall-clock times are
of use on a quiet machine alone.
"""

import argparse
import os
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import queries, synthetic
from cluster.connection import open_cluster
from cluster.indices import real_name
from cluster.loading import refresh as load
from cluster.mapping import BESIDE
from cluster.opening import open_engine
from index.ingest.pipeline import refresh
from search.engine import Engine
from search.types.request import SearchRequest
from tests.opensearch.nodes import Nodes

_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Cost:
    """What something took: seconds by the clock, of processors here and of those of the nodes."""

    seconds: float
    here: float
    nodes: float


def main() -> None:
    """Print what indexing and searching take with both engines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=15, help="how often each query is asked")
    parser.add_argument("--generator", type=Path, default=Path("../shared/bench/generate.py"))
    parser.add_argument("--running", metavar="FOLDER:PORT", help="a cluster that runs: `python -m tests.opensearch`")
    given = parser.parse_args()
    corpus = synthetic(given.articles, given.generator)
    if given.running:
        folder, _, port = given.running.rpartition(":")
        _measure(Nodes(Path(folder), port=int(port)), corpus, given.articles, given.rounds)
    else:
        with Nodes(Path(tempfile.gettempdir()) / "dateline-bench-19400", port=19400) as nodes:
            _measure(nodes, corpus, given.articles, given.rounds)


def _measure(nodes: Nodes, corpus: Path, articles: int, rounds: int) -> None:
    location = nodes.location(f"bench-{articles}")
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work) / "index"
        embedded = _cost(nodes, lambda: refresh(folder, [corpus.parent]))
        loaded = _cost(nodes, lambda: load(location, [corpus.parent], rebuild=True))
        print(f"\n{articles:,} articles | folder | cluster\n--- | ---: | ---:")
        print(f"built, s | {embedded.seconds:.1f} | {loaded.seconds:.1f}")
        for what, one, other in (("here", embedded.here, loaded.here), ("in the nodes", embedded.nodes, loaded.nodes)):
            print(f"ms of a processor an article, {what} | {_each(one, articles)} | {_each(other, articles)}")
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        print(f"bytes an article | {size / articles:,.0f} | {_stored(location) / articles:,.0f}")
        print(f"memory of the nodes together, MB | | {_memory(nodes) / 1e6:,.0f}")
        again = _cost(nodes, lambda: load(location)), _cost(nodes, lambda: refresh(folder))
        print(f"nothing changed, s | {again[1].seconds:.2f} | {again[0].seconds:.2f}")
        _searches(nodes, {"folder": open_engine(folder), "cluster": open_engine(location)}, corpus, rounds)


def _searches(nodes: Nodes, engines: dict[str, Engine], corpus: Path, rounds: int) -> None:
    print("\nquery | articles | folder: ms | of a processor | cluster: ms | of a processor here | in the nodes")
    print("--- | ---: | ---: | ---: | ---: | ---: | ---:")
    for name, q in queries(corpus).items():
        told = []
        total = {engine.search(SearchRequest(q=q)).total for engine in engines.values()}
        for where, engine in engines.items():
            costs = [_cost(nodes, lambda each=engine, q=q: each.search(SearchRequest(q=q))) for _ in range(rounds)]  # type: ignore[misc]
            # The clock of the kernel ticks each hundredth of a second: a sum of many, not a median.
            here, there = (1000 * sum(part) / rounds for part in zip(*((c.here, c.nodes) for c in costs), strict=True))
            wall = 1000 * statistics.median(cost.seconds for cost in costs)
            told.append(f"{wall:.1f} | {here:.1f}" + (f" | {there:.1f}" if where == "cluster" else ""))
        print(f"{name} | {' or '.join(f'{each:,}' for each in total)} | {' | '.join(told)}")


def _cost(nodes: Nodes, work: Callable[[], object]) -> Cost:
    before, begun, there = _here(), time.perf_counter(), _of_nodes(nodes)
    work()
    return Cost(time.perf_counter() - begun, _here() - before, _of_nodes(nodes) - there)


def _here() -> float:
    """Seconds of processors that this process and its children took, as far as these have ended."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def _of_nodes(nodes: Nodes) -> float:
    return sum((int(fields[11]) + int(fields[12])) / _TICKS for fields in _processes(nodes))


def _memory(nodes: Nodes) -> int:
    return sum(int(fields[21]) * _PAGE for fields in _processes(nodes))


def _processes(nodes: Nodes) -> list[list[str]]:
    pids = [(nodes.folder / f"node{number}" / "pid").read_text().split()[0] for number in range(nodes.nodes)]
    return [Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in pids]


def _stored(location: str) -> int:
    """The bytes of all indices of a name, without copies."""
    cluster = open_cluster(location)
    name = real_name(cluster)
    cluster.client.indices.flush(index=f"{name}*")
    stats = cluster.client.indices.stats(index=[name, *(f"{name}-{each}" for each in BESIDE)], metric="store")
    return int(stats["_all"]["primaries"]["store"]["size_in_bytes"])


def _each(seconds: float, articles: int) -> str:
    return f"{1000 * seconds / articles:.2f}"


if __name__ == "__main__":
    main()
