"""One page of a search on a cluster, with everything that one request can say beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from cluster.articles import STORED
from cluster.facets import Facets
from cluster.pages import Page, Row, Walker, cursor_after
from cluster.reader import Reader, Understood
from cluster.reranking import Reranked, reranked
from search.types.request import SearchRequest

_GROUPS = 10_000
_PRECISE = 40_000


@dataclass(slots=True)
class Results:
    """Answers of one search: each is asked for once. `fold`: of near-duplicates one stands for all."""

    reader: Reader
    fold: bool = False
    _kept: list[Understood] = field(default_factory=list)
    _answers: dict[int, Mapping[str, Any]] = field(default_factory=dict)
    _reranked: dict[int, Reranked] = field(default_factory=dict)
    _pages: dict[int, Page] = field(default_factory=dict)

    def total(self, found: Understood) -> int:
        """How many articles match."""
        return int(self._answer(found)["hits"]["total"]["value"])

    def aggregations(self, found: Understood) -> Mapping[str, Any]:
        """What is counted beside the results."""
        aggregations: Mapping[str, Any] = self._answer(found)["aggregations"]
        return aggregations

    def page(self, found: Understood) -> Page:
        """The page that is asked for."""
        if id(found) not in self._pages:
            if self._at_once(found):
                walker, request = Walker(self.reader, found), found.request
                rows = list(map(walker.row, self._answer(found)["hits"]["hits"]))
                self._pages[id(found)] = Page(rows[: request.per_page], len(rows) > request.per_page)
            else:
                fields = [] if self.fold else STORED
                self._pages[id(found)] = self.walker(found).page(found.request, fields)
        return self._pages[id(found)]

    def cursor(self, found: Understood) -> str | None:
        """Where the next page begins."""
        return cursor_after(self.page(found), found.request.sort, self.reader.archive.generation)

    def groups(self, found: Understood) -> tuple[int | None, bool]:
        """How many hits there are where near-duplicates are folded, and whether that is exact."""
        if not self.fold:
            return None, True
        told = self.aggregations(found)["groups"]
        exact = not told["of"]["sum_other_doc_count"]
        groups = len(told["of"]["buckets"]) if exact else int(told["distinct"]["value"])
        return int(told["alone"]["doc_count"]) + groups, exact

    def expanded(self, found: Understood) -> tuple[str, ...]:
        """The words that the best articles have in common, where they count."""
        return self.reranked(found).expanded

    def first(self, found: Understood, most: int) -> Sequence[Row]:
        """The first of everything that matches."""
        return list(islice(self.walker(found).rows(size=max(1, min(most, 1_000))), most))

    def walker(self, found: Understood) -> Walker:
        """What goes through the results."""
        again = self.reranked(found)
        return Walker(self.reader, again.found, folded=self.fold, head=again.head)

    def reranked(self, found: Understood) -> Reranked:
        """The results as the best of them say that they should be."""
        if id(found) not in self._reranked:
            self._reranked[id(found)] = reranked(found, self.reader, fold=self.fold)
        return self._reranked[id(found)]

    def _at_once(self, found: Understood) -> bool:
        """Whether the page is the beginning of the result as it is scored at first."""
        request: SearchRequest = found.request
        return not (self.fold or request.cursor or request.page > 1 or found.expands or found.means)

    def _answer(self, found: Understood) -> Mapping[str, Any]:
        if id(found) not in self._answers:
            self._kept.append(found)  # as long as it lives, its id is its own
            walker = Walker(self.reader, found)
            size = found.request.per_page + 1 if self._at_once(found) else 0
            body = walker.body(size, STORED) | {"track_total_hits": True}
            body["aggs"] = Facets(found, self.reader).aggregations()
            if self.fold:
                body["aggs"]["groups"] = self._grouped(found)
            if not size:
                del body["sort"]
                body["track_scores"] = False
            self._answers[id(found)] = self.reader.ask(body, **walker.params(self.reader))
        return self._answers[id(found)]

    @staticmethod
    def _grouped(found: Understood) -> dict[str, Any]:
        of = {"terms": {"field": "group", "size": _GROUPS}}
        distinct = {"cardinality": {"field": "group", "precision_threshold": _PRECISE}}
        return {
            "filter": {"bool": {"filter": found.narrowed.left}},
            "aggs": {"alone": {"missing": {"field": "group"}}, "of": of, "distinct": distinct},
        }
