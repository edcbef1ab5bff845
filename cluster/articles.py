"""Articles as a cluster stores them, to be shown: read, laid over with names as they are shown, and cut into tokens."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from cluster.pages import Row
from cluster.reader import Reader
from corpus.article import Span
from corpus.document import Document
from index.arrays.types import OffsetArray
from index.segments import stored_article
from index.segments.added_times import UNKNOWN, moment_of
from search.highlighting.hits import Marker, Text
from search.highlighting.match_positions import positions_in
from search.query.tree import Node
from search.types.request import Selection
from search.types.result import Hit

STORED = ["stored"]


@dataclass(frozen=True, slots=True)
class Articles:
    """The articles of one generation."""

    reader: Reader

    def hits(self, rows: Sequence[Row], tree: Node, filters: Selection) -> list[Hit]:
        """Rows as they are shown: with the places where a query and filters found them; without those that went."""
        marker = Marker(tree, self.reader.archive.aliases, filters)
        stored, others = self.stored(rows), self._others(rows)
        return [
            marker.hit(
                self.text(stored[row.id]),
                row.score,
                others.get(row.group or "", 0) + len(row.beside),
                moment_of(row.added),
            )
            for row in rows
            if row.id in stored
        ]

    def document(self, stored: dict[str, Any]) -> Document:
        """An article with its names as they are shown, and with what a user noted of it."""
        document, archive = stored_article.from_json(stored), self.reader.archive
        if archive.shown:
            document = replace(document, entities=archive.aliases.laid_over(document.entities))
        if noted := archive.notes.of.get(document.article.id):
            document = replace(document, tags=noted.tags, note=noted.text)
        return document

    def text(self, stored: dict[str, Any]) -> Text:
        """An article with its tokens and the positions of its terms."""
        document = self.document(stored)
        analyse = self.reader.lexicon.languages.of(document.article).analyse
        text, title = analyse(document.article.text), analyse(document.article.title)
        edges: OffsetArray = np.array(text.spans, np.int64).reshape(-1, 2)
        return Text(document, edges, positions_in(text), positions_in(title))

    def spans(self, text: Text, tree: Node, filters: Selection) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Where a query and filters found a whole article: offsets into its title, and into its text."""
        return Marker(tree, self.reader.archive.aliases, filters).spans(text)

    @staticmethod
    def row(source: Mapping[str, Any], score: float) -> Row:
        """An article that was read, as a row with a score."""
        beside = source.get("beside") or ()
        others = (beside,) if isinstance(beside, str) else tuple(beside)
        added = source.get("added", UNKNOWN)
        return Row(source["id"], -score, score, (), source.get("group"), 0, others, source["stored"], added=added)

    def by_id(self, ids: Iterable[str], fields: Sequence[str] = STORED) -> dict[str, dict[str, Any]]:
        """What is kept of some articles, by their ids; nothing of one that went since it was found."""
        wanted = list(dict.fromkeys(ids))
        if not wanted:
            return {}
        body = {"size": len(wanted), "query": {"terms": {"id": wanted}}, "_source": ["id", *fields]}
        return {hit["_source"]["id"]: hit["_source"] for hit in self.reader.ask(body)["hits"]["hits"]}

    def by_key(self, keys: Sequence[str]) -> list[Document]:
        """The articles that keys name, in their order, without those that are gone."""
        if not keys:
            return []
        body = {"size": len(keys), "query": {"terms": {"key": list(keys)}}, "_source": ["key", *STORED]}
        found = {hit["_source"]["key"]: hit["_source"]["stored"] for hit in self.reader.ask(body)["hits"]["hits"]}
        return [self.document(found[key]) for key in keys if key in found]

    def stored(self, rows: Sequence[Row]) -> dict[str, dict[str, Any]]:
        """What is stored of some rows, by their ids."""
        found = {row.id: row.stored for row in rows if row.stored is not None}
        missing = [row.id for row in rows if row.stored is None]
        return found | {name: source["stored"] for name, source in self.by_id(missing).items()}

    def _others(self, rows: Sequence[Row]) -> dict[str, int]:
        """How many other articles the groups of some rows have."""
        groups = list({row.group for row in rows if row.group})
        if not groups:
            return {}
        body = {
            "size": 0,
            "query": {"terms": {"group": groups}},
            "aggs": {"of": {"terms": {"field": "group", "size": len(groups)}}},
        }
        buckets = self.reader.ask(body)["aggregations"]["of"]["buckets"]
        return {bucket["key"]: int(bucket["doc_count"]) - 1 for bucket in buckets}
