"""Tokens of a short text in which a date is sought: dates in numbers, times of day, numbers, words, other signs."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from corpus.late_pattern import late

_MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0963\u0970-\u0e7f"
_MARKS += "\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u0f18-\u0fbc\u102b-\u109d\u17b4-\u17d3\u200c\u200d"
_THAI = rf"(?:[\u0e01-\u0e44][{_MARKS}]{{0,3}}){{1,2}}\."
_WORD = rf"ዓ[./]ም|{_THAI}{_THAI}|[^\W\d_](?:[^\W\d_]|[{_MARKS}])*"
_HAN_NUMBER = "[〇零一二三四五六七八九十元]"
_ZONE = (
    r"(?-i:\b(?:A?[ECMP][DS]T|GMT|UTC|BST|[IJKNP]ST|HKT|SGT|WIB|WITA|WIT|CES?T|EES?T|MSK|WES?T|[AEMPC]T|Z|Uhr|ET)\b)"
    r"(?:[+-]\d\d?(?::?\d\d)?)?"
)
_TOKEN = late(
    rf"""(?P<ymd>(?<!\d)(?P<y1>\d{{4}})(?P<s1>[-./]\ ?|\ /\ )(?P<m1>\d{{1,2}})(?P=s1)(?P<d1>\d{{1,2}})(?!\d)(?!:\d)
        \.?(?:T(?=\d\d:))?)
    | (?P<dmy>(?<![\d.])(?P<f1>\d{{1,2}})(?P<s2>[-./]\ ?|\ /\ )(?P<f2>\d{{1,2}})(?P=s2)(?P<y2>\d{{4}})(?!\d)(?![:.]\d))
    | (?P<short>(?<![\d.:/-])(?P<f3>\d{{1,2}})(?P<s3>[-./])(?P<f4>\d{{1,2}})(?P=s3)(?P<y3>\d\d)(?![\d:/-])(?!\.\d))
    | (?P<cjk>(?:中華|中华)?(?P<era>明治|大正|昭和|平成|令和|民國|民国)?\s?
        (?P<y4>\d{{1,4}}|{_HAN_NUMBER}{{1,4}})\s?[年년]\s?
        (?P<m4>\d{{1,2}}|{_HAN_NUMBER}{{1,2}})\s?[月월](?:\s?(?P<d4>\d{{1,2}}|{_HAN_NUMBER}{{1,3}})\s?[日号號일])?)
    | (?P<time>\d{{1,2}}(?::\d\d){{1,2}}(?:[.,]\d+)?(?:\s*[ap]\.?\s?m\b\.?|\s?น\.
        |\s?(?:hs?|hrs|ч|год|uur|uhr)\b\.?|Z\b)?
        (?:\s?[+-]\d\d:?\d\d\b)?
        |\d{{1,2}}[h.]\d\d(?!\d)(?:\s*[ap]\.?m\b\.?|\s?น\.)?|\d{{1,2}}\s*[ap]\.?m\b\.?
        |\d{{1,2}}\s?(?:h(?:rs|\b)|Uhr\b|[時时点點시])(?:\s?\d\d?\s?[分분])?
        |(?<=\s)[+-](?:0\d|1[0-4]):?[0-5]\d\b|{_ZONE})
    | (?P<number>\d+)(?P<ordinal>\s?(?:st|nd|rd|th|er|ère|º|ª|-?[ея]?го|-?a)\b)?
    | (?P<word>{_WORD})
    | (?P<other>\S)""",
    re.VERBOSE | re.IGNORECASE,
)
_WESTERN = {
    ord("／"): "/",
    ord("－"): "-",
    ord("．"): ".",
    ord("："): ":",
    ord("‐"): "-",
    ord("‑"): "-",
    ord("\u066b"): ".",
}


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a text, its kind, and the parts of a date in numbers by their names."""

    kind: str
    text: str
    start: int
    end: int
    parts: dict[str, str]


def western(text: str) -> str:
    """A text of the same length with its digits, whatever their script, and the marks about them as ASCII has them."""
    return text if text.isascii() else text.translate(_digits())


@cache
def _digits() -> dict[int, str]:
    signs = (chr(code) for code in range(0x80, 0x1FBFA))
    return {ord(each): str(unicodedata.decimal(each)) for each in signs if each.isdecimal()} | _WESTERN


def tokens_of(text: str) -> list[Token]:
    """The tokens of a text, white space left out."""
    return [_token(found) for found in _TOKEN.finditer(text)]


def _token(found: re.Match[str]) -> Token:
    kind = next(name for name in ("ymd", "dmy", "short", "cjk", "time", "number", "word", "other") if found[name])
    text = found["number"] if kind == "number" else found[0]
    dated = kind in {"ymd", "dmy", "short", "cjk"}
    parts = {name: value for name, value in found.groupdict().items() if value} if dated else {}
    return Token(kind, text, found.start(), found.end(), parts)
