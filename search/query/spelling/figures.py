"""Letters with figures, plurals of figures, decades, amounts: `F-16`, `F16s`, `787s`, `1990s`, `$5bn`, `12 500`."""

import re
from collections.abc import Iterator

_LETTERS_AND_FIGURES = re.compile(r"([a-z]{1,6})[-‐‑ ]?(\d{1,4})([a-z]?)(s?)", re.IGNORECASE)
_FIGURES = re.compile(r"(\d{2,4})(?:['’]?(s))?")
_AMOUNT = re.compile(
    r"(?:[a-z]{0,3}[$€£¥])?(\d[\d.,]*)[ -]?(k|m|mn|mln|b|bn|bln|tn|trn|thousand|million|billion|trillion)",
    re.IGNORECASE,
)
_SCALES = (
    ("thousand", "k"),
    ("million", "m", "mn", "mln"),
    ("billion", "bn", "b", "bln"),
    ("trillion", "tn", "trn"),
)

_THOUSANDS = re.compile(r"\d{1,3}(?:([.,’' \u00a0\u202f])\d{3})(?:\1\d{3}){0,3}")
_LONG = re.compile(r"[1-9]\d{4,11}")
_PARTED = ("", ",", ".", " ")
"""What stands between thousands."""
_DECIMAL = re.compile(r"\d+(?:\.\d)?")
_LONGEST_COUNTED = 4
_MILLION = 1_000_000
_ROUND = 100_000
_UNITS = (
    ("km", "kms", "kilometres", "kilometers", "kilometre", "kilometer"),
    ("cm", "centimetres", "centimeters"),
    ("mm", "millimetres", "millimeters"),
    ("kg", "kgs", "kilograms", "kilos", "kilogrammes"),
    ("ft", "feet"),
    ("lb", "lbs", "pounds"),
    ("mph", "miles per hour"),
    ("mw", "megawatts"),
    ("gw", "gigawatts"),
    ("gb", "gigabytes"),
    ("hrs", "hours"),
    ("mins", "minutes"),
    ("percent", "per cent", "pct"),
)
_MEASURE = re.compile(rf"(\d[\d.,]*)[ -]?({'|'.join(unit for units in _UNITS for unit in units)})", re.IGNORECASE)
_LONGEST_SIGN = len("kms")
_CURRENCIES = {"dollars": "usd", "euros": "eur", "pounds": "gbp", "yen": "jpy", "francs": "chf", "rubles": "rub"}
_MONEY = re.compile(rf"(\d[\d.,]*) (million|billion|trillion) ({'|'.join(_CURRENCIES)})", re.IGNORECASE)


def figures(text: str) -> Iterator[str]:
    """Other spellings of a typed text that is letters with figures, figures, or an amount."""
    yield from _measures(text)
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
    for scales in _SCALES:
        if scale in scales:
            for each in scales:
                yield f"{number}{each}"
                yield f"{number} {each}"
    if scale in _SCALES[1] and _DECIMAL.fullmatch(number) and len(number) <= _LONGEST_COUNTED:
        yield f"{round(float(number) * _MILLION)}"


def _measures(text: str) -> Iterator[str]:
    """A measure in the other names of its unit, or a sum of money in those of its scale and currency."""
    if found := _MEASURE.fullmatch(text):
        for each in next(units for units in _UNITS if found[2].casefold() in units):
            yield f"{found[1]} {each}"
            if len(each) <= _LONGEST_SIGN:
                yield f"{found[1]}{each}"
    elif found := _MONEY.fullmatch(text):
        number, scale = found[1], found[2].casefold()
        yield from (f"{number}{each}" for each in next(scales for scales in _SCALES if scale in scales)[1:])
        yield f"{_CURRENCIES[found[3].casefold()]} {number} {scale}"
