"""Decode the bytes of a file into characters."""

import codecs
import re

from corpus.errors import Refused
from corpus.late_pattern import late
from corpus.readers.streams.charsets import (
    guessed_encoding,
    known_encoding,
    refutes,
    shifted_encoding,
    wide_encoding,
)
from corpus.readers.streams.latin_charsets import declared_western
from corpus.readers.streams.mixed_lines import mixed_text, other_encoding
from corpus.readers.streams.utf7 import is_utf7
from corpus.readers.streams.zero_bytes import is_padded, parts_strings, without_zeros

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
_OF_WIRES = late(rb"\x01[^\0]{3,400}\x02[^\0\x01]{40,}?\x03")
_SIGNS_OF_WIRES = b"\x01\x02\x03\x04\x0e\x0f\x11\x12\x13\x14\x16\x19\x1f"
"""Between such signs stands a story that a news wire sent: header, text, time."""
_META_CHARSET = late(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
_SAMPLE = 2**16
_SHIFTS = (b"\x1b", b"~{", b"+")
_OF_SHIFTS = frozenset(("iso2022_jp", "iso2022_kr", "hz"))
_KOREAN = b"\x1b$)C"
"""With it begins a text in ISO-2022-KR (RFC 1557), which has control signs between its letters."""
_FEW = 100
"""One zero byte among so many is an accident in a text; more pad it, or are a binary file."""


def decode(data: bytes, *, html: bool = False, declared: str | None = None) -> str:
    """The text of a file: UTF-8 where it can be, else as a byte order mark or the page declares, else the best guess.

    `declared` is the encoding that came with the bytes, as in a header of HTTP or mail. A declaration that the bytes
    refute is not obeyed. Bytes that stand for no character become U+FFFD. Raises `Refused` for what is no text.
    """
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    sample = data[:_SAMPLE]
    if b"\0" in sample and (wide := wide_encoding(sample)):
        return data.decode(wide, "replace")
    if is_binary(data) and _KOREAN not in sample:
        raise binary_file()
    data = without_zeros(data)
    said = known_encoding(declared) or (_declared(data) if html else None)
    if any(mark in sample for mark in _SHIFTS) and (shifted := _shifted(sample, said)):
        return data.decode(shifted, "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        held = said and not refutes(data, said) and (said != "cp1252" or declared_western(data))
        return data.decode(said, "replace") if said and held else _undeclared(data)


def decoded_line(line: bytes) -> str:
    """A line of a text whose beginning was looked at: that may hold control signs, where the lines of a wire do."""
    try:
        return without_zeros(line).decode()
    except UnicodeDecodeError:
        return line.decode(guessed_encoding(line), "replace")


def _undeclared(data: bytes) -> str:
    """The text of bytes that are not all UTF-8."""
    if other := other_encoding(data):
        return mixed_text(data, other)
    return data.decode(guessed_encoding(data), "replace")


def _shifted(sample: bytes, said: str | None) -> str | None:
    """The encoding with escapes that a text in ASCII is in; of a declared one of them, that."""
    if said == "utf-7":
        return said if is_utf7(sample, declared=True) else None
    return said if said in _OF_SHIFTS else shifted_encoding(sample) if sample.isascii() else None


def is_binary(data: bytes) -> bool:
    """Whether bytes are no text: too many of them are control signs."""
    sample = data[:_SAMPLE]
    if data.count(0) * _FEW > len(data):
        return not is_padded(sample) or parts_strings(sample)
    if _OF_WIRES.search(sample):
        sample = sample.translate(None, _SIGNS_OF_WIRES)
    return (len(sample) - len(sample.translate(None, _CONTROLS))) * 50 > len(sample)


def binary_file() -> Refused:
    """Why bytes that are no text are not taken."""
    return Refused("looks like a binary file, not text; leave it out, or convert it to text")


def _declared(data: bytes) -> str | None:
    """The encoding that a page declares."""
    found = _META_CHARSET.search(data[:4096])
    return known_encoding((found[1] or found[2]).decode("ascii", "replace")) if found else None
