"""Which characters do the bytes of a file stand for."""

import codecs
import re

from corpus.errors import Refused

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_SAMPLE = 2**16
_ASCII = bytes(range(128))
_WESTERN = "àâäáçèéêëìíîïñòóôöùúûüßÀÂÄÁÇÈÉÊËÌÍÎÏÑÒÓÔÖÙÚÛÜ‘’‚“”„–—…•€£°«»¿¡©®§·½\xa0".encode("cp1252")
"""What Western European texts in windows-1252 have beyond ASCII; Cyrillic or Greek letters share some of these bytes,
but make up most of a text."""
_WESTERN_SHARE = 8
_STRAY = 2


def decode(data: bytes, *, html: bool = False, declared: str | None = None) -> str:
    """The text of a file: UTF-8 where it can be, else as a byte order mark or the page declares, else the best guess.

    `declared` is the encoding that came with the bytes, as in a header of HTTP or mail.

    Bytes that stand for no character become U+FFFD. Raises `Refused` for what is no text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if b"\0" in data[:_SAMPLE]:
        return _wide(data)
    sample = data[:_SAMPLE]
    if b"\0" in data or (len(sample) - len(sample.translate(None, _CONTROLS))) * 50 > len(sample):
        raise _binary()
    said = _known(declared) or (_declared(data) if html else None)
    if said and b"\x1b" in sample:  # the bytes of ISO-2022 are ASCII: only the declaration tells
        return data.decode(said, "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode(said or _guessed(data), "replace")


def _binary() -> Refused:
    return Refused("looks like a binary file, not text; leave it out, or convert it to text")


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: every second byte of Western text is zero."""
    sample = data[:_SAMPLE]
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        half, other = sample[start::2], sample[1 - start :: 2]
        if half.count(0) * 2 > len(half) and not other.count(0):
            return data.decode(encoding, "replace")
    raise _binary()


def _declared(data: bytes) -> str | None:
    """The encoding that a page declares."""
    found = _META_CHARSET.search(data[:4096])
    return _known(found[1].decode("ascii", "replace")) if found else None


def _known(label: str | None) -> str | None:
    """The codec of a declared encoding of text; as in browsers, Latin-1 means windows-1252."""
    try:
        name = codecs.lookup(label).name if label else None
    except (LookupError, ValueError):
        return None
    if name in {"iso8859-1", "ascii"}:
        return "cp1252"
    return name if name in _TEXT_ENCODINGS else None


def _guessed(data: bytes) -> str:
    """The encoding of a text that is not all UTF-8.

    UTF-8 where more characters beyond ASCII are whole than broken, windows-1252 where the others are as in Western
    texts, UTF-8 again where they are a stray few; else what charset-normalizer believes.
    """
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if sum(character > "\x7f" for character in text) > 2 * broken:
        return "utf-8"
    beyond = data.translate(None, _ASCII)
    if len(beyond) * _WESTERN_SHARE <= len(data) and not beyond.translate(None, _WESTERN):
        return "cp1252"
    if len(beyond) <= _STRAY:
        return "utf-8"
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import, and most files are UTF-8

    best = from_bytes(data[:_SAMPLE], cp_isolation=list(_GUESSES)).best()
    return best.encoding if best else "cp1252"


_GUESSES = (
    *("cp1252", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256", "iso8859_2"),
    *("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
)
_TEXT_ENCODINGS = {codecs.lookup(name).name for name in _GUESSES} | {
    *("utf-8", "utf-16", "utf-16-le", "utf-16-be", "iso2022_jp", "iso2022_kr", "gbk", "gb2312", "koi8-u", "mac-roman"),
    *("iso8859-5", "iso8859-6", "iso8859-7", "iso8859-8", "iso8859-9", "iso8859-13", "iso8859-15", "iso8859-16"),
    *("cp874", "cp932", "cp949", "cp1257", "cp1258", "cp866", "tis-620", "big5hkscs"),
}
