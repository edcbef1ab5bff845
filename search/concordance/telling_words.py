"""Count the words about the matches of a query (collocates), and those that its articles have oftener (keywords)."""

from collections import Counter
from collections.abc import Iterable

import numpy as np

from index.analysis.analyzer import TOKENIZER, form_of
from search.concordance.lines import Match, tokens_about
from search.query.lexicon import Lexicon
from search.scoring.log_likelihood import surplus
from search.types.concordance import WordCount

DISTANCE = 5
"""Words on each side of a match among which its collocates are looked for."""

MOST_COUNTED = 400
"""Articles whose words are counted."""

_MOST_SCORED = 1_500
"""The most frequent words, of which the telling ones are: for each the whole index is asked."""

SHOWN = 30
_FEWEST = 3
"""A word that stands more seldom tells nothing."""


def collocates(matches: Iterable[Match], lexicon: Lexicon, own: frozenset[str]) -> list[WordCount]:
    """The words that stand about some matches oftener than elsewhere, without the query's `own` forms."""
    counted: Counter[str] = Counter()
    for match in matches:
        counted.update(tokens_about(match, DISTANCE))
    return _telling(_by_form(counted), lexicon, own)


def keywords(texts: Iterable[str], lexicon: Lexicon) -> list[WordCount]:
    """The words that some articles have oftener than the others."""
    counted: Counter[str] = Counter()
    for text in texts:
        counted.update(TOKENIZER.tokenize(text))
    return _telling(_by_form(counted), lexicon, frozenset())


def _by_form(tokens: Counter[str]) -> Counter[str]:
    """The counts of forms, from those of tokens: each different token is folded once."""
    counted: Counter[str] = Counter()
    for token, count in tokens.items():
        counted[form_of(token)] += count
    return counted


def _telling(counted: Counter[str], lexicon: Lexicon, own: frozenset[str]) -> list[WordCount]:
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


def _may_tell(word: str, count: int, own: frozenset[str]) -> bool:
    return count >= _FEWEST and not word.isdigit() and word not in own
