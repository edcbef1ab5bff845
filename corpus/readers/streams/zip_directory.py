"""Read the entries of a zip archive (PKWARE APPNOTE 6.3) one after the other, without holding the list of them.

The standard library makes an object of each entry before the first can be read, which takes .7 KiB for each.
"""

import struct
import zipfile
from collections.abc import Iterator
from typing import IO, NamedTuple

_END = struct.Struct("<4s4H2LH")
_END_64_PLACE = struct.Struct("<4sLQL")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_LONGEST_NOTE = 2**16
_ESCAPE = 0xFFFFFFFF
"""Stands for a number that is in the extra field, as it is too large."""
_WIDE = 1
_UTF8 = 0x800


class Directory(NamedTuple):
    """Where the list of the entries of an archive stands, and what is to be added to the places that it names."""

    place: int
    size: int
    shift: int


def directory_of(file: IO[bytes]) -> Directory:
    """The directory of an archive. Raises `BadZipFile` where there is none."""
    length = file.seek(0, 2)
    file.seek(max(0, length - _END.size - _LONGEST_NOTE))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or at + _END.size > len(tail):
        raise zipfile.BadZipFile("File is not a zip file")
    *_, size, place, _ = _END.unpack_from(tail, at)
    end = length - len(tail) + at
    if wide := _wide_end(file, end):
        end, size, place = wide
    shift = end - size - place
    if shift < 0:
        raise zipfile.BadZipFile("Bad offset for central directory")
    return Directory(place + shift, size, shift)


def _wide_end(file: IO[bytes], end: int) -> tuple[int, int, int] | None:
    """Where a directory of more than 4 GiB ends, its size and its place; None for one that is not said to be so."""
    if end < _END_64_PLACE.size:
        return None
    file.seek(end - _END_64_PLACE.size)
    mark, *_ = _END_64_PLACE.unpack(file.read(_END_64_PLACE.size))
    if mark != b"PK\x06\x07" or end < _END_64_PLACE.size + _END_64.size:
        return None
    begin = end - _END_64_PLACE.size - _END_64.size
    file.seek(begin)
    found = _END_64.unpack(file.read(_END_64.size))
    return (begin, found[-2], found[-1]) if found[0] == b"PK\x06\x06" else None


def entries_of(file: IO[bytes], directory: Directory) -> Iterator[zipfile.ZipInfo]:
    """The entries of an archive, in its order, with names as they are read without knowing their code page."""
    place, end = directory.place, directory.place + directory.size
    while place < end:
        file.seek(place)
        head = file.read(_ENTRY.size)
        if len(head) < _ENTRY.size or not head.startswith(b"PK\x01\x02"):
            raise zipfile.BadZipFile("Bad magic number for central directory")
        name, extra, note = struct.unpack_from("<3H", head, 28)
        yield _entry(head, file.read(name), file.read(extra), directory.shift)
        place += _ENTRY.size + name + extra + note


def _entry(head: bytes, name: bytes, extra: bytes, shift: int) -> zipfile.ZipInfo:
    _, _, _, flags, method, _, _, check, packed, size, *_, place = _ENTRY.unpack(head)
    info = zipfile.ZipInfo(name.decode("utf-8" if flags & _UTF8 else "cp437", "replace"))
    info.flag_bits, info.compress_type, info.CRC = flags, method, check
    wide = _wide_numbers(extra)
    info.file_size = next(wide, size) if size == _ESCAPE else size
    info.compress_size = next(wide, packed) if packed == _ESCAPE else packed
    info.header_offset = (next(wide, place) if place == _ESCAPE else place) + shift
    return info


def _wide_numbers(extra: bytes) -> Iterator[int]:
    """The numbers of 64 bits in an extra field, in their order."""
    while len(extra) > 4:  # noqa: PLR2004 - the head of a part of the field
        kind, size = struct.unpack_from("<2H", extra)
        if kind == _WIDE:
            yield from (number for (number,) in struct.iter_unpack("<Q", extra[4 : 4 + size // 8 * 8]))
            return
        extra = extra[4 + size :]


def opened_entry(file: IO[bytes], entry: zipfile.ZipInfo) -> zipfile.ZipExtFile:
    """The bytes of an entry, unpacked as they are read. Raises `BadZipFile` where it does not begin at its place.

    The file is at its disposal until it is read.
    """
    try:
        file.seek(entry.header_offset)
    except (OSError, ValueError, OverflowError) as fault:  # no file is as long
        raise zipfile.BadZipFile("Bad offset of a file") from fault
    head = file.read(_LOCAL.size)
    if len(head) < _LOCAL.size or not head.startswith(b"PK\x03\x04"):
        raise zipfile.BadZipFile("Bad magic number for file header")
    name, extra = _LOCAL.unpack(head)[-2:]
    file.seek(name + extra, 1)
    return zipfile.ZipExtFile(file, "r", entry)
