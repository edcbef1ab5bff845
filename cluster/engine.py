"""The engine on a cluster: answers from an index on OpenSearch as `search.searcher.Searcher` does from a directory.

Every answer speaks for all shards, or there is none: see `cluster.connection`.
"""

import os
import time
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from cluster import comparison, concordance, cooccurrence, lineage, similar, suggestions, sweeping, trend
from cluster.archives import Archives
from cluster.articles import Articles
from cluster.connection import open_cluster
from cluster.explanation import Explainer
from cluster.facet_pages import every_value, facet_page
from cluster.facets import Facets
from cluster.lexicon import Archive
from cluster.page_of_results import Results
from cluster.reader import Reader
from corpus.document import Document
from index.corrections.faults import told
from index.segments.added_times import moment_of
from index.storage.files import ALIASES, NOTES_FILE
from search.concordance.lines import WIDTH
from search.concordance.telling_words import MOST_COUNTED
from search.engine import VERSIONS, NoSuchArticle
from search.facets.trend import Period
from search.suggest.completion import Completion
from search.types.concordance import Concordance, ConcordanceLine, LineOrder, TellingWords
from search.types.deadline import Deadline
from search.types.lineage import Against, Lineage
from search.types.request import Facet, SearchRequest, Selection
from search.types.result import Cooccurrence, FacetValue, Hit, MarkedArticle, SearchResult
from search.types.trend import Comparison, Spread


class ClusterEngine:
    """See `search.engine.Engine`.

    `aliases` is a file that says how names are shown, as `aliases.toml` of a directory; `notes` one of tags and texts,
    as its `notes.toml`.

    What is asked of it raises `ClusterUnavailable` where the cluster cannot answer for every article, and
    `SearchTimeout` where evaluating the query takes more than so many `seconds`.
    """

    def __init__(
        self, location: str, *, seconds: float | None = None, aliases: Path | None = None, notes: Path | None = None
    ) -> None:
        self._location = location
        self._seconds = seconds
        self._aliases, self._notes = aliases, notes
        self._opened_by = os.getpid()
        self._archives = Archives(open_cluster(location), aliases, notes)

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
        """What is wrong in the files of aliases and of notes, for whoever keeps them."""
        return _faults(self._archive())

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
            notices=(*_faults(reader.archive), *reader.notices(found)),
            suggestion=suggestions.suggested(request, found, reader, total),
            also_searched=found.question.also_searched,
            expanded=results.expanded(found),
            near_in_meaning=any(row.gain for row in results.reranked(found).head),
            next_cursor=results.cursor(found),
            groups=groups,
            cooccurrence=cooccurrence.cooccurrence(found, reader, total, telling=True) if pairs else None,
            months=trend.months_in(found, reader, views[Facet.YEAR].counts.of),
            names=views[Facet.ENTITY].by_type(),
            approximate=(*inexact, *([] if groups_exact else ["groups"])),
            last_added=moment_of(reader.archive.last_added),
            took_ms=round((time.perf_counter() - started) * 1000, 2),
        )

    def facet(
        self, request: SearchRequest, facet: Facet, prefix: str = "", page: int = 1, per_page: int = 50
    ) -> tuple[Sequence[FacetValue], int]:
        """One page of all the values of a facet, of those that have a word with this prefix; and how many there are."""
        reader = self._reader()
        return facet_page(reader.answer(request), facet, reader, prefix, page=page, per_page=per_page)

    def facet_values(self, request: SearchRequest, facet: Facet) -> Iterator[FacetValue]:
        """Every value of a facet, in its order, one at a time. The query is evaluated at once."""
        reader = self._reader()
        return every_value(reader.answer(request), facet, reader)

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

    def lineage(self, article_id: str, against: Against = Against.BEFORE, page: int = 1, per_page: int = 20) -> Lineage:
        """One page of the near-duplicates of an article and itself, oldest first, each compared with another."""
        return lineage.lineage(article_id, self._reader(), against, page, per_page)

    def articles(self, keys: Sequence[str]) -> list[Document]:
        """The articles that keys name (`index.segments.article_key`), in their order, without those that are gone."""
        return Articles(self._reader()).by_key(keys)

    def more_like_this(self, *article_ids: str) -> Sequence[Hit]:
        """The articles most like one, or several taken together, best first. Raises `NoSuchArticle`."""
        return similar.more_like_this(article_ids, self._reader())

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

    def compare(self, requests: Sequence[SearchRequest], by: Spread | None = None) -> Comparison:
        """Searches side by side, over years, months or sources; by months of the one year where all are of one."""
        return comparison.compare(requests, by, self._reader())

    def concordance(
        self, request: SearchRequest, order: LineOrder = LineOrder.RESULT, width: int = WIDTH
    ) -> Concordance:
        """One page of the matches of a request as lines, each in its context of so many characters on both sides."""
        return concordance.concordance(request, self._reader(), order, width)

    def concordance_lines(
        self, request: SearchRequest, width: int = WIDTH, order: LineOrder = LineOrder.RESULT
    ) -> Iterator[ConcordanceLine]:
        """Every line, one at a time. The query is evaluated at once; too many to sort by words raise `BadRequest`."""
        return concordance.all_lines(request, self._reader(), order, width)

    def telling_words(self, request: SearchRequest, most: int = MOST_COUNTED) -> TellingWords:
        """The words that stand about the matches of a request, and those that its articles have oftener than others.

        Counted in the first `most` of its articles.
        """
        return concordance.telling_words(request, self._reader(), most)

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

    def verify_unread(self) -> bool:
        """Nothing: the nodes verify their own files."""
        return False

    def scrub(self) -> None:
        """Nothing: the nodes verify their own files."""

    def _reader(self) -> Reader:
        return Reader(self._archive(), Deadline.after(self._seconds))

    def _archive(self) -> Archive:
        if self._opened_by != os.getpid():
            # A forked process would share the connections of this one, and read answers to its questions.
            self._archives = Archives(open_cluster(self._location), self._aliases, self._notes)
            self._opened_by = os.getpid()
        return self._archives.current()


def _faults(archive: Archive) -> list[str]:
    """What is wrong in a user's files, each with its name."""
    return [*told(ALIASES, archive.corrections.faults), *told(NOTES_FILE, archive.notes.faults)]
