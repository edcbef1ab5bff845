"""What do the tables and the witnesses say together? Where they agree the year is surer, else it may be unknown."""

import numpy as np

from corpus.article import Article, Basis, PartialDate
from index.dating.inference import SURE as SURE_BY_TABLES
from index.dating.inference import clues_of, inferred, weigh
from index.dating.timeline import FIRST, PRIOR, YEARS, Curve, telling
from index.dating.witnesses import FEW, Model

_TABLES_COUNT = 0.7
"""How much of what the tables say is news to the witnesses, who have read the same names."""
_STRANGERS = 0.02
"""Share of the undated articles that are of none of the witnesses' years."""
_SURE, _SURE_BY_FEW = 0.75, 0.65
"""Probability below which no year is named; few witnesses are seldom as sure as many."""
_SPEAKS = 0.3


def infer(article: Article, witnesses: Model | None = None) -> PartialDate | None:
    """The year of an article that does not state it, with the evidence for it; None where one year cannot be told.

    From its own text and the tables, and from the dated articles of an index where `witnesses` learned from them.
    """
    clues = clues_of(article)
    by_tables = weigh(clues)
    text = f"{article.title}\n\n{article.text}"
    spoken = witnesses.shares(text) if witnesses else None
    if witnesses is None or spoken is None:
        return inferred(by_tables, clues, SURE_BY_TABLES)
    known = np.isin(YEARS, witnesses.years)
    by_witnesses = np.full(len(YEARS), _STRANGERS / len(YEARS))
    by_witnesses[known] += (1 - _STRANGERS) * spoken[np.isin(witnesses.years, YEARS)]
    shares = _together(by_tables, by_witnesses)
    if shares.max() < (_SURE if witnesses.count >= FEW else _SURE_BY_FEW):
        return None
    year = int(YEARS[shares.argmax()])
    told = [clue.told(year) for clue in telling(clues, shares, 2)]
    if year in witnesses.years and by_witnesses[year - FIRST] > _SPEAKS:
        told.insert(0, witnesses.evidence(text, year))
    return PartialDate(year, basis=Basis.INFERRED, evidence="; ".join(told)) if told else None


def _together(by_tables: Curve, by_witnesses: Curve) -> Curve:
    logs = np.log(by_witnesses) + _TABLES_COUNT * (np.log(by_tables + 1e-9) - PRIOR)
    raised = np.exp(logs - logs.max())
    shares: Curve = raised / raised.sum()
    return shares
