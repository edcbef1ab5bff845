"""Make clues of the prices, rates and levels that a text quotes or reckons with: `the Dow fell to 8,776`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from corpus.enrichment.dating.conversions import Rate, converted
from corpus.enrichment.dating.name_matching import Index, found, indexed
from corpus.enrichment.dating.tables import columns, lines, read_tables
from corpus.enrichment.dating.timeline import FIRST, MONTHS, Clue, Curve
from corpus.late_pattern import late

_EARSHOT = 110
_FIGURE = r"(?<![\d.,-])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\d,]*\d)"
_INDEX = r"(?<![\d.,$€£-])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{3,5}\.\d+)(?![\d,]*\d)"
_HOW = {
    "points": late(rf"{_INDEX}(?!\s*(?:-?points?\b|percent|%|per cent|pct|companies|stocks|jobs))"),
    "a barrel": late(rf"\$\s?{_FIGURE}(?: a| per)? (?:a |per )?(?:barrel|bbl)"),
    "an ounce": late(rf"\$\s?{_FIGURE} (?:an|per) (?:troy )?ounce"),
    "a gallon": late(rf"\$\s?{_FIGURE} (?:a|per) gallon"),
    "rate": late(r"\$\s?([012]\.\d{2,4})\b(?! (?:billion|million|trillion|a |per ))"),
    "yen": late(rf"(?:to|at|around|near|below|above|against the dollar at) {_FIGURE} yen"),
    "index": late(r"(?<![\d.,$€£-])(\d{2,3}\.\d)(?!\d|\s?(?:percent|%|per cent|pct|points?\b|million|billion))"),
    "thousands": late(r"(?<![\d.,$€£-])(\d{3}|\d,\d{3}),000\b"),
    "percent": late(r"(?<![\d.])(\d{1,2}\.\d{1,3})(?:\s?percent|\s?%| per cent| pct)"),
}
_LOWEST = -5.0


@dataclass(frozen=True, slots=True)
class Level:
    """What a figure was in each of `MONTHS` (logarithm), how near a quoted one must be, how often it is a stray."""

    title: str
    words: tuple[str, ...]
    number: str
    logs: Curve
    near: float
    stray: float
    beyond: float
    """How likely a month is of which the table does not tell the figure."""
    currency: tuple[str, ...] = ()
    per_dollar: bool = False

    def figures(self, text: str) -> list[float]:
        """The figures in what stands beside its name that it may have had."""
        low, high = np.exp(np.nanmin(self.logs)) * (1 - self.near), np.exp(np.nanmax(self.logs)) * (1 + self.near)
        found = [float(each[1].replace(",", "")) for each in _HOW[self.number].finditer(text)]
        return [each for each in found if low <= each <= high]

    def clue(self, figure: float, rough: float = 0) -> Clue:
        """How well each month fits a figure, of which rounding may have changed such a share."""
        away = (np.log(figure) - self.logs) / np.hypot(self.near, rough / 2)
        fits = (1 - self.stray) * np.exp(-away * away / 2) + self.stray
        logs = np.log(np.where(np.isnan(fits), self.beyond, fits))
        told = f"{figure:,.4g}" if rough else f"{figure:,g}"
        return Clue((logs - logs.max()).clip(_LOWEST), f"{self.title} at {told}", "level")

    def converted(self, rates: Mapping[str, Rate]) -> Clue | None:
        """The clue that the conversions of a text make, where they are of this currency and such as it ever had."""
        mine = [rates[unit] for unit in self.currency if unit in rates]
        if not mine:
            return None
        rate = min(mine, key=lambda each: each.rough)
        figure = rate.per_dollar if self.per_dollar else 1 / rate.per_dollar
        low, high = np.exp(np.nanmin(self.logs)), np.exp(np.nanmax(self.logs))
        return self.clue(figure, rate.rough) if low * (1 - self.near) <= figure <= high * (1 + self.near) else None


def level_clues(text: str, words: set[str]) -> Iterator[Clue]:
    """A clue for each level that a text converts money by, or quotes: its first figure, which is the one of the day."""
    names, of = _named()
    rates = converted(text)
    told = set[str]()
    for level in _levels() if rates else ():
        if clue := level.converted(rates):
            told.add(level.title)
            yield clue
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
def _levels() -> tuple[Level, ...]:
    return tuple(_level(each, file) for file, table in read_tables("levels") for each in table["level"])


def _level(row: Mapping[str, Any], file: str) -> Level:
    return Level(
        title=row["title"],
        words=tuple(row["words"]),
        number=row["number"],
        logs=_logs(row["quarters"], file),
        near=row["near"],
        stray=row["stray"],
        beyond=row.get("beyond", row["stray"]),
        currency=tuple(row.get("currency", ())),
        per_dollar=row.get("per_dollar", False),
    )


@lru_cache(maxsize=1)
def _named() -> tuple[Index, Mapping[str, Level]]:
    of = {word: level for level in _levels() for word in level.words}
    return indexed(of), of


def _logs(block: str, file: str) -> Curve:
    """Ends of quarters as a curve over months: straight between them, unknown (NaN) before and after."""
    rows = [columns(line, 5, file) for line in lines(block)]
    ends = np.array([[float(year) + quarter / 4 for quarter in range(1, 5)] for year, *_ in rows]).ravel()
    values = np.array([[float(each) for each in quarters] for _, *quarters in rows]).ravel()
    logs: Curve = np.interp(MONTHS, ends, np.log(values), left=np.nan if ends[0] > FIRST + 1 else None, right=np.nan)
    return logs
