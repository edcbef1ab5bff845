"""Which files does an archive hold? Each is read as a stream where it stands; nothing is written to disk."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from lzma import LZMAError
from typing import TYPE_CHECKING, BinaryIO, cast

from corpus.errors import Refused
from corpus.readers.discovery import is_left_out
from corpus.readers.streams.budget import Budget, is_bomb
from corpus.readers.streams.part import ReadableFile
from corpus.refusal import Refusal

if TYPE_CHECKING:
    from typing_extensions import Buffer  # Python has it from 3.12

BUFFER = 2**16
"""The most that is looked at to recognise a format."""
_ENCRYPTED = 1


class _Unpacked(io.RawIOBase):
    """What comes out of a packed stream, counted; its faults are told in our words."""

    def __init__(self, packed: gzip.GzipFile | zipfile.ZipExtFile, budget: Budget) -> None:
        self._packed = packed
        self._budget = budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "Buffer", /) -> int:
        view = memoryview(buffer).cast("B")
        try:
            data = self._packed.read1(len(view))
        except EOFError as fault:
            raise Refused("is cut off; what stands before the cut is kept; fetch it again") from fault
        except (zlib.error, zipfile.BadZipFile, gzip.BadGzipFile, LZMAError, ValueError) as fault:
            raise Refused(f"is damaged: {fault}; fetch it again") from fault
        self._budget.spend(len(data))
        view[: len(data)] = data
        return len(data)


def inflated(part: ReadableFile) -> ReadableFile:
    """What a gzip stream holds, of however many members. Raises `Refused` for gzip within gzip."""
    if part.inflated:
        raise _nested()
    stream = io.BufferedReader(_Unpacked(gzip.GzipFile(fileobj=cast("BinaryIO", part.file)), part.budget), BUFFER)
    return replace(part, file=stream, size=None, inflated=True)


def entries(part: ReadableFile) -> Iterator[ReadableFile | Refusal]:
    """The files of a zip archive, in its order; an entry that cannot be opened is a refusal.

    Left out is what is left out of a folder. Raises `Refused` where it cannot be read, or stands within an archive.
    """
    if part.entry is not None or part.inflated:
        raise _nested()
    try:
        archive = zipfile.ZipFile(part.origin)
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as fault:
        raise Refused(f"is a zip archive that is cut or damaged ({fault}); fetch it again") from fault
    with archive:
        for entry in archive.infolist():
            name = entry.filename.replace("\\", "/")
            if not name.endswith("/") and (_points_out(name) or not any(map(is_left_out, name.split("/")))):
                yield from _entry(archive, entry, part, name)


def _entry(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, part: ReadableFile, name: str
) -> Iterator[ReadableFile | Refusal]:
    try:
        _check(entry, name)
        part.budget.place = entry.header_offset
        with archive.open(entry) as packed:
            stream = io.BufferedReader(_Unpacked(cast("zipfile.ZipExtFile", packed), part.budget), BUFFER)
            yield replace(part, name=f"{part.name}/{name}", file=stream, size=entry.file_size, entry=name)
    except Refused as fault:
        yield Refusal(part.origin, None, str(fault), name)
    except OSError:
        raise
    except Exception as fault:  # noqa: BLE001 - zipfile fails in many ways on entries that are not what they say
        yield Refusal(part.origin, None, f"cannot be unpacked ({fault}); unpack it with another program", name)


def _check(entry: zipfile.ZipInfo, name: str) -> None:
    if entry.flag_bits & _ENCRYPTED:
        raise Refused("is encrypted; unpack the archive with its password")
    if _points_out(name):
        raise Refused("has a name that points out of the archive; pack it again with plain names")
    if is_bomb(entry.compress_size, entry.file_size):
        raise Refused("unpacks to far more than its size, as a zip bomb does; unpack it if you trust it")


def _points_out(name: str) -> bool:
    """Whether a name is no plain path below the archive: nothing is written there, but no article is called so."""
    return not name or name.startswith("/") or ".." in name.split("/") or name[1:3] == ":/"


def _nested() -> Refused:
    return Refused("is an archive within an archive; unpack the outer one")
