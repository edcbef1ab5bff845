"""Guess the encoding of bytes that declare none, or whose declaration they refute."""

import codecs
import re
import unicodedata

from corpus.late_pattern import late
from corpus.readers.streams.latin_charsets import latin_encoding
from corpus.readers.streams.utf7 import is_utf7
from corpus.readers.streams.zero_bytes import is_padded

_ASCII = bytes(range(128))
_WESTERN = "àâäáçèéêëìíîïñòóôöùúûüßÀÂÄÁÇÈÉÊËÌÍÎÏÑÒÓÔÖÙÚÛÜ‘’‚“”„–—…•€£°«»¿¡©®§·½\xa0".encode("cp1252")
"""What Western European texts in windows-1252 have beyond ASCII; Cyrillic or Greek letters share some of these bytes,
but make up most of a text."""
_WESTERN_SHARE = 8
_LATIN_SHARE = 4
_SURELY_LATIN, _LIKELY_LATIN = 0.95, 0.5
"""Of the letters beyond ASCII, how many are of one language; a text has names of other ones, too."""
_STRAY = 2
_SAMPLE = 2**16
_LETTERS = {
    "оеаинтсрвл": ("cp1251", "koi8_u", "cp866", "mac_cyrillic", "iso8859_5"),
    "αοιετσνρη": ("cp1253", "iso8859_7", "cp737", "mac_greek"),
    "ילוהאמרבת": ("cp1255", "iso8859_8", "cp862"),
    "اليمنورتبه": ("cp1256", "iso8859_6", "cp720"),
    "านรอกเงมยลวัีิ่้สต": ("cp874",),
}
"""The commonest letters of a script, and the encodings with one byte for each of them."""
_SYLLABLES = "이다는을에의가고은를한지기도로사"
"""The commonest of Korean."""
_LEAST_COMMON = 0.5
_TURKISH = "ğışİŞĞ".encode("cp1254")
_ICELANDIC = "áéíóúæ".encode("cp1252")
_GUESSES = (
    *("cp1252", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256", "iso8859_2"),
    *("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
)
_LABELS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
"""Encodings that mean a wider one, as the Encoding Standard of WHATWG has it."""
_SPELLINGS = (
    (late(r"(?:x-)?(?:windows|cp|ibm|dos)[-_ ]?(\d{3,4})"), r"cp\1"),
    (late(r"(?:x-mac-roman|macintosh|mac|x-mac)"), "mac-roman"),
    (late(r"x-mac-(cyrillic|ukrainian)"), "mac-cyrillic"),
    (late(r"x-(sjis|gbk|euc-jp|big5)"), r"\1"),
    (late(r"(?:ks_c_5601-1987|ksc5601|x-windows-949)"), "cp949"),
    (late(r"(?:x-)?johab|cp1361|ms1361|windows-1361"), "johab"),
    (late(r"(?:iso-8859-8-i|logical|visual)"), "iso8859-8"),
    (late(r"(?:unicode-1-1-utf-8|x-unicode20utf8|unicode11utf8)"), "utf-8"),
)
_LONG_RUN = 24
_HZ = late(rb"~\{(?:[!-w][!-~])+~\}")
_TEXT_ENCODINGS = {codecs.lookup(name).name for names in (*_LETTERS.values(), _GUESSES) for name in names} | {
    *(
        "utf-8",
        "utf-7",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "iso2022_jp",
        "iso2022_kr",
        "gb18030",
        "koi8-u",
        "mac-roman",
    ),
    *("iso8859-3", "iso8859-4", "iso8859-10", "iso8859-13", "iso8859-14", "iso8859-15", "iso8859-16"),
    *(
        "cp932",
        "cp949",
        "cp1257",
        "cp1258",
        "cp850",
        "cp437",
        "cp852",
        "big5hkscs",
        "hz",
        "mac-latin2",
        "mac-turkish",
        "johab",
    ),
}


def known_encoding(label: str | None) -> str | None:
    """The codec of a declared encoding of text, as browsers understand it: Latin-1 means windows-1252."""
    if not label:
        return None
    label = label.strip().lower()
    for spelling, name in _SPELLINGS:
        if spelling.fullmatch(label):
            label = spelling.sub(name, label)
            break
    try:
        found = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    found = codecs.lookup(_LABELS[found]).name if found in _LABELS else found
    return found if found in _TEXT_ENCODINGS else None


def refutes(data: bytes, encoding: str) -> bool:
    """Whether bytes are not written in an encoding: more than a stray few stand for no character of text."""
    text = data[:_SAMPLE].decode(encoding, "replace")
    broken = sum(sign == "\ufffd" or "\x80" <= sign <= "\x9f" for sign in text)
    return broken > _STRAY and broken * 50 > len(data[:_SAMPLE].translate(None, _ASCII))


def guessed_encoding(data: bytes) -> str:
    """The encoding of a text that is not all UTF-8.

    UTF-8 where more characters beyond ASCII are whole than broken; that in which they are the common letters of a
    script; windows-1252, windows-1254 or Macintosh where they are as in Western texts; UTF-8 again where they are a
    stray few; else what charset-normalizer believes.
    """
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if sum(character > "\x7f" for character in text) > 2 * broken:
        return "utf-8"
    beyond = data.translate(None, _ASCII)
    sure, likely = (
        latin_encoding(data[:_SAMPLE], beyond[:_SAMPLE], least) if len(beyond) * _LATIN_SHARE <= len(data) else None
        for least in (_SURELY_LATIN, _LIKELY_LATIN)
    )
    if not sure and len(beyond) * _LATIN_SHARE > len(data) and _is_johab(data[:_SAMPLE]):
        sure = "johab"
    if sure:
        return sure
    if len(beyond) * _WESTERN_SHARE <= len(data) and (western := _western(data, beyond)):
        return western
    if len(beyond) <= _STRAY:
        return "utf-8"
    if len(beyond) * _WESTERN_SHARE > len(data) and (found := letters_encoding(beyond)):
        return found
    return likely or _believed(data)


def _is_johab(sample: bytes) -> bool:
    """Whether bytes are Korean in the encoding of the old word processors: its common syllables stand in them."""
    text, other = (sample.decode(name, "ignore") for name in ("johab", "cp949"))
    syllables = sum("\uac00" <= sign <= "\ud7a3" for sign in text)
    common, elsewhere = (sum(map(each.count, _SYLLABLES)) for each in (text, other))
    return syllables * 2 > len(text) / 2 and common * 8 > syllables and common > 2 * elsewhere


def _believed(data: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import, and most files are UTF-8

    best = from_bytes(data[:_SAMPLE], cp_isolation=list(_GUESSES)).best()
    return best.encoding if best else "cp1252"


def _western(data: bytes, beyond: bytes) -> str | None:
    others = beyond.translate(None, _WESTERN)
    turkish = len(beyond) - len(beyond.translate(None, _TURKISH))
    if turkish * 3 > len(beyond) and not beyond.translate(None, bytes(set(range(256)) - set(_ICELANDIC))):
        return "cp1254"
    windows, macintosh = (_oddness(data[:_SAMPLE].decode(name, "replace")) for name in ("cp1252", "mac_roman"))
    if macintosh * 2 < windows and not macintosh * 4 > len(beyond):
        return "mac_roman"
    return None if others else "cp1252"


def _oddness(text: str) -> int:
    """How many characters beyond ASCII stand where none belongs: a capital or a sign within a word, a control sign."""
    odd = 0
    for before, sign, behind in zip(" " + text, text, text[1:] + " ", strict=False):
        if sign < "\x80":
            continue
        if sign.isalpha():
            odd += sign.isupper() and before.islower()
        elif unicodedata.category(sign) in {"Cc", "Co", "Cn", "So", "Sk"} or sign == "\ufffd":
            odd += 1
        else:
            odd += before.isalpha() and behind.isalpha() and sign not in "’‘'·—–-\xad"
    return odd


def letters_encoding(beyond: bytes) -> str | None:
    """The encoding of one byte a letter in which most of the bytes are common letters of its script."""
    sample = beyond[:_SAMPLE]
    shares = (
        (_common(sample.decode(name, "replace"), letters) / len(sample), name)
        for letters, names in _LETTERS.items()
        for name in names
    )
    share, name = max(shares, key=lambda each: each[0])
    return name if share >= _LEAST_COMMON else None


def _common(text: str, letters: str) -> float:
    """How many characters are of some letters; others count for little, and decide between encodings alike in those."""
    russian = sum("\u0410" <= sign <= "\u044f" for sign in text) / 20
    others = sum(map(str.isalpha, text)) / 100 + russian + sum(map(str.islower, text)) / 50
    return sum(map(text.count, letters)) + others


def wide_encoding(sample: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark, in any script; None where the bytes are none."""
    if is_padded(sample):
        return None
    best: tuple[float, str] | None = None
    for encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        text = sample[: len(sample) // 4 * 4].decode(encoding, "replace")
        if text and (score := _textual(text)) and (best is None or score > best[0]):
            best = score, encoding
    return best[1] if best else None


def _textual(text: str) -> float:
    """How much a text looks like one: the fewer pages of Unicode its letters are of, the more; 0 where it is none."""
    good = sum(sign in "\t\n\r" or unicodedata.category(sign)[0] in "LNPZSM" for sign in text)
    if good < 0.97 * len(text) or text.count("\ufffd") > 1 or not any(sign in " \n。，" for sign in text):
        return 0
    return good / len(text) / len({ord(sign) >> 8 for sign in text})


def shifted_encoding(sample: bytes) -> str | None:
    """ISO-2022, HZ or UTF-7, whose bytes are ASCII with escapes that change their meaning."""
    if b"+" in sample and is_utf7(sample):
        return "utf-7"
    runs = _HZ.findall(sample)
    if len(runs) > 1 or any(len(run) > _LONG_RUN for run in runs) or (_HZ.match(sample) and sample.isascii()):
        return "hz"
    if re.search(rb"\x1b\$[@B]|\x1b\(J", sample):
        return "iso2022_jp"
    return "iso2022_kr" if b"\x1b$)C" in sample else None
