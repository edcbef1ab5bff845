"""The inverse document frequency of a term over some fields.

That of Robertson and Sparck Jones, one added so that it stays above zero: Whoosh's own lets a word that every article
has weigh a third of one that one in a hundred has, which buries long queries under their common words.
"""

from collections.abc import Collection
from math import log1p
from typing import Protocol


class Frequencies(Protocol):
    """How many articles there are, and how many have a term; what an index may count of deleted ones is its affair."""

    @property
    def size(self) -> int:
        """How many articles there are."""

    def held(self, fields: Collection[str], term: str, /) -> int:
        """In how many articles any of some fields has a term; counted once."""


def idf(index: Frequencies, fields: Collection[str], term: str) -> float:
    """The inverse document frequency of a term, by the articles that have it in any of the fields."""
    doc_freq = index.held(fields, term)
    return log1p((index.size - doc_freq + 0.5) / (doc_freq + 0.5))
