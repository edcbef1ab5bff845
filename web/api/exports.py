"""Everything that matches, as newline JSON or CSV, one article at a time whatever their number."""

import csv
import io
import itertools
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from flask import Blueprint, Response, request

from corpus.document import Document
from search.searcher import Searcher
from web.api.values import JsonObject, described
from web.links.parameters import read_flag, read_search

_COLUMNS = (
    "id", "title", "source", "url", "language", "published", "published_basis", "year", "countries", "entities", "text",
    "author", "captured", "published_evidence", "clean",
)  # fmt: skip
_LINES_AT_ONCE = 64
_BYTE_ORDER_MARK = "\ufeff"
# A spreadsheet takes a cell that begins so for a formula, and runs it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Exports:
    """The routes of the exports."""

    searcher: Searcher

    def blueprint(self) -> Blueprint:
        """The routes, to be registered with an application."""
        exports = Blueprint("exports", __name__)
        exports.add_url_rule("/export.jsonl", view_func=self.jsonl)
        exports.add_url_rule("/export.csv", view_func=self.csv)
        return exports

    def jsonl(self) -> Response:
        """One JSON object a line."""
        return self._streamed(jsonl_lines, "application/x-ndjson", "dateline.jsonl")

    def csv(self) -> Response:
        """A table with a line of names at its head; `bom=1` tells spreadsheets, Excel above all, that it is UTF-8."""
        marked = read_flag(request.args, "bom") is True
        lines = (lambda documents: itertools.chain([_BYTE_ORDER_MARK], csv_lines(documents))) if marked else csv_lines
        return self._streamed(lines, "text/csv; charset=utf-8; header=present", "dateline.csv")

    def _streamed(self, lines: Callable[[Iterable[Document]], Iterator[str]], kind: str, name: str) -> Response:
        documents = self.searcher.matches(read_search(request.args))
        # The first article is fetched here, so that a search that fails is answered as a problem.
        first = list(itertools.islice(documents, 1))
        response = Response(_in_pieces(lines(itertools.chain(first, documents))), content_type=kind)
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return response


def jsonl_lines(documents: Iterable[Document]) -> Iterator[str]:
    """Articles as records that `dateline index` reads again, each with its line end."""
    for document in documents:
        yield json.dumps(_record(document), ensure_ascii=False) + "\n"


def csv_lines(documents: Iterable[Document]) -> Iterator[str]:
    """Articles as the lines of a table, the names of its columns first.

    A cell that a spreadsheet would run as a formula gets a `'` before it.
    """
    yield _csv_line(_COLUMNS)
    for document in documents:
        record = _record(document)
        record["clean"] = "true"
        record["countries"] = ";".join(each.code for each in document.countries)
        record["entities"] = ";".join(f"{_within(each.name)}|{each.type}" for each in document.entities)
        yield _csv_line("" if record[name] is None else str(record[name]) for name in _COLUMNS)


def _within(name: str) -> str:
    """A name in a list that semicolons part, as `dateline index` reads it again."""
    return name.replace("\\", "\\\\").replace(";", "\\;")


def _in_pieces(lines: Iterator[str]) -> Iterator[str]:
    """The same text in pieces worth sending: a write for each line would cost more than the line."""
    while piece := "".join(itertools.islice(lines, _LINES_AT_ONCE)):
        yield piece


def _record(document: Document) -> JsonObject:
    return {
        **described(document),
        "countries": [each.code for each in document.countries],
        "entities": [{"name": each.name, "type": each.type} for each in document.entities],
        "published_evidence": document.published.evidence or document.published.iso,
        "clean": True,
    }


def _csv_line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells)
    return line.getvalue()
