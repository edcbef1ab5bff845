"""Define how a story changed: its versions, and the words that were taken away or added in each."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.document import Document


class Against(StrEnum):
    """Which version each is compared with."""

    BEFORE = "before"
    """The one before it."""

    FIRST = "first"


class Kind(StrEnum):
    """What became of some words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Change:
    """Some words in their order, with the white space and signs behind them, and what became of them."""

    kind: Kind
    text: str
    words: int
    """How many they are."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a story, and how it differs from another.

    `place` counts the versions from 1, the oldest first. What is the same or added makes its title and its text, what
    is the same or removed those of the article with the id `compared_with`, but for white space, quotation marks and
    dashes. None: it is compared with nothing, and all of it is the same. `added` and `removed` count words of the text.
    """

    document: Document
    place: int
    compared_with: str | None
    title: Sequence[Change]
    text: Sequence[Change]
    added: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class Lineage:
    """One page of the `total` versions of a story, the oldest first; those without a date stand last."""

    article_id: str
    total: int
    against: Against
    versions: Sequence[Version]
    page: int = 1
    per_page: int = 20
