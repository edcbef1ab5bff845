"""Read the proximity operators of Nexis, Westlaw, Factiva, ProQuest and Google: `w/5`, `NEAR/5`, `pre/3`, `adj5`."""

import re
from typing import NamedTuple

NEAR = r"""
    (?i:w|near|n|pre|p|adj|onear|within)?/(?:\d{1,3}|(?i:s|p|seg)) | (?i:near|adj|onear)\d{1,3}
    | AROUND\(\d{1,3}\) | NEAR | ADJ | SAME
"""
"""How they are written, for a verbose regular expression."""

_IN_ORDER = ("pre", "p/", "adj", "onear")
_UNITS = {"s": (25, "sentences"), "p": (75, "paragraphs"), "seg": (100, "segments")}
"""For how many words a sentence, a paragraph and a segment stand, as Nexis advises."""

_ALONE = {"near": 10, "adj": 1, "same": 75}
"""Distances of operators without a number, as Factiva reads them."""


class Distance(NamedTuple):
    """At most so many words apart, in order or not; and what the user should know."""

    distance: int
    ordered: bool
    notice: str = ""


def distance_of(typed: str) -> Distance:
    """The distance that an operator asks for."""
    operator = typed.lower()
    ordered = operator.startswith(_IN_ORDER)
    if number := re.search(r"\d+", operator):
        return Distance(max(1, int(number[0])), ordered)
    if operator in _ALONE:
        return Distance(_ALONE[operator], ordered)
    distance, unit = _UNITS[operator.partition("/")[2]]
    return Distance(distance, ordered, f"{unit.capitalize()} are not searched, so “{typed}” was read as w/{distance}.")
