"""One writer at a time: the second waits, and is told when it waited in vain. A dead process holds no lock."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.errors import DatelineError
from index.storage.durable_storage import sync
from index.storage.files import LOCK

WAIT = 60.0
"""Seconds that a second writer waits for the first."""


class IndexBusy(DatelineError):  # noqa: N818 - it reads as a sentence where it is raised
    """Another process is writing to the index."""


@contextmanager
def sole_writer(location: Path, wait: float = WAIT) -> Iterator[None]:
    """Hold the right to write to a location, which is made if need be. Raises `IndexBusy` after `wait` seconds."""
    make_folder(location)
    with held(location / LOCK, wait):
        yield


def make_folder(location: Path) -> None:
    """Make the folder of an index, which its owner alone may enter, unless it is there."""
    if not location.is_dir():
        location.mkdir(0o700, parents=True, exist_ok=True)
        sync(location.parent)


@contextmanager
def held(path: Path, wait: float) -> Iterator[None]:
    """Hold the lock of a file, alone among threads and processes. Raises `IndexBusy` after `wait` seconds."""
    from whoosh.util.filelock import FileLock, try_for  # noqa: PLC0415 - whoever only searches has no use for Whoosh

    lock = FileLock(str(path))
    if not try_for(lock.acquire, timeout=wait, delay=0.1):
        raise IndexBusy(
            f"another process has been writing to the index at {path.parent} for {wait:.0f} s; try again later"
        )
    try:
        yield
    finally:
        lock.release()
