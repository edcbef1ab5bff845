"""Bound what a parser may read of a stream for one article."""

import io

from corpus.readers.streams.part import ReadableFile, too_large

_MARGIN = 2**17
"""What a parser may read ahead."""


class BoundedStream:
    """A stream that counts what is read since the last article, which may not be longer than one is.

    `head` is what was read of it before. `read` raises `Refused` where an article is too long.
    """

    def __init__(self, part: ReadableFile, head: bytes = b"") -> None:
        self._head = io.BytesIO(head)
        self._part = part
        self.count = 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes, as many as are wanted or fewer."""
        data = self._head.read(size) or self._part.file.read(size)
        self.count += len(data)
        if self.count > self._part.largest + _MARGIN:
            raise too_large(self.count, self._part.largest)
        return data
