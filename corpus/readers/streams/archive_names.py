"""Read the names in a zip archive, which old programs wrote in the code page of their machine."""

import re
import zipfile
from collections.abc import Iterable, Sequence
from itertools import islice

from corpus.late_pattern import late
from corpus.readers.streams.charsets import letters_encoding

_IS_UTF8 = 0x800
_MOST_NAMES = 5_000
"""Names by which a code page is told."""
_ASCII = bytes(range(128))
_KANA = late("[\u3041-\u30fe]")
_COMMON = {
    "gb18030": late(rb"(?:[\xb0-\xd7][\xa1-\xfe])+"),
    "big5": late(rb"(?:[\xa4-\xc6][\x40-\x7e\xa1-\xfe])+"),
}
"""The bytes of common characters."""
_GLUED = late(rb"(?<![\x80-\xff])[\x80-\xff]{1,2}(?=[A-Za-z])|(?<=[A-Za-z])[\x80-\xff]{1,2}(?![\x80-\xff])")
"""Letters with accents beside plain ones, which no word of another script has."""
_HANGUL = late(rb"(?:[\xb0-\xc8][\xa1-\xfe])+")


def code_page_of(entries: Iterable[zipfile.ZipInfo]) -> str | None:
    """The code page of all names in an archive that declare none; None where it is that of the first PCs."""
    raw = (_bytes(entry.filename) for entry in entries if _is_misread(entry))
    return _code_page([*islice((name for name in raw if not name.isascii()), _MOST_NAMES)])


def decoded_name(entry: zipfile.ZipInfo, code_page: str | None) -> str:
    """The name of an entry, with slashes between folders."""
    name = _bytes(entry.filename) if code_page and _is_misread(entry) else b""
    text = name.decode(code_page, "replace") if code_page and name and not name.isascii() else entry.filename
    return text.replace("\\", "/")


def _is_misread(entry: zipfile.ZipInfo) -> bool:
    """Whether a name is read in the code page of the first PCs; some programs declare such a misreading UTF-8."""
    return not entry.flag_bits & _IS_UTF8 or any("\u2500" <= sign <= "\u259f" for sign in entry.filename)


def _bytes(name: str) -> bytes:
    try:
        return name.encode("cp437")
    except UnicodeEncodeError:
        return b""


def _code_page(names: Sequence[bytes]) -> str | None:
    """The encoding of all of some names; None where it is that of the first PCs."""
    if not names:
        return None
    together = b"\n".join(names)
    if _is(together, "utf-8"):
        return "utf-8"
    if _is(together, "shift_jis") and _KANA.search(together.decode("shift_jis")):
        return "cp932"
    runs = re.findall(rb"[\x80-\xff]+", together)
    beyond = re.sub(rb"[\x00-\x7f]+", b"", together)
    if _HANGUL.fullmatch(beyond) and _is(together, "euc_kr"):
        return "cp949"
    common = (name for name, signs in _COMMON.items() if signs.fullmatch(beyond) and _is(together, name))
    if found := next(common, None):
        return found
    latin = 2 * len(_GLUED.findall(together)) > len(runs)
    return None if latin else letters_encoding(together.translate(None, _ASCII))


def _is(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def is_left_out(name: str) -> bool:
    """Whether an entry of a folder is passed over: it is hidden, or tells about the others."""
    return name.startswith(".") or name.lower().partition(".")[0] == "readme"
