"""Facets as columns: for each article its values, as whole numbers that are counted and compared in bulk."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from corpus.article import PartialDate
from index.schema import SEPARATOR, exact_key

UNKNOWN_YEAR = "unknown"

Ints = np.ndarray[tuple[int], np.dtype[np.int64]]
Mask = np.ndarray[tuple[int], np.dtype[np.bool_]]

_KIND = "\x1e"


def year_value(date: PartialDate) -> str:
    """The value of the year facet: four digits, or `unknown`."""
    return UNKNOWN_YEAR if date.year is None else f"{date.year:04d}"


def day_number(date: PartialDate) -> int:
    """A date as YYYYMMDD, its unknown parts zero: what sorting by date compares. 0 where nothing is known."""
    return (date.year or 0) * 10_000 + (date.month or 0) * 100 + (date.day or 0)


def column_value(values: Iterable[tuple[str, str]]) -> bytes:
    """The values of one article, each a label and its kind, as stored in a column."""
    return SEPARATOR.join(f"{' '.join(label.split())}{_KIND}{kind}" for label, kind in values).encode()


def stored_values(column: bytes) -> Iterator[tuple[str, str]]:
    """The labels and kinds that `column_value` stored."""
    for each in column.decode().split(SEPARATOR) if column else ():
        label, _, kind = each.partition(_KIND)
        yield label, kind


@dataclass(frozen=True, slots=True)
class FacetColumn:
    """One facet of every article of a snapshot.

    `keys[v]` is the exact key of value v, `labels[v]` how it is shown and `kinds[v]` its type (or nothing). Article
    `owners[i]` has value `ordinals[i]`; both arrays have one entry for each value of each article.
    """

    keys: Sequence[str]
    labels: Sequence[str]
    kinds: Sequence[str]
    owners: Ints
    ordinals: Ints
    numbers: dict[str, int] = field(repr=False)

    def counts(self, matching: Mask) -> Ints:
        """How many of the matching articles have each value, by ordinal."""
        counted: Ints = np.bincount(self.ordinals[matching[self.owners]], minlength=len(self.keys))
        return counted

    def having(self, ordinals: Sequence[int], articles: int) -> Mask:
        """Which of the `articles` have at least one of these values."""
        mask = np.zeros(articles, dtype=np.bool_)
        wanted = np.zeros(len(self.keys), dtype=np.bool_)
        wanted[list(ordinals)] = True
        mask[self.owners[wanted[self.ordinals]]] = True
        return mask


def build_column(
    articles: Iterable[tuple[int, Iterable[tuple[str, str]]]], key: Callable[[str], str] = exact_key
) -> FacetColumn:
    """The column of a facet from each article's number and its labels with their kinds."""
    numbers: dict[str, int] = {}
    labels: list[str] = []
    kinds: list[str] = []
    pairs: dict[tuple[int, int], None] = {}
    for article, values in articles:
        for label, kind in values:
            ordinal = numbers.setdefault(key(label), len(labels))
            if ordinal == len(labels):
                labels.append(label)
                kinds.append(kind)
            pairs[article, ordinal] = None
    flat: Any = np.array(list(pairs), dtype=np.int64).reshape(-1, 2)
    return FacetColumn(list(numbers), labels, kinds, flat[:, 0].copy(), flat[:, 1].copy(), numbers)
