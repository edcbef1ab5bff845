"""What is answered: values that the page, the endpoint and the command line show, each in its way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from corpus.article import EntityType, Span
from corpus.document import Document
from search.types.request import Facet, SearchRequest


class How(StrEnum):
    """How what was typed matches: as it is, by stem, in order, by a pattern, nearly, by another name, by absence.

    And what the best articles are looked at again for: words that stand together, words that others of them have,
    words that mean nearly the same.
    """

    WORD = "word"
    STEM = "stem"
    PHRASE = "phrase"
    PATTERN = "pattern"
    SPELLING = "spelling"
    ALIAS = "alias"
    REFUSAL = "refusal"
    PAIR = "pair"
    EXPANSION = "expansion"
    MEANING = "meaning"


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of an article and where the query matched in it; `highlights` are offsets into this text."""

    text: str
    highlights: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One article of a result list. `title` highlights as a snippet does.

    `near_duplicates` counts the other articles of the index that are nearly the same, whether they match or not.
    """

    document: Document
    title: Snippet
    snippets: tuple[Snippet, ...]
    score: float
    near_duplicates: int = 0
    reasons: tuple["Reason", ...] = ()
    added: datetime | None = None
    """When it entered the index; None where nobody noted it."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that gave a hit its score: what was typed, how it matches, in which field, and as what it stands there.

    A reason without a field is that something refused is not there.
    """

    typed: str
    how: How
    field: str | None
    found: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet and how many articles it would leave, every other facet's choice honoured.

    `inferred` of them have a year that no article states; 0 in the other facets. `approximate`: there may be a few more
    of them, as a cluster counts many values part by part.
    """

    value: str
    label: str
    count: int
    type: str | None = None
    selected: bool = False
    excluded: bool = False
    inferred: int = 0
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, the more frequent one first; `count` articles have both."""

    one: str
    other: str
    count: int


@dataclass(frozen=True, slots=True)
class Named:
    """A name, its type, how many of the articles that match have it, and how many of all articles."""

    name: str
    type: str | None
    count: int
    total: int


@dataclass(frozen=True, slots=True)
class Cooccurrence:
    """Some names of the `total` articles that match, and how many of these have two of them, the most frequent first.

    `relaxed`: no article has all the words, so these have some of them.
    """

    total: int
    names: Sequence[Named]
    pairs: Sequence[Pair]
    relaxed: bool = False


@dataclass(frozen=True, slots=True)
class SearchResult:
    """A page of hits and the facets of everything that matches.

    `relaxed`: no article has all the words, so these have some of them. `facet_totals` counts the values of each facet,
    shown or not. `notices` say, in words for the user, how the query was read where it could not be read as typed.
    `also_searched`: other names of what was asked for. `expanded`: words that the best articles have in common, and
    that counted in the order of all. `near_in_meaning`: so did how near the best articles are in meaning to the query.
    `next_cursor` continues after the last hit, None at the end. `total` and all counts count articles; `groups` says
    how many hits there are once near-duplicates are folded, None where they are not. `months` are there where
    everything is of one year. `names` are the first of each type: people, organizations, and places without countries.
    """

    request: SearchRequest
    total: int
    hits: Sequence[Hit]
    facets: Mapping[Facet, Sequence[FacetValue]]
    facet_totals: Mapping[Facet, int]
    relaxed: bool = False
    took_ms: float = 0.0
    suggestion: str | None = None
    notices: tuple[str, ...] = ()
    next_cursor: str | None = None
    months: Sequence[FacetValue] = ()
    names: Mapping[EntityType, Sequence[FacetValue]] = field(default_factory=dict)
    cooccurrence: Cooccurrence | None = None
    also_searched: tuple[str, ...] = ()
    expanded: tuple[str, ...] = ()
    near_in_meaning: bool = False
    groups: int | None = None
    approximate: tuple[str, ...] = ()
    """Which totals are about right alone: `groups`, or such as `facet_totals.entity`. An embedded index has none."""
    last_added: datetime | None = None
    """When the last of all articles entered the index: what is asked for again as `added_since` is what comes later."""

    @property
    def listed(self) -> int:
        """How many hits all pages have together."""
        return self.total if self.groups is None else self.groups

    def to_dicts(self) -> list[dict[str, Any]]:
        """The hits as plain values, a dictionary each, the same keys in all: rows of a table, best first.

        In place of the text there is what of it matched, as `snippet`.
        """
        return [_row(hit) for hit in self.hits]

    def facets_to_dicts(self) -> list[dict[str, Any]]:
        """The values of all facets as plain values: `facet`, `value`, `label`, `type`, `count`."""
        return [
            {"facet": str(facet), "value": each.value, "label": each.label, "type": each.type, "count": each.count}
            for facet, values in self.facets.items()
            for each in values
        ]


def _row(hit: Hit) -> dict[str, Any]:
    document = hit.document.to_dict()
    del document["text"]
    snippet = " … ".join(each.text for each in hit.snippets)
    return {**document, "snippet": snippet, "score": hit.score, "near_duplicates": hit.near_duplicates}


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """A whole article with the places where a query matched, in its title and in its text."""

    document: Document
    title_highlights: tuple[Span, ...] = ()
    text_highlights: tuple[Span, ...] = ()
    versions: tuple[Document, ...] = ()
    """The first of its near-duplicates: the one that stands for its group, then the others."""
    near_duplicates: int = 0
    """How many there are."""
