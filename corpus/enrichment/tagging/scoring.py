"""Score each label for each token: the weights of its features, added up."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from corpus.enrichment.tagging.features import Column
from corpus.enrichment.tagging.model import Floats, TaggerModel
from corpus.enrichment.tagging.word_features import JOINED, spelled
from corpus.enrichment.tagging.word_ids import Numbers, Symbols

_ROOM = 1 << 15

Rows = npt.NDArray[np.int64]


class Scorer:
    """Adds up what features weigh, column by column.

    What one word tells at one place, by its shape, its ends and the lists that have it, is added up once and remembered
    as one more row of weights. Words side by side are found among those that the model has.
    """

    def __init__(self, model: TaggerModel) -> None:
        self.symbols = Symbols()
        self._features = model.rows
        self._pairs = _pairs(model, self.symbols)
        self.symbols.keep()
        self._known = self._filled = len(model.weights)
        self._weights = np.concatenate([model.weights, np.zeros((_ROOM, len(model.labels)), np.float32)])
        self._of_word: dict[str, Rows] = {}

    def tidy(self) -> None:
        """Forget words, where too many are remembered."""
        if self.symbols.tidy():
            self._of_word.clear()
            self._filled = self._known

    def scores(self, columns: Iterable[Column], asked: Numbers, count: int) -> Floats:
        """The score of each label for each of `count` tokens (tokens x labels), zero but for those that are asked.

        No column has other tokens than these.
        """
        found = np.zeros((len(asked), self._weights.shape[1]), np.float32)
        places = np.zeros(count, np.int64)
        places[asked] = np.arange(len(asked))
        for column in columns:
            if len(column.tokens):
                tokens, rows = self._rows(column)
                weights = self._weights.take(rows, axis=0)
                if tokens is asked:  # most columns: several times as fast without looking for places
                    found += weights
                else:
                    found[places[tokens]] += weights
        scores = np.zeros((count, found.shape[1]), np.float32)
        scores[asked] = found
        return scores

    def _rows(self, column: Column) -> tuple[Numbers, Rows | int]:
        """Tokens that have features of a kind that the model weighs, and the row of each in the weights."""
        if not column.words:
            return column.tokens, self._features.get(column.kind, 0)
        if len(column.words) == 1:
            return column.tokens, self._of_words(column.kind, column.words[0])
        keys, rows = self._pairs[column.kind]
        wanted = _keys(column.words, self.symbols.kept)
        places = np.searchsorted(keys, wanted)
        there = np.flatnonzero(keys[places] == wanted)
        return column.tokens[there], rows[places[there]]

    def _of_words(self, kind: str, words: Numbers) -> Rows:
        """The row of each word at a place."""
        known = self._of_word.get(kind, np.zeros(0, np.int64))
        if len(known) < len(self.symbols.lower):
            known = np.concatenate([known, np.zeros(len(self.symbols.lower) - len(known), np.int64)])
            self._of_word[kind] = known
        new = np.unique(words[known[words] == 0])
        if len(new):
            known[new] = self._added([spelled(kind, [self.symbols.strings[number]]) for number in new.tolist()])
        return known[words]

    def _added(self, features: Sequence[Sequence[str]]) -> Rows:
        """New rows of weights, each for some features together."""
        rows: list[int] = []
        starts: list[int] = []
        known = self._features.get
        for names in features:
            starts.append(len(rows))
            rows.append(0)  # the row of zeros: none is without rows
            rows += [row for name in names if (row := known(name))]
        first, self._filled = self._filled, self._filled + len(features)
        while self._filled > len(self._weights):
            self._weights = np.concatenate([self._weights, np.zeros_like(self._weights)])
        self._weights[first : self._filled] = np.add.reduceat(self._weights[rows], starts)
        return np.arange(first, self._filled)


def _pairs(model: TaggerModel, symbols: Symbols) -> Mapping[str, tuple[Numbers, Rows]]:
    """By their kind, the features of words side by side that a model has: their keys, ascending, and their rows."""
    words: dict[str, list[str]] = {kind: [] for kind in JOINED}
    rows: dict[str, list[int]] = {kind: [] for kind in JOINED}
    for feature, row in model.rows.items():
        kind = feature[0]
        if kind in JOINED and (found := JOINED[kind].fullmatch(feature, 1)):
            words[kind] += found.groups()
            rows[kind].append(row)
    numbers = {kind: symbols.of(each).reshape(-1, JOINED[kind].groups) for kind, each in words.items()}
    pairs = {}
    for kind, each in numbers.items():
        keys = _keys(each.T, len(symbols))
        order = np.argsort(keys)
        # The last key is greater than any that is sought.
        keys = np.append(keys[order], np.iinfo(np.int64).max)
        pairs[kind] = keys, np.append(np.array(rows[kind], np.int64)[order], 0)
    return pairs


def _keys(words: Iterable[Numbers], known: int) -> Numbers:
    """Words side by side as one number; those that the model does not know are all alike."""
    first, *others = (np.minimum(each, known) for each in words)
    for each in others:
        first = first * (known + 1) + each
    return first
