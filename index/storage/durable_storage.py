"""Files that survive a power cut: Whoosh's directory storage with every commit flushed to the disk.

Whoosh makes a commit visible by renaming its table of contents into place, and never syncs. Here the files that the
commit names are synced first, then the table itself, then the directory: after a crash the index is the old or the
new one. The table ends with a checksum, which is looked at before it is believed.
"""

import os
import struct
import zlib
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage

BESIDE = ".new"
"""Ends the name of a file that is about to take the place of another."""

_TABLE = ".toc"
_SEAL = struct.Struct("<I8s")
_MAGIC = b"dateline"


class DurableStorage(FileStorage):  # type: ignore[misc]  # Whoosh has no annotations
    """A directory whose renames are durable."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self._unsynced: set[Path] = set()

    def create_file(self, name: str, **options: Any) -> Any:
        """Create a file and remember to sync it before the next rename."""
        self._unsynced.add(Path(self.folder, name))
        return super().create_file(name, **options)

    def open_file(self, name: str, **options: Any) -> Any:
        """Open a file. Raises `ValueError` where it is a table of contents and not as it was written."""
        if name.endswith(_TABLE):
            _check_seal(Path(self.folder, name))
        return super().open_file(name, **options)

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:  # noqa: FBT001, FBT002 - Whoosh's own
        """Rename a file once everything written before it is on the disk."""
        if newname.endswith(_TABLE):
            _seal(Path(self.folder, oldname))
        for path in self._unsynced:
            if path.exists():
                sync(path)
        self._unsynced.clear()
        super().rename_file(oldname, newname, safe=safe)
        sync(Path(self.folder))


def _seal(path: Path) -> None:
    with path.open("r+b") as file:
        checksum = zlib.crc32(file.read())
        file.write(_SEAL.pack(checksum, _MAGIC))


def _check_seal(path: Path) -> None:
    content = path.read_bytes()
    body, seal = content[: -_SEAL.size], content[-_SEAL.size :]
    if seal != _SEAL.pack(zlib.crc32(body), _MAGIC):
        raise ValueError(f"{path.name} is not as it was written")


def sync(path: Path) -> None:
    """Flush a file or a directory to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_durably(path: Path, content: bytes) -> None:
    """Replace a small file as a whole, or leave it as it was."""
    beside = path.with_name(path.name + BESIDE)
    beside.write_bytes(content)
    sync(beside)
    beside.replace(path)
    sync(path.parent)
