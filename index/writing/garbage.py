"""Collect garbage less often while articles are prepared.

Python looks for cycles whenever some hundred objects more were made than let go, and now and then through all that
there are: a tenth of the time of annotating, in which hardly a cycle is made.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_OBJECTS, _YOUNG, _OLD = 10_000, 10, 10


def collect_seldom() -> None:
    """From now on, in this process."""
    gc.set_threshold(_OBJECTS, _YOUNG, _OLD)


@contextmanager
def collected_seldom() -> Iterator[None]:
    """Within a block; the process may be that of somebody else's program."""
    before = gc.get_threshold()
    collect_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
