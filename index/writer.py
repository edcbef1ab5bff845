"""The one way into an index: articles are added, replaced and removed, and become visible together, at the commit."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from corpus.errors import DatelineError
from index import forms, record, spans
from index.analysis import Analyzer, cut
from index.columnar.batch import Batch
from index.columnar.commit import Contents
from index.columnar.policy import merged, settled
from index.columnar.segment import ColumnarSegment, Segment
from index.document import Document
from index.facets import day_number, year_value
from index.location import open_whoosh
from index.schema import exact_key

BATCH = 3_000_000
"""Words that are held in memory before they are written as a segment, which the commit merges with the others."""


@dataclass(frozen=True, slots=True)
class Held:
    """What the index holds under an id: the file that it came from and the fingerprint of what stood there."""

    origin: str
    fingerprint: str
    segment: int
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
        self._contents = Contents(open_whoosh(location))
        self._before = [] if anew else self._contents.segments
        self._batch = Batch(self._analyzer.term)
        self._written: list[ColumnarSegment] = []
        self._tokens: set[str] = set()
        self._added: set[str] = set()
        self._removed = 0
        self.held: dict[str, Held] = {
            article_id: Held(origin, fingerprint, place, number)
            for place, named in enumerate(self._before)
            for number, article_id, origin, fingerprint in Segment(named.path(location), named.live()).held()
        }

    def add(self, document: Document, origin: str, fingerprint: str) -> None:
        """Add an article, or replace the one of the same id that was committed before."""
        article, batch = document.article, self._batch
        if article.id in self._added:
            raise DatelineError(f"the article {article.id} comes twice in one run")
        text = cut(article.text)
        stored = record.pack(document, spans.pack(text))
        batch.add(article.id, origin, fingerprint, day_number(document.published), stored)
        batch.add_words("title", cut(article.title)[1::2])
        batch.add_words("text", text[1::2])
        batch.add_words("source", cut(article.source or "")[1::2])
        batch.facets["entity"].add((exact_key(each.name), each.name, each.type) for each in document.entities)
        batch.facets["country"].add((exact_key(each.code), each.code, "") for each in document.countries)
        year = year_value(document.published)
        batch.facets["year"].add([(year, year, "")])
        self._remove(article.id)
        self._added.add(article.id)
        if batch.size >= BATCH:
            self._flush()

    def remove(self, ids: Iterable[str]) -> None:
        """Remove articles that are no longer there."""
        for each in ids:
            self._remove(each)
            self._removed += 1

    def commit(self) -> None:
        """Make everything visible at once. Without a change nothing is written."""
        if not (self._added or self._removed or self._anew):
            return
        self._flush()
        written = [merged(self._written, self._contents)] if len(self._written) > 1 else self._written
        final = settled([*self._before, *written], self._contents)
        forms.add(self._location, self._tokens)
        self._contents.commit(final)

    def cancel(self) -> None:
        """Leave the index as it was."""
        self._contents.discard(self._written)
        self._written = []
        self._batch = Batch(self._analyzer.term)

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
            self._before[held.segment].delete_document(held.number)

    def _flush(self) -> None:
        if len(self._batch):
            segment = self._contents.new()
            segment.set_doc_count(len(self._batch))
            self._written.append(segment)
            self._tokens.update(self._batch.numbers)
            self._batch.write(segment.path(self._location))
            self._batch = Batch(self._analyzer.term)
