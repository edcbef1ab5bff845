"""Which words are names, and of what? A tagger trained on articles from everywhere, with the rules' opinion in view."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import as_file, files

import numpy as np

from corpus.article import EntityType
from index.annotate.gazetteer import Atom, lookup
from index.annotate.names import Name
from index.annotate.tagging.decoding import Scorer, best_paths
from index.annotate.tagging.features import Clues, Features
from index.annotate.tagging.model import NEVER, Floats, Model

__all__ = ["KINDS", "tagged"]

KINDS = {"P": EntityType.PERSON, "O": EntityType.ORGANIZATION, "L": EntityType.PLACE}
"""What the labels call the types of names."""


def tagged(text: str, names: Sequence[Name], atoms: Sequence[Atom]) -> list[Name]:
    """The names of a text made level; `names` and `atoms` are what the rules and the gazetteer found in it."""
    features = Features(text, names, atoms)
    if not features.stretches:
        return []
    model, _ = _model()
    places = [index for stretch in features.stretches for index in stretch]
    scores = _scores([features.clues(index) if features.may_name(index) else None for index in places])
    path = best_paths(scores, list(map(len, features.stretches)), model)
    labels = [model.labels[each] for each in path]
    starts, ends = features.tokens.starts, features.tokens.ends
    return [_name(text, starts[first], ends[last], kind) for first, last, kind in _spans(places, labels)]


def _scores(clues: Sequence[Clues | None]) -> Floats:
    """The score of each label for each token; those without clues are in no name."""
    model, scorer = _model()
    scores = np.full((len(clues), len(model.labels)), NEVER, np.float32)
    scores[:, model.labels.index("O")] = 0
    told = [place for place, each in enumerate(clues) if each is not None]
    if told:
        scores[told] = scorer.scores([each for each in clues if each is not None])
    return scores


def _spans(places: Sequence[int], labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """First token, last token and kind of each name."""
    first = 0
    for place, label in zip(places, labels, strict=True):
        if label[0] in "BU":
            first = place
        if label[0] in "LU":
            yield first, place, label[2:]


def _name(text: str, start: int, end: int, kind: str) -> Name:
    entry = lookup(text[start:end])
    return Name(text[start:end], start, end, KINDS[kind], entry if entry and entry.type is KINDS[kind] else None)


@lru_cache(maxsize=1)
def _model() -> tuple[Model, Scorer]:
    with as_file(files("index").joinpath("annotate", "data", "tagger.npz")) as path:
        model = Model.load(path)
    return model, Scorer(model)
