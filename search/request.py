"""What can be asked: one value for the page, the endpoint and the command line."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from corpus.errors import DatelineError

MAX_PER_PAGE = 100
_MONTH = r"\d{4}-(?:0[1-9]|1[0-2])"
_YEAR = re.compile(rf"\d{{1,4}}|unknown|{_MONTH}|(\d{{1,4}})\.\.(\d{{1,4}})|({_MONTH})\.\.({_MONTH})")


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


class Facet(StrEnum):
    """The fields by which results are counted and narrowed: who, where, when."""

    ENTITY = "entity"
    COUNTRY = "country"
    YEAR = "year"


Selection = Mapping[Facet, tuple[str, ...]]
"""Values chosen in each facet: OR within a facet, AND between facets."""


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """One search. Raises `BadRequest` where a value is out of bounds."""

    q: str = ""
    match: Match = Match.ALL
    filters: Selection = field(default_factory=dict)
    exclude: Selection = field(default_factory=dict)
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    per_page: int = 20
    cursor: str | None = None
    group: bool | None = None
    """Whether near-duplicates are folded into one; None leaves it to whoever asks."""
    aliases: bool = True
    """Whether a name finds its other names, too."""
    expand: bool | None = None
    """Whether words count that the best articles have in common; None: where a query is long and any word enough."""
    explain: bool = False
    """Whether each hit says what its score is made of."""

    def __post_init__(self) -> None:
        if self.page < 1:
            raise BadRequest("page", f"page is {self.page}; pages are counted from 1")
        if not 1 <= self.per_page <= MAX_PER_PAGE:
            raise BadRequest("per_page", f"per_page is {self.per_page}; give a number from 1 to {MAX_PER_PAGE}")
        for values in (self.filters, self.exclude):
            for year in values.get(Facet.YEAR, ()):
                _check_year(year)


def _check_year(value: str) -> None:
    found = _YEAR.fullmatch(value)
    if not found:
        raise BadRequest(
            "year", f"year is {value!r}; write a year (2019), a month (2019-04), a range (2014..2019) or unknown"
        )
    first, last = found[1] or found[3], found[2] or found[4]
    if first and int(first.replace("-", "")) > int(last.replace("-", "")):
        raise BadRequest("year", f"the range {value} ends before it begins; write {last}..{first}")
