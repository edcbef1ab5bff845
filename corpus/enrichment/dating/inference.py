"""Weigh the clues to its year in an article's own text, by the tables."""

from collections.abc import Sequence

from corpus.article import Article, Basis, PartialDate
from corpus.enrichment.dating.calendar import weekday_clues, year_clues
from corpus.enrichment.dating.levels import level_clues
from corpus.enrichment.dating.mentions import people_clues, topic_clues
from corpus.enrichment.dating.months import month_clues
from corpus.enrichment.dating.name_matching import words_of
from corpus.enrichment.dating.timeline import LAST, YEARS, Clue, Curve, evidence_of, posterior

SURE = 0.57
"""Probability below which no year is named."""
_READ = 8_000
_DAYS = 366


def text_of(article: Article) -> str:
    """What is read of an article: title and text."""
    return f"{article.title}\n\n{article.text}"


def clues_of(text: str) -> list[Clue]:
    """Everything in a text that tells its time."""
    read = text[:_READ]
    words = words_of(read)
    return [
        *people_clues(read, words),
        *topic_clues(read, words),
        *level_clues(read, words),
        *year_clues(read),
        *weekday_clues(read),
        *month_clues(read),
    ]


def until(article: Article) -> float:
    """The moment, in years, before which an article must have been written: when it was fetched, if that is known."""
    day = article.captured
    return LAST + 1 if day is None else day.year + day.timetuple().tm_yday / _DAYS


def weigh(clues: Sequence[Clue], before: float = LAST + 1) -> Curve | None:
    """The probability of each of `YEARS` by some clues, or where there are none before any is known."""
    return posterior(clues, before)


def inferred(shares: Curve, clues: Sequence[Clue], sure: float) -> PartialDate | None:
    """The likeliest year with the clues that tell it most; None where it is less likely than `sure`."""
    told = evidence_of(clues, shares)
    if shares.max() < sure or not told:
        return None
    return PartialDate(int(YEARS[shares.argmax()]), basis=Basis.INFERRED, evidence="; ".join(told))
