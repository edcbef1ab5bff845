"""Letters with figures, plurals of figures, decades, amounts: `F-16`, `F16s`, `787s`, `1990s`, `$5bn`."""

import re
from collections.abc import Iterator, Sequence

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

_THOUSANDS = re.compile(r"\d{1,3}(?:([.,’'])\d{3})(?:\1\d{3}){0,3}")
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

_NUMERALS = (
    ("2", "two", "ii"), ("3", "three", "iii"), ("4", "four", "iv"), ("5", "five"), ("6", "six", "vi"),
    ("7", "seven", "vii"), ("8", "eight", "viii"), ("9", "nine", "ix"), ("10", "ten"), ("11", "eleven"),
    ("12", "twelve"), ("1st", "first"), ("2nd", "second"), ("3rd", "third"), ("4th", "fourth"), ("5th", "fifth"),
    ("6th", "sixth"), ("7th", "seventh"), ("8th", "eighth"), ("9th", "ninth"), ("10th", "tenth"), ("11th", "eleventh"),
    ("12th", "twelfth"), ("13th", "thirteenth"), ("14th", "fourteenth"), ("15th", "fifteenth"), ("16th", "sixteenth"),
    ("17th", "seventeenth"), ("18th", "eighteenth"), ("19th", "nineteenth"), ("20th", "twentieth"),
    ("21st", "twenty first"),
)  # fmt: skip
_WARS = (
    ("world war i", "world war 1", "world war one", "first world war", "wwi", "ww1", "ww i"),
    ("world war ii", "world war 2", "world war two", "second world war", "wwii", "ww2", "ww ii"),
)


def figures(text: str) -> Iterator[str]:
    """Other spellings of a typed text that is letters with figures, figures, or an amount."""
    yield from _measures(text)
    if found := _THOUSANDS.fullmatch(text):
        yield from (text.replace(found[1], sign) for sign in ("", ",", ".") if sign != found[1])
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


def numerals(words: Sequence[str]) -> Iterator[str]:
    """Other spellings of some folded words of which the first or last is a small number: `10 minutes`, `phase ii`."""
    for each in _NUMERALS if len(words) > 1 else ():
        if words[-1] in each:
            yield from (" ".join([*words[:-1], other]) for other in each if other != words[-1])
        elif words[0] in each[:2]:
            yield from (" ".join([other, *words[1:]]) for other in each[:2] if other != words[0])
    for names in _WARS:
        if (text := " ".join(words)) in names:
            yield from (name for name in names if name != text)


def _amounts(number: str, scale: str) -> Iterator[str]:
    for scales in _SCALES:
        if scale in scales:
            for each in scales:
                yield f"{number}{each}"
                yield f"{number} {each}"


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
