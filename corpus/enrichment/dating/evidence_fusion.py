"""Combine what the tables and the year classifier say of an article's year, or name none."""

from corpus.article import Article, Basis, PartialDate
from corpus.enrichment.dating.calibration import spread, together
from corpus.enrichment.dating.inference import SURE as SURE_BY_TABLES
from corpus.enrichment.dating.inference import clues_of, inferred, text_of, until, weigh
from corpus.enrichment.dating.timeline import FIRST, YEARS, evidence_of
from corpus.enrichment.dating.year_classifier import FEW, YearClassifier

_SURE, _SURE_BY_FEW = 0.71, 0.6
"""Probability below which no year is named; a classifier that few articles trained is seldom as sure."""
_SPEAKS = 0.3


def infer(article: Article, classifier: YearClassifier | None = None) -> PartialDate | None:
    """The year of an article that does not state it, with the evidence for it; None where one year cannot be told.

    From its own text and the tables, and from the dated articles of an index, on which the `classifier` was trained. No
    year after the day on which the article was fetched, where that is known.
    """
    text = text_of(article)
    clues = clues_of(text)
    by_tables = weigh(clues, until(article))
    if by_tables is None:
        return None
    scored = classifier.scores(text) if classifier else None
    if classifier is None or scored is None:
        return inferred(by_tables, clues, SURE_BY_TABLES)
    by_classifier = spread(scored, classifier.years)[0]
    shares = together(by_classifier, by_tables, classifier.tables_count)
    if shares.max() < (_SURE if classifier.count >= FEW else _SURE_BY_FEW):
        return None
    year = int(YEARS[shares.argmax()])
    told = evidence_of(clues, shares, 2)
    if year in classifier.years and by_classifier[year - FIRST] > _SPEAKS:
        place = 1 if told and by_tables[year - FIRST] > by_classifier[year - FIRST] else 0
        told.insert(place, classifier.evidence(text, year))
    return PartialDate(year, basis=Basis.INFERRED, evidence="; ".join(told)) if told else None
