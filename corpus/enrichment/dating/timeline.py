"""Spread probability over years: clues as curves over the months, multiplied."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

FIRST, LAST = 1985, 2026
YEARS = np.arange(FIRST, LAST + 1)
_PER_YEAR = 12
MONTHS = FIRST + (np.arange(_PER_YEAR * len(YEARS)) + 0.5) / _PER_YEAR
"""The middle of each month, in years: 2013.04 is that of January 2013."""

Curve = NDArray[np.float64]
"""Log-likelihood of each of `MONTHS`, 0 where a clue fits best; or a probability of each of `YEARS`."""

PRIOR: Curve = np.minimum(0, YEARS - 2004) * 0.12
"""Before the web there was little that could be scraped."""
_BEFORE, _BEYOND, _LEAST = -7.0, -3.0, -9.0
_TOO_EARLY = 0.5
"""An office is less often given to somebody before it was held than after."""
_MISNAMED, _MISTAKEN = 0.03, 0.06
"""Share of the mentions of an office-holder, or of an event, that tell nothing of the time."""
_OF_WORDS, _OF_FIGURES = 0.7, 1.5
"""How much a clue counts: what one text says repeats itself in part, a figure of a market does not."""
_NEAR = 0.8
"""How much evidence is to part a year from its likely rivals, rather than from all years."""


@dataclass(frozen=True, slots=True)
class Clue:
    """Something in a text that tells its time: how well each month fits, and how to say it to a reader.

    `kind` says how much it counts. `readings` are the clues that it may be, where it may be one of several: the two
    terms of one president.
    """

    curve: Curve
    evidence: str
    kind: str = ""
    readings: tuple["Clue", ...] = ()

    def told(self, year: int) -> str:
        """The evidence in the reading that fits a year best."""
        months = slice((year - FIRST) * _PER_YEAR, (year - FIRST + 1) * _PER_YEAR)
        return max(self.readings or (self,), key=lambda clue: float(clue.curve[months].max())).evidence


@cache
def in_office(start: float, end: float) -> Curve:
    """Named with an office that was held from `start` to `end` (2013.08 is February 2013)."""
    never = _stray(start, end, _MISNAMED)
    curve: Curve = np.select([start > MONTHS, end < MONTHS], [never - _TOO_EARLY, never], 0.0)
    return curve


@cache
def out_of_office(end: float) -> Curve:
    """Named as a former holder: after the end, and the less likely the longer it is past."""
    curve: Curve = np.where(end < MONTHS, -0.08 * (MONTHS - end), _BEFORE)
    return curve.clip(_BEFORE)


@cache
def known(start: float, end: float) -> Curve:
    """A name of office without its office: most likely of that time, perhaps of times nearby."""
    away = np.maximum(0, np.maximum(start - MONTHS, MONTHS - end))
    curve: Curve = np.where(away == 0, 0.0, -0.9 - 0.25 * away)
    return curve.clip(-3.0)


@cache
def spoken_of(start: float, until: float, fade: float, *, sudden: bool) -> Curve:
    """Spoken of from `start`, most until `until`; `fade` years later a third as much.

    Before the start never, where it came suddenly, otherwise seldom.
    """
    least = _stray(start, until, _MISTAKEN)
    seldom = np.full(len(MONTHS), least) if sudden else -1.2 - 0.3 * np.maximum(0, start - MONTHS)
    after = -np.maximum(0, MONTHS - until) / fade
    curve: Curve = np.where(start < MONTHS, after, seldom)
    return curve.clip(least)


@cache
def soon_after(start: float) -> Curve:
    """`last December`, of what happened in one: the months until the next."""
    curve: Curve = np.where((start + 1 / _PER_YEAR < MONTHS) & (start + 1 > MONTHS), 0.0, _BEFORE)
    return curve


def _stray(start: float, end: float, share: float) -> float:
    """How likely a month outside a time is, to one within, when this share of the mentions stray anywhere."""
    months = max(1.0, (min(end, LAST + 1) - max(start, FIRST)) * _PER_YEAR)
    return float(np.clip(np.log(share / (1 - share) * months / len(MONTHS)), _LEAST, _BEYOND))


def of_years(curve: Sequence[float] | Curve) -> Curve:
    """A curve over `YEARS` as one over months, all of a year alike."""
    return np.repeat(np.asarray(curve, np.float64), _PER_YEAR)


def posterior(clues: Sequence[Clue], until: float = LAST + 1) -> Curve | None:
    """The probability of each year, the sum over its months up to `until`; None where no month is left."""
    total = of_years(PRIOR)
    for clue in clues:
        total = total + (_OF_FIGURES if clue.kind == "level" else _OF_WORDS) * clue.curve
    total = np.where(until > MONTHS - 1 / _PER_YEAR, total, -np.inf)
    if not np.isfinite(total).any():
        return None
    raised = np.exp(total - total.max())
    shares: Curve = raised.reshape(-1, _PER_YEAR).sum(axis=1) / raised.sum()
    return shares


def evidence_of(clues: Sequence[Clue], shares: Curve, count: int = 3) -> list[str]:
    """What parts the likeliest year most from its rivals, for a reader, the most telling first; nothing twice."""
    year = int(YEARS[shares.argmax()])
    said: list[str] = []
    for clue in _telling(clues, shares):
        told = clue.told(year)
        same = next((each for each in said if _bare(told) in _bare(each) or _bare(each) in _bare(told)), None)
        if same is None:
            said.append(told)
        elif len(told) > len(same):
            said[said.index(same)] = told
    return said[:count]


def _bare(told: str) -> str:
    return told.partition(" (")[0].removeprefix("says ").strip("“”").lower()


def _telling(clues: Sequence[Clue], shares: Curve) -> list[Clue]:
    """The clues that part the likeliest year from its rivals, the most telling first."""
    year = int(shares.argmax())
    others = np.arange(len(shares)) != year
    rivals = _NEAR * shares * others / max(shares[others].sum(), 1e-9) + (1 - _NEAR) * others / len(shares)
    curves = [np.log(np.exp(clue.curve).reshape(-1, _PER_YEAR).mean(axis=1)) for clue in clues]
    gains = [curve[year] - float(np.average(curve, weights=rivals)) for curve in curves]
    order = sorted(range(len(clues)), key=lambda number: -gains[number])
    return [clues[number] for number in order if gains[number] > 0]
