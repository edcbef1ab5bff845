"""How likely is each year? Clues as curves over the months, and what several of them say together."""

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
_BEFORE, _BEYOND = -7.0, -6.0
_NEAR = 0.8
"""How much evidence is to part a year from its likely rivals, rather than from all years."""


@dataclass(frozen=True, slots=True)
class Clue:
    """Something in a text that tells its time: how well each month fits, and how to say it to a reader.

    `readings` are the clues that it may be, where it may be one of several: the two terms of one president.
    """

    curve: Curve
    evidence: str
    readings: tuple["Clue", ...] = ()

    def told(self, year: int) -> str:
        """The evidence in the reading that fits a year best."""
        months = slice((year - FIRST) * _PER_YEAR, (year - FIRST + 1) * _PER_YEAR)
        return max(self.readings or (self,), key=lambda clue: float(clue.curve[months].max())).evidence


@cache
def in_office(start: float, end: float) -> Curve:
    """Named with an office that was held from `start` to `end` (2013.08 is February 2013)."""
    curve: Curve = np.select([start > MONTHS, end < MONTHS], [_BEFORE, _BEYOND], 0.0)
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
    seldom = np.full(len(MONTHS), -4.5) if sudden else -1.2 - 0.3 * np.maximum(0, start - MONTHS)
    after = -np.maximum(0, MONTHS - until) / fade
    curve: Curve = np.where(start < MONTHS, after, seldom)
    return curve.clip(-4.5)


@cache
def soon_after(start: float) -> Curve:
    """`last December`, of what happened in one: the months until the next."""
    curve: Curve = np.where((start + 1 / _PER_YEAR < MONTHS) & (start + 1 > MONTHS), 0.0, _BEYOND)
    return curve


def of_years(curve: Sequence[float] | Curve) -> Curve:
    """A curve over `YEARS` as one over months, all of a year alike."""
    return np.repeat(np.asarray(curve, np.float64), _PER_YEAR)


def posterior(clues: Sequence[Clue], trust: float) -> Curve:
    """The probability of each year, the sum over its months.

    What stands in one text belongs together, so that clues repeat each other in part: the more there are the less each
    counts, by their number to the power of `trust` - 1.
    """
    total = of_years(PRIOR)
    if clues:
        total = total + len(clues) ** (trust - 1) * np.sum([clue.curve for clue in clues], axis=0)
    raised = np.exp(total - total.max())
    shares: Curve = raised.reshape(-1, _PER_YEAR).sum(axis=1) / raised.sum()
    return shares


def telling(clues: Sequence[Clue], shares: Curve, count: int = 3) -> list[Clue]:
    """The clues that part the likeliest year most from its rivals, the most telling first."""
    year = int(shares.argmax())
    others = np.arange(len(shares)) != year
    rivals = _NEAR * shares * others / max(shares[others].sum(), 1e-9) + (1 - _NEAR) * others / len(shares)
    curves = [np.log(np.exp(clue.curve).reshape(-1, _PER_YEAR).mean(axis=1)) for clue in clues]
    gains = [curve[year] - float(np.average(curve, weights=rivals)) for curve in curves]
    order = sorted(range(len(clues)), key=lambda number: -gains[number])
    return [clues[number] for number in order[:count] if gains[number] > 0]
