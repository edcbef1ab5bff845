"""Tell UTF-7 (RFC 2152), in which old mails and some pages are written, from ASCII with plus signs."""

import base64
import re

_RUN = re.compile(rb"\+([A-Za-z0-9+/]*)(-?)")
_FEW_RUNS, _MANY_LETTERS = 3, 20
_MOST_PAGES = 4
_UNIT, _SIX = 16, 6
_UNSEEN = "\u200b\u200c\u200d\u200e\u200f\xad"
_EASTERN = (range(0x3000, 0x3100), range(0x4E00, 0xA000), range(0xAC00, 0xD7B0))


def is_utf7(sample: bytes, *, declared: bool = False) -> bool:
    """Whether every plus sign of some bytes begins a run of UTF-16 in Base64, and the runs together are letters.

    Unless the encoding is `declared` there must be several runs, or a long one, and their letters of one script. The
    last run of a sample may be cut.
    """
    if not sample.isascii():
        return False
    runs = [found for found in _RUN.finditer(sample) if found.end() < len(sample) or found[2]]
    texts = [_decoded(found[1]) for found in runs if found[1]]
    if not texts or None in texts or not all(found[1] or found[2] for found in runs):
        return False
    letters = [sign for text in texts for sign in text or "" if sign.isalpha()]
    return declared or ((len(texts) >= _FEW_RUNS or len(letters) >= _MANY_LETTERS) and _is_of_one_script(letters))


def _decoded(run: bytes) -> str | None:
    """The characters that a run stands for; None where it stands for none that would have been written so."""
    left = len(run) * _SIX % _UNIT
    data = base64.b64decode(run + b"A" * (-len(run) % 4))
    whole = len(run) * _SIX // _UNIT * 2
    if left >= _SIX or any(data[whole:]):  # less than a letter of Base64 may be left over, and is zero
        return None
    try:
        text = data[:whole].decode("utf-16-be")
    except UnicodeDecodeError:
        return None
    written = text and not (text.isascii() and text.isalnum())
    return text if written and all(sign.isprintable() or sign.isspace() or sign in _UNSEEN for sign in text) else None


def _is_of_one_script(letters: list[str]) -> bool:
    """Whether letters are of a few pages of Unicode, or nearly all of the East."""
    eastern = sum(any(ord(sign) in each for each in _EASTERN) for sign in letters)
    return bool(letters) and (len({ord(sign) >> 8 for sign in letters}) <= _MOST_PAGES or eastern > 0.9 * len(letters))
