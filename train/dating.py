"""`python -m train.dating`: count how years and months are spoken of, and weigh the kinds of clues, on dated articles.

Writes counted.toml and weights.toml in corpus/enrichment/dating/data: figures only, no word of an article.
"""

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.enrichment.dating.calendar import EARLIEST, FARTHEST, USES, latest_years
from corpus.enrichment.dating.inference import clues_of
from corpus.enrichment.dating.months import named_months
from corpus.enrichment.dating.timeline import PRIOR, YEARS, of_years, summed
from train.records import rows

_SHIPPED = Path(__file__).parent.parent / "corpus" / "enrichment" / "dating" / "data"
_KINDS = (
    "office",
    "former",
    "person",
    "scene",
    "product",
    "event",
    "theme",
    "month",
    "level",
    "weekday",
    "season",
    "quarter",
    *USES,
)
_ROUNDS, _STEP = 250, 0.5
_LEANING = 0.002
"""How strongly weights are held to 0.7: what is seldom seen stays near it."""
_USUAL = 0.7
_MONTHS = 12
_COUNTED = """# Of 1,000 texts that speak so of a year, how many were written so many years later (from {earliest} to
# {farthest}); of 1,000 that speak so of a month, how many so many months later (from 0 to 11).
# Written by `python -m train.dating`, on {count:,} dated articles of {first} to {last}.
"""
_WEIGHED = """# How much a clue of each kind counts.
# Written by `python -m train.dating`, on {count:,} dated articles of {first} to {last}.
"""


@dataclass(frozen=True, slots=True)
class Example:
    """A text with the year and the month (0 to 11) in which it was published."""

    text: str
    year: int
    month: int


def main() -> None:
    """Count, weigh and write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, default=Path("../shared/data"))
    options.add_argument("--out", type=Path, default=_SHIPPED)
    given = options.parse_args()
    examples = read(given.data / "dates_witnesses.jsonl.gz")
    years = [each.year for each in examples]
    said = {"earliest": EARLIEST, "farthest": FARTHEST, "first": min(years), "last": max(years)}
    tables = {"delays": delays(examples), "quarters": quarters(examples), "seasons": seasons(examples)}
    counted = "\n".join(f"\n[{name}]\n{_lines(table)}" for name, table in tables.items())
    (given.out / "counted.toml").write_text(_COUNTED.format(count=len(examples), **said) + counted + "\n", "utf-8")
    half = examples[::2]
    found = _lines(weights(half))
    (given.out / "weights.toml").write_text(
        _WEIGHED.format(count=len(half), **said) + f"\n[counts]\n{found}\n", "utf-8"
    )


def _lines(table: Mapping[str, object]) -> str:
    return "\n".join(f'"{name}" = {each}' for name, each in table.items())


def read(path: Path) -> list[Example]:
    """Texts and their years."""
    return [
        Example(f"{each['title']}\n\n{each['text']}", int(each["published"][:4]), int(each["published"][5:7]) - 1)
        for each in rows(path)
    ]


def delays(examples: Sequence[Example]) -> Mapping[str, list[int]]:
    """For each way of speaking of years, how many of 1,000 texts are so many years later."""
    found: dict[str, Counter[int]] = {}
    for each in examples:
        for use, (spoken, _) in latest_years(each.text).items():
            found.setdefault(use, Counter())[each.year - spoken] += 1
    apart = range(EARLIEST, FARTHEST + 1)
    return {use: [round(1000 * each[delay] / each.total()) for delay in apart] for use, each in sorted(found.items())}


def quarters(examples: Sequence[Example]) -> Mapping[str, list[int]]:
    """For each way of speaking of years, the quarters of 1,000 texts of the year before, of that year, of the next."""
    found: dict[str, Counter[tuple[int, int]]] = {}
    for each in examples:
        for use, (spoken, _) in latest_years(each.text).items():
            found.setdefault(use, Counter())[each.year - spoken, each.month // 3] += 1
    return {
        use: [share for delay in (-1, 0, 1) for share in _shares(each, delay)] for use, each in sorted(found.items())
    }


def _shares(counts: Counter[tuple[int, int]], delay: int) -> list[int]:
    """Of 1,000 texts so many years later, how many are of each quarter."""
    of = [counts[delay, quarter] for quarter in range(4)]
    return [round(1000 * each / max(1, sum(of))) for each in of]


def seasons(examples: Sequence[Example]) -> Mapping[str, list[int]]:
    """For each way of naming months, how many of 1,000 texts are so many months later."""
    found: dict[str, Counter[int]] = {}
    for each in examples:
        for use, named in named_months(each.text).items():
            found.setdefault(use, Counter())[(each.month - named) % _MONTHS] += 1
    return {
        use: [round(1000 * each[later] / each.total()) for later in range(_MONTHS)]
        for use, each in sorted(found.items())
    }


def weights(examples: Sequence[Example]) -> Mapping[str, float]:
    """The weights of the kinds that make the right years likeliest: logistic regression by gradient ascent."""
    told = [(summed(clues_of(each.text)), each.year) for each in examples]
    told = [(curves, year) for curves, year in told if curves]
    curves = np.zeros((len(told), len(_KINDS), len(YEARS) * _MONTHS), np.float32)
    for number, (each, _) in enumerate(told):
        for kind, curve in each.items():
            curves[number, _KINDS.index(kind)] = curve
    right = np.array([year for _, year in told])[:, None] == np.repeat(YEARS, _MONTHS)[None, :]
    found = np.full(len(_KINDS), _USUAL)
    for _ in range(_ROUNDS):
        found += _STEP * _slope(curves, right, found)
    return {kind: round(float(each), 2) for kind, each in zip(_KINDS, found.clip(0), strict=True)}


def _slope(curves: NDArray[np.float32], right: NDArray[np.bool_], found: NDArray[np.float64]) -> NDArray[np.float64]:
    scored = np.einsum("akm,k->am", curves, found.astype(np.float32)) + of_years(PRIOR).astype(np.float32)
    raised = np.exp(scored - scored.max(axis=1, keepdims=True))
    expected = raised / raised.sum(axis=1, keepdims=True)
    within = np.where(right, raised, 0)
    wanted = within / np.maximum(within.sum(axis=1, keepdims=True), 1e-30)
    slope: NDArray[np.float64] = np.einsum("akm,am->k", curves, wanted - expected) / len(curves)
    return slope - _LEANING * (found - _USUAL)


if __name__ == "__main__":
    main()
