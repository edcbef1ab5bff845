"""The engine on a cluster: answers from an index on OpenSearch as `search.searcher.Searcher` does from a directory.

Every answer speaks for all shards, or there is none: see `cluster.connection`.
"""

import time
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from cluster import concordance, cooccurrence, similar, suggestions, sweeping, trend
from cluster.archives import Archives
from cluster.articles import Articles
from cluster.connection import open_cluster
from cluster.explanation import Explainer
from cluster.facet_pages import facet_page
from cluster.facets import Facets
from cluster.lexicon import Archive
from cluster.page_of_results import Results
from cluster.reader import Reader
from corpus.document import Document
from index.corrections.user_aliases import told_faults
from search.concordance.lines import WIDTH
from search.engine import VERSIONS, NoSuchArticle
from search.facets.trend import Period
from search.suggest.completion import Completion
from search.types.concordance import Concordance, ConcordanceLine, LineOrder, TellingWords
from search.types.deadline import Deadline
from search.types.request import Facet, SearchRequest, Selection
from search.types.result import Cooccurrence, FacetValue, Hit, MarkedArticle, SearchResult


class ClusterEngine:
    """See `search.engine.Engine`. `aliases` is a file that says how names are shown, as `aliases.toml` of a directory.

    What is asked of it raises `ClusterUnavailable` where the cluster cannot answer for every article, and
    `SearchTimeout` where evaluating the query takes more than so many `seconds`.
    """

    def __init__(self, location: str, *, seconds: float | None = None, aliases: Path | None = None) -> None:
        self._location = location
        self._seconds = seconds
        self._archives = Archives(open_cluster(location), aliases)

    @property
    def location(self) -> str:
        """The address of the index, as it was typed."""
        return self._location

    @property
    def generation(self) -> str:
        """A token that changes with everything that becomes visible."""
        return self._archive().generation

    @property
    def faults(self) -> Sequence[str]:
        """What is wrong in the file of aliases, for whoever keeps it."""
        return told_faults(self._archive().corrections)

    def count(self) -> int:
        """How many articles there are."""
        return self._archive().count

    def search(
        self, request: SearchRequest, whole: Collection[Facet] = (), *, folded: bool = False, pairs: bool = False
    ) -> SearchResult:
        """One page of results with the facets of all; every value of the facets that are wanted whole."""
        started = time.perf_counter()
        reader = self._reader()
        fold = folded if request.group is None else request.group
        results = Results(reader, fold=fold)
        found = reader.answer(request, results.total)
        page, total = results.page(found), results.total(found)
        views = Facets(found, reader).views(results.aggregations(found))
        shown = Articles(reader).hits(page.rows, found.tree, request.filters)
        if request.explain:
            shown = Explainer(found, results.reranked(found), reader).explained(shown, page.rows)
        groups, groups_exact = results.groups(found)
        inexact = [f"facet_totals.{facet}" for facet, view in views.items() if not view.exact]
        return SearchResult(
            request=request,
            total=total,
            hits=shown,
            facets={facet: view.top(whole=facet in whole) for facet, view in views.items()},
            facet_totals={facet: view.total for facet, view in views.items()},
            relaxed=found.relaxed,
            notices=(*told_faults(reader.archive.corrections), *reader.notices(found)),
            suggestion=suggestions.suggested(request, found, reader, total),
            also_searched=found.question.also_searched,
            expanded=results.expanded(found),
            next_cursor=results.cursor(found),
            groups=groups,
            cooccurrence=cooccurrence.cooccurrence(found, reader, total, telling=True) if pairs else None,
            months=trend.months_in(found, reader, views[Facet.YEAR].counts.of),
            names=views[Facet.ENTITY].by_type(),
            approximate=(*inexact, *([] if groups_exact else ["groups"])),
            took_ms=round((time.perf_counter() - started) * 1000, 2),
        )

    def facet(
        self, request: SearchRequest, facet: Facet, prefix: str = "", page: int = 1, per_page: int = 50
    ) -> tuple[Sequence[FacetValue], int]:
        """One page of all the values of a facet, of those that have a word with this prefix; and how many there are."""
        reader = self._reader()
        return facet_page(reader.answer(request), facet, reader, prefix, page=page, per_page=per_page)

    def has(self, article_id: str) -> bool:
        """Whether an article has this id."""
        return bool(Articles(self._reader()).by_id([article_id], ["id"]))

    def article(
        self, article_id: str, q: str = "", *, aliases: bool = True, filters: Selection = MappingProxyType({})
    ) -> MarkedArticle:
        """A whole article with the matches of a query marked; without words, the names and countries of the filters."""
        reader = self._reader()
        articles = Articles(reader)
        source = articles.by_id([article_id], similar.FIELDS).get(article_id)
        if source is None:
            raise NoSuchArticle.named(article_id)
        text = articles.text(source["stored"])
        tree = reader.question(q, aliases=aliases).all_words
        in_title, in_text = articles.spans(text, tree, filters)
        versions, count = similar.versions(source, reader, VERSIONS)
        return MarkedArticle(text.document, in_title, in_text, versions, count)

    def more_like_this(self, article_id: str) -> Sequence[Hit]:
        """The articles most like one, best first. Raises `NoSuchArticle`."""
        return similar.more_like_this(article_id, self._reader())

    def cooccurrence(self, request: SearchRequest, *, telling: bool = False) -> Cooccurrence:
        """The most frequent, or the most telling, names of what matches, and which of them stand together."""
        reader = self._reader()
        found = reader.answer(request)
        names = cooccurrence.cooccurrence(found, reader, reader.total(found), telling=telling)
        return replace(names, relaxed=found.relaxed)

    def trend(self, request: SearchRequest) -> tuple[int, list[Period]]:
        """How many articles match, and how many in each year, or in each month of the one year that they are of."""
        reader = self._reader()
        found = reader.answer(request)
        return reader.total(found), trend.trend(found, reader)

    def concordance(
        self, request: SearchRequest, order: LineOrder = LineOrder.RESULT, width: int = WIDTH
    ) -> Concordance:
        """One page of the matches of a request as lines, each in its context of so many characters on both sides."""
        return concordance.concordance(request, self._reader(), order, width)

    def concordance_lines(self, request: SearchRequest, width: int = WIDTH) -> Iterator[ConcordanceLine]:
        """Every line, in the order of the result, one at a time. The query is evaluated at once."""
        return concordance.all_lines(request, self._reader(), width)

    def telling_words(self, request: SearchRequest) -> TellingWords:
        """The words that stand about the matches of a request, and those that its articles have oftener than others."""
        return concordance.telling_words(request, self._reader())

    def completions(self, typed: str) -> list[Completion]:
        """What may be typed on: names, countries and words of titles."""
        return suggestions.completions(typed, self._reader())

    def ranking(self, request: SearchRequest, most: int) -> list[str]:
        """The ids of the first of what matches, in the request's order."""
        reader = self._reader()
        results = Results(reader, fold=bool(request.group))
        found = reader.answer(request)
        return [row.id for row in results.first(found, most)]

    def matches(self, request: SearchRequest) -> Iterator[Document]:
        """Everything that matches, in the request's order, one article at a time. The query is evaluated at once."""
        reader = self._reader()
        results = Results(reader, fold=bool(request.group))
        found = reader.answer(request)
        return sweeping.documents(results.walker(found), reader)

    def scrub(self) -> None:
        """Nothing: the nodes verify their own files."""

    def _reader(self) -> Reader:
        return Reader(self._archive(), Deadline.after(self._seconds))

    def _archive(self) -> Archive:
        return self._archives.current()
