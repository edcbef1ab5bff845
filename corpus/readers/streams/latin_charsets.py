"""Guess the encoding of a text in Latin letters by the alphabet in which all its letters are those of one language."""

from collections import Counter
from functools import cache

from corpus.late_pattern import late

_ENCODINGS = (
    *("cp1252", "cp1250", "cp1254", "cp1257", "iso8859_2", "iso8859_15", "iso8859_3", "iso8859_4", "iso8859_13"),
    *("mac_roman", "cp850", "cp852", "cp437", "cp857", "cp775", "mac_latin2", "mac_turkish"),
)
"""Those that are met oftener come first, and are taken where others fit as well."""
_ALPHABETS = (
    "àâæçéèêëîïôœùûüÿ",  # French
    "äöüß",
    "áéíóúüñ",
    "áâãàçéêíóôõúü",
    "àèéìíîòóùú",  # Italian
    "áàéèíïóòúüç",  # Catalan
    "åäöéæøü",  # Scandinavian, Finnish
    "éëïöüèêó",  # Dutch
    "áðéíóúýþæö",  # Icelandic
    "ąćęłńóśźż",
    "áčďéěíňóřšťúůýž",
    "áäčďéíĺľňóôŕšťúýž",
    "áéíóöőúüű",
    "ăâîșțşţ",
    "čćđšž",
    "çğıiöşüâîû",
    "ąčęėįšųūž",
    "āčēģīķļņšūž",
    "äõöüšž",
    "ċġħżàèìòù",
    "ĉĝĥĵŝŭ",
)
_SIGNS = frozenset("‘’‚“”„–—…•€£°«»¿¡©®§·½\xa0\xadº²™´¨›‹‰†")
_WITHIN = frozenset("’‘·—–\xad´\xa0")
"""What may stand within a word; a capital behind a small letter may not."""
_ICELANDIC = frozenset("áéíóúæ")
_OTHER_WINDOWS = frozenset(("cp1250", "cp1254", "cp1257", "iso8859_2"))
_SURELY, _LEAST_LETTERS, _LATIN_SHARE = 0.95, 8, 4
_SAMPLE = 2**16
_ASCII = bytes(range(128))
_PLACED = late(rb"(?<=[a-z])[\x80-\xff]")
_INNER = late(rb"(?<=[A-Za-z])[\x80-\xff](?=[A-Za-z])")


def latin_encoding(sample: bytes, beyond: bytes, least: float) -> str | None:
    """The encoding in which at least such a share of the bytes beyond ASCII are letters of one language, or signs."""
    counts = Counter(beyond)
    placed, inner = (Counter(b"".join(pattern.findall(sample))) for pattern in (_PLACED, _INNER))
    best, found = least * len(beyond), None
    for name in _ENCODINGS:
        signs = _signs(name)
        odd = sum(count for byte, count in placed.items() if signs[byte].isupper())
        odd += sum(count for byte, count in inner.items() if not signs[byte].isalpha() and signs[byte] not in _WITHIN)
        score = _fitting(counts, signs) - 2 * odd
        if score > best or (score == best and found is None):
            best, found = score, name
    if found == "cp1252" and _is_turkish(counts):
        return "cp1254"
    return found


def declared_western(data: bytes) -> bool:
    """Whether bytes that a page calls Latin-1, as many templates do, are so: no other alphabet fits them better."""
    sample = data[:_SAMPLE]
    beyond = sample.translate(None, _ASCII)
    if len(beyond) < _LEAST_LETTERS or len(beyond) * _LATIN_SHARE > len(sample):
        return True
    return latin_encoding(sample, beyond, _SURELY) not in _OTHER_WINDOWS


@cache
def _signs(encoding: str) -> str:
    return bytes(range(256)).decode(encoding, "replace")


def _fitting(counts: Counter[int], signs: str) -> int:
    """How many characters are signs, or letters of the language that has most of them."""
    common = sum(count for byte, count in counts.items() if signs[byte] in _SIGNS)
    return common + max(
        sum(count for byte, count in counts.items() if signs[byte].lower()[:1] in alphabet) for alphabet in _ALPHABETS
    )


def _is_turkish(counts: Counter[int]) -> bool:
    """Whether what Icelandic shares with Turkish alone is there, and none of what it needs besides."""
    signs = _signs("cp1252")
    letters = {signs[byte].lower() for byte in counts}
    return bool(letters & set("ðþý")) and not letters & _ICELANDIC
