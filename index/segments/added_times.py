"""When articles entered the index: seconds since 1970, in UTC, of the commit that showed each for the first time.

They are the commit's to know and not the segment's, for what stands in a segment depends on its articles alone. An
article that is read anew, because its file changed or the whole index is built anew, keeps its time. In the commit they
stand as runs: the articles that came with one commit, one after the other, take eight bytes together.
"""

from collections.abc import Sequence
from datetime import UTC, datetime

import numpy as np

from index.arrays.types import AnyIntArray, Int64Array

UNKNOWN = 0
"""Of articles that were loaded before times were kept."""

_LATEST = 253_402_300_799
"""The last second of the year 9999."""

PENDING = -1
"""Of articles that no commit shows yet."""


def stamped(added: Int64Array, now: int) -> Int64Array:
    """Times of which those that are pending are now."""
    return np.where(added == PENDING, now, added)


def newest(times: Sequence[Int64Array]) -> int:
    """The last of all times; `UNKNOWN` where there is none."""
    return max((int(each.max(initial=UNKNOWN)) for each in times), default=UNKNOWN)


def packed(added: Int64Array) -> Int64Array:
    """Times as runs: each time and how many articles in a row have it, flat."""
    begins = np.flatnonzero(np.diff(added, prepend=PENDING - 1))
    lengths = np.diff(begins, append=len(added))
    return np.stack([added[begins], lengths], axis=1).ravel()


def unpacked(runs: AnyIntArray, size: int) -> Int64Array:
    """The times of `size` articles. Raises `ValueError` for runs of another number of articles."""
    table = runs.astype(np.int64).reshape(-1, 2)
    times, counts = table[:, 0], table[:, 1]
    whole = table.min(initial=0) >= 0 and counts.max(initial=0) <= size and int(counts.sum()) == size
    if not whole or times.max(initial=0) > _LATEST:
        raise ValueError(f"these are no times of {size:,} articles")
    return np.repeat(times, counts)


def moment_of(seconds: int) -> datetime | None:
    """A time as such; None for one that is unknown."""
    return datetime.fromtimestamp(seconds, UTC) if seconds > UNKNOWN else None
