"""What do the years and days that a text names say of its own year? `in 2009`, `by 2015`, `Tuesday, April 9`."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

import numpy as np

from index.dating.timeline import FIRST, LAST, YEARS, Clue, Curve, of_years

_YEAR = re.compile(r"(?<![\d.,$€£-])\b(19[89]\d|20[0-4]\d)\b(?![,.]?\d|%| (?:people|points|miles|dollars|troops|jobs))")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_MONTH = r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"


def _words(before: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{before})$", re.IGNORECASE)


_USES = (
    (
        "looks forward to",
        _words(r"(?:by|until|till|beyond|before|end of|through)(?: the)?(?: end of| late| early| mid)?[ -]"),
        {0: 0.05, -1: 0.14, -2: 0.22, -3: 0.22, -4: 0.12, -5: 0.08, 1: 0.04, 2: 0.03},
    ),
    (
        "reckons for",
        _words("(?:for|into|fiscal|its|their|full-year|full year|quarter of|half of|quarter|half) "),
        {-1: 0.25, 0: 0.45, 1: 0.16, 2: 0.05, -2: 0.02, 3: 0.02},
    ),
    (
        "dates something to",
        _words(rf"(?:late|mid-|{_MONTH}(?: \d\d?,?)?(?: of)?) ?"),
        {-1: 0.05, 0: 0.11, 1: 0.3, 2: 0.21, 3: 0.12, 4: 0.06, 5: 0.04, 6: 0.03},
    ),
    ("counts since", _words("since "), {0: 0.01, 1: 0.05, 2: 0.1, 3: 0.14, 4: 0.12, 5: 0.08}),
    ("names the year", re.compile(""), {-2: 0.03, -1: 0.11, 0: 0.21, 1: 0.2, 2: 0.12, 3: 0.09, 4: 0.06, 5: 0.04}),
)
"""How a text speaks of a year, the words before it, and how often it appears so many years later."""

_NEVER, _RARELY = 0.003, 0.015
_EARSHOT = 32
_DAY = r"(Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_MONTH_FIRST = re.compile(rf"\b{_DAY},? (?:\(|on |the )?{_MONTH} (\d\d?)(?:st|nd|rd|th)?\b")
_DAY_FIRST = re.compile(rf"\b{_DAY},? (?:\(|on )?(?:the )?(\d\d?)(?:st|nd|rd|th)? (?:of )?{_MONTH}")


def year_clues(text: str) -> Iterator[Clue]:
    """For each way of speaking of years, the latest year that a text speaks of so."""
    latest: dict[str, tuple[int, dict[int, float]]] = {}
    for match in _YEAR.finditer(text):
        before, year = text[max(0, match.start() - _EARSHOT) : match.start()], int(match[0])
        use, delays = next((use, delays) for use, words, delays in _USES if words.search(before))
        if year <= LAST + 1 and year > latest.get(use, (0, delays))[0]:
            latest[use] = year, delays
    for use, (year, apart) in latest.items():
        yield Clue(of_years(_later(year, apart)), f"{use} {year}")


def weekday_clues(text: str) -> Iterator[Clue]:
    """A weekday with its date fits one year in seven, or nearly so."""
    found = [(each[1], each[2], int(each[3]), each[0]) for each in _MONTH_FIRST.finditer(text)]
    found += [(each[1], each[3], int(each[2]), each[0]) for each in _DAY_FIRST.finditer(text)]
    for day_name, month_name, day, written in found[:3]:
        if curve := _fits(_DAYS.index(day_name[:3].lower()), _MONTHS.index(month_name[:3].lower()) + 1, day):
            yield Clue(of_years(curve), f"{written.strip('(')} fits the calendar of this year")


def _fits(weekday: int, month: int, day: int) -> list[float]:
    try:
        return [0.0 if date(year, month, day).weekday() == weekday else -3.0 for year in range(FIRST, LAST + 1)]
    except ValueError:
        return []


def _later(year: int, delays: Mapping[int, float]) -> Curve:
    """How likely each year is when something was written so many years after the year that it speaks of."""
    rest = np.where(year < YEARS, _RARELY, _NEVER)
    shares = [delays.get(int(each) - year, float(low)) for each, low in zip(YEARS, rest, strict=True)]
    curve: Curve = np.log(shares) - np.log(max(shares))
    return curve
