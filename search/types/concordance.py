"""Define what a concordance and a list of telling words are made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class LineOrder(StrEnum):
    """The order of the lines of a concordance."""

    RESULT = "result"
    """That of the articles, and within each that of the text."""

    LEFT = "left"
    """By the words before the match, the nearest first."""

    RIGHT = "right"
    """By the words behind it."""

    MATCH = "match"
    """By the match itself."""

    DATE = "date"
    """By the date of the article, the oldest first; what is undated stands last."""

    SOURCE = "source"
    """By the source of the article; what has none stands last."""


@dataclass(frozen=True, slots=True)
class ConcordanceLine:
    """A match in its context. `start` and `end` are characters of the article's text."""

    article_id: str
    title: str
    source: str | None
    published: str | None
    left: str
    match: str
    right: str
    start: int
    end: int
    published_basis: str = "unknown"
    """How the date is known: `stated`, `inferred` or `unknown`."""
    language: str = "en"
    space_before: bool = True
    """Whether white space stands between what is left of the match and it;"""
    space_after: bool = True
    """and between it and what is right of it."""


@dataclass(frozen=True, slots=True)
class Concordance:
    """One page of lines. `articles` match; `more` tells whether lines follow.

    `sorted_of`: an order by words holds for so many lines, those of the first articles; None where all the lines are
    sorted. `groups` is how many articles are left once near-duplicates are folded, None where they are not.
    """

    articles: int
    lines: Sequence[ConcordanceLine]
    more: bool
    sorted_of: int | None = None
    notices: Sequence[str] = ()
    groups: int | None = None
    relaxed: bool = False
    """Whether no article has all the words, so that these lines are of some."""


@dataclass(frozen=True, slots=True)
class WordCount:
    """A word of some texts: how often it stands there, and in all articles; `score` is the log-likelihood ratio."""

    word: str
    count: int
    total: int
    score: float


@dataclass(frozen=True, slots=True)
class TellingWords:
    """The words that stand about the matches of a query, and those that its articles have oftener than others.

    They are counted in the first `counted` of the `articles` that match.
    """

    articles: int
    counted: int
    collocates: Sequence[WordCount]
    keywords: Sequence[WordCount]
    notices: Sequence[str] = ()
