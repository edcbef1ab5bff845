"""Watch the folders of an index: the operating system tells of changes, or they are looked at again and again."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Event

from watchfiles import Change, watch

from corpus.readers.streams.archive_names import is_left_out
from index.storage.location import exists

_STEP_MS = 500
"""A batch of changes ends when nothing more changed for so long,"""
_DEBOUNCE_MS = 5_000
"""or after so long."""
_LOOK_MS = 1_000
"""How often roots are looked at that nobody tells about: files, and folders that are not there."""
_AGAIN = 10.0
"""Seconds after which folders are watched again that could not even be looked at."""
_POLL_MS = 3_000
"""How often all files are looked at where the system tells nothing."""


def changes(roots_now: Callable[[], Sequence[str]], location: Path | None, stop: Event) -> Iterator[None]:
    """One step at once, then one after each batch of changes below the roots of an index, until `stop` is set.

    `roots_now` gives the roots; `location` is that of the index, where it is a folder.

    Changes that come while the caller works on a step are told in the next one.
    """
    polling = False
    while not stop.is_set():
        roots = [Path(root) for root in roots_now()]
        try:
            yield from _steps(roots, location, stop, polling=polling)
        except (OSError, RuntimeError):
            if polling:
                stop.wait(_AGAIN)  # a disk that tells nothing for now
            polling = True  # more folders than the system is willing to watch, or a disk that tells nothing


def _steps(roots: Sequence[Path], location: Path | None, stop: Event, *, polling: bool) -> Iterator[None]:
    """Steps until another root can be watched than before."""
    folders = [root for root in roots if root.is_dir()]
    before = _looked_at(roots)
    for number, changed in enumerate(_batches(folders, location, stop, polling=polling)):
        if changed or number == 0:
            yield
        if _looked_at(roots) != before:
            return


def _batches(folders: Sequence[Path], location: Path | None, stop: Event, *, polling: bool) -> Iterator[bool]:
    """Whether something changed in the folders, after each batch of changes and now and then between."""
    if not folders:
        while not stop.wait(_LOOK_MS / 1000):
            yield False
        return
    found = watch(
        *folders,
        watch_filter=_Articles(folders, location),
        debounce=_DEBOUNCE_MS,
        step=_STEP_MS,
        stop_event=stop,
        rust_timeout=_LOOK_MS,
        yield_on_timeout=True,
        force_polling=polling or None,
        poll_delay_ms=_POLL_MS,
        ignore_permission_denied=True,
    )
    yield from map(bool, found)


class _Articles:
    """Whether a path may be that of an article: not of an index, nor hidden, below one of some folders."""

    def __init__(self, folders: Sequence[Path], location: Path | None) -> None:
        self._folders = sorted(folders, key=lambda folder: -len(folder.parts))
        self._location = location

    def __call__(self, _: Change, name: str) -> bool:
        path = Path(name)
        own = self._location is not None and path.is_relative_to(self._location)
        if own or exists(path.parent):
            return False
        folder = next((folder for folder in self._folders if path.is_relative_to(folder)), None)
        return folder is None or not any(map(is_left_out, path.relative_to(folder).parts))


def _looked_at(roots: Sequence[Path]) -> list[tuple[int, int] | None]:
    """What tells that a root changed which is no folder: a file's size and time, or that it came or went."""
    return [_state(root) for root in roots]


def _state(root: Path) -> tuple[int, int] | None:
    try:
        status = root.stat()
    except OSError:
        return None
    return (status.st_dev, status.st_ino) if root.is_dir() else (status.st_size, status.st_mtime_ns)
