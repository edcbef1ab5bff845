"""Fit the tagger's weights with CRFsuite, which is needed here alone; they are written as our own model."""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pycrfsuite

from corpus.enrichment.gazetteer.capitalized_runs import level
from corpus.enrichment.names.rules import rules
from corpus.enrichment.tagging.features import Features
from corpus.enrichment.tagging.model import Floats, TaggerModel
from corpus.enrichment.tagging.tagged_article import page_of
from corpus.enrichment.tagging.word_features import spelled
from corpus.enrichment.tagging.word_ids import Symbols
from train.records import Record, labels

SETTINGS = {
    "c1": 0.05,
    "max_iterations": 150,
    "feature.minfreq": 2,
    "feature.possible_transitions": True,
}
"""L-BFGS with both penalties, chosen on articles held out from both sets; the second penalty is the view's."""

_LEAST_WEIGHT = 0.005
_LEAST_MEAN = 0.05
"""A feature that weighs less in the end changes nothing, and more than half of them do."""


@dataclass(frozen=True, slots=True)
class View:
    """One way to look at the articles, each a model of its own.

    Every article is shown twice, the second time with gaps: a `share` of its words without the features that begin
    like `hidden`, or a share of all features where nothing is named. What a word is can then not be all that a model
    goes by, and what stands around gets its due (feature noising: Wang et al., EMNLP 2013). `penalty` is c2; articles
    of the first set, of which there are few, are shown so many `times`.
    """

    share: float
    hidden: tuple[str, ...] = ()
    penalty: float = 1.5
    times: int = 1


_WORDS = ("0w", "0c", "0p", "0e", "F", "h")
VIEWS = (View(0.3), View(0.5, _WORDS), View(0.3, penalty=2.0, times=2), View(0.5, _WORDS, penalty=2.0, times=2))


def fit(found: Sequence[Record]) -> TaggerModel:
    """The model that these articles teach: the mean of the views' weights, which errs less than each of them."""
    with ProcessPoolExecutor(len(VIEWS)) as workers:
        views = list(workers.map(_learned, [found] * len(VIEWS), VIEWS))
    names = sorted(set().union(*(view.rows for view in views)))
    weights = np.mean([_aligned(view, names) for view in views], axis=0)
    weights[np.abs(weights) < _LEAST_MEAN / 2] = 0
    telling = np.flatnonzero(np.abs(weights).max(axis=1) >= _LEAST_MEAN)
    transitions = np.mean([view.transitions for view in views], axis=0)
    return TaggerModel.of(views[0].labels, [names[row] for row in telling], weights[telling], transitions)


def _aligned(view: TaggerModel, names: Sequence[str]) -> Floats:
    found: Floats = view.weights[[view.rows.get(name, 0) for name in names]]
    return found


def _learned(found: Iterable[Record], view: View) -> TaggerModel:
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=SETTINGS | {"c2": view.penalty}, verbose=False)
    chance = random.Random(0)  # noqa: S311 - the same gaps each time
    shown = [record for record in found for _ in range(view.times if record.first_set else 1)]
    for record in shown:
        for features, answers in _sequences(record):
            trainer.append(features, answers)
            trainer.append([_with_gaps(each, view, chance) for each in features], answers)
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "model.crfsuite")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        return _model(tagger.info())


def _with_gaps(features: Sequence[str], view: View, chance: random.Random) -> list[str]:
    if not view.hidden:
        return [name for name in features if chance.random() >= view.share]
    hidden = chance.random() < view.share
    return [name for name in features if not (hidden and name.startswith(view.hidden))]


def _sequences(record: Record) -> Iterator[tuple[list[list[str]], list[str]]]:
    text = level(record.text)
    names, atoms, _ = rules(text)
    page, symbols = page_of(text, names, atoms), Symbols()
    features = _features(Features([page], symbols), symbols)
    answers = labels(page.tokens, record.names)
    for stretch in page.stretches:
        yield [features[at] for at in stretch], [answers[at] for at in stretch]


def _features(found: Features, symbols: Symbols) -> dict[int, list[str]]:
    """The features of each token by their names, in a fixed order: the gaps are drawn in it."""
    features: dict[int, list[str]] = defaultdict(list)
    for kind, tokens, words in found.columns(found.places):
        for place, at in enumerate(tokens.tolist()):
            features[at] += spelled(kind, [symbols.strings[each[place]] for each in words])
    return {at: sorted(each) for at, each in features.items()}


def _model(learned: "pycrfsuite.ParsedDump") -> TaggerModel:
    """The weights that matter, as a table."""
    names = sorted(learned.labels)
    columns = {name: column for column, name in enumerate(names)}
    kept = {pair: weight for pair, weight in learned.state_features.items() if abs(weight) >= _LEAST_WEIGHT}
    features = sorted({feature for feature, _ in kept})
    rows = {feature: row for row, feature in enumerate(features)}
    weights = np.zeros((len(features), len(names)), np.float32)
    for (feature, label), weight in kept.items():
        weights[rows[feature], columns[label]] = weight
    transitions = np.zeros((len(names), len(names)), np.float32)
    for (before, after), weight in learned.transitions.items():
        transitions[columns[before], columns[after]] = weight
    return TaggerModel.of(names, features, weights, transitions)
