"""Tell how surely something is more frequent in one set than in another.

The log-likelihood ratio: Dunning, Accurate methods for the statistics of surprise and coincidence, Computational
Linguistics 19 (1993).
"""

from math import log


def surplus(count: int, size: int, total: int, total_size: int) -> float:
    """The log-likelihood ratio of `count` among `size` where `total` are among `total_size`, the set among them.

    0 where it is not more frequent in the set than outside of it.
    """
    others, rest = total - count, total_size - size
    if rest <= 0 or size <= 0 or count * rest <= others * size:
        return 0.0
    cells = ((count, total, size), (others, total, rest), (size - count, total_size - total, size))
    last = (rest - others, total_size - total, rest)
    return 2 * sum(found * log(found * total_size / (of * among)) for found, of, among in (*cells, last) if found > 0)
