"""The seam between questions and what answers them: domain types in, domain types out, whatever stands behind.

`search.searcher.Searcher` answers from a directory, `cluster.engine.ClusterEngine` from a cluster. Both agree on which
articles match, on counts, on the order by date and of ties, and on snippets; scores may differ.
"""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from corpus.document import Document
from corpus.errors import DatelineError
from search.concordance.lines import WIDTH
from search.concordance.telling_words import MOST_COUNTED
from search.facets.trend import Period
from search.suggest.completion import Completion
from search.types.concordance import Concordance, ConcordanceLine, LineOrder, TellingWords
from search.types.lineage import Against, Lineage
from search.types.request import Facet, SearchRequest, Selection
from search.types.result import Cooccurrence, FacetValue, Hit, MarkedArticle, SearchResult
from search.types.trend import Comparison, Spread

VERSIONS = 100
"""Near-duplicates of an article that are listed with it."""

_NOTHING: Selection = MappingProxyType({})


class NoSuchArticle(DatelineError):  # noqa: N818 - it reads as a sentence where it is raised
    """No article has this id."""

    @classmethod
    def named(cls, article_id: str) -> "NoSuchArticle":
        """The error for an id."""
        return cls(f"no article has the id {article_id!r}; search for it from the start page")


class Engine(Protocol):
    """Answers questions about one archive; threads may share it.

    Each method raises `NoIndex` where the archive cannot be read, and `SearchTimeout` where a search takes too long.
    """

    @property
    def location(self) -> Path | str:
        """Where the archive is, as it was named: a directory, or the address of a cluster."""

    @property
    def generation(self) -> str:
        """A token that changes with whatever can be seen."""

    @property
    def faults(self) -> Sequence[str]:
        """What is wrong in the file of aliases, for whoever keeps it."""

    def count(self) -> int:
        """How many articles there are."""

    def search(
        self, request: SearchRequest, whole: Collection[Facet] = (), *, folded: bool = False, pairs: bool = False
    ) -> SearchResult:
        """One page of results with the facets of all; every value of the facets that are wanted whole.

        Near-duplicates are `folded` where the request does not say. With `pairs` also the most telling names, and which
        of them stand together.
        """

    def facet(
        self, request: SearchRequest, facet: Facet, prefix: str = "", page: int = 1, per_page: int = 50
    ) -> tuple[Sequence[FacetValue], int]:
        """One page of all the values of a facet, of those that have a word with this prefix; and how many there are."""

    def facet_values(self, request: SearchRequest, facet: Facet) -> Iterator[FacetValue]:
        """Every value of a facet, in its order, one at a time. The query is evaluated at once."""

    def has(self, article_id: str) -> bool:
        """Whether an article has this id."""

    def article(
        self, article_id: str, q: str = "", *, aliases: bool = True, filters: Selection = _NOTHING
    ) -> MarkedArticle:
        """A whole article with the matches of a query marked; without words, the names and countries of the filters.

        Raises `NoSuchArticle`.
        """

    def lineage(self, article_id: str, against: Against = Against.BEFORE, page: int = 1, per_page: int = 20) -> Lineage:
        """One page of the near-duplicates of an article and itself, oldest first, each compared with another.

        Raises `NoSuchArticle`.
        """

    def articles(self, keys: Sequence[str]) -> list[Document]:
        """The articles that keys name (`index.segments.article_key`), in their order, without those that are gone."""

    def more_like_this(self, *article_ids: str) -> Sequence[Hit]:
        """The articles most like one, or several taken together, best first. Raises `NoSuchArticle`."""

    def cooccurrence(self, request: SearchRequest, *, telling: bool = False) -> Cooccurrence:
        """The most frequent, or the most telling, names of what matches, and which of them stand together."""

    def trend(self, request: SearchRequest) -> tuple[int, list[Period]]:
        """How many articles match, and how many in each year, or in each month of the one year that they are of."""

    def compare(self, requests: Sequence[SearchRequest], by: Spread | None = None) -> Comparison:
        """Searches side by side, over years, months or sources; by months of the one year where all are of one."""

    def concordance(
        self, request: SearchRequest, order: LineOrder = LineOrder.RESULT, width: int = WIDTH
    ) -> Concordance:
        """One page of the matches of a request as lines, each in its context of so many characters on both sides."""

    def concordance_lines(
        self, request: SearchRequest, width: int = WIDTH, order: LineOrder = LineOrder.RESULT
    ) -> Iterator[ConcordanceLine]:
        """Every line, one at a time. The query is evaluated at once; too many to sort by words raise `BadRequest`."""

    def telling_words(self, request: SearchRequest, most: int = MOST_COUNTED) -> TellingWords:
        """The words that stand about the matches of a request, and those that its articles have oftener than others.

        Counted in the first `most` of its articles.
        """

    def completions(self, typed: str) -> list[Completion]:
        """What may be typed on: names, countries and words of titles."""

    def ranking(self, request: SearchRequest, most: int) -> list[str]:
        """The ids of the first of what matches, in the request's order."""

    def matches(self, request: SearchRequest) -> Iterator[Document]:
        """Everything that matches, in the request's order, one article at a time. The query is evaluated at once."""

    def verify_unread(self) -> bool:
        """Verify what no question has read yet; whether there was anything. Raises `NoIndex` where it is damaged."""

    def scrub(self) -> None:
        """Verify what is searched once more, as far as this is ours to do. Raises `NoIndex` where it is damaged."""
