"""Which lines does a stream of bytes have? No line is held in memory that is longer than an article may be."""

from collections.abc import Iterator
from functools import partial

from corpus.errors import Refused
from corpus.readers.streams.part import ReadableFile, Stream, too_large

_BOM = b"\xef\xbb\xbf"
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")
_PIECE = 2**16


def numbered(part: ReadableFile) -> Iterator[tuple[int, bytes | Refused]]:
    """The lines of a stream with their numbers from 1; in place of one that is too long, the reason.

    Raises `Refused` where the stream holds no lines of UTF-8 text, or nothing at all.
    """
    start = part.file.peek(1)
    if start.startswith(_WIDE_BOMS):
        raise Refused("is not UTF-8; convert it to UTF-8")
    if b"\0" in start:
        raise Refused("looks like a binary file, not lines of text; leave it out")
    empty = True
    for number, line in enumerate(iter(partial(part.file.readline, part.largest + 1), b""), 1):
        empty = empty and not line.strip()
        if len(line) > part.largest:
            yield number, too_large(len(line) + _rest(part.file, line), part.largest)
        else:
            yield number, line.removeprefix(_BOM) if number == 1 else line
    if empty:
        raise Refused("is empty; leave it out or fill it")


def _rest(file: Stream, line: bytes) -> int:
    """How many bytes of a line are left, which are passed over."""
    size = 0
    while line and not line.endswith(b"\n"):
        line = file.readline(_PIECE)
        size += len(line)
    return size
