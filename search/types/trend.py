"""Define how searches spread over time or over sources, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from search.types.request import SearchRequest

MOST_SERIES = 4
"""Searches that are compared at once."""


class Spread(StrEnum):
    """By what the articles of searches are counted."""

    YEAR = "year"
    MONTH = "month"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Bucket:
    """A year, a month as `2019-04`, or a source: its matches and all its articles.

    `value` is None for those without a date or a source. Among months, a year stands for those of no known month.
    """

    value: str | None
    count: int
    total: int

    @property
    def share(self) -> float:
        """The matches as a share of all articles of the bucket."""
        return self.count / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class Series:
    """One search of a comparison: how many articles match, and its buckets.

    `relaxed`: no article has all the words, so these have some of them.
    """

    request: SearchRequest
    total: int
    buckets: Sequence[Bucket]
    relaxed: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Searches side by side: the series have the same buckets in the same order.

    Times ascend, those without a date last; sources descend by the articles that match any of the searches.
    """

    by: Spread
    series: Sequence[Series]
