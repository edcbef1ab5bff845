"""Tell zero bytes that pad a text from those of a binary file, or of text in UTF-16."""

import codecs

from corpus.late_pattern import late

_CONTROLS = bytes({*range(32), 127} - set(b"\t\n\f\r\x1b"))
_MOST_ZEROS, _MOST_TABS = 4, 10
"""One byte of so many: text in UTF-16 has more zeros, or tabs (Devanagari)."""
_GAP = late(rb"\0+")
_BETWEEN = late(rb"(?<=[^\s\0])\0(?=[^\s\0])")
_PARTING = late(rb"(?<=[\w.!?\x80-\xff])\0{2,}(?=[\w\x80-\xff])")
"""Zero bytes where a field of a fixed width ends, or a disk lost words."""


def is_padded(sample: bytes) -> bool:
    """Whether bytes are UTF-8 but for zero bytes among them: fields of a fixed width, or what a disk left."""
    sample = sample.rstrip(b"\0")
    text = sample.translate(None, b"\0")
    if not text or (len(sample) - len(text)) * _MOST_ZEROS > len(sample) or text.count(9) * _MOST_TABS > len(text):
        return False
    if len(text.translate(None, _CONTROLS)) < len(text):
        return False
    try:
        codecs.getincrementaldecoder("utf-8")().decode(text)
    except UnicodeDecodeError:
        return False
    return True


def parts_strings(sample: bytes) -> bool:
    """Whether most zero bytes end one string before the next, as in the tables of programs and in lists of files."""
    return len(_BETWEEN.findall(sample)) * 2 > len(_GAP.findall(sample))


def without_zeros(data: bytes) -> bytes:
    """A text without its zero bytes; a blank parts the words between which several stand."""
    return _PARTING.sub(b" ", data).replace(b"\0", b"") if b"\0" in data else data
