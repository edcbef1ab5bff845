"""Text as it was meant to be read: without control characters, and with its characters decoded once and rightly."""

import re

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+"
)
_TWICE = re.compile(
    "[\xc2-\xdf][\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
    "|\xe2[\x80-\x8f\u20ac\u201a\u02c6][\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
    "|[\u0420\u0421][\u0080-\u00bf\u0400-\u040f\u0450-\u045f\u2013-\u2122]"
)
"""Two letters of Western Europe, or of Russia, where UTF-8 has one character: it was decoded as what it was not."""


def legible(text: str) -> str:
    """A text without control characters and those that have no width, and with broken decoding repaired."""
    while (read := _read(text)) != text:  # what stood between two halves of a character may be gone now
        text = read
    return text


def _read(text: str) -> str:
    if _TWICE.search(text):
        text = _TWICE_LINE.sub(_repaired, text)
    return _INVISIBLE.sub("", text)


_TWICE_LINE = re.compile(rf"[^\n]*(?:{_TWICE.pattern})[^\n]*")


def _repaired(line: re.Match[str]) -> str:
    from ftfy import fix_encoding  # noqa: PLC0415 - few texts need it

    return fix_encoding(line[0])
