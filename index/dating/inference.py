"""In which year was an article published that does not say so? From its own text and the tables alone."""

import numpy as np

from corpus.article import Article, Basis, PartialDate
from index.dating.calendar import weekday_clues, year_clues
from index.dating.mentions import people_clues, topic_clues
from index.dating.timeline import YEARS, Clue, Curve, posterior, telling

TRUST = 0.8
SURE = 0.6
"""Probability below which no year is named."""
_READ = 8_000


def clues_of(article: Article) -> list[Clue]:
    """Everything in an article that tells its time."""
    text = f"{article.title}\n\n{article.text}"[:_READ]
    return [*people_clues(text), *topic_clues(text), *year_clues(text), *weekday_clues(text)]


def weigh(clues: list[Clue]) -> Curve:
    """The probability of each of `YEARS` by some clues; all alike where there are none."""
    return posterior(clues, TRUST) if clues else posterior([Clue(np.zeros(len(YEARS)), "")], TRUST)


def infer(article: Article) -> PartialDate | None:
    """The year of an article with the evidence for it; None where one year cannot be told."""
    clues = clues_of(article)
    shares = weigh(clues)
    if shares.max() < SURE:
        return None
    evidence = "; ".join(clue.evidence for clue in telling(clues, shares))
    return PartialDate(int(YEARS[shares.argmax()]), basis=Basis.INFERRED, evidence=evidence)
