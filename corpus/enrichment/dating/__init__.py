"""When was an undated article published, as far as its year can be told, and on what evidence."""

from corpus.enrichment.dating.evidence_fusion import infer
from corpus.enrichment.dating.year_classifier import YearClassifier

__all__ = ["YearClassifier", "infer"]
