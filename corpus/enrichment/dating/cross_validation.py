"""Train the year classifier on folds, so that each article is scored by a model that has not seen it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from corpus.enrichment.dating.calibration import calibrated
from corpus.enrichment.dating.feature_vectors import Classes, FeatureVocabulary, Floats, bag, vocabulary
from corpus.enrichment.dating.features import Ints, features
from corpus.enrichment.dating.inference import clues_of, weigh
from corpus.enrichment.dating.learning import Learner, scores
from corpus.enrichment.dating.timeline import FIRST, YEARS

_FOLDS, _TENTH = 5, 10


@dataclass(frozen=True, slots=True)
class TrainingData:
    """What was learned: coefficients, made as sure as they are right, and how much the tables count beside them."""

    words: FeatureVocabulary
    coefficients: Floats
    tables_count: float


@dataclass(frozen=True, slots=True)
class _Room:
    """Numbered texts, and the place of the year of each among the years."""

    texts: Sequence[Ints]
    classes: Classes
    words: FeatureVocabulary
    count: int

    def learner(self) -> Learner:
        return Learner(self.words.weights, self.count)

    def teach(self, learner: Learner, which: Classes) -> None:
        learner.learn([self.texts[number] for number in which], self.classes[which])

    def ask(self, learner: Learner, which: Classes) -> Floats:
        """Scores, shape (asked texts, years); 0 for a text without features."""
        scored = np.zeros((len(which), self.count), np.float32)
        told = [place for place, number in enumerate(which) if len(self.texts[number])]
        if told:
            group = bag([self.texts[which[place]] for place in told], self.words.weights)
            scored[told] = scores(group, learner.coefficients)
        return scored


def cross_validated(examples: Sequence[tuple[str, int]], years: list[int], *, thoroughly: bool) -> TrainingData:
    """Learn from texts with their years.

    Thoroughly, each fifth is asked in its turn, by learners who have not seen it; else a tenth is asked once, and
    teaches afterwards.
    """
    found = [features(text) for text, _ in examples]
    words = vocabulary(found)
    classes = np.searchsorted(years, [year for _, year in examples])
    room = _Room([words.numbered(each) for each in found], classes, words, len(years))
    learner, asked, scored = _by_turns(room) if thoroughly else _once(room)
    by_tables = np.array([weigh(clues_of(examples[number][0])) for number in asked])
    right = np.array([examples[number][1] - FIRST for number in asked])
    kept = (right >= 0) & (right < len(YEARS))
    factor, tables_count = calibrated(scored[kept], by_tables[kept], right[kept], years)
    return TrainingData(words, learner.coefficients * np.float32(factor), tables_count)


def _by_turns(room: _Room) -> tuple[Learner, Classes, Floats]:
    everybody = np.arange(len(room.texts))
    turns = [everybody[everybody % _FOLDS == fold] for fold in range(_FOLDS)]
    scored = []
    for turn in turns:
        learner = room.learner()
        room.teach(learner, np.setdiff1d(everybody, turn))
        scored.append(room.ask(learner, turn))
    learner = room.learner()
    room.teach(learner, everybody)
    return learner, np.concatenate(turns), np.concatenate(scored)


def _once(room: _Room) -> tuple[Learner, Classes, Floats]:
    everybody = np.arange(len(room.texts))
    asked = everybody[everybody % _TENTH == 0]
    learner = room.learner()
    room.teach(learner, np.setdiff1d(everybody, asked))
    scored = room.ask(learner, asked)
    room.teach(learner, asked)
    return learner, asked, scored
