"""Text as it was meant to be read: without control characters, and with its characters decoded once and rightly."""

import re
import unicodedata

from corpus.late_pattern import late

INVISIBLE = late(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+"
)
"""Control characters, and those that have no width."""
_ASCII_INVISIBLE = bytes([*range(0x09), *range(0x0E, 0x1C), 0x7F])
"""Those in ASCII, for which most texts can be looked through in a tenth of the time."""
_JOINERS = late("[\u200c\u200d]+")
"""They part or join the letters of Persian, of Indian scripts, and emoji: within those they are spelling, not noise."""
_JOINABLE = late(
    "[\u0600-\u06ff\u0700-\u07ff\u08a0-\u08ff\u0900-\u0fff\u1000-\u109f\u1780-\u17ff\u180b-\u18af\ufb50-\ufeff\u200d\ufe0f\u2600-\u27bf"
    "\U0001f300-\U0001faff]"
)
_VIRAMAS = frozenset("\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca")
"""Signs of Indian scripts behind which a joiner is spelling at the end of a word, too, as in Malayalam."""
_TWICE = late(
    "[\xc2-\xdb][\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
    "|\xe2[\x80-\x8f\u20ac\u201a\u02c6][\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
    "|[\u0420\u0421][\u0080-\u00bf\u0400-\u040f\u0450-\u045f\u2013-\u2122]"
)
"""Two letters of Western Europe, or of Russia, where UTF-8 has one character: it was decoded as what it was not."""


_PARTED = late("[\u0300-\u036f\ufb00-\ufb06]")
"""Accents behind their letters, as macOS writes names, and ligatures of printers, which no query has."""
_LIGATURES = {sign: unicodedata.normalize("NFKC", chr(sign)) for sign in range(0xFB00, 0xFB07)}
_WINDOWS = {
    code: sign
    for code in (*range(0x80, 0x85), *range(0x86, 0xA0))
    if (sign := bytes((code,)).decode("cp1252", "ignore"))
}
"""Quotation marks and dashes of Windows, decoded as Latin-1, which has control signs there; one of those ends lines."""
_PIECE = late("|".join(rf"[^\n]{{1,500}}{end}" for end in ("(?:(?<= )|$)", "(?=[\x00-\x7f\xc2-\xf4\u0420\u0421])", "")))
"""What is mended at once: a line, or as much of a long one, cut behind a space or else before what may begin a
character. Most of a page needs nothing; ftfy takes time that grows with the square of what it is given where a text has
it undo one character after the other."""
_PLAIN = bytes((*range(0x09, 0x0E), *range(0x1C, 0x7F)))
"""Of ASCII, what is printed or parts words and lines."""
_ROUNDS = 8
"""More than any text needs that was not made to need more."""


def visible(text: str) -> str:
    """A text without control characters and those that have no width, such as soft hyphens."""
    if text.isascii() and _is_printed(text):
        return text
    return INVISIBLE.sub("", text)


def legible(text: str) -> str:
    """A text without control characters and those that have no width, and with broken decoding repaired.

    Takes time that grows with the length of the text alone, whatever stands in it and however long its lines are.
    """
    if _is_legible(text):
        return text
    if text.isascii():
        return visible(text)
    plain = _is_printed(text)
    lines = (line if plain and line.isascii() else _PIECE.sub(_mended, line) for line in text.split("\n"))
    return "\n".join(lines)


def _is_printed(text: str) -> bool:
    """Whether no control character of ASCII stands in a text."""
    data = text.encode("utf-8", "surrogatepass")
    return len(data.translate(None, _ASCII_INVISIBLE)) == len(data)


def _mended(piece: re.Match[str]) -> str:
    text = piece[0]
    if _is_legible(text):
        return text
    for _ in range(_ROUNDS):  # what stood between two halves of a character may be gone after a round
        read = _spelled(visible((_repaired(text) if _TWICE.search(text) else text).translate(_WINDOWS)))
        if read == text:
            break
        text = read
    return unicodedata.normalize("NFC", text.translate(_LIGATURES)) if _PARTED.search(text) else text


def _is_legible(text: str) -> bool:
    """Whether there is surely nothing to mend.

    Looks only at characters that are not plain, set side by side: of pages and Western texts that is a hundredth.
    """
    others = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN).decode("utf-8", "surrogatepass")
    joined = "\u200c" in others or "\u200d" in others
    return not (joined or INVISIBLE.search(others) or _TWICE.search(others) or _PARTED.search(others))


def _spelled(text: str) -> str:
    """A text without those joiners that stand beside no letter which they could part or join."""
    if "\u200c" not in text and "\u200d" not in text:
        return text
    return _JOINERS.sub(_joiner, text)


def _joiner(found: re.Match[str]) -> str:
    text, begin, end = found.string, found.start(), found.end()
    if begin > 0 and text[begin - 1] in _VIRAMAS:
        return found[0][0]
    beside = begin > 0 and end < len(text) and _JOINABLE.match(text[begin - 1]) and _JOINABLE.match(text[end])
    return found[0][0] if beside else ""


def _repaired(text: str) -> str:
    from ftfy import fix_encoding  # noqa: PLC0415 - few texts need it

    return fix_encoding(text)
