"""Tell zero bytes that pad a text from those of a binary file, or of text in UTF-16."""

import codecs

_CONTROLS = bytes({*range(32), 127} - set(b"\t\n\f\r\x1b"))
_MOST_ZEROS, _MOST_TABS = 4, 10
"""One byte of so many: text in UTF-16 has more zeros, or tabs (Devanagari)."""


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
