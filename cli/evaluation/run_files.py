"""Rankings of many queries, and the form in which TREC exchanges them: query, Q0, article, rank, score, name."""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

from cli.evaluation.collection import BadCollection, lines

Run = Mapping[str, Sequence[str]]
"""Of each query its articles, the best first."""

_FIELDS = 6


def read_run(path: Path) -> Run:
    """The rankings of a file, in the order of their ranks. Raises `BadCollection`."""
    ranked: dict[str, dict[str, tuple[int, int]]] = {}
    for number, line in lines(path):
        fields = line.split()
        if len(fields) != _FIELDS or not fields[3].isdecimal() or not _is_number(fields[4]):
            raise BadCollection(f"{path}:{number}: {line[:60]!r} is no line of a run: query Q0 article rank score name")
        ranked.setdefault(fields[0], {}).setdefault(fields[2], (int(fields[3]), number))
    return {query: sorted(places, key=places.__getitem__) for query, places in ranked.items()}


def write_run(run: Run, path: Path) -> None:
    """Write rankings to a file. Raises `BadCollection` where an id has a space in it, which the form has no way for."""
    told: list[str] = []
    for query, ranking in run.items():
        if any(len(each.split()) != 1 for each in (query, *ranking)):
            raise BadCollection(f"{path} cannot be written: an id of the query {query!r} or its articles has a space")
        told += [f"{query} Q0 {article} {rank} {-rank} dateline\n" for rank, article in enumerate(ranking, 1)]
    try:
        path.write_text("".join(told), encoding="utf-8")
    except OSError as fault:
        raise BadCollection(f"{path} cannot be written ({fault})") from fault


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False
