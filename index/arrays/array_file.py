"""One file of named arrays, mapped into memory: what a segment is kept in.

    head       magic, version
    arrays     each begins at a multiple of 64 bytes
    directory  JSON: what the file says of itself, and each array's type, place, length and checksum
    tail       place, length and checksum of the directory, version, magic

The tail stands last, so that a file cut short anywhere has none. On opening, tail and directory are checked against the
file; `verify` also reads every array. After `verify_later` each is read when it is first asked for; of a large one,
whose directory has a checksum for each MiB, no more than what is asked for by place. `verify_unread` reads the rest.
"""

import json
import mmap
import os
import struct
import tempfile
import zlib
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import IO, Any

import numpy as np

from corpus.errors import DatelineError
from index.arrays.types import AnyIntArray, Int64Array
from index.arrays.unread import PART, Unread

VERSION = 1


_MAGIC = b"dateline"
_HEAD = struct.Struct("<8sI")
_TAIL = struct.Struct("<QQII8s")
_ALIGNMENT = 64
_IN_MEMORY = 1 * 2**20
_READ_AT_ONCE = 8 * 2**20
"""Bytes that are verified before their memory is let go: a multiple of the page size of every system."""
_DTYPES = frozenset(np.dtype(code).str for code in ("u1", "<u2", "<u4", "<u8", "i1", "<i2", "<i4", "<i8", "<f4", "<f8"))
_WIDE, _NARROW = np.dtype("<i8"), np.dtype("<u4")


class Damaged(DatelineError):  # noqa: N818 - it reads as a sentence where it is raised
    """A file of arrays that is not whole."""


class _Stream:
    """An array while it grows: in memory as long as it is small, then in a nameless file."""

    def __init__(self, dtype: np.dtype[Any], folder: Path) -> None:
        self.dtype = dtype
        self.count = 0
        self.checksum = 0
        self.most = 0
        self.file: IO[bytes] = tempfile.SpooledTemporaryFile(_IN_MEMORY, dir=str(folder))  # noqa: SIM115 - closed by the writer

    def extend(self, values: AnyIntArray) -> None:
        if self.dtype == _WIDE:
            self.most = max(self.most, int(values.max(initial=0)))
        data = np.ascontiguousarray(values, dtype=self.dtype).view(np.uint8).data
        self.checksum = zlib.crc32(data, self.checksum)
        self.count += values.size
        self.file.write(data)

    def copy(self, out: IO[bytes]) -> list[int]:
        """Write what was gathered; offsets, which are gathered in eight bytes, in four where they fit.

        The checksums of its parts.
        """
        self.file.seek(0)
        parts: list[int] = []
        if self.dtype != _WIDE or self.most > np.iinfo(_NARROW).max:
            while chunk := self.file.read(PART):
                parts.append(zlib.crc32(chunk))
                out.write(chunk)
            return parts
        self.checksum = 0
        while chunk := self.file.read(PART * _WIDE.itemsize // _NARROW.itemsize):
            data = np.frombuffer(chunk, _WIDE).astype(_NARROW).tobytes()
            self.checksum = zlib.crc32(data, self.checksum)
            parts.append(zlib.crc32(data))
            out.write(data)
        self.dtype = _NARROW
        return parts


class ArrayWriter:
    """Writes one file. Arrays may grow side by side; nothing stands at `path` before `close`.

    Arrays of int64 hold no negative numbers, and are uint32 in the file where their numbers fit.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._streams: dict[str, _Stream] = {}

    def extend(self, name: str, values: AnyIntArray, dtype: Any = None) -> None:
        """Append to an array, which has the type of its first values unless one is given."""
        stream = self._streams.get(name)
        if stream is None:
            stream = self._streams[name] = _Stream(np.dtype(dtype or values.dtype), self.path.parent)
        stream.extend(values)

    def close(self, about: Mapping[str, Any]) -> None:
        """Put the file together; `about` is what it says of itself, as JSON."""
        directory: dict[str, Any] = {"about": about, "arrays": {}, "parts": {}}
        with self.path.open("wb") as file:
            file.write(_HEAD.pack(_MAGIC, VERSION))
            for name, stream in self._streams.items():
                file.write(bytes(-file.tell() % _ALIGNMENT))
                place = file.tell()
                parts = stream.copy(file)
                if len(parts) > 1:
                    directory["parts"][name] = parts
                directory["arrays"][name] = [stream.dtype.str, place, stream.count, stream.checksum]
            listing = json.dumps(directory, separators=(",", ":")).encode()
            file.write(bytes(-file.tell() % _ALIGNMENT))
            place = file.tell()
            file.write(listing + _TAIL.pack(place, len(listing), zlib.crc32(listing), VERSION, _MAGIC))
        self.cancel()

    def cancel(self) -> None:
        """Let go of what was written."""
        for stream in self._streams.values():
            stream.file.close()
        self._streams.clear()


def checksum_of(path: Path) -> int:
    """The checksum in the tail of a file: that of its directory, and so of all that it holds. Raises `Damaged`."""
    file = os.open(path, os.O_RDONLY)  # each request asks: a buffer would take longer than all the rest
    try:
        os.lseek(file, -_TAIL.size, os.SEEK_END)
        return int(_TAIL.unpack(os.read(file, _TAIL.size))[2])
    except (OSError, struct.error) as fault:
        raise Damaged(f"{path.name} is not whole ({fault})") from fault
    finally:
        os.close(file)


class Arrays:
    """The arrays of one file, read-only. Raises `Damaged` where the file is not whole or of another version."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            directory = self._directory()
        except FileNotFoundError:
            raise
        except (OSError, ValueError, struct.error, RecursionError) as fault:
            raise Damaged(f"{path.name} is not whole ({fault})") from fault
        self.about: Mapping[str, Any] = directory["about"]
        self._places: Mapping[str, tuple[str, int, int, int]] = directory["arrays"]
        self._directory_place, _, self.checksum, *_ = self._tail()
        self._end = len(self._map) - _TAIL.size
        self._views: dict[str, AnyIntArray] = {}
        for name in self._places:
            self._views[name] = self._view(name)
        self._parts: Mapping[str, list[int]] = directory.get("parts", {})
        self._unread = Unread({}, {}, Damaged)

    def __getitem__(self, name: str) -> AnyIntArray:
        if name in self._unread.names:
            self._read_first(name)
        return self._views[name]

    def range(self, name: str, first: int, last: int) -> AnyIntArray:
        """Numbers `first` to `last` (excluded) of an array, of which the others may never have been read."""
        if name in self._unread.names:
            self._unread.read_range(name, first, last)
        return self._views[name][first:last]

    def take(self, name: str, places: Int64Array) -> AnyIntArray:
        """The numbers at some ascending places of an array, likewise."""
        if name in self._unread.names:
            self._unread.read_at(name, places)
        return self._views[name][places]

    def rows(self, name: str, width: int, places: Int64Array) -> AnyIntArray:
        """The same of an array that is a table of rows: of shape (places, width). A part holds whole rows."""
        if name in self._unread.names:
            self._unread.read_at(name, places * width)
        return self._views[name].reshape(-1, width)[places]

    def __contains__(self, name: str) -> bool:
        return name in self._views

    def length(self, name: str) -> int:
        """How many numbers an array has."""
        return self._places[name][2]

    def is_verified(self, *names: str) -> bool:
        """Whether nothing of some arrays is left to be read against its checksum."""
        return self._unread.names.isdisjoint(names)

    def verify(self) -> None:
        """Read every array against its checksum, and what stands between them, which is nothing. Raises `Damaged`."""
        self._verify_gaps()
        for name in self._places:
            self._verify(name)
        self.release()

    def _verify_gaps(self) -> None:
        end = _HEAD.size
        for name, (_, place, _, _) in self._places.items():
            if any(self._map[end:place]):
                raise _damaged(self.path, name)
            end = place + self._views[name].nbytes
        if any(self._map[end : self._directory_place]):
            raise Damaged(f"{self.path.name} is damaged after its last array")

    def verify_later(
        self, unless: Collection[str] = (), *, told: Callable[[Damaged], Exception] = lambda fault: fault
    ) -> None:
        """Read each array against its checksum when it is first asked for, some excepted.

        That may raise what `told` makes of a `Damaged`.
        """
        checksums = {name: self._checksums_of(name) for name in self._places.keys() - set(unless)}
        # It must not know these arrays: the file is let go with the last reference to them.
        path = self.path
        self._unread = Unread(self._views, checksums, lambda name: told(_damaged(path, name)))

    def verify_unread(self) -> bool:
        """Read what nobody has asked for since `verify_later`, and hold no memory for it; whether there was anything.

        Raises what asking for it would raise.
        """
        names = list(self._unread.names)
        for name in names:
            self._read_first(name)
            self.release(name)
        return bool(names)

    def _read_first(self, name: str) -> None:
        """Read what is left of an array; of a large one hold no memory for what was read."""
        place, size = self.place(name)
        for begin, end in self._unread.read(name):
            if size > _READ_AT_ONCE:
                self._release(place + begin, place + end)

    def _checksums_of(self, name: str) -> list[int]:
        """Those of the parts of an array; its own where the file has none, as earlier versions wrote none."""
        found = self._parts.get(name, [])
        if found and len(found) != -(-self._views[name].nbytes // PART):
            raise _damaged(self.path, name)
        return found or [self._places[name][3]]

    def place(self, name: str) -> tuple[int, int]:
        """Where an array stands in the file, and how many bytes it takes."""
        return self._places[name][1], self._views[name].nbytes

    def release(self, name: str | None = None) -> None:
        """Let the system take back the memory of what was read, or of one array; it is read again from the file."""
        place, size = (0, len(self._map)) if name is None else self.place(name)
        self._release(place, place + size)

    def _verify(self, name: str) -> None:
        """Read an array against its checksum; of a large one so much at once that no memory is held for it."""
        data, checksum = self._views[name].view(np.uint8).data, 0
        place, size = self.place(name)
        for first in range(0, size, _READ_AT_ONCE):
            checksum = zlib.crc32(data[first : first + _READ_AT_ONCE], checksum)
            if size > _READ_AT_ONCE:
                self._release(place + first, place + min(first + _READ_AT_ONCE, size))
        if checksum != self._places[name][3]:
            raise _damaged(self.path, name)

    def _release(self, begin: int, end: int) -> None:
        begin = begin // mmap.PAGESIZE * mmap.PAGESIZE
        if end > begin:
            self._map.madvise(mmap.MADV_DONTNEED, begin, end - begin)

    def _directory(self) -> dict[str, Any]:
        magic, version = _HEAD.unpack_from(self._map, 0)
        place, length, checksum, last_version, last_magic = self._tail()
        if (magic, last_magic) != (_MAGIC, _MAGIC):
            raise ValueError("its head or its tail is missing")
        if (version, last_version) != (VERSION, VERSION):
            raise ValueError(f"it has version {version}, this is version {VERSION}")
        listing = self._map[place : place + length]
        if place + length + _TAIL.size != len(self._map) or zlib.crc32(listing) != checksum:
            raise ValueError("its directory is damaged")
        directory: dict[str, Any] = json.loads(listing)
        return directory

    def _tail(self) -> tuple[int, int, int, int, bytes]:
        place, length, checksum, version, magic = _TAIL.unpack_from(self._map, len(self._map) - _TAIL.size)
        return place, length, checksum, version, magic

    def _view(self, name: str) -> AnyIntArray:
        dtype, place, count, _ = self._places[name]
        if dtype not in _DTYPES or place < 0 or count < 0:
            raise Damaged(f"{self.path.name} has an array {name} that is none of ours")
        kind = np.dtype(dtype)
        if place + count * kind.itemsize > self._end:
            raise Damaged(f"{self.path.name} is not whole (its array {name} goes beyond its end)")
        return np.frombuffer(self._map, kind, count, place) if count else np.empty(0, kind)


def _damaged(path: Path, name: str) -> Damaged:
    return Damaged(f"{path.name} is damaged in its array {name}")
