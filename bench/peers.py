"""Tantivy, doing what Dateline does: index, search, count, the best twenty and three facets."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import tantivy

FACETS = ("entity", "country", "year")


class Tantivy:
    """An index of Tantivy's over clean records, which it stores to be shown."""

    def __init__(self, folder: Path) -> None:
        schema = tantivy.SchemaBuilder()
        for field in ("title", "text"):
            schema.add_text_field(field, stored=True, tokenizer_name="en_stem")
        schema.add_text_field("id", stored=True, tokenizer_name="raw")
        schema.add_bytes_field("facts", stored=True, indexed=False)
        for field in FACETS:
            schema.add_text_field(field, stored=False, tokenizer_name="raw", fast=True)
        folder.mkdir(parents=True, exist_ok=True)
        self.schema = schema.build()
        self.index = tantivy.Index(self.schema, path=str(folder))

    def add(self, lines: Iterable[str]) -> None:
        """Index JSON lines and commit."""
        writer = self.index.writer(heap_size=256_000_000)
        for line in lines:
            writer.add_document(_document(json.loads(line)))
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()

    def parsed(self, query: str) -> tantivy.Query:
        """A query as Dateline reads it: all words, the title weighing twice."""
        if not query:
            return tantivy.Query.all_query()
        return self.index.parse_query(
            query, ["title", "text"], field_boosts={"title": 2.0}, conjunction_by_default=True
        )

    def search(self, query: str) -> tuple[int, Any]:
        """Total and facet counts of a query, its best twenty found."""
        parsed, searcher = self.parsed(query), self.index.searcher()
        found = searcher.search(parsed, limit=20, count=True)
        terms = {facet: {"terms": {"field": facet, "size": 20}} for facet in FACETS}
        return found.count, searcher.aggregate(parsed, terms)  # type: ignore[attr-defined]  # the stub forgets it

    def best(self, query: str) -> Any:
        """The best twenty alone."""
        return self.index.searcher().search(self.parsed(query), limit=20, count=False)


def _document(record: dict[str, Any]) -> tantivy.Document:
    document = tantivy.Document()
    for field in ("id", "title", "text"):
        document.add_text(field, record[field])
    facts = {key: value for key, value in record.items() if key not in ("id", "title", "text")}
    document.add_bytes("facts", json.dumps(facts).encode())
    for entity in record["entities"]:
        document.add_text("entity", entity["name"])
    for code in record["countries"]:
        document.add_text("country", code)
    document.add_text("year", record["published"][:4])
    return document
