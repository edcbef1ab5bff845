"""What is there to read: the bytes of a file, or of an entry of an archive, as a stream."""

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Protocol

from corpus.errors import Refused
from corpus.readers.streams.budget import Budget
from corpus.refusal import Refusal

LARGEST_ARTICLE = 20_000_000
"""In bytes, where the user sets no other limit: what is beyond it is no article, but a whole archive in one piece."""
_PIECE = 2**16
_PACKED = frozenset((".gz", ".bz2", ".xz", ".zst", ".zstd", ".lzma"))

FieldNames = Mapping[str, str]
"""The user's names of fields, each with ours: `{"corpo": "text"}`."""
NO_NAMES: FieldNames = MappingProxyType({})


class Stream(Protocol):
    """Bytes that are read in order, and may be looked at before."""

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes; none at the end."""

    def read1(self, size: int = -1, /) -> bytes:
        """Those of the next bytes that are there without waiting for more."""

    def readline(self, size: int = -1, /) -> bytes:
        """The next line, or as much of it."""

    def peek(self, size: int = 0, /) -> bytes:
        """Some of the next bytes, which stay."""


@dataclass(frozen=True, slots=True)
class ReadableFile:
    """A stream of bytes. `name` is its path under its root, through the archive where it stands in one.

    `origin` is the absolute path of the file, `entry` the path within the archive, `inflated` whether it came out of
    gzip, `size` its length where that is known. `budget` bounds what the whole file may unpack to, `largest` the bytes
    of an article; `cleanable`: only texts that boilerplate is taken from are wanted of it. `fields` are the user's
    names, `depth` weighs the archives around it.
    """

    name: str
    origin: str
    file: Stream
    budget: Budget
    largest: int = LARGEST_ARTICLE
    size: int | None = None
    entry: str | None = None
    inflated: bool = False
    cleanable: bool = False
    fields: FieldNames = field(default_factory=dict)
    depth: int = 0

    @property
    def ending(self) -> str:
        """The ending of its name in lower case; of `a.txt.gz`, once unpacked, that is `.txt`."""
        name = PurePosixPath(self.name.lower())
        while self.inflated and name.suffix in _PACKED:
            name = name.with_suffix("")
        return name.suffix

    def refusal(self, reason: str, line: int | None = None) -> Refusal:
        """Why it, or a line of it, is not taken."""
        return Refusal(self.origin, line, reason, self.entry)

    def whole(self) -> bytes:
        """All its bytes. Raises `Refused` where there are none, or more than an article has."""
        if self.size is not None and self.size > self.largest:
            raise too_large(self.size, self.largest)
        data = self.file.read(self.largest + 1)
        if len(data) > self.largest:
            raise too_large(len(data) + self._rest(), self.largest)
        if not data:
            raise Refused("is empty; leave it out or fill it")
        return data

    def _rest(self) -> int:
        """How many bytes are left."""
        return sum(map(len, iter(partial(self.file.read, _PIECE), b"")))


def too_large(size: int, largest: int) -> Refused:
    """Why an article of a size is not taken."""
    return Refused(
        f"has {size:,} bytes, and an article may have {largest:,}; "
        "give each article a file or a line of its own, or allow more with --max-article"
    )


def buffered(data: bytes) -> Stream:
    """Bytes in memory as a stream."""
    return io.BufferedReader(io.BytesIO(data))
