"""Read the files of an archive (zip, tar) as streams where they stand; nothing is written to disk."""

import io
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, cast

from corpus.errors import Refused
from corpus.readers.streams.archive_names import decoded_names, is_left_out
from corpus.readers.streams.budget import is_bomb
from corpus.readers.streams.packed import BUFFER, Unpacked, deeper
from corpus.readers.streams.part import ReadableFile
from corpus.refusal import Refusal

_ENCRYPTED = 1
_LARGEST_INNER = 256 * 2**20
"""In bytes: a zip archive within another is held in memory."""


def entries(part: ReadableFile) -> Iterator[ReadableFile | Refusal]:
    """The files of a zip archive, in its order; an entry that cannot be opened is a refusal.

    Left out is what is left out of a folder, and of a web archive (WACZ) all but its records. Raises `Refused` where
    it cannot be read.
    """
    part = deeper(part)
    with opened(part) as archive:
        listed = archive.infolist()
        named = [*zip(listed, decoded_names(listed), strict=True)]
        only = "archive/" if _is_wacz([name for _, name in named]) else ""
        for entry, name in named:
            if not name.endswith("/") and name.startswith(only) and _is_wanted(name):
                yield from _entry(archive, entry, part, name)


def opened(part: ReadableFile) -> zipfile.ZipFile:
    """The zip archive that a file is. Raises `Refused` where it is cut or damaged."""
    try:
        return zipfile.ZipFile(part.origin if part.entry is None and not part.inflated else _inner(part))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as fault:
        raise Refused(f"is a zip archive that is cut or damaged ({fault}); fetch it again") from fault


def _inner(part: ReadableFile) -> io.BytesIO:
    data = part.file.read(_LARGEST_INNER + 1)
    if len(data) > _LARGEST_INNER:
        raise Refused("is a large zip archive within another; unpack the outer one")
    return io.BytesIO(data)


def _is_wacz(names: list[str]) -> bool:
    return "datapackage.json" in names and any(name.startswith("archive/") and ".warc" in name for name in names)


def _is_wanted(name: str) -> bool:
    return _points_out(name) or not any(map(is_left_out, name.split("/")))


def _entry(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, part: ReadableFile, name: str
) -> Iterator[ReadableFile | Refusal]:
    path = _path(part, name)
    try:
        _check(entry, name)
        if part.entry is None:
            part.budget.place = entry.header_offset
        with archive.open(entry) as packed:
            stream = io.BufferedReader(Unpacked(packed, part.budget), BUFFER)
            yield replace(
                part, name=f"{part.name}/{name}", file=stream, size=entry.file_size, entry=path, inflated=False
            )
    except Refused as fault:
        yield Refusal(part.origin, None, str(fault), path)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as fault:
        yield Refusal(part.origin, None, f"cannot be unpacked ({fault}); unpack it with another program", path)


def tar_entries(part: ReadableFile) -> Iterator[ReadableFile | Refusal]:
    """The files of a tar archive, in its order, as `entries` gives those of a zip archive."""
    part = deeper(part)
    try:
        with tarfile.open(fileobj=cast("Any", part.file), mode="r|") as archive:
            for member in archive:
                name = member.name.encode("utf-8", "replace").decode().removeprefix("./")
                if not member.isfile() or not _is_wanted(name):
                    continue
                path = _path(part, name)
                if _points_out(name):
                    reason = "has a name that points out of the archive; pack it again with plain names"
                    yield Refusal(part.origin, None, reason, path)
                elif file := archive.extractfile(member):
                    stream = cast("Any", file)
                    yield replace(
                        part, name=f"{part.name}/{name}", file=stream, size=member.size, entry=path, inflated=False
                    )
    except (tarfile.TarError, EOFError) as fault:
        raise Refused(f"is a tar archive that is cut or damaged ({fault}); fetch it again") from fault


def _path(part: ReadableFile, name: str) -> str:
    return name if part.entry is None else f"{part.entry}/{name}"


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
