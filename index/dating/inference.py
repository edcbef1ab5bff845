"""What do an article's own text and the tables say of its year? Clues, weighed together."""

from collections.abc import Sequence

from corpus.article import Article, Basis, PartialDate
from index.dating.calendar import weekday_clues, year_clues
from index.dating.mentions import people_clues, topic_clues
from index.dating.timeline import YEARS, Clue, Curve, posterior, telling

SURE = 0.62
"""Probability below which no year is named."""
_TRUST = 0.7
_READ = 8_000


def clues_of(article: Article) -> list[Clue]:
    """Everything in an article that tells its time."""
    text = f"{article.title}\n\n{article.text}"[:_READ]
    return [*people_clues(text), *topic_clues(text), *year_clues(text), *weekday_clues(text)]


def weigh(clues: Sequence[Clue]) -> Curve:
    """The probability of each of `YEARS` by some clues, or where there are none before any is known."""
    return posterior(clues, _TRUST)


def inferred(shares: Curve, clues: Sequence[Clue], sure: float) -> PartialDate | None:
    """The likeliest year with the clues that tell it most; None where it is less likely than `sure`."""
    year = int(YEARS[shares.argmax()])
    told = [clue.told(year) for clue in telling(clues, shares)]
    if shares.max() < sure or not told:
        return None
    return PartialDate(year, basis=Basis.INFERRED, evidence="; ".join(told))
