"""Everything that matches, as newline JSON or CSV, one article at a time whatever their number."""

import itertools
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from flask import Blueprint, Response, request

from corpus.document import Document
from search.engine import Engine
from web.api.tables import BYTE_ORDER_MARK, CSV, csv_line, file_name, streamed
from web.api.values import JsonObject, described
from web.formatting import citation
from web.links.here import absolute
from web.links.parameters import read_flag, read_search

_COLUMNS = (
    "id", "title", "source", "url", "language", "published", "published_basis", "year", "countries", "entities", "text",
    "author", "captured", "published_evidence", "clean", "tags", "note",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Exports:
    """The routes of the exports."""

    searcher: Engine

    def blueprint(self) -> Blueprint:
        """The routes, to be registered with an application."""
        exports = Blueprint("exports", __name__)
        exports.add_url_rule("/export.jsonl", view_func=self.jsonl)
        exports.add_url_rule("/export.csv", view_func=self.csv)
        exports.add_url_rule("/export.bib", view_func=self.bibtex)
        exports.add_url_rule("/export.ris", view_func=self.ris)
        return exports

    def jsonl(self) -> Response:
        """One JSON object a line."""
        return self._streamed(jsonl_lines, "application/x-ndjson", "jsonl")

    def csv(self) -> Response:
        """A table with a line of names at its head; `bom=1` tells spreadsheets, Excel above all, that it is UTF-8."""
        marked = read_flag(request.args, "bom") is True
        lines = (lambda documents: itertools.chain([BYTE_ORDER_MARK], csv_lines(documents))) if marked else csv_lines
        return self._streamed(lines, CSV, "csv")

    def bibtex(self) -> Response:
        """Citations of all of them for BibTeX, each under a key of its own."""
        return self._streamed(partial(bibtex_entries, address=absolute().article), "application/x-bibtex", "bib")

    def ris(self) -> Response:
        """Citations of all of them for reference managers."""
        kind = "application/x-research-info-systems"
        return self._streamed(partial(ris_records, address=absolute().article), kind, "ris")

    def _streamed(self, lines: Callable[[Iterable[Document]], Iterator[str]], kind: str, ending: str) -> Response:
        asked = read_search(request.args)
        documents = self.searcher.matches(asked)
        # The first article is fetched here, so that a search that fails is answered as a problem.
        first = list(itertools.islice(documents, 1))
        return streamed(lines(itertools.chain(first, documents)), kind, f"{file_name('dateline', asked)}.{ending}")


def jsonl_lines(documents: Iterable[Document]) -> Iterator[str]:
    """Articles as records that `dateline index` reads again, each with its line end."""
    for document in documents:
        yield json.dumps(_record(document), ensure_ascii=False) + "\n"


def bibtex_entries(documents: Iterable[Document], address: Callable[[str], str]) -> Iterator[str]:
    """Articles as entries of BibTeX; where one would have the key of another, a letter tells them apart."""
    used = Counter[str]()
    for document in documents:
        key = citation.key(document)
        named = key + citation.suffix(used[key])
        while named in used and named != key:
            used[key] += 1
            named = key + citation.suffix(used[key])
        used.update({key, named})
        yield f"{citation.bibtex(document, address(document.article.id), named)}\n"


def ris_records(documents: Iterable[Document], address: Callable[[str], str]) -> Iterator[str]:
    """Articles as records of RIS."""
    return (citation.ris(document, address(document.article.id)) for document in documents)


def csv_lines(documents: Iterable[Document]) -> Iterator[str]:
    """Articles as the lines of a table, the names of its columns first.

    A cell that a spreadsheet would run as a formula gets a `'` before it.
    """
    yield csv_line(_COLUMNS)
    for document in documents:
        record = _record(document)
        record["clean"] = "true"
        record["countries"] = ";".join(each.code for each in document.countries)
        record["tags"] = ";".join(map(_within, document.tags))
        record["entities"] = ";".join(f"{_within(each.name)}|{each.type}" for each in document.entities)
        yield csv_line("" if record[name] is None else str(record[name]) for name in _COLUMNS)


def _within(name: str) -> str:
    """A name in a list that semicolons part, as `dateline index` reads it again."""
    return name.replace("\\", "\\\\").replace(";", "\\;")


def _record(document: Document) -> JsonObject:
    return {
        **described(document),
        "countries": [each.code for each in document.countries],
        "entities": [{"name": each.name, "type": each.type} for each in document.entities],
        "published_evidence": document.published.evidence or document.published.iso,
        "clean": True,
    }
