"""What is answered: values that the page, the endpoint and the command line show, each in its way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.article import Span
from index.document import Document
from search.query.origins import How
from search.request import Facet, SearchRequest


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of an article and where the query matched in it; `highlights` are offsets into this text."""

    text: str
    highlights: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One article of a result list. `title` highlights as a snippet does; `near_duplicates` counts its copies."""

    document: Document
    title: Snippet
    snippets: tuple[Snippet, ...]
    score: float
    near_duplicates: int = 0
    reasons: tuple["Reason", ...] = ()


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
    """One value of a facet and how many articles it would leave, every other facet's choice honoured."""

    value: str
    label: str
    count: int
    type: str | None = None
    selected: bool = False
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class SearchResult:
    """A page of hits and the facets of everything that matches.

    `relaxed`: no article has all the words, so these have some of them. `facet_totals` counts the values of each facet,
    shown or not. `notices` say, in words for the user, how the query was read where it could not be read as typed.
    `also_searched`: other names of what was asked for. `next_cursor` continues after the last hit, None at the end.
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
    also_searched: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """A whole article with the places where a query matched, in its title and in its text."""

    document: Document
    title_highlights: tuple[Span, ...] = ()
    text_highlights: tuple[Span, ...] = ()
