"""Read a stream of text in another encoding as one of UTF-8."""

import codecs
import io
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.readers.streams.charsets import guessed_encoding, shifted_encoding, wide_encoding
from corpus.readers.streams.decoding import BOMS
from corpus.readers.streams.mixed_lines import mixed_stream, other_encoding
from corpus.readers.streams.part import ReadableFile, Stream

if TYPE_CHECKING:
    from typing_extensions import Buffer  # Python has it from 3.12

_SAMPLE = 2**16


class _Transcoded(io.RawIOBase):
    """The characters of a stream, in UTF-8."""

    def __init__(self, file: Stream, encoding: str) -> None:
        self._file = file
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "Buffer", /) -> int:
        view = memoryview(buffer).cast("B")
        while not self._left:
            data = self._file.read1(_SAMPLE)
            self._left = self._decoder.decode(data, final=not data).encode("utf-8", "replace")
            if not data:
                break
        count = min(len(view), len(self._left))
        view[:count], self._left = self._left[:count], self._left[count:]
        return count


def as_utf8(part: ReadableFile) -> ReadableFile:
    """The same stream, or one of UTF-8 where its first bytes are in another encoding."""
    sample = part.file.peek(_SAMPLE)[:_SAMPLE]
    mark, encoding = next(((mark, name) for mark, name in BOMS if sample.startswith(mark)), (b"", None))
    if not mark and _is_broken(sample) and (other := other_encoding(sample)):
        return replace(part, file=mixed_stream(part.file, other), size=None)
    encoding = encoding or _encoding(sample)
    if encoding in {None, "utf-8"}:
        return part
    part.file.read(len(mark))
    return replace(part, file=io.BufferedReader(_Transcoded(part.file, str(encoding)), _SAMPLE), size=None)


def _encoding(sample: bytes) -> str | None:
    if b"\0" in sample and (wide := wide_encoding(sample)):
        return wide
    if sample.isascii():
        return shifted_encoding(sample) if b"\x1b" in sample or b"+" in sample else None
    return guessed_encoding(sample) if _is_broken(sample) else None


def _is_broken(sample: bytes) -> bool:
    """Whether the bytes are not all UTF-8, but for a character that the end of the sample cuts."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return True
    return False
