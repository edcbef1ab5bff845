"""Walk through what matches, in order: pages, cursors, near-duplicates folded into one.

Folding goes through the result in chunks and asks, with one aggregation for each, which of a chunk's groups have an
earlier member that matches: `collapse` cannot be continued by a cursor.
"""

from base64 import b64decode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Any

from cluster.reader import Reader, Understood
from cluster.translate import Query
from index.segments.added_times import UNKNOWN
from search.types.cursors import AFTER_EVERY_DATE, Cursor
from search.types.request import Facet, SearchRequest, Sort

_CHUNK = 100
_LARGEST_CHUNK = 1_000
_WINDOW = 10_000
"""So many results of a search may be skipped by number."""

_ROW = ["id", "group", "group_rank", "beside", "added"]
_BY_DATE_KNOWN = f"doc['day'].value == 0 ? {AFTER_EVERY_DATE}L : doc['day'].value"

SORTS: dict[Sort, list[Any]] = {
    Sort.RELEVANCE: [{"_score": "desc"}, {"id": "asc"}],
    Sort.NEWEST: [{"day": "desc"}, {"id": "asc"}],
    Sort.OLDEST: [
        {"_script": {"type": "number", "script": {"source": _BY_DATE_KNOWN}, "order": "asc"}},
        {"id": "asc"},
    ],
    Sort.ADDED: [{"added": {"order": "desc", "missing": UNKNOWN, "unmapped_type": "long"}}, {"id": "asc"}],
}


_BY_SOURCE: list[Any] = [{Facet.SOURCE.field.column: {"order": "asc", "missing": "_last"}}, {"id": "asc"}]


@dataclass(frozen=True, slots=True)
class Row:
    """An article of a result: what it was sorted by (`key` ascends), its score, its group and its place in that."""

    id: str
    key: float
    score: float
    place: tuple[Any, ...]
    group: str | None = None
    rank: int = 0
    beside: tuple[str, ...] = ()
    stored: dict[str, Any] | None = None
    vector: bytes = b""
    gain: float = 0.0
    """What nearness in meaning gave to the score."""
    added: int = UNKNOWN
    """When it came, in seconds since 1970."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows, and whether others follow."""

    rows: Sequence[Row]
    more: bool


class Walker:
    """Goes through everything that matches a request. `head`: the best, in another order than by their scores."""

    def __init__(
        self,
        reader: Reader,
        found: Understood,
        *,
        folded: bool = False,
        head: Sequence[Row] = (),
        by_source: bool = False,
    ) -> None:
        """`by_source`: by source, whatever the request says; those without one last."""
        self._sort = _BY_SOURCE if by_source else SORTS[found.request.sort]
        self._by_source = by_source
        self._reader = reader
        self._found = found
        self._folded = folded
        self._head = list(head)
        self._last = min(head, key=lambda row: (row.place[0], _Backwards(row.id))) if head else None

    def page(self, request: SearchRequest, fields: Sequence[str] = ()) -> Page:
        """The page that is asked for. `fields` are read besides."""
        if request.cursor:
            cursor = Cursor.decoded(request.cursor, request.sort, self._reader.archive.generation)
            return _cut(self.after(cursor, request.per_page + 1, fields), request.per_page)
        start = (request.page - 1) * request.per_page
        if not self._folded and not self._head and start + request.per_page < _WINDOW:
            answer = self._reader.ask(
                {**self.body(request.per_page + 1, fields), "from": start}, **self.params(self._reader)
            )
            return _cut(map(self.row, answer["hits"]["hits"]), request.per_page)
        rows = self.rows(size=min(_LARGEST_CHUNK, max(_CHUNK, 2 * request.per_page)), fields=fields)
        return _cut(islice(rows, start, None), request.per_page)

    def after(self, cursor: Cursor, size: int, fields: Sequence[str] = ()) -> Iterator[Row]:
        """What follows a cursor."""
        places = [place for place, row in enumerate(self._head) if row.id == cursor.id]
        if places:
            return chain(self._head[places[0] + 1 :], self._tail(size, fields))
        key = cursor.key if self._found.request.sort is Sort.OLDEST else -cursor.key
        return self._walk((key, cursor.id), max(size, _CHUNK), fields)

    def rows(self, *, size: int = _CHUNK, fields: Sequence[str] = (), pit: Query | None = None) -> Iterator[Row]:
        """Everything, in order, read in chunks of so many."""
        return chain(self._head, self._tail(size, fields, pit))

    def body(self, size: int, fields: Sequence[str] = ()) -> Query:
        """A search for rows in order."""
        found = self._found
        query = found.query if found.by_score else {"bool": {"filter": [found.query]}}
        body: Query = {"size": size, "query": query, "sort": self._sort, "track_scores": found.by_score}
        if found.narrowed.left:
            body["post_filter"] = {"bool": {"filter": found.narrowed.left}}
        return {**body, "_source": [*_ROW, *fields]}

    def params(self, reader: Reader) -> dict[str, str]:
        """How a search for rows is asked: all shards weigh words alike, and the same copies answer each time."""
        search_type = {"search_type": "dfs_query_then_fetch"} if self._found.by_score else {}
        return {**search_type, "preference": f"dateline{reader.archive.generation}"}

    def row(self, hit: dict[str, Any]) -> Row:
        """A row of an answer."""
        source, place = hit["_source"], tuple(hit["sort"])
        if self._by_source:
            key = 0.0
        else:
            key = float(place[0]) if self._found.request.sort is Sort.OLDEST else -float(place[0])
        return Row(
            source["id"],
            key,
            float(hit.get("_score") or 0.0),
            place,
            source.get("group"),
            int(source.get("group_rank") or 0),
            tuple(_listed(source.get("beside"))),
            source.get("stored"),
            b64decode(source["vector"]) if source.get("vector") else b"",
            added=source.get("added", UNKNOWN),
        )

    def _tail(self, size: int, fields: Sequence[str], pit: Query | None = None) -> Iterator[Row]:
        return self._walk(self._last.place[:2] if self._last else None, size, fields, pit)

    def _walk(
        self, after: tuple[Any, ...] | None, size: int, fields: Sequence[str], pit: Query | None = None
    ) -> Iterator[Row]:
        while True:
            body = self.body(size, fields) | ({"search_after": list(after)} if after else {})
            if pit:
                answer = self._reader.ask({**body, "pit": pit}, **_without_preference(self.params(self._reader)))
            else:
                answer = self._reader.ask(body, **self.params(self._reader))
            rows = [self.row(hit) for hit in answer["hits"]["hits"]]
            yield from self._representatives(rows) if self._folded else rows
            if len(rows) < size:
                return
            after, size = rows[-1].place[:2], min(_LARGEST_CHUNK, 2 * size)

    def _representatives(self, rows: Sequence[Row]) -> list[Row]:
        """Those rows that stand for their group: of each the first in its order that matches."""
        groups = list(dict.fromkeys(row.group for row in rows if row.group))
        if not groups:
            return list(rows)
        of = {"terms": {"field": "group", "size": len(groups)}, "aggs": {"first": {"min": {"field": "group_rank"}}}}
        query = {"bool": {"filter": [self._found.left, {"terms": {"group": groups}}]}}
        buckets = self._reader.ask({"size": 0, "query": query, "aggs": {"of": of}})["aggregations"]["of"]["buckets"]
        first = {bucket["key"]: int(bucket["first"]["value"]) for bucket in buckets}
        return [row for row in rows if not row.group or first.get(row.group, row.rank) == row.rank]


def cursor_after(page: Page, sort: Sort, generation: str) -> str | None:
    """A cursor that continues after the last article of a page; None where nothing follows."""
    if not page.more or not page.rows:
        return None
    last = page.rows[-1]
    return Cursor(generation, sort, last.key, last.id).encoded()


def rescored(row: Row, gain: float) -> Row:
    """A row with more of a score."""
    return replace(row, score=row.score + gain, key=row.key - gain, gain=gain)


class _Backwards(str):
    """A string that is sorted from the end of the alphabet."""

    __slots__ = ()

    def __lt__(self, other: str) -> bool:
        return str(self) > str(other)


def _cut(rows: Iterator[Row], count: int) -> Page:
    found = list(islice(rows, count + 1))
    return Page(found[:count], len(found) > count)


def _listed(value: Any) -> list[str]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _without_preference(params: dict[str, str]) -> dict[str, str]:
    """A point in time has its own copies."""
    return {name: value for name, value in params.items() if name != "preference"}
