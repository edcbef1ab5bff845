"""How are the weights found? By CRFsuite, which is needed here alone: what it learned is written as our own model."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pycrfsuite

from index.annotate.rules import rules
from index.annotate.runs import level
from index.annotate.tagging.clues import expand
from index.annotate.tagging.features import Clues, Features
from index.annotate.tagging.model import Floats, Model
from train.records import Record, labels

SETTINGS = {
    "c1": 0.05,
    "c2": 1.5,
    "max_iterations": 150,
    "feature.minfreq": 2,
    "feature.possible_transitions": True,
}
"""L-BFGS with both penalties, chosen on articles held out from the second set."""

_LEAST_WEIGHT = 0.005


WITHOUT = (frozenset({"0t", "0q", "0z"}), frozenset({"0w", "0p", "0e", "0n"}))
"""Two views of a word, each a model of its own: without its parts, and by its parts, its shape and its lists alone."""

SHARES = (0.7, 0.3)


def fit(found: Sequence[Record]) -> Model:
    """The model that these articles teach: the weighted mean of two views' weights, which errs less than either."""
    with ProcessPoolExecutor(len(WITHOUT)) as workers:
        views = list(workers.map(_view, [found] * len(WITHOUT), WITHOUT))
    names = sorted(set().union(*(view.rows for view in views)))
    weights = sum((share * _aligned(view, names) for share, view in zip(SHARES, views, strict=True)), np.float32(0))
    transitions = sum((share * view.transitions for share, view in zip(SHARES, views, strict=True)), np.float32(0))
    return Model.of(views[0].labels, names, np.asarray(weights), np.asarray(transitions))


def _aligned(view: Model, names: Sequence[str]) -> Floats:
    found: Floats = view.weights[[view.rows.get(name, 0) for name in names]]
    return found


def _view(found: Iterable[Record], without: AbstractSet[str]) -> Model:
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=SETTINGS, verbose=False)
    for record in found:
        for features, answers in _sequences(record):
            seen = [[name for name in each if name[:2] not in without] for each in features]
            trainer.append(seen, answers)
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "model.crfsuite")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        return _model(tagger.info())


def _sequences(record: Record) -> Iterator[tuple[list[list[str]], list[str]]]:
    text = level(record.text)
    names, atoms, _ = rules(text)
    features = Features(text, names, atoms)
    answers = labels(features.tokens, record.names)
    for stretch in features.stretches:
        yield [_all(features.clues(at)) for at in stretch], [answers[at] for at in stretch]


def _all(clues: Clues) -> list[str]:
    bundles, marks = clues
    return [feature for bundle in bundles for feature in expand(bundle)] + marks


def _model(learned: "pycrfsuite.ParsedDump") -> Model:
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
    return Model.of(names, features, weights, transitions)
