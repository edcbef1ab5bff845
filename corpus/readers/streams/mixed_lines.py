"""Read a text whose lines are in two encodings, as files have that were put together of others."""

import io
from typing import TYPE_CHECKING

from corpus.readers.streams.charsets import guessed_encoding

if TYPE_CHECKING:
    from typing_extensions import Buffer  # Python has it from 3.12

    from corpus.readers.streams.part import Stream

_PIECE = 2**16
_LEAST = 5
"""Characters beyond ASCII in lines of UTF-8: fewer may be an accident of another encoding."""
_LEAST_SHARE = 0.05
_LONGEST_CHARACTER = 4
_ASCII = bytes(range(128))
_FIRST = 0xC0
"""From here on a byte begins a character of several in UTF-8."""


def other_encoding(sample: bytes) -> str | None:
    """The encoding of the lines that are not UTF-8 in a text of which others are; None for a text in one encoding."""
    characters, others = 0, list[bytes]()
    for line in sample.split(b"\n"):
        if line.isascii():
            continue
        try:
            text = line.decode()
        except UnicodeDecodeError:
            others.append(line)
        else:
            characters += sum(sign > "\x9f" for sign in text)
    beyond = sum(len(line.translate(None, _ASCII)) for line in others)
    if not others or characters < max(_LEAST, _LEAST_SHARE * beyond):
        return None
    found = guessed_encoding(b"\n".join(others))
    return None if found == "utf-8" else found


def mixed_text(data: bytes, other: str) -> str:
    """A text each of whose lines is in UTF-8 or, where it is not, in another encoding."""
    return "".join(_line(line, other) for line in data.splitlines(keepends=True))


def mixed_stream(file: "Stream", other: str) -> io.BufferedReader:
    """A stream of such lines as one of UTF-8."""
    return io.BufferedReader(_MixedLines(file, other), _PIECE)


def _line(line: bytes, other: str) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        text = line.decode("utf-8", "replace")
        broken = text.count("\ufffd")
        whole = sum(sign > "\x7f" for sign in text) - broken >= broken  # no other encoding looks like it by chance
        return text if whole else line.decode(other, "replace")


class _MixedLines(io.RawIOBase):
    """The characters of a stream of such lines, in UTF-8. A line longer than 64 KiB is read in pieces."""

    def __init__(self, file: "Stream", other: str) -> None:
        self._file = file
        self._other = other
        self._left = b""
        self._cut = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "Buffer", /) -> int:
        view = memoryview(buffer).cast("B")
        while not self._left:
            line = self._file.readline(_PIECE)
            data, self._cut = self._cut + line, b""
            if not data:
                break
            if len(line) == _PIECE and not line.endswith(b"\n"):
                data, self._cut = _whole_characters(data)
            self._left = _line(data, self._other).encode("utf-8", "replace")
        count = min(len(view), len(self._left))
        view[:count], self._left = self._left[:count], self._left[count:]
        return count


def _whole_characters(data: bytes) -> tuple[bytes, bytes]:
    """A piece of a line up to its last whole character, and the rest."""
    for size in range(1, min(_LONGEST_CHARACTER, len(data))):
        if data[-size] >= _FIRST:
            return data[:-size], data[-size:]
    return data, b""
