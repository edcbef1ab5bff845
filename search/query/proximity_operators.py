"""Read the proximity operators of other search engines.

Nexis, Westlaw and Factiva (`w/5`, `+5`, `adj5`), ProQuest and EBSCO (`NEAR/5`, `N5`), Google (`AROUND(5)`).
"""

import re
from typing import NamedTuple

NEAR = r"""
    (?i:w|near|n|pre|p|adj|onear|within)?/(?:\d{1,3}|(?i:sent|para|seg|s|p)) | (?i:near|adj|onear)\d{1,3}
    | (?<=\s)(?:[NW]\d{1,2}|\+(?:\d{1,2}|[sp]))(?=\s+["(\w])
    | (?i:around|near|onear)\(\d{1,3}\) | NEAR | ADJ | (?i:adj)(?=\s) | SAME
"""
"""How they are written, for a verbose regular expression."""

_IN_ORDER = ("pre", "p/", "adj", "onear", "w", "+")
_EITHER_ORDER = ("w/", "within")
_ALSO_WORDS = re.compile(r"[NW+]\d+")
_SENTENCE, _PARAGRAPH = (25, "sentences"), (75, "paragraphs")
_UNITS = {"s": _SENTENCE, "sent": _SENTENCE, "p": _PARAGRAPH, "para": _PARAGRAPH, "seg": (100, "segments")}
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
    ordered = operator.startswith(_IN_ORDER) and not operator.startswith(_EITHER_ORDER)
    read_as = "pre" if ordered else "w"
    if number := re.search(r"\d+", operator):
        notice = f"“{typed}” was read as {read_as}/{number[0]}, at most so many words apart."
        return Distance(max(1, int(number[0])), ordered, notice if _ALSO_WORDS.match(typed) else "")
    if operator in _ALONE:
        return Distance(_ALONE[operator], ordered)
    distance, unit = _UNITS[re.split("[/+]", operator)[1]]
    notice = f"{unit.capitalize()} are not searched, so “{typed}” was read as {read_as}/{distance}."
    return Distance(distance, ordered, notice)
