"""Collect garbage less often while modules are imported and articles prepared, and not at the end of a process.

Python looks for cycles whenever some hundred objects more were made than let go, now and then through all that there
are, and through all of them again when the process ends: a tenth of the time of annotating, in which hardly a cycle is
made, and a third of that of indexing one article.
"""

import atexit
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


@contextmanager
def uncollected() -> Iterator[None]:
    """Never within a block, which makes what stays: modules, and what they define."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def end_uncollected() -> None:
    """From now on this process, when it ends, looks for no cycles in what the system takes back as a whole.

    A file that is still open in a cycle is not flushed then: close what is written (`with`).
    """
    atexit.register(gc.freeze)
