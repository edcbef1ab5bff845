"""Make clues of the years and days that a text names: `in 2009`, `by 2015`, `Tuesday, April 9`."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np

from corpus.enrichment.dating.timeline import FIRST, LAST, MONTHS, YEARS, Clue, Curve, of_years
from corpus.late_pattern import late

_YEAR = late(r"(?<![\d.,$€£-])\b(19[89]\d|20[0-4]\d)\b(?![,.]?\d|%| (?:people|points|miles|dollars|troops|jobs))")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_OUTLOOK = (
    r"(?:forecast|outlook|guidance|estimate|target|budget|growth|earnings|profit|sales|revenue|results|full-year|season|"
    r"model|deficit|GDP|production|output|demand)"
)
_LATER = r"(?:forecast|predict|expect|project|estimate|outlook|plan|will|could|may|next|seen|sees|target|goal)"
_USES = (
    ("looks forward to", r"\b(?:by|until|till|beyond|before|through)(?: the)?(?: end of| late| early| mid)?[ -]$", ""),
    ("reckons with fiscal", r"\bfiscal(?: year)?[ -]$", ""),
    ("counts since", r"\b(?:since|after)(?: the)?(?: end of| late| early| mid-?)? ?$", ""),
    ("counts since a month of", rf"\b(?:since|from|in|of|ended|ending) {_MONTH}(?: \d\d?,?)? $", ""),
    ("dates a day of", rf"\b{_MONTH} \d\d?,? $", ""),
    ("dates a month of", rf"\b{_MONTH},? (?:of )?$", ""),
    ("reckons a quarter of", r"\b(?:quarter|half|rest|remainder|end|beginning|start|months) (?:of )?$", ""),
    ("compares with", r"\b(?:than|from|versus|over|with|and|to) (?:in |for )?$", ""),
    ("looks ahead to", rf"\b{_LATER}[^.;]{{0,40}}\b(?:in|for|of) (?:late |early |mid-?)?$", ""),
    ("reckons for", r"\b(?:for|into) (?:all of |the full year )?$", ""),
    ("names a part of", r"\b(?:late|early|mid)[ -]?$", ""),
    ("reckons", "", rf" (?:net |full-year |annual |oil |operating |capital )?{_OUTLOOK}"),
    ("tells of", r"\bin $", ""),
    ("speaks of", r"\b(?:the|its|their|his|her|a|'s|’s) $", ""),
    ("names the year", "", ""),
)
"""How a text speaks of a year: the words before it, at their end, and those after it."""
_PATTERNS = [(use, late(before, re.IGNORECASE), late(after)) for use, before, after in _USES]
_EARLIEST, _FARTHEST = -5, 10
"""How many years later than the year that it speaks of a text may be."""
_STRAY = 0.0005
_EVEN = 0.3
"""Of a year's quarters so much is spread evenly, whatever `spoken.toml` says of them."""
_QUARTERS = 4
_EARSHOT = 64
_WORDS = late(r"(?: [^\W\d]+(?:-[^\W\d]+)*){1,2}")
_DAY = r"(Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_MONTH_FIRST = late(rf"\b{_DAY},? (?:\(|on |the )?({_MONTH}) (\d\d?)(?:st|nd|rd|th)?\b")
_DAY_FIRST = late(rf"\b{_DAY},? (?:\(|on )?(?:the )?(\d\d?)(?:st|nd|rd|th)? (?:of )?({_MONTH})")


def year_clues(text: str) -> Iterator[Clue]:
    """For each way of speaking of years, the latest year that a text speaks of so."""
    for use, (year, said) in latest_years(text).items():
        yield Clue(_later(use, year), f"says “{said}”", use)


def latest_years(text: str) -> Mapping[str, tuple[int, str]]:
    """The latest year that a text speaks of in each way, and the words that do."""
    latest: dict[str, tuple[int, str]] = {}
    for match in _YEAR.finditer(text):
        year = int(match[0])
        if year <= LAST + 1:
            before, after = text[max(0, match.start() - _EARSHOT) : match.start()], text[match.end() :][:_EARSHOT]
            use, said = _use(before, match[0], after)
            if year > latest.get(use, (0, ""))[0]:
                latest[use] = (year, said)
    return latest


def _use(before: str, year: str, after: str) -> tuple[str, str]:
    """The way of speaking of a year that stands between two texts, and its words."""
    use, begun, ended = next(
        (use, begun, ended)
        for use, words, then in _PATTERNS
        if (begun := words.search(before)) and (ended := then.match(after))
    )
    if use == "speaks of":  # “the 2020” says less than “2020 election”
        following = _WORDS.match(after)
        return use, f"{year}{following[0] if following else ''}"
    return use, " ".join(f"{begun[0]}{year}{ended[0]}".split()).lstrip("([-")


def weekday_clues(text: str) -> Iterator[Clue]:
    """A weekday with its date fits one year in seven, or nearly so."""
    found = [(each[1], each[2], int(each[3]), each[0]) for each in _MONTH_FIRST.finditer(text)]
    found += [(each[1], each[3], int(each[2]), each[0]) for each in _DAY_FIRST.finditer(text)]
    for day_name, month_name, day, written in found[:3]:
        if curve := _fits(_DAYS.index(day_name[:3].lower()), _MONTHS.index(month_name[:3].lower()) + 1, day):
            yield Clue(of_years(curve), f"“{written.replace('(', '')}” fits the calendar of the year", "weekday")


def _fits(weekday: int, month: int, day: int) -> list[float]:
    try:
        return [0.0 if date(year, month, day).weekday() == weekday else -3.0 for year in range(FIRST, LAST + 1)]
    except ValueError:
        return []


@lru_cache(maxsize=1024)
def _later(use: str, year: int) -> Curve:
    """How likely each month is when something was written so much later than the year that it speaks of."""
    way, delays = spoken()["years"][use], YEARS - year
    shares = np.where(delays < way["peak"], way["before"], way["after"]) ** np.abs(delays - way["peak"])
    shares = np.where((delays >= _EARLIEST) & (delays <= _FARTHEST), shares / shares.sum(), 0) + _STRAY
    quarters = np.ones((len(YEARS), _QUARTERS))
    for place, told in enumerate(spoken()["quarters"].values()):
        quarters[delays == place - 1] = _EVEN + (1 - _EVEN) * _QUARTERS * np.array(told) / sum(told)
    curve: Curve = np.repeat(np.log(shares)[:, None] + np.log(quarters), len(MONTHS) // quarters.size, axis=1).ravel()
    return curve - float(np.log(shares.max()))


@lru_cache(maxsize=1)
def spoken() -> Mapping[str, Mapping[str, Any]]:
    """How much later than the years and months that they speak of texts are written: `data/spoken.toml`."""
    text = (files("corpus.enrichment.dating") / "data" / "spoken.toml").read_text(encoding="utf-8")
    table: Mapping[str, Mapping[str, Any]] = tomllib.loads(text)
    return table
