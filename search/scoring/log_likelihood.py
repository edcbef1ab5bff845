"""Tell how surely something is more frequent in one set than in another.

The log-likelihood ratio: Dunning, Accurate methods for the statistics of surprise and coincidence, Computational
Linguistics 19 (1993).
"""

import numpy as np

from index.arrays.types import Float64Array, Int64Array


def surplus(counts: Int64Array, size: int, totals: Int64Array, total_size: int) -> Float64Array:
    """The log-likelihood ratio of `counts` among `size` where `totals` are among `total_size`, the set among them.

    float64 of their shape: -1 where something is not more frequent in the set than outside of it, and 0 everywhere
    where there is no outside.
    """
    here, there = counts.astype(np.float64), (totals - counts).astype(np.float64)
    rest = total_size - size
    if rest <= 0:
        return np.zeros(len(here))
    with_it, without = here + there, total_size - here - there
    ratio = 2 * sum(
        _times_log(found, of * among / total_size)
        for found, of, among in (
            (here, with_it, size),
            (there, with_it, rest),
            (size - here, without, size),
            (rest - there, without, rest),
        )
    )
    return np.where(here * rest > there * size, ratio, -1.0)


def _times_log(found: Float64Array, expected: Float64Array) -> Float64Array:
    return np.where(found > 0, found * np.log(np.maximum(found, 1) / np.maximum(expected, 1e-9)), 0.0)
