"""Which lines does a stream of bytes have? No line is held in memory that is longer than an article may be."""

from collections.abc import Iterator
from functools import partial

from corpus.errors import Refused
from corpus.formats.part import LARGEST_ARTICLE, Stream

_BOM = b"\xef\xbb\xbf"
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")


def numbered(file: Stream) -> Iterator[tuple[int, bytes | Refused]]:
    """The lines of a stream with their numbers from 1; in place of one that is too long, the reason.

    Raises `Refused` where the stream holds no lines of UTF-8 text, or nothing at all.
    """
    start = file.peek(1)
    if start.startswith(_WIDE_BOMS):
        raise Refused("is not UTF-8; convert it to UTF-8")
    if b"\0" in start:
        raise Refused("looks like a binary file, not lines of text; leave it out")
    number, whole, empty = 0, True, True
    for line in iter(partial(file.readline, LARGEST_ARTICLE), b""):
        begins, whole = whole, line.endswith(b"\n") or len(line) < LARGEST_ARTICLE
        if not begins:
            continue
        number += 1
        empty = empty and not line.strip()
        if whole:
            yield number, line.removeprefix(_BOM) if number == 1 else line
        else:
            yield number, Refused(f"is longer than {LARGEST_ARTICLE // 2**20} MiB; write one article a line")
    if empty:
        raise Refused("is empty; leave it out or fill it")
