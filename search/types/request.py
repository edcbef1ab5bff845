"""Define a search request: one value for the page, the endpoint and the command line."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from corpus.errors import DatelineError
from index.segments.facets import Facet, Values
from search.types.date_ranges import BadDateRange, date_range

__all__ = ["MAX_PER_PAGE", "BadRequest", "Facet", "Match", "SearchRequest", "Selection", "Sort"]

MAX_PER_PAGE = 100


class BadRequest(DatelineError):  # noqa: N818 - named after the HTTP status that it becomes
    """A parameter that cannot be honoured: `parameter` names it, the message says the mend."""

    def __init__(self, parameter: str, message: str) -> None:
        super().__init__(message)
        self.parameter = parameter


class Match(StrEnum):
    """Whether an article must have all the words of the query, or any of them."""

    ALL = "all"
    ANY = "any"


class Sort(StrEnum):
    """The order of the results."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"
    ADDED = "added"
    """What entered the index last comes first."""


Selection = Mapping[Facet, tuple[str, ...]]
"""Values chosen in each facet: OR within a facet (AND where `facet_match` says so), AND between facets."""


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """One search. Raises `BadRequest` where a value is out of bounds."""

    q: str = ""
    match: Match = Match.ALL
    filters: Selection = field(default_factory=dict)
    exclude: Selection = field(default_factory=dict)
    facet_match: Mapping[Facet, Match] = field(default_factory=dict)
    """Whether an article must have all the values chosen in a facet, or any of them; any, where nothing is said."""
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    per_page: int = 20
    cursor: str | None = None
    articles: tuple[str, ...] = ()
    """Only these articles, by their keys (`index.segments.article_key`), as a reading list names them; none: all."""
    added_since: datetime | None = None
    """Only what entered the index later than this moment, whose time zone is known."""
    group: bool | None = None
    """Whether near-duplicates are folded into one; None leaves it to whoever asks."""
    aliases: bool = True
    """Whether a name finds its other names, too."""
    expand: bool | None = None
    """Whether words count that the best articles have in common; None: where a query is long and any word enough."""
    meaning: bool | None = None
    """Whether articles near in meaning come first; None: where a query is long and any word enough."""
    explain: bool = False
    """Whether each hit says what its score is made of."""

    def __post_init__(self) -> None:
        if self.page < 1:
            raise BadRequest("page", f"page is {self.page}; pages are counted from 1")
        if not 1 <= self.per_page <= MAX_PER_PAGE:
            raise BadRequest("per_page", f"per_page is {self.per_page}; give a number from 1 to {MAX_PER_PAGE}")
        for selection in (self.filters, self.exclude):
            for facet, values in selection.items():
                for value in values:
                    _check(facet, value)

    @property
    def filtered(self) -> bool:
        """Whether anything besides the words narrows it."""
        chosen = any(self.filters.values()) or any(self.exclude.values())
        return chosen or bool(self.articles) or self.added_since is not None

    def needs_all(self, facet: Facet) -> bool:
        """Whether an article must have all the values that are chosen in a facet, not only one of them."""
        return self.facet_match.get(facet, Match.ANY) is Match.ALL


def _check(facet: Facet, value: str) -> None:
    if facet.field.values is Values.TIMES:
        try:
            date_range(value)
        except BadDateRange as fault:
            raise BadRequest(facet, f"{facet}: {fault}") from fault
    if facet.field.choices and facet.field.typed(value) not in facet.field.choices:
        known = ", ".join(f"{facet}={each}" for each in facet.field.choices)
        raise BadRequest(facet, f"{facet} is {value[:40]!r}; write one of {known}")
