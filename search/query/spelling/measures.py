"""Measures, shares and sums of money: `75km`, `75 kilometres`; `7%`, `7 percent`; `€35`, `35 euros`, `EUR 35`."""

import re
from collections.abc import Iterator

SCALES = (
    ("thousand", "k"),
    ("million", "m", "mn", "mln"),
    ("billion", "bn", "b", "bln"),
    ("trillion", "tn", "trn"),
)
"""What a number counts, in full and abbreviated."""

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
    ("%", "percent", "per cent", "pct", "prozent", "pour cent", "por ciento", "per cento", "por cento", "procent"),
)
_MEASURE = re.compile(rf"(\d[\d.,]*)[ -]?({'|'.join(unit for units in _UNITS for unit in units)})", re.IGNORECASE)
_LONGEST_SIGN = len("kms")

_CURRENCIES = (
    ("$", "usd", "dollars", "dollar"),
    ("€", "eur", "euros", "euro"),
    ("£", "gbp", "pounds", "pound", "quid"),
    ("¥", "jpy", "yen", "yuan"),
    ("₹", "inr", "rupees", "rupee"),
    ("₽", "rub", "rubles", "roubles", "ruble", "rouble"),
    ("₺", "", "lira", "liras"),
    ("₴", "uah", "hryvnia", "hryvnias"),
    ("₪", "ils", "shekels", "shekel"),
    ("₩", "krw", "won"),
    ("", "chf", "francs", "franken"),
)
"""Its sign, its code (but `try`, which is a word), and its names.

Names stand behind a number, sign and code before it, too."""

_NAMED = "|".join(re.escape(name) for names in _CURRENCIES for name in names if name)
_BEFORE = "|".join(re.escape(name) for names in _CURRENCIES for name in names[:2] if name)
_SCALED = "|".join(scale for scales in SCALES for scale in scales)
_MONEY = re.compile(
    rf"(?P<before>{_BEFORE})? ?(?P<number>\d[\d.,]*)(?: ?(?P<scale>{_SCALED}))?(?: ?(?P<behind>{_NAMED}))?",
    re.IGNORECASE,
)


def measures(text: str) -> Iterator[str]:
    """A measure in the other names of its unit, or a sum of money in those of its scale and currency."""
    if found := _MEASURE.fullmatch(text):
        for each in next(units for units in _UNITS if found[2].casefold() in units):
            if each != "%":
                yield f"{found[1]} {each}"
            if len(each) <= _LONGEST_SIGN:
                yield f"{found[1]}{each}"
    if (found := _MONEY.fullmatch(text)) and bool(found["before"]) != bool(found["behind"]):
        yield from _sums(found["number"], found["scale"], (found["before"] or found["behind"]).casefold())


def _sums(number: str, scale: str | None, currency: str) -> Iterator[str]:
    sign, code, *names = next(names for names in _CURRENCIES if currency in names)
    scales = next((scales for scales in SCALES if scale and scale.casefold() in scales), ())
    amounts = [f"{number}{gap}{each}" for each in scales for gap in (" ", "")] or [number]
    for amount in amounts:
        if sign:
            yield f"{sign}{amount}"
        yield from (f"{amount} {name}" for name in (code, *names) if name)
        if code:
            yield f"{code} {amount}"
