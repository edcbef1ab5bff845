"""Letters with figures, plurals of figures, decades, amounts: `F-16`, `F16s`, `787s`, `1990s`, `$5bn`, `12 500`."""

import re
from collections.abc import Iterator

from search.query.spelling.measures import SCALES, measures

_LETTERS_AND_FIGURES = re.compile(r"([a-z]{1,6})[-‐‑ ]?(\d{1,4})([a-z]?)(s?)", re.IGNORECASE)
_FIGURES = re.compile(r"(\d{2,4})(?:['’]?(s))?")
_AMOUNT = re.compile(  # sums such as $5bn are measures
    r"(?:[a-z]{1,3}[$€£¥])?(\d[\d.,]*)[ -]?(k|m|mn|mln|b|bn|bln|tn|trn|thousand|million|billion|trillion)",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"\d{1,3}(?:([.,’' \u00a0\u202f])\d{3})(?:\1\d{3}){0,3}")
_LONG = re.compile(r"[1-9]\d{4,11}")
_PARTED = ("", ",", ".", " ")
"""What stands between thousands."""
_DECIMAL = re.compile(r"\d+(?:\.\d)?")
_LONGEST_COUNTED = 4
_MILLION = 1_000_000
_ROUND = 100_000


def figures(text: str) -> Iterator[str]:
    """Other spellings of a typed text that is letters with figures, figures, or an amount."""
    yield from measures(text)
    if (found := _THOUSANDS.fullmatch(text)) or _LONG.fullmatch(text):
        yield from _thousands(int(text.replace(found[1], "") if found else text))
    if found := _AMOUNT.fullmatch(text):
        yield from _amounts(found[1], found[2].casefold())
    elif found := _LETTERS_AND_FIGURES.fullmatch(text):
        letters, number, letter, plural = found.groups()
        for ending in (letter, f"{letter}s") if letter.casefold() != "s" else ("", "s"):
            yield f"{letters}{number}{ending}"
            yield f"{letters} {number}{ending}"
        if plural:
            yield f"{letters}{number}{letter}"
    elif found := _FIGURES.fullmatch(text):
        if not found[2] and len(found[1]) < len("2019"):
            yield f"{found[1]}s"
        elif found[2]:
            yield f"{found[1]}s"
            if not found[1].endswith("0"):
                yield found[1]


def _thousands(number: int) -> Iterator[str]:
    """A number with its thousands parted as languages do, or counted in millions."""
    yield from (f"{number:,}".replace(",", sign) for sign in _PARTED)
    if number >= _MILLION and number % _ROUND == 0:
        yield from _amounts(f"{number / _MILLION:g}", "million")


def _amounts(number: str, scale: str) -> Iterator[str]:
    for scales in SCALES:
        if scale in scales:
            for each in scales:
                yield f"{number}{each}"
                yield f"{number} {each}"
    if scale in SCALES[1] and _DECIMAL.fullmatch(number) and len(number) <= _LONGEST_COUNTED:
        yield f"{round(float(number) * _MILLION)}"
