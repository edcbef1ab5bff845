"""What do the tables and the witnesses say together? Where they agree the year is surer, else it may be unknown."""

from corpus.article import Article, Basis, PartialDate
from corpus.enrichment.dating.calibration import spread, together
from corpus.enrichment.dating.inference import SURE as SURE_BY_TABLES
from corpus.enrichment.dating.inference import clues_of, inferred, text_of, until, weigh
from corpus.enrichment.dating.timeline import FIRST, YEARS, evidence_of
from corpus.enrichment.dating.year_classifier import FEW, YearClassifier

_SURE, _SURE_BY_FEW = 0.71, 0.6
"""Probability below which no year is named; few witnesses are seldom as sure as many."""
_SPEAKS = 0.3


def infer(article: Article, witnesses: YearClassifier | None = None) -> PartialDate | None:
    """The year of an article that does not state it, with the evidence for it; None where one year cannot be told.

    From its own text and the tables, and from the dated articles of an index where `witnesses` learned from them. No
    year after the day on which the article was fetched, where that is known.
    """
    text = text_of(article)
    clues = clues_of(text)
    by_tables = weigh(clues, until(article))
    if by_tables is None:
        return None
    scored = witnesses.scores(text) if witnesses else None
    if witnesses is None or scored is None:
        return inferred(by_tables, clues, SURE_BY_TABLES)
    by_witnesses = spread(scored, witnesses.years)[0]
    shares = together(by_witnesses, by_tables, witnesses.tables_count)
    if shares.max() < (_SURE if witnesses.count >= FEW else _SURE_BY_FEW):
        return None
    year = int(YEARS[shares.argmax()])
    told = evidence_of(clues, shares, 2)
    if year in witnesses.years and by_witnesses[year - FIRST] > _SPEAKS:
        place = 1 if told and by_tables[year - FIRST] > by_witnesses[year - FIRST] else 0
        told.insert(place, witnesses.evidence(text, year))
    return PartialDate(year, basis=Basis.INFERRED, evidence="; ".join(told)) if told else None
