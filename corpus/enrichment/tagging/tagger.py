"""Tag names with a conditional random field that was trained on articles from everywhere."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import as_file, files
from itertools import chain, islice

import numpy as np

from corpus.article import EntityType
from corpus.enrichment.gazetteer.gazetteer import Atom, lookup
from corpus.enrichment.names.name_parsing import Name
from corpus.enrichment.tagging.decoding import best_labels
from corpus.enrichment.tagging.features import Features
from corpus.enrichment.tagging.model import TaggerModel
from corpus.enrichment.tagging.scoring import Scorer
from corpus.enrichment.tagging.tagged_article import Page, page_of

__all__ = ["KINDS", "tagged"]

KINDS = {"P": EntityType.PERSON, "O": EntityType.ORGANIZATION, "L": EntityType.PLACE}
"""What the labels call the types of names."""


def tagged(texts: Sequence[str], told: Sequence[tuple[Sequence[Name], Sequence[Atom]]]) -> list[list[Name]]:
    """The names of texts made level; `told` are the names and atoms that the rules and the gazetteer found in each.

    Several texts at once take less time than one by one, and have the same names.
    """
    model, scorer = _model()
    scorer.tidy()
    pages = [page_of(text, *each) for text, each in zip(texts, told, strict=True)]
    features = Features(pages, scorer.symbols)
    if not features.lengths:
        return [[] for _ in texts]
    asked = features.asked()
    scores = scorer.scores(features.columns(asked), asked, features.count)
    outside = np.ones(len(scores), np.bool_)
    outside[asked] = False
    path = best_labels(scores[features.places], features.lengths, outside[features.places], model)
    labels = iter([model.labels[number] for number in path])
    return [list(_names(text, page, labels)) for text, page in zip(texts, pages, strict=True)]


def _names(text: str, page: Page, labels: Iterator[str]) -> Iterator[Name]:
    """The names of one page, which takes the labels of its stretches from those of all pages."""
    places = list(chain.from_iterable(page.stretches))
    starts, ends = page.tokens.starts, page.tokens.ends
    for first, last, kind in _spans(places, list(islice(labels, len(places)))):
        yield _name(text, starts[first], ends[last], kind)


def _spans(places: Sequence[int], labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """First token, last token and kind of each name."""
    first = 0
    for place, label in zip(places, labels, strict=True):
        if label == "O":  # most are
            continue
        if label[0] in "BU":
            first = place
        if label[0] in "LU":
            yield first, place, label[2:]


def _name(text: str, start: int, end: int, kind: str) -> Name:
    entry = lookup(text[start:end])
    return Name(text[start:end], start, end, KINDS[kind], entry if entry and entry.type is KINDS[kind] else None)


@lru_cache(maxsize=1)
def _model() -> tuple[TaggerModel, Scorer]:
    with as_file(files("corpus.enrichment.tagging").joinpath("data", "tagger.npz")) as path:
        model = TaggerModel.load(path)
    return model, Scorer(model)
