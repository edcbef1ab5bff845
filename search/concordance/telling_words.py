"""Count the words about the matches of a query (collocates), and those that its articles have oftener (keywords)."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from index.analysis.analyzer import form_of
from index.arrays.types import OffsetArray
from search.highlighting.match_positions import MatchSpan
from search.query.function_words import function_words
from search.query.lexicon import Lexicon
from search.scoring.log_likelihood import surplus
from search.types.concordance import WordCount
from search.types.deadline import Deadline

DISTANCE = 5
"""Words on each side of a match among which its collocates are looked for."""

MOST_COUNTED = 400
"""Articles whose words are counted, where nobody says otherwise."""

_MOST_SCORED = 1_500
"""The most frequent words, of which the telling ones are: for each the whole index is asked."""

SHOWN = 30
_FEWEST = 3
"""A word that stands more seldom tells nothing."""


_form = lru_cache(maxsize=1 << 16)(form_of)
"""Most of the words of a search are those of the one before."""


class CountedWords(NamedTuple):
    """The tokens of some articles, of these the ones about matches, and the forms of the matches themselves."""

    everywhere: Counter[str]
    about: Counter[str]
    own: frozenset[str]


Matched = tuple[str, OffsetArray, list[MatchSpan]]
"""The text of an article, its tokens, and the matches in it."""


def counted_words(articles: Iterable[Matched], deadline: Deadline) -> CountedWords:
    """Count the tokens of some articles. Raises `SearchTimeout`."""
    everywhere, about, own = Counter[str](), Counter[str](), set[str]()
    for text, edges, spans in articles:
        deadline.check()
        tokens = [text[begin:end] for begin, end in edges.tolist()]
        everywhere.update(tokens)
        for first, last, _ in spans:
            about.update(tokens[max(0, first - DISTANCE) : first] + tokens[last + 1 : last + 1 + DISTANCE])
            own.update(tokens[first : last + 1])
    return CountedWords(everywhere, about, frozenset(map(form_of, own)))


def telling(tokens: Counter[str], lexicon: Lexicon, own: frozenset[str] = frozenset()) -> list[WordCount]:
    """The words that stand among some tokens oftener than elsewhere, without the query's `own` and words of grammar."""
    counted, own = _by_form(tokens), own | function_words(lexicon.languages)
    words = [(word, count) for word, count in counted.most_common(_MOST_SCORED) if _may_tell(word, count, own)]
    counts = np.array([count for _, count in words], np.int64)
    # Forms are counted over titles, too, and articles that are gone.
    there = np.array([lexicon.word_forms.counts(word).occurrences for word, _ in words], np.int64)
    totals, size = np.maximum(counts, there), counted.total()
    everything = max(size, lexicon.words)
    scores = surplus(counts, size, totals, everything)
    found = [
        WordCount(word, count, int(total), round(float(score), 2))
        for (word, count), total, score in zip(words, totals, scores, strict=True)
        if score > 0
    ]
    return sorted(found, key=lambda each: (-each.score, each.word))[:SHOWN]


def _by_form(tokens: Counter[str]) -> Counter[str]:
    """The counts of forms, from those of tokens: each different token is folded once."""
    counted: Counter[str] = Counter()
    for token, count in tokens.items():
        counted[_form(token)] += count
    return counted


def _may_tell(word: str, count: int, own: frozenset[str]) -> bool:
    return count >= _FEWEST and not word.isdigit() and word not in own
