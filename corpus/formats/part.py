"""What is there to read: the bytes of a file, or of an entry of an archive, as a stream."""

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Protocol

from corpus.errors import Refused
from corpus.formats.budget import Budget
from corpus.refusal import Refusal

LARGEST_ARTICLE = 64 * 2**20
"""In bytes; a file or a line beyond it is no article, and would not fit the memory of a small machine."""


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
class Part:
    """A stream of bytes. `name` is its path under its root, through the archive where it stands in one.

    `origin` is the absolute path of the file, `entry` the path within the archive, `inflated` whether it came out of
    gzip, `size` its length where that is known. `budget` bounds what the whole file may unpack to.
    """

    name: str
    origin: str
    file: Stream
    budget: Budget
    size: int | None = None
    entry: str | None = None
    inflated: bool = False

    @property
    def ending(self) -> str:
        """The ending of its name in lower case; of `a.txt.gz`, once inflated, that is `.txt`."""
        name = self.name.lower()
        return PurePosixPath(name.removesuffix(".gz") if self.inflated else name).suffix

    def refusal(self, reason: str, line: int | None = None) -> Refusal:
        """Why it, or a line of it, is not taken."""
        return Refusal(self.origin, line, reason, self.entry)

    def whole(self) -> bytes:
        """All its bytes. Raises `Refused` where there are none, or more than an article has."""
        if self.size is not None and self.size > LARGEST_ARTICLE:
            raise _too_large()
        data = self.file.read(LARGEST_ARTICLE + 1)
        if len(data) > LARGEST_ARTICLE:
            raise _too_large()
        if not data:
            raise Refused("is empty; leave it out or fill it")
        return data


def _too_large() -> Refused:
    return Refused(f"is larger than {LARGEST_ARTICLE // 2**20} MiB; give one article a file, or JSONL")
