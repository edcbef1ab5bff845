"""Read the files of an archive (zip, tar) as streams where they stand; nothing is written to disk."""

import io
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO, Any, cast

from corpus.errors import Refused
from corpus.readers.streams.archive_names import code_page_of, decoded_name, is_left_out
from corpus.readers.streams.budget import is_bomb
from corpus.readers.streams.packed import BUFFER, Unpacked, deeper
from corpus.readers.streams.part import ReadableFile
from corpus.readers.streams.zip_directory import Directory, directory_of, entries_of, opened_entry
from corpus.refusal import Refusal

_ENCRYPTED = 1
_RECORDS = "archive/"
"""Where a web archive (WACZ) has its records."""
_LARGEST_INNER = 256 * 2**20
"""In bytes: a zip archive within another is held in memory."""


def entries(part: ReadableFile) -> Iterator[ReadableFile | Refusal]:
    """The files of a zip archive, in its order; an entry that cannot be opened is a refusal.

    Left out is what is left out of a folder, and of a web archive (WACZ) all but its records. Raises `Refused` where
    it cannot be read.
    """
    part = deeper(part)
    source = Path(part.origin) if part.entry is None and not part.inflated else _held(part)
    with _opened(source) as listing, _opened(source) as packed:
        try:
            directory = directory_of(listing)
            if next(entries_of(listing, directory), None) is None:
                raise Refused("is an archive without a file; leave it out, or fetch it again")
            code_page, is_web_archive = _told_by_names(listing, directory)
            for entry in entries_of(listing, directory):
                name = decoded_name(entry, code_page)
                wanted = not is_web_archive or name.startswith(_RECORDS)
                if wanted and not name.endswith("/") and _is_wanted(name):
                    yield from _entry(packed, entry, part, name)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error) as fault:
            raise Refused(f"is a zip archive that is cut or damaged ({fault}); fetch it again") from fault


def _opened(source: Path | bytes) -> IO[bytes]:
    return io.BytesIO(source) if isinstance(source, bytes) else source.open("rb")


def _told_by_names(file: IO[bytes], directory: Directory) -> tuple[str | None, bool]:
    """The code page of the names of an archive, and whether it is a web archive (WACZ)."""
    names = {"datapackage.json": False, _RECORDS: False}
    for entry in entries_of(file, directory):
        if entry.filename in names:
            names[entry.filename] = True
        elif entry.filename.startswith(_RECORDS) and ".warc" in entry.filename:
            names[_RECORDS] = True
    return code_page_of(entries_of(file, directory)), all(names.values())


def opened(part: ReadableFile) -> zipfile.ZipFile:
    """The zip archive that a file is. Raises `Refused` where it is cut or damaged."""
    try:
        return zipfile.ZipFile(part.origin if part.entry is None and not part.inflated else io.BytesIO(_held(part)))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as fault:
        raise Refused(f"is a zip archive that is cut or damaged ({fault}); fetch it again") from fault


def _held(part: ReadableFile) -> bytes:
    """The bytes of an archive that stands in another, in memory: its parts are not read in their order."""
    data = part.file.read(_LARGEST_INNER + 1)
    if len(data) > _LARGEST_INNER:
        raise Refused("is a large zip archive within another; unpack the outer one")
    return data


def _is_wanted(name: str) -> bool:
    return _points_out(name) or not any(map(is_left_out, name.split("/")))


def _entry(file: IO[bytes], entry: zipfile.ZipInfo, part: ReadableFile, name: str) -> Iterator[ReadableFile | Refusal]:
    path = _path(part, name)
    try:
        _check(entry, name)
        if part.entry is None:
            part.budget.place = entry.header_offset
        with opened_entry(file, entry) as packed:
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
