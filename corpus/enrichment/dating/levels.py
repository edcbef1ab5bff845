"""Make clues of the prices and levels of markets that a text quotes: `the Dow fell to 8,776`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from corpus.enrichment.dating.name_matching import Index, found, indexed
from corpus.enrichment.dating.tables import columns, lines, read_tables
from corpus.enrichment.dating.timeline import FIRST, MONTHS, Clue, Curve

_EARSHOT = 110
_FIGURE = r"(?<![\d.,-])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\d,]*\d)"
_INDEX = r"(?<![\d.,$€£-])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{3,5}\.\d+)(?![\d,]*\d)"
_HOW = {
    "points": re.compile(rf"{_INDEX}(?!\s*(?:-?points?\b|percent|%|per cent|pct|companies|stocks|jobs))"),
    "a barrel": re.compile(rf"\$\s?{_FIGURE}(?: a| per)? (?:a |per )?(?:barrel|bbl)"),
    "an ounce": re.compile(rf"\$\s?{_FIGURE} (?:an|per) (?:troy )?ounce"),
    "a gallon": re.compile(rf"\$\s?{_FIGURE} (?:a|per) gallon"),
    "rate": re.compile(r"\$\s?([01]\.\d{2,4})\b(?! (?:billion|million|trillion|a |per ))"),
    "yen": re.compile(rf"(?:to|at|around|near|below|above|against the dollar at) {_FIGURE} yen"),
    "percent": re.compile(r"(?<![\d.])(\d{1,2}\.\d{1,3})(?:\s?percent|\s?%| per cent| pct)"),
}
_LOWEST = -5.0


@dataclass(frozen=True, slots=True)
class Level:
    """What a figure was in each of `MONTHS` (logarithm), how near a quoted one must be, how often it is a stray."""

    title: str
    number: str
    logs: Curve
    near: float
    stray: float

    def figures(self, text: str) -> list[float]:
        """The figures in what stands beside its name that it may have had."""
        low, high = np.exp(np.nanmin(self.logs)) * (1 - self.near), np.exp(np.nanmax(self.logs)) * (1 + self.near)
        found = [float(each[1].replace(",", "")) for each in _HOW[self.number].finditer(text)]
        return [each for each in found if low <= each <= high]

    def clue(self, figure: float) -> Clue:
        """How well each month fits a figure."""
        away = np.nan_to_num((np.log(figure) - self.logs) / self.near, nan=99.0)
        fits = np.log((1 - self.stray) * np.exp(-away * away / 2) + self.stray)
        return Clue((fits - fits.max()).clip(_LOWEST), f"{self.title} at {figure:,g}", "level")


def level_clues(text: str, words: set[str]) -> Iterator[Clue]:
    """A clue for each level that a text quotes: its first figure, which is the one of the day."""
    names, of = _named()
    told = set[str]()
    places = sorted((start, end, name) for name, spots in found(text, words, names).items() for start, end in spots)
    for start, end, name in places:
        level = of[name]
        if level.title in told:
            continue
        before = _EARSHOT // 2 if level.number.startswith("a") else 0
        if figures := level.figures(text[max(0, start - before) : end + _EARSHOT]):
            told.add(level.title)
            yield level.clue(figures[0])


@lru_cache(maxsize=1)
def _named() -> tuple[Index, Mapping[str, Level]]:
    of: dict[str, Level] = {}
    for file, table in read_tables("levels"):
        for each in table["level"]:
            level = Level(each["title"], each["number"], _logs(each["quarters"], file), each["near"], each["stray"])
            of.update(dict.fromkeys(each["words"], level))
    return indexed(of), of


def _logs(block: str, file: str) -> Curve:
    """Ends of quarters as a curve over months: straight between them, unknown (NaN) before and after."""
    rows = [columns(line, 5, file) for line in lines(block)]
    ends = np.array([[float(year) + quarter / 4 for quarter in range(1, 5)] for year, *_ in rows]).ravel()
    values = np.array([[float(each) for each in quarters] for _, *quarters in rows]).ravel()
    logs: Curve = np.interp(MONTHS, ends, np.log(values), left=np.nan if ends[0] > FIRST + 1 else None, right=np.nan)
    return logs
