"""What `dateline annotate` prints: each article of some files with everything that is derived from it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.discovery import SourceFile, discover
from corpus.errors import NothingToRead
from corpus.reading import Refusal, Refused, records, to_article
from index.annotate import annotate
from index.dating import Model
from index.document import Document
from web.contract import JsonObject, document


def annotated(paths: Sequence[Path], language: str, witnesses: Model | None = None) -> Iterator[Document | Refusal]:
    """The articles of files and folders with their facets, in order, and what could not be read.

    `witnesses` of an index help to tell the years of undated articles.
    """
    for path in paths:
        try:
            for source in discover(path.resolve()):
                yield from [source] if isinstance(source, Refusal) else _of(source, language, witnesses)
        except NothingToRead as fault:
            yield Refusal(str(path), None, str(fault))


def _of(source: SourceFile, language: str, witnesses: Model | None) -> Iterator[Document | Refusal]:
    for record in records(source):
        try:
            yield record if isinstance(record, Refusal) else annotate(to_article(record, language), witnesses)
        except Refused as fault:
            yield Refusal(source.path.as_posix(), record.line, str(fault), record.entry)


def annotation(derived: Document) -> JsonObject:
    """One article's line. Offsets count characters of its `text`; `removed` are the lines that were taken away."""
    return {**document(derived), "removed": derived.article.removed}
