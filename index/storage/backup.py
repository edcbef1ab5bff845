"""Copy an index as it stands at one commit, while it is searched and written; a backup is an index like any other."""

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from corpus.errors import DatelineError
from index.arrays.array_file import Arrays
from index.storage.commit_file import commit_stamp, read_commit
from index.storage.durable_storage import sync
from index.storage.files import ALIASES, ALIASES_LOG, COMMIT, DESCRIPTION, NOTES, NOTES_FILE, NOTES_LOG
from index.storage.location import damage_told, describe
from index.storage.lock import sole_writer
from index.storage.whoosh_table import table_name

_TRIES = 3
_OF_THE_COPY = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def backup(location: Path, destination: Path) -> int:
    """Copy the index at a location into a new folder; how many bytes that took.

    What is copied is verified. Nothing stands at the destination before it is whole. Raises `DatelineError` where
    something stands there already, and `NoIndex` where the index is damaged.
    """
    describe(location)
    if destination.exists() and (not destination.is_dir() or any(destination.iterdir())):
        raise DatelineError(f"{destination} exists already; name a new folder, or move that one away first")
    if location.resolve() in destination.resolve().parents:
        raise DatelineError(f"{destination} lies in the index; name a folder elsewhere, on another disk at best")
    for tries in range(_TRIES + 1):
        # Writers are asked to wait only where they commit again and again.
        with sole_writer(location) if tries == _TRIES else nullcontext(), _beside(destination) as beside:
            if _copied(location, beside):
                size = sum(path.stat().st_size for path in beside.iterdir())
                _put(beside, destination)
                return int(size)
    raise DatelineError(f"the index at {location} changes all the time; try again later")


@contextmanager
def _beside(destination: Path) -> Iterator[Path]:
    """A folder of our own beside the destination, which does not stay."""
    parent = destination.absolute().parent
    if not parent.is_dir():
        raise DatelineError(f"there is no folder {parent}; make it first")
    beside = parent / f".{destination.name}.{secrets.token_hex(4)}"
    beside.mkdir(0o700)
    try:
        yield beside
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _copied(location: Path, beside: Path) -> bool:
    """Copy all of a commit; whether it was still the last one then."""
    stamp = commit_stamp(location)
    with damage_told(location):
        try:
            _copy(location, beside)
        except FileNotFoundError:
            if commit_stamp(location) == stamp:
                raise
            return False
    return commit_stamp(location) == stamp == commit_stamp(beside)


def _copy(location: Path, beside: Path) -> None:
    """Notes first: an older one costs time, and a newer one than the commit would not be true."""
    for name in (*NOTES, ALIASES, ALIASES_LOG, NOTES_FILE, NOTES_LOG, DESCRIPTION):
        if (location / name).exists():
            _copy_file(location / name, beside / name)
    _copy_file(location / COMMIT, beside / COMMIT)
    commit = read_commit(beside)
    table = table_name(commit.number)
    if (location / table).exists():
        _copy_file(location / table, beside / table)
    for segment in commit.segments:
        _copy_file(segment.path(location), segment.path(beside))
        Arrays(segment.path(beside)).verify()
        segment.open(beside)
    describe(beside)


def _copy_file(source: Path, copy: Path) -> None:
    try:
        shutil.copyfile(source, copy)
    except OSError as fault:
        if fault.errno in _OF_THE_COPY:  # it names the file that is read
            raise OSError(fault.errno, fault.strerror, str(copy.parent.parent)) from fault
        raise
    shutil.copystat(source, copy)
    sync(copy)


def _put(beside: Path, destination: Path) -> None:
    sync(beside)
    os.replace(beside, destination)  # noqa: PTH105 - over an empty folder, too
    sync(destination.absolute().parent)
