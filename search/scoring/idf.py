"""The inverse document frequency of a term over some fields.

That of Robertson and Sparck Jones, one added so that it stays above zero: Whoosh's own lets a word that every article
has weigh a third of one that one in a hundred has, which buries long queries under their common words.
"""

from collections.abc import Collection
from math import log1p

from index.snapshots.snapshot import Snapshot


def idf(snapshot: Snapshot, fields: Collection[str], term: str) -> float:
    """The inverse document frequency of a term, by the articles that have it in any of the fields."""
    doc_freq = snapshot.held(fields, term)
    return log1p((snapshot.size - doc_freq + 0.5) / (doc_freq + 0.5))
