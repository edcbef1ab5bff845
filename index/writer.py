"""The one way into an index: articles are added, replaced and removed, and become visible together, at the commit."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from whoosh.reading import IndexReader
from whoosh.writing import CLEAR, SegmentWriter

from corpus.errors import DatelineError
from index import forms, record, spans
from index.analysis import Analysis, Analyzer
from index.document import Document
from index.facets import column_value, day_number, year_value
from index.location import open_whoosh


@dataclass(frozen=True, slots=True)
class Held:
    """What the index holds under an id: the file that it came from and the fingerprint of what stood there."""

    origin: str
    fingerprint: str
    number: int


class IndexWriter:
    """Writes to the index at a location, whose lock (`index.lock.sole_writer`) the caller holds.

    Used as a context manager it commits at the end, or cancels where an error leaves the block. With `anew`, what the
    index held before disappears at the commit, and not sooner.
    """

    def __init__(self, location: Path, language: str, *, anew: bool = False) -> None:
        self._analyzer = Analyzer(language)
        self._anew = anew
        self._location = location
        self._tokens: set[str] = set()
        self._writer = SegmentWriter(open_whoosh(location))
        self._added: set[str] = set()
        self._removed = 0
        self.held: dict[str, Held] = {} if anew else _held(self._writer.reader())

    def add(self, document: Document, origin: str, fingerprint: str) -> None:
        """Add an article, or replace the one of the same id that was committed before."""
        if document.article.id in self._added:
            raise DatelineError(f"the article {document.article.id} comes twice in one run")
        self._remove(document.article.id)
        try:
            self._writer.add_document(**self._fields(document, origin, fingerprint))
        except BaseException:
            # Whoosh leaves half an article behind: nothing of this writer may be committed any more.
            self.cancel()
            raise
        self._added.add(document.article.id)

    def remove(self, ids: Iterable[str]) -> None:
        """Remove articles that are no longer there."""
        for each in ids:
            self._remove(each)
            self._removed += 1

    def commit(self) -> None:
        """Make everything visible at once. Without a change nothing is written."""
        if not (self._added or self._removed or self._anew):
            self.cancel()
            return
        forms.add(self._location, self._tokens)
        self._writer.commit(mergetype=CLEAR if self._anew else None)

    def cancel(self) -> None:
        """Leave the index as it was."""
        if not self._writer.is_closed:
            self._writer.cancel()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.commit()
        else:
            self.cancel()

    def _remove(self, article_id: str) -> None:
        held = self.held.pop(article_id, None)
        if held is not None:
            self._writer.delete_document(held.number)

    def _fields(self, document: Document, origin: str, fingerprint: str) -> dict[str, Any]:
        article = document.article
        title, text = self._analyzer.analyse(article.title), self._analyzer.analyse(article.text)
        self._tokens.update(article.text[start:end] for start, end in text.spans)
        self._tokens.update(article.title[start:end] for start, end in title.spans)
        return {
            "id": [article.id],
            "title": title,
            "text": text,
            "source": self._analyzer.analyse(article.source) if article.source else Analysis([], []),
            "entity": [entity.name for entity in document.entities],
            "country": [country.code for country in document.countries],
            "year": [year_value(document.published)],
            "id_value": article.id.encode(),
            "entity_values": column_value((entity.name, entity.type) for entity in document.entities),
            "country_values": column_value((country.code, "") for country in document.countries),
            "day": day_number(document.published),
            "origin": origin.encode(),
            "fingerprint": fingerprint.encode(),
            "record": record.pack(document, spans.pack(text.spans)),
        }


def _held(reader: IndexReader) -> dict[str, Held]:
    column: Callable[[str], Any] = reader.column_reader
    if not reader.doc_count():
        return {}
    ids, origins, fingerprints = column("id_value"), column("origin"), column("fingerprint")
    return {
        ids[number].decode(): Held(origins[number].decode(), fingerprints[number].decode(), number)
        for number in reader.all_doc_ids()
    }
