"""Make clues of the months that a text names without a year: `on October 13`, `in May`."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from corpus.enrichment.dating.calendar import spoken
from corpus.enrichment.dating.timeline import MONTHS, Clue, Curve
from corpus.late_pattern import late

_NAMES = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
]  # fmt: skip
_ABBREVIATED = {"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec"}
_MONTH = "|".join([*_NAMES, *sorted(_ABBREVIATED)])
_BARE = late(rf"(?P<month>{_MONTH})\b\.?(?P<day> \d\d?\b(?!\d))?(?!,? (?:of )?(?:19|20)\d\d)(?!\.?[ -][A-Z])")
_BEFORE = late(r"\b(last|next|in|by|until|since) $|(?<!\w)$", re.IGNORECASE)
_EARSHOT = 7
_QUARTER = late(r"\b([Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)[- ]quarter\b")
_TOLD = {
    "names a day of": "names a day in {} without its year",
    "speaks of a quarter to": "speaks of the quarter to {}",
} | {f"says “{before}”": f"says “{before} {{}}”" for before in ("last", "next", "in", "by", "until", "since")}
_QUARTERS = ["first", "second", "third", "fourth"]
_PER_YEAR = 12
_SMOOTH = 0.005


def month_clues(text: str) -> Iterator[Clue]:
    """A clue for each way in which a text names months without a year: the month that it names most so."""
    for use, month in named_months(text).items():
        yield Clue(_season(use, month), _TOLD[use].format(_NAMES[month]), "quarter" if "quarter" in use else "season")


def named_months(text: str) -> dict[str, int]:
    """How a text names months, and for each way the one named most, 0 for January."""
    named: dict[str, Counter[int]] = {}
    for match in _BARE.finditer(text):
        said = _BEFORE.search(text[max(0, match.start() - _EARSHOT) : match.start()])
        if said is None:  # a name ends like a month
            continue
        before = (said[1] or "").lower()
        use = "names a day of" if match["day"] else f"says “{before}”" if before else ""
        month = next(number for number, name in enumerate(_NAMES) if name.startswith(match["month"][:3]))
        if use and not (month in (2, 4) and not before and not match["day"]):
            named.setdefault(use, Counter())[month] += 1
    for match in _QUARTER.finditer(text):
        last = 3 * _QUARTERS.index(match[1].lower()) + 2
        named.setdefault("speaks of a quarter to", Counter())[last] += 1
    return {use: each.most_common(1)[0][0] for use, each in named.items()}


@lru_cache(maxsize=128)
def _season(use: str, month: int) -> Curve:
    """How likely each month is when such a month was named so."""
    later = (np.arange(len(MONTHS)) - month) % _PER_YEAR
    way = spoken()["months"][use]
    apart = (np.arange(_PER_YEAR) - way["peak"]) % _PER_YEAR
    likely = np.maximum(way["after"] ** apart, way["before"] ** (-apart % _PER_YEAR))
    shares = np.log(likely / likely.sum() + _SMOOTH)
    curve: Curve = shares[later] - shares.max()
    return curve
