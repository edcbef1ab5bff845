"""How likely is each year? Clues as curves over the years, and what several of them say together."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

FIRST, LAST = 1985, 2026
YEARS = np.arange(FIRST, LAST + 1)
_MONTHS = YEARS[:, None] + (np.arange(12) + 0.5) / 12
Curve = NDArray[np.float64]
"""Log-likelihood of each of `YEARS`, 0 where a clue fits best."""

PRIOR: Curve = np.minimum(0, YEARS - 2004) * 0.12
"""Before the web there was little that could be scraped."""
_UNLIKELY = -6.0
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Clue:
    """Something in a text that tells its time: how well each year fits, and how to say it to a reader."""

    curve: Curve
    evidence: str


@cache
def in_office(start: float, end: float) -> Curve:
    """Named with an office that was held from `start` to `end` (2013.08 is February 2013): the share of each year."""
    inside = np.clip(np.minimum(YEARS + 1, end) - np.maximum(YEARS, start), 0, 1)
    curve: Curve = np.maximum(np.log(np.maximum(inside, 1e-9)), np.where(start > YEARS, -5.0, -4.0))
    return curve


@cache
def out_of_office(end: float) -> Curve:
    """Named as a former holder: after the end, and the less likely the longer it is past."""
    past = YEARS + 1 - end
    return np.where(past > 0, np.log(np.clip(past, 1e-9, 1)) - 0.08 * past, -5.0).clip(_UNLIKELY)


@cache
def known(start: float, end: float) -> Curve:
    """A name of office without its office: most likely of those years, perhaps of others nearby."""
    away = np.maximum(0, np.maximum(np.floor(start) - YEARS, YEARS - np.floor(end)))
    return np.where(away == 0, 0.0, -0.9 - 0.25 * away).clip(-3.0) + np.log(0.35 + 0.65 * _share(start, end))


@cache
def spoken_of(start: float, until: float, fade: float, *, sudden: bool) -> Curve:
    """Spoken of from `start`, most until `until`; `fade` years later a third as much: the mean over each year's months.

    Before the start never, where it came suddenly, otherwise seldom.
    """
    away = np.maximum(0, np.floor(start) - YEARS)
    seldom = np.full(len(YEARS), -4.5) if sudden else -1.2 - 0.3 * away
    loud = np.exp(-np.maximum(0, _MONTHS - until) / fade) * (start < _MONTHS)
    curve: Curve = np.log(np.maximum(loud.mean(axis=1), np.exp(np.maximum(seldom, -4.5))))
    return curve


@cache
def soon_after(start: float) -> Curve:
    """`last December`, of what happened in one: the year after, or in the second half of its own."""
    away = YEARS - int(start)
    early = start % 1 < _HALF
    curve: Curve = np.select([away == 1, (away == 0) & early], [0.0, -0.7], -4.0)
    return curve


def posterior(clues: Sequence[Clue], trust: float) -> Curve:
    """The probability of each year.

    What stands in one text belongs together, so that clues repeat each other in part: the more there are the less each
    counts, by their number to the power of `trust` - 1.
    """
    total = PRIOR + len(clues) ** (trust - 1) * np.sum([clue.curve for clue in clues], axis=0)
    raised = np.exp(total - total.max())
    shares: Curve = raised / raised.sum()
    return shares


def telling(clues: Sequence[Clue], shares: Curve, count: int = 3) -> list[Clue]:
    """The clues without which the likeliest year would be least sure, the most telling first."""
    year = int(shares.argmax())
    rivals = 0.5 * shares + 0.5 / len(shares)
    rivals[year] = 0
    gains = [clue.curve[year] - float(np.average(clue.curve, weights=rivals)) for clue in clues]
    order = sorted(range(len(clues)), key=lambda number: -gains[number])
    return [clues[number] for number in order[:count] if gains[number] > 0]


def _share(start: float, end: float) -> Curve:
    share: Curve = np.clip(np.minimum(YEARS + 1, end) - np.maximum(YEARS, start), 0, 1)
    return share
