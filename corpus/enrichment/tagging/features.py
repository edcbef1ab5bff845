"""Make the features of the tokens of some articles, as rows of the tagger's model.

They come in columns: one kind of feature for many tokens at once, made of the numbers of the words that it hangs on, so
that NumPy goes through all of them. `clues.spelled` has the names that the model knows them by.
"""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from corpus.enrichment.tagging.tagged_article import Page
from corpus.enrichment.tagging.token_runs import Run
from corpus.enrichment.tagging.word_ids import Flags, Numbers, Symbols

EDGE = "|"
"""Stands beside the first and the last word of a line."""

_SENTENCE_ENDS = [EDGE, ".", "!", "?", '"', "“", "”", ":", ";"]
_MANY = 4
_NEAREST = 3
"""So many of a word's other places before one, and behind it, are looked at."""
_PLACES = [[f"{place}{size}" for size in range(_MANY + 1)] for place in "SFLM"]


class Column(NamedTuple):
    """A kind of feature, the tokens that have it, and for each of them the numbers of the words that it is made of."""

    kind: str
    tokens: Numbers
    words: tuple[Numbers, ...] = ()


class Features:
    """The tokens of some pages, all in one row, and their features.

    `places` are the tokens of all stretches, of `lengths`.
    """

    def __init__(self, pages: Sequence[Page], symbols: Symbols) -> None:
        counts = [len(page.tokens.words) for page in pages]
        self._pages = pages
        self._symbols = symbols
        self._offsets = (np.cumsum(counts) - counts).tolist()
        self.count = sum(counts)
        self._words = symbols.of(chain.from_iterable(page.tokens.words for page in pages))
        self._said = symbols.of(chain.from_iterable(page.said for page in pages))
        self._opens_page = np.isin(np.arange(len(self._words)), self._offsets)
        first = chain.from_iterable(page.tokens.first for page in pages)
        opens_line = self._opens_page | np.fromiter(first, np.bool_, self.count)
        starts, ends = (
            np.fromiter(chain.from_iterable(edges), np.int64, self.count)
            for edges in ((page.tokens.starts for page in pages), (page.tokens.ends for page in pages))
        )
        self._glued = (starts == np.roll(ends, 1)) & ~self._opens_page
        # What stands beside each token in its line.
        edge = symbols[EDGE]
        self._before = np.where(opens_line, edge, np.roll(self._words, 1))
        self._behind = np.where(np.roll(opens_line, -1), edge, np.roll(self._words, -1))
        self._two_before = np.where(self._before == edge, edge, np.roll(self._before, 1))
        self._two_behind = np.where(self._behind == edge, edge, np.roll(self._behind, -1))
        self.lengths = [len(stretch) for page in pages for stretch in page.stretches]
        stretches = [[(each.start, each.stop - 1) for each in page.stretches] for page in pages]
        self.places, _ = _spread(self._all(stretches))

    def asked(self) -> Numbers:
        """Which of the places may be part of a name: small words that stand by themselves hardly ever are."""
        before_hyphen = np.roll(self._glued & (self._words == self._symbols["-"]), -1)
        may = ~self._symbols.small[self._words] | self._glued | before_hyphen
        asked: Numbers = self.places[may[self.places]]
        return asked

    def columns(self, tokens: Numbers) -> Iterator[Column]:
        """The features of some tokens."""
        wanted = np.zeros(len(self._words), np.bool_)
        wanted[tokens] = True
        runs = self._all([page.runs for page in self._pages])
        inside, of = _spread(runs)
        in_run = np.zeros(len(self._words), np.bool_)
        in_run[inside] = True
        yield from self._alone(tokens)
        yield from self._pairs(tokens, tokens[~in_run[tokens]])
        yield from self._in_runs(inside, runs[of], wanted[inside])
        yield from self._elsewhere(runs, wanted)
        yield from self._in_wholes(wanted)
        yield from self._in_acronyms(wanted)

    def _alone(self, tokens: Numbers) -> Iterator[Column]:
        """Of the words themselves, those beside them, and what the rules say of them."""
        yield Column("0", tokens, (self._words[tokens],))
        for kind, beside in (
            ("<", self._before),
            (">", self._behind),
            ("(", self._two_before),
            (")", self._two_behind),
        ):
            yield Column(kind, tokens, (beside[tokens],))
        yield Column("R", tokens, (self._said[tokens],))
        ends_sentence = np.isin(self._before[tokens], self._symbols.of(_SENTENCE_ENDS))
        yield Column("start", tokens[ends_sentence])
        yield Column("glued", tokens[self._glued[tokens]])

    def _pairs(self, tokens: Numbers, loose: Numbers) -> Iterator[Column]:
        """Of words side by side; `loose` are the tokens outside runs."""
        lower, shape, words = self._symbols.lower, self._symbols.shape, self._words
        before, behind, nothing = self._before, self._behind, self._symbols[""]
        said_before = np.where(self._opens_page, nothing, np.roll(self._said, 1))
        said_behind = np.where(np.roll(self._opens_page, -1), nothing, np.roll(self._said, -1))
        yield Column("P", tokens, (said_before[tokens],))
        yield Column("N", tokens, (self._said[tokens], said_behind[tokens]))
        yield Column("B", tokens, (lower[before[tokens]], lower[words[tokens]]))
        yield Column("A", tokens, (lower[words[tokens]], lower[behind[tokens]]))
        yield Column("S", tokens, (shape[before[tokens]], shape[words[tokens]], shape[behind[tokens]]))
        yield Column("O", loose, (lower[before[loose]], lower[behind[loose]]))

    def _in_runs(self, tokens: Numbers, runs: Numbers, wanted: Flags) -> Iterator[Column]:
        """Of tokens in `runs` of capitalised ones: the place there, and the words before, behind, first and last."""
        told = self._symbols.of(chain.from_iterable(page.told for page in self._pages))
        tokens, runs, told = tokens[wanted], runs[wanted], told[wanted]
        first, last, lower = runs[:, 0], runs[:, 1], self._symbols.lower
        left, right = self._before[first], self._behind[last]
        names = np.array([self._symbols.of(names) for names in _PLACES])
        kind = np.select([first == last, tokens == first, tokens == last], [0, 1, 2], 3)
        place = names[kind, np.minimum(last - first, _MANY)]
        for name, word in (("l", left), ("r", right), ("h", self._words[last]), ("U", place)):
            yield Column(name, tokens, (word,))
        yield Column("F", tokens, (lower[self._words[first]],))
        yield Column("L", tokens, (lower[left], place))
        yield Column("Q", tokens, (lower[right], place))
        yield Column("X", tokens, (lower[left], lower[right]))
        yield Column("Y", tokens, (lower[right], lower[self._two_behind[last]]))
        yield Column("Z", tokens, (lower[self._two_before[first]], lower[left]))
        yield Column("D", tokens, (told,))

    def _elsewhere(self, runs: Numbers, wanted: Flags) -> Iterator[Column]:
        """Of words that begin or end runs: what stands around their other places, the nearest before and behind.

        These may say what the place itself leaves open: `Quimby` is a person, who elsewhere `said`. As in the global
        features of Chieu and Ng (CoNLL 2003), and of Krishnan and Manning (ACL 2006).
        """
        first, last = runs.T
        several = np.flatnonzero(first < last)
        tokens, of = np.append(first, last[several]), np.append(np.arange(len(runs)), several)
        pages = np.searchsorted(self._offsets, tokens, "right")
        keys = pages * len(self._symbols.lower) + self._words[tokens]
        order = np.lexsort((tokens, keys))
        pairs = [(order[:-apart], order[apart:]) for apart in range(1, _NEAREST + 1)]
        here = np.concatenate([each for one, other in pairs for each in (one, other)])
        there = np.concatenate([each for one, other in pairs for each in (other, one)])
        same = (keys[here] == keys[there]) & (of[here] != of[there]) & wanted[tokens[here]]
        at, word, run = tokens[here[same]], tokens[there[same]], of[there[same]]
        first, last = first[run], last[run]
        begins, ends, longer = word == first, word == last, first < last
        for kind, told, words in (
            ("ub", begins, self._before[first]),
            ("ua", ends, self._behind[last]),
            ("uh", begins & longer, self._words[last]),
            ("uf", ends & longer, self._words[first]),
        ):
            yield from self._each(kind, at[told], self._symbols.lower[words[told]])

    def _each(self, kind: str, tokens: Numbers, words: Numbers) -> Iterator[Column]:
        """A feature of tokens for each of the words, of which a token may have several: each word once."""
        _, kept = np.unique(tokens * len(self._symbols.lower) + words, return_index=True)
        kept = kept[np.lexsort((kept, tokens[kept]))]
        tokens, words = tokens[kept], words[kept]
        opens = np.flatnonzero(np.append(True, tokens[1:] != tokens[:-1]))
        place = np.arange(len(tokens)) - np.repeat(opens, np.diff(np.append(opens, len(tokens))))
        for number in range(place.max(initial=-1) + 1):
            yield Column(kind, tokens[place == number], (words[place == number],))

    def _in_wholes(self, wanted: Flags) -> Iterator[Column]:
        """Of tokens of runs that small words join: the first and last word of them all, and what stands before."""
        wholes = self._all([page.wholes for page in self._pages])
        tokens, of = _spread(wholes)
        first, last = wholes[of].T
        first, last, tokens = (each[wanted[tokens]] for each in (first, last, tokens))
        lower = self._symbols.lower
        names = self._symbols.of("FLM")
        yield Column("Jf", tokens, (lower[self._words[first]],))
        yield Column("Jl", tokens, (lower[self._words[last]],))
        yield Column("J", tokens, (names[np.select([tokens == first, tokens == last], [0, 1], 2)],))
        yield Column("J<", tokens, (self._before[first],))

    def _in_acronyms(self, wanted: Flags) -> Iterator[Column]:
        """Of acronyms, what they stand for; of words that an acronym stands for, their place in it."""
        for page, offset in zip(self._pages, self._offsets, strict=True):
            if page.acronyms:
                words = enumerate(page.tokens.words, offset)
                explained = {at: page.acronyms[word] for at, word in words if word in page.acronyms}
                for kind, found in ("C", explained), ("E", {at + offset: each for at, each in page.explaining.items()}):
                    there = {at: each for at, each in found.items() if wanted[at]}
                    yield Column(kind, np.array([*there], np.int64), (self._symbols.of(there.values()),))

    def _all(self, spans: Sequence[Sequence[Run]]) -> Numbers:
        """The spans of tokens of all pages (spans x 2), by the numbers that these have in the row."""
        bounds = np.fromiter(chain.from_iterable(chain.from_iterable(spans)), np.int64).reshape(-1, 2)
        offsets, sizes = np.array(self._offsets, np.int64), np.fromiter(map(len, spans), np.int64)
        moved: Numbers = bounds + np.repeat(offsets, sizes)[:, None]
        return moved


def _spread(spans: Numbers) -> tuple[Numbers, Numbers]:
    """The tokens of spans one after the other, and of each the number of its span."""
    first, last = spans.T
    sizes = last - first + 1
    of = np.repeat(np.arange(len(sizes)), sizes)
    return np.arange(len(of)) + (first - (np.cumsum(sizes) - sizes))[of], of
