"""What do the dated articles of an index say about the undated ones? They are witnesses: who and what stood together."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter

import numpy as np
import zstandard

from index.dating.bags import Floats, bag, numbered, vocabulary
from index.dating.calibration import temperature
from index.dating.features import READ, features
from index.dating.learning import learn, scores, shares

FEWEST = 200
MOST = 20_000
SURE = 0.6
"""Confidence below which no year is named."""
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Guess:
    """A year, how likely it is right (0 to 1), and what spoke for it, in words for a reader."""

    year: int
    confidence: float
    evidence: str


class Model:
    """A linear model of which words stand in articles of which year. Immutable; threads may share it."""

    def __init__(self, years: list[int], numbers: dict[str, int], weights: Floats, coefficients: Floats) -> None:
        self.years = years
        self._numbers = numbers
        self._weights = weights
        self._coefficients = coefficients

    @classmethod
    def train(cls, examples: Iterable[tuple[str, int]]) -> "Model | None":
        """Learn from texts with their years; at most 20,000, evenly chosen. None where they are too few to trust."""
        chosen = _spread([(text[:READ], year) for text, year in examples])
        years = sorted({year for _, year in chosen})
        if len(chosen) < FEWEST or len(years) == 1:
            return None
        found = [features(text) for text, _ in chosen]
        numbers, weights = vocabulary(found)
        texts = [numbered(each, numbers) for each in found]
        classes = np.searchsorted(years, [year for _, year in chosen])
        heat = temperature(texts, classes, weights, len(years))
        coefficients = learn(texts, classes, weights, len(years)) / np.float32(heat)
        return cls(years, numbers, weights, coefficients.astype(np.float16).astype(np.float32))

    def shares(self, text: str) -> Floats | None:
        """How likely each of `years` is, shape (years,); None where the text has no word that the witnesses have."""
        known = numbered(features(text), self._numbers)
        if not len(known):
            return None
        found: Floats = shares(scores(bag([known], self._weights), self._coefficients))[0]
        return found

    def predict(self, text: str) -> Guess | None:
        """The year of a text, or None where the witnesses cannot tell."""
        found = self.shares(text)
        if found is None or found.max() < SURE:
            return None
        year = self.years[int(found.argmax())]
        return Guess(year, float(found.max()), self.evidence(text, year))

    def evidence(self, text: str, year: int) -> str:
        """What in a text speaks most for one of `years`: `‘Geithner’, ‘stimulus’ stand mostly in articles of 2009`."""
        named = sorted(features(text) & self._numbers.keys())
        known = np.array([self._numbers[each] for each in named], np.int64)
        rows = self._coefficients[known]
        support = (rows[:, self.years.index(year)] - rows.mean(axis=1)) * self._weights[known]
        ranked = sorted(zip(support.tolist(), named, strict=True), key=itemgetter(0), reverse=True)
        best = [word for _, word in ranked[: _NAMED * 4]]
        names = [word for word in best if word[0].isupper()]
        words = ", ".join(f"‘{word}’" for word in _apart(names or best))
        return f"{words} stand mostly in articles of {year} in this index"

    def to_bytes(self) -> bytes:
        """The model as a few megabytes, for `from_bytes`."""
        head = json.dumps([self.years, list(self._numbers)], ensure_ascii=False).encode()
        body = self._weights.astype(np.float16).tobytes() + self._coefficients.astype(np.float16).tobytes()
        return zstandard.compress(len(head).to_bytes(8, "little") + head + body)

    @classmethod
    def from_bytes(cls, packed: bytes) -> "Model":
        """The model that `to_bytes` wrote."""
        raw = zstandard.decompress(packed)
        end = 8 + int.from_bytes(raw[:8], "little")
        years, words = json.loads(raw[8:end])
        floats = np.frombuffer(raw, np.float16, offset=end).astype(np.float32)
        weights, coefficients = floats[: len(words)], floats[len(words) :].reshape(len(words), len(years))
        return cls(years, {word: number for number, word in enumerate(words)}, weights, coefficients)


def _spread(examples: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """All examples, or 20,000 at even distances where there are more."""
    if len(examples) <= MOST:
        return examples
    return [examples[place * len(examples) // MOST] for place in range(MOST)]


def _apart(words: list[str]) -> list[str]:
    """The first few words none of which is part of another: `Henry Paulson` tells what `Paulson` would."""
    kept: list[str] = []
    for word in words:
        if not any(set(word.split()) & set(other.split()) for other in kept):
            kept.append(word)
    return kept[:_NAMED]
