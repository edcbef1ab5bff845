"""Score the years of an undated article with a linear model of what the dated articles of an index say."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter
from zlib import crc32

import numpy as np
import zstandard

from corpus.encoding import to_utf8
from corpus.enrichment.dating.cross_validation import cross_validated
from corpus.enrichment.dating.feature_vectors import FeatureVocabulary, Floats, bag
from corpus.enrichment.dating.features import Ints, features, hashed, tokens
from corpus.enrichment.dating.learning import scores, shares

FEWEST = 200
MOST = 12_000
FEW = 2_500
"""Dated articles below which a classifier is asked for less certainty."""
SURE = 0.6
"""Confidence below which no year is named."""
_NAMED = 3
_FINEST = 127
_LOOKED_AT = 60


@dataclass(frozen=True, slots=True)
class Guess:
    """A year, how likely it is right (0 to 1), and what spoke for it, in words for a reader."""

    year: int
    confidence: float
    evidence: str


class YearClassifier:
    """A linear model of which words stand in articles of which year. Immutable; threads may share it.

    `years` are those of the `count` dated articles; `tables_count` is how much the tables count beside them.
    """

    def __init__(
        self, years: list[int], words: FeatureVocabulary, coefficients: Floats, *, count: int, tables_count: float
    ) -> None:
        self.years = years
        self.count = count
        self.tables_count = tables_count
        self._words = words
        self._coefficients = coefficients

    @classmethod
    def train(cls, examples: Iterable[tuple[str, int]]) -> "YearClassifier | None":
        """Learn from texts with their years; at most 12,000. None where they are too few to trust.

        The order of the examples does not matter, nor does one that comes twice.
        """
        chosen = _chosen(examples)
        years = sorted({year for _, year in chosen})
        if len(chosen) < FEWEST or len(years) == 1:
            return None
        lesson = cross_validated(chosen, years, thoroughly=len(chosen) <= FEW)
        return cls(years, lesson.words, lesson.coefficients, count=len(chosen), tables_count=lesson.tables_count)

    def scores(self, text: str) -> Floats | None:
        """What each of `years` gets, shape (1, years); None where the text has nothing that those have."""
        known = self._words.numbered(features(text))
        return scores(bag([known], self._words.weights), self._coefficients) if len(known) else None

    def predict(self, text: str) -> Guess | None:
        """The year of a text, or None where the classifier cannot tell."""
        scored = self.scores(text)
        if scored is None or (found := shares(scored)[0]).max() < SURE:
            return None
        year = self.years[int(found.argmax())]
        return Guess(year, float(found.max()), self.evidence(text, year))

    def evidence(self, text: str, year: int) -> str:
        """What in a text speaks most for one of `years`: `‘Geithner’, ‘stimulus’ stand mostly in articles of 2009`."""
        words = tokens(text)
        support: dict[str, float] = {}
        for count, ids in enumerate(hashed(words), 1):
            for place, gain in self._support(ids, year):
                phrase = words[place : place + count]
                if all(word[0].isupper() for word in phrase) or (count == 1 and phrase[0].isalpha()):
                    support[" ".join(phrase)] = gain
        best = [word for word, _ in sorted(support.items(), key=itemgetter(1), reverse=True)[: _NAMED * 4]]
        names = [word for word in best if word[0].isupper()]
        told = ", ".join(f"‘{word}’" for word in _apart(names or best))
        return f"{told} stand mostly in articles of {year} in this index"

    def _support(self, ids: Ints, year: int) -> list[tuple[int, float]]:
        """How much the features that speak most for a year do, by their places in the text."""
        places = self._words.places[ids]
        there = np.flatnonzero(places >= 0)
        rows = self._coefficients[places[there]]
        gains = (rows[:, self.years.index(year)] - rows.mean(axis=1)) * self._words.weights[places[there]]
        most = np.argsort(-gains, kind="stable")[:_LOOKED_AT]
        return list(zip(there[most].tolist(), gains[most].tolist(), strict=True))

    def to_bytes(self) -> bytes:
        """The model as a few megabytes, for `from_bytes`: coefficients in 255 steps."""
        known, weights = self._words.known, self._words.weights
        finest = max(float(np.abs(self._coefficients).max()), 1e-9) / _FINEST
        head = json.dumps([self.years, self.count, self.tables_count, len(known), finest]).encode()
        steps = np.rint(self._coefficients / np.float32(finest)).astype(np.int8)
        gaps = np.diff(known, prepend=0).astype(np.uint32)
        body = gaps.tobytes() + weights.astype(np.float16).tobytes() + steps.tobytes()
        return zstandard.compress(len(head).to_bytes(8, "little") + head + body)

    @classmethod
    def from_bytes(cls, packed: bytes) -> "YearClassifier":
        """The model that `to_bytes` wrote."""
        raw = zstandard.decompress(packed)
        end = 8 + int.from_bytes(raw[:8], "little")
        years, articles, tables_count, count, finest = json.loads(raw[8:end])
        known = np.cumsum(np.frombuffer(raw, np.uint32, count, end)).astype(np.int32)
        weights = np.frombuffer(raw, np.float16, count, end + 4 * count).astype(np.float32)
        steps = np.frombuffer(raw, np.int8, offset=end + 6 * count).reshape(count, len(years))
        coefficients = steps.astype(np.float32) * np.float32(finest)
        return cls(years, FeatureVocabulary.of(known, weights), coefficients, count=articles, tables_count=tables_count)


def _chosen(examples: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """The examples in the order of checksums, and of more than 12,000 the first: the same however they come."""
    drawn = {(crc32(to_utf8(text)), text, year) for text, year in examples}
    return [(text, year) for _, text, year in sorted(drawn)[:MOST]]


def _apart(words: list[str]) -> list[str]:
    """The first few words none of which is part of another: `Henry Paulson` tells what `Paulson` would."""
    kept: list[str] = []
    for word in words:
        if not any(set(word.split()) & set(other.split()) for other in kept):
            kept.append(word)
    return kept[:_NAMED]
