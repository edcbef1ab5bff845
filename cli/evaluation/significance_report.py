"""What a run is worth, and whether it is better than another one or only luckier."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cli.evaluation.collection import Judgements
from cli.evaluation.measures import Measures, mean, measured
from cli.evaluation.run_files import Run

_FLIPS = 10_000


@dataclass(frozen=True, slots=True)
class Verdict:
    """The measures of each query, and their means."""

    each: Mapping[str, Measures]

    @property
    def mean(self) -> Measures:
        """Over all queries."""
        return mean(list(self.each.values()))


@dataclass(frozen=True, slots=True)
class Difference:
    """How far one run is above another one in one measure: on average, for each query, and by how much luck.

    `chance` is the probability of a mean as far from zero, were it by chance which run is the better one for a query.
    """

    mean: float
    each: Mapping[str, float]
    chance: float


def verdict(run: Run, judgements: Judgements) -> Verdict:
    """The measures of a run; a query without an answer has zero in all."""
    return Verdict({query: measured(run.get(query, ()), grades) for query, grades in judgements.items()})


def differences(ours: Verdict, theirs: Verdict) -> list[Difference]:
    """Of the same queries, for each of the measures in turn."""
    found = []
    for measure in range(len(Measures._fields)):
        each = {query: values[measure] - theirs.each[query][measure] for query, values in ours.each.items()}
        values = list(each.values())
        found.append(Difference(sum(values) / len(values), each, _chance(values)))
    return found


def _chance(values: Sequence[float]) -> float:
    """Fisher's randomization test, recommended by Smucker, Allan, Carterette (CIKM 2007); the same at every run."""
    draw = np.random.default_rng(7)
    observed = abs(sum(values)) - 1e-9
    as_far = 0
    for _ in range(_FLIPS):
        signs = draw.integers(0, 2, len(values)) * 2 - 1
        as_far += bool(abs(signs @ np.array(values)) >= observed)
    return (as_far + 1) / (_FLIPS + 1)
