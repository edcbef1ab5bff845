"""Find at which rates a text converts money into dollars: `20.3 billion yuan ($2.68 billion)`, `1 euro = $1.3452`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpus.late_pattern import late

_NUMBER = r"(?P<{0}>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_SCALE = r"(?: ?-?(?P<{0}>million|billion|trillion|mln|bln|trln|m|bn)\b)?"
_SCALES = {"m": 1e6, "mln": 1e6, "million": 1e6, "bn": 1e9, "bln": 1e9, "billion": 1e9, "trln": 1e12, "trillion": 1e12}
_DOLLARS = late(
    r"[(\[](?:(?:about|around|nearly|some|worth) )?(?:US ?|U\.S\. ?)?\$ ?"
    + _NUMBER.format("dollars")
    + _SCALE.format("scale")
)
_AMOUNT = late(
    r"(?P<sign>C\$|A\$|£|€|¥)? ?" + _NUMBER.format("amount") + _SCALE.format("scale") + r"(?P<words>[^\d]*)$"
)
_OF_ONE_DOLLAR = late(r"(?:US)?\$1 ?= ?" + _NUMBER.format("amount") + r" ?(?P<words>[A-Za-z ]{2,24})")
_OF_ONE = late(r"\b1 (?P<words>[A-Za-z ]{3,24}?) ?= ?(?:US)?\$ ?" + _NUMBER.format("dollars"))
_ONE = "1.00000"
_EARSHOT = 44
_ROUGHEST = 0.06


@dataclass(frozen=True, slots=True)
class Rate:
    """How many units of a currency a dollar is worth, and how much of that (a share) rounding may have changed."""

    per_dollar: float
    rough: float


def converted(text: str) -> Mapping[str, Rate]:
    """The word or sign of a currency, as a text has it -> the rate that its least rounded conversion implies."""
    finest: dict[str, Rate] = {}
    for unit, rate in _rates(text):
        if rate.rough < _ROUGHEST and (unit not in finest or rate.rough < finest[unit].rough):
            finest[unit] = rate
    return finest


def _rates(text: str) -> Iterator[tuple[str, Rate]]:
    for match in _DOLLARS.finditer(text) if "$" in text else ():
        beside = _AMOUNT.search(text[max(0, match.start() - _EARSHOT) : match.start()])
        if beside and (unit := beside["sign"] or beside["words"].strip(" -")):
            yield unit, _rate(beside["amount"], beside["scale"], match["dollars"], match["scale"])
    if "=" in text:
        for match in _OF_ONE_DOLLAR.finditer(text):
            yield match["words"].strip(), _rate(match["amount"], None, _ONE, None)
        for match in _OF_ONE.finditer(text):
            yield match["words"].strip(), _rate(_ONE, None, match["dollars"], None)


def _rate(amount: str, scale: str | None, dollars: str, dollars_scale: str | None) -> Rate:
    units, worth = _value(amount, scale), _value(dollars, dollars_scale)
    return Rate(units / worth, _rounded(amount) + _rounded(dollars)) if units and worth else Rate(0, 1)


def _value(number: str, scale: str | None) -> float:
    return float(number.replace(",", "")) * _SCALES.get(scale or "", 1.0)


def _rounded(number: str) -> float:
    """How much of a number half a step of its last digit is: what is converted from 500 million was seldom rounded."""
    value = float(number.replace(",", ""))
    decimals = len(number.partition(".")[2])
    return 0.5 * 0.1**decimals / value if value else 1.0
