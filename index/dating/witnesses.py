"""What do the dated articles of an index say of the undated ones? They are witnesses: who and what stood together."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter

import numpy as np
import zstandard

from index.dating.bags import Floats, bag, numbered, vocabulary
from index.dating.calibration import temperature
from index.dating.features import READ, Ints, features, hashed, tokens
from index.dating.learning import learn, scores, shares

FEWEST = 200
MOST = 12_000
FEW = 2_500
"""Witnesses below which they are asked for less certainty."""
SURE = 0.6
"""Confidence below which no year is named."""
_NAMED = 3
_FINEST = 127


@dataclass(frozen=True, slots=True)
class Guess:
    """A year, how likely it is right (0 to 1), and what spoke for it, in words for a reader."""

    year: int
    confidence: float
    evidence: str


class Model:
    """A linear model of which words stand in articles of which year. Immutable; threads may share it."""

    def __init__(self, years: list[int], known: Ints, weights: Floats, coefficients: Floats, count: int) -> None:
        self.years = years
        self.count = count
        self._known = known
        self._weights = weights
        self._coefficients = coefficients

    @classmethod
    def train(cls, examples: Iterable[tuple[str, int]]) -> "Model | None":
        """Learn from texts with their years; at most 12,000, evenly chosen. None where they are too few to trust."""
        chosen = _spread([(text[:READ], year) for text, year in examples])
        years = sorted({year for _, year in chosen})
        if len(chosen) < FEWEST or len(years) == 1:
            return None
        found = [features(text) for text, _ in chosen]
        known, weights = vocabulary(found)
        texts = [numbered(each, known) for each in found]
        classes = np.searchsorted(years, [year for _, year in chosen])
        heat = temperature(texts, classes, weights, len(years))
        coefficients = learn(texts, classes, weights, len(years)) / np.float32(heat)
        return cls(years, known, weights, coefficients, len(chosen))

    def shares(self, text: str) -> Floats | None:
        """How likely each of `years` is, shape (years,); None where the text has nothing that the witnesses have."""
        known = numbered(features(text), self._known)
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
        words = tokens(text)
        support: dict[str, float] = {}
        for count, ids in enumerate(hashed(words)[:2], 1):
            for place, gain in self._support(ids, year):
                phrase = words[place : place + count]
                if all(word[0].isupper() for word in phrase) or (count == 1 and phrase[0].isalpha()):
                    support[" ".join(phrase)] = gain
        best = [word for word, _ in sorted(support.items(), key=itemgetter(1), reverse=True)[: _NAMED * 4]]
        names = [word for word in best if word[0].isupper()]
        told = ", ".join(f"‘{word}’" for word in _apart(names or best))
        return f"{told} stand mostly in articles of {year} in this index"

    def _support(self, ids: Ints, year: int) -> list[tuple[int, float]]:
        """How much each known feature speaks for a year, by its place in the text."""
        places = np.minimum(np.searchsorted(self._known, ids), len(self._known) - 1)
        there = np.flatnonzero(self._known[places] == ids)
        rows = self._coefficients[places[there]]
        gains = (rows[:, self.years.index(year)] - rows.mean(axis=1)) * self._weights[places[there]]
        return list(zip(there.tolist(), gains.tolist(), strict=True))

    def to_bytes(self) -> bytes:
        """The model as a few megabytes, for `from_bytes`: coefficients in 255 steps."""
        finest = float(np.abs(self._coefficients).max()) / _FINEST
        head = json.dumps([self.years, self.count, len(self._known), finest]).encode()
        steps = np.rint(self._coefficients / np.float32(finest)).astype(np.int8)
        gaps = np.diff(self._known, prepend=0).astype(np.uint32)
        body = gaps.tobytes() + self._weights.astype(np.float16).tobytes() + steps.tobytes()
        return zstandard.compress(len(head).to_bytes(8, "little") + head + body)

    @classmethod
    def from_bytes(cls, packed: bytes) -> "Model":
        """The model that `to_bytes` wrote."""
        raw = zstandard.decompress(packed)
        end = 8 + int.from_bytes(raw[:8], "little")
        years, witnesses, count, finest = json.loads(raw[8:end])
        known = np.cumsum(np.frombuffer(raw, np.uint32, count, end), dtype=np.int64)
        weights = np.frombuffer(raw, np.float16, count, end + 4 * count).astype(np.float32)
        steps = np.frombuffer(raw, np.int8, offset=end + 6 * count).reshape(count, len(years))
        return cls(years, known, weights, steps.astype(np.float32) * np.float32(finest), witnesses)


def _spread(examples: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """All examples, or 12,000 at even distances where there are more."""
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
