"""Unpack compressed streams (gzip, bzip2, xz, Zstandard) as they are read."""

import bz2
import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import zstandard

from corpus.errors import Refused
from corpus.readers.streams.budget import Budget
from corpus.readers.streams.part import ReadableFile

if TYPE_CHECKING:
    from typing_extensions import Buffer  # Python has it from 3.12

BUFFER = 2**16
"""The most that is looked at to recognise a format."""
DEEPEST = 4
"""How many archives may stand within each other."""
_ARCHIVE, _PACKED = 2, 1
"""What an archive counts, and what is packed without being one: a packed tar is hardly more than an archive."""


class Unpacked(io.RawIOBase):
    """What comes out of a packed stream, counted; its faults are told in our words."""

    def __init__(self, packed: Any, budget: Budget) -> None:
        self._packed = packed
        self._budget = budget

    def readable(self) -> bool:
        """As every such stream is."""
        return True

    def readinto(self, buffer: "Buffer", /) -> int:
        """Unpack the next bytes. Raises `Refused` where they are damaged or too many."""
        view = memoryview(buffer).cast("B")
        try:
            data = self._packed.read1(len(view))
        except EOFError as fault:
            raise Refused("is cut off; what stands before the cut is kept; fetch it again") from fault
        except (zlib.error, zipfile.BadZipFile, lzma.LZMAError, zstandard.ZstdError, ValueError) as fault:
            raise Refused(f"is damaged: {fault}; fetch it again") from fault
        except OSError as fault:
            if fault.errno is not None:
                raise
            raise Refused(f"is damaged: {fault}; fetch it again") from fault
        self._budget.spend(len(data))
        view[: len(data)] = data
        return len(data)


def _gzip(file: Any) -> Any:
    return gzip.GzipFile(fileobj=file)


def _zstandard(file: Any) -> Any:
    return zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True)


PACKINGS: Mapping[bytes, Callable[[Any], Any]] = {
    b"\x1f\x8b": _gzip,
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ\0": lzma.LZMAFile,
    b"\x5d\0\0": lzma.LZMAFile,
    b"\x28\xb5\x2f\xfd": _zstandard,
}
"""The ways in which a stream is packed, by its first bytes."""


def unpacked(part: ReadableFile) -> ReadableFile:
    """What a packed stream holds, of however many members. Raises `Refused` where too many stand within each other."""
    start = part.file.peek(BUFFER)
    packing = next(each for mark, each in PACKINGS.items() if start.startswith(mark))
    stream = io.BufferedReader(Unpacked(packing(cast("Any", part.file)), part.budget), BUFFER)
    return replace(deeper(part, _PACKED), file=stream, size=None, inflated=True)


def deeper(part: ReadableFile, weight: int = _ARCHIVE) -> ReadableFile:
    """The same within one more archive, or packed once more. Raises `Refused` where that is too deep."""
    if part.depth >= DEEPEST * _ARCHIVE:
        raise Refused(f"is an archive within {DEEPEST} others; unpack the outer ones")
    return replace(part, depth=part.depth + weight)
