"""Split a stream of bytes into lines. No line is held in memory that is longer than an article may be."""

from collections.abc import Iterator
from functools import partial

from corpus.errors import Refused
from corpus.readers.streams.decoding import binary_file, is_binary
from corpus.readers.streams.part import ReadableFile, Stream, too_large
from corpus.readers.streams.zero_bytes import without_zeros

_BOM = b"\xef\xbb\xbf"
_PIECE = 2**16


def numbered(part: ReadableFile, line_end: bytes = b"\n") -> Iterator[tuple[int, bytes | Refused]]:
    """The lines of a stream with their numbers from 1; in place of one that is too long, the reason.

    Raises `Refused` where the stream holds no lines of text, or nothing at all.
    """
    if is_binary(part.file.peek(_PIECE)[:_PIECE]):
        raise binary_file()
    empty = True
    lines = iter(partial(part.file.readline, part.largest + 1), b"")
    for number, line in enumerate(lines if line_end == b"\n" else _ended(part, line_end), 1):
        empty = empty and not line.strip()
        if len(line) > part.largest:
            yield number, too_large(len(line) + _rest(part.file, line), part.largest)
        else:
            yield number, without_zeros(line).removeprefix(_BOM)  # files put together have one within
    if empty:
        raise Refused("is empty; leave it out or fill it")


def _ended(part: ReadableFile, line_end: bytes) -> Iterator[bytes]:
    """Lines that another sign ends, given with a line feed."""
    left = b""
    while piece := part.file.read(_PIECE):
        *lines, left = (left + piece).split(line_end)
        yield from (line + b"\n" for line in lines)
        if len(left) > part.largest:
            raise too_large(len(left), part.largest)
    if left:
        yield left


def _rest(file: Stream, line: bytes) -> int:
    """How many bytes of a line are left, which are passed over."""
    size = 0
    while line and not line.endswith(b"\n"):
        line = file.readline(_PIECE)
        size += len(line)
    return size
