"""Which files stand under a path."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import NothingToRead
from corpus.readers.streams.archive_names import is_left_out
from corpus.refusal import Refusal


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read: `path` is `root` / `name`, both absolute, and `name` identifies it under its root."""

    path: Path
    root: Path
    name: str
    size: int
    mtime_ns: int


def discover(path: Path) -> Iterator[SourceFile | Refusal]:
    """The files under a path, sorted by name, or the file that it is.

    Hidden entries and README files met on the way are left out; files of every other name are given, so that reading
    can say why it refuses one. What cannot be looked at is a refusal, and the walk goes on. Raises `NothingToRead`
    where there is nothing at the path.
    """
    root = path.absolute()
    try:
        status = root.stat()
    except OSError as fault:
        raise NothingToRead(f"{path} cannot be read: {fault.strerror}; name a file or folder that exists") from fault
    if stat.S_ISDIR(status.st_mode):
        yield from _walk(root)
    else:
        yield _source(root, root.parent, status)


def _walk(root: Path) -> Iterator[SourceFile | Refusal]:
    seen: set[tuple[int, int]] = set()
    waiting = [root]
    while waiting:
        path = waiting.pop()
        try:
            status = path.stat()
            if not stat.S_ISDIR(status.st_mode):
                yield _source(path, root, status)
            elif (identity := (status.st_dev, status.st_ino)) not in seen:
                seen.add(identity)  # each folder once, so that a link to a folder above ends there
                waiting += _entries(path)
        except OSError as fault:
            yield Refusal(_printable(path), None, f"cannot be read: {fault.strerror}; check its permissions")


def _entries(folder: Path) -> list[Path]:
    """What stands in a folder, last name first; a folder's name sorts with its slash, as the names below it do."""
    with os.scandir(folder) as entries:
        named = [(entry.name + "/" * _is_folder(entry), entry.name) for entry in entries if not is_left_out(entry.name)]
    return [folder / name for _, name in sorted(named, reverse=True)]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _source(path: Path, root: Path, status: os.stat_result) -> SourceFile | Refusal:
    if not stat.S_ISREG(status.st_mode):
        return Refusal(_printable(path), None, "is not a regular file; leave it out")
    if _printable(path) != str(path):
        return Refusal(_printable(path), None, "has a name that is not UTF-8; rename it")
    return SourceFile(path, root, path.relative_to(root).as_posix(), status.st_size, status.st_mtime_ns)


def _printable(path: Path) -> str:
    """A path with replacement characters for the bytes of its name that are not UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace")
