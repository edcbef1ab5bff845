"""Files that survive a power cut: written beside, flushed to the disk, and put in their place by one rename."""

import os
import zlib
from pathlib import Path

BESIDE = ".new"
"""Ends the name of a file that is about to take the place of another."""

_SEAL = b"\n# crc32 %08x\n"
_SEAL_SIZE = len(_SEAL % 0)


def sync(path: Path) -> None:
    """Flush a file or a directory to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_durably(path: Path, content: bytes) -> None:
    """Replace a small file as a whole, or leave it as it was."""
    write_beside(path, content)
    put_in_place(path)


def write_beside(path: Path, content: bytes) -> None:
    """Write what is to replace a file, on the disk; nothing is left of it where that fails."""
    beside = path.with_name(path.name + BESIDE)
    try:
        beside.write_bytes(content)
        sync(beside)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def put_in_place(path: Path) -> None:
    """Let what was written beside a file take its place."""
    path.with_name(path.name + BESIDE).replace(path)
    sync(path.parent)


def sealed(content: bytes) -> bytes:
    """Content with a last line that has its checksum."""
    return content + _SEAL % zlib.crc32(content)


def unsealed(content: bytes) -> bytes:
    """What was sealed. Raises `ValueError` where it is not as it was."""
    body, seal = content[:-_SEAL_SIZE], content[-_SEAL_SIZE:]
    if seal != _SEAL % zlib.crc32(body):
        raise ValueError("it is not as it was written")
    return body
