"""What `dateline annotate` prints: each article of some files with everything that is derived from it."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from corpus.document import Document
from corpus.enrichment.annotation import annotate
from corpus.enrichment.dating import YearClassifier
from corpus.errors import NothingToRead, Refused, refusing
from corpus.extraction.extract import to_article
from corpus.readers.discovery import SourceFile, discover
from corpus.readers.records import plain_texts, records
from corpus.refusal import Refusal
from corpus.remark import Remark
from index.ingest.boilerplate_samples import BoilerplateSamples
from web.api.values import JsonObject, document


def annotated(
    paths: Sequence[Path], language: str, witnesses: YearClassifier | None = None
) -> Iterator[Document | Refusal | Remark]:
    """The articles of files and folders with their facets, in order, and what could not be read.

    What their publications repeat is found first, as a run over these paths alone finds it. `witnesses` of an index
    help to tell the years of undated articles.
    """
    found = [item for path in paths for item in _found(path)]
    furniture = BoilerplateSamples()
    for source in found:
        for record in plain_texts(source) if isinstance(source, SourceFile) else ():
            with suppress(Refused), refusing():  # it is told when the file is read
                furniture.add(record)
    for source in found:
        yield from [source] if isinstance(source, Refusal) else _of(source, language, furniture, witnesses)


def _found(path: Path) -> Iterator[SourceFile | Refusal]:
    try:
        yield from discover(path.resolve())
    except NothingToRead as fault:
        yield Refusal(str(path), None, str(fault))


def _of(
    source: SourceFile, language: str, furniture: BoilerplateSamples, witnesses: YearClassifier | None
) -> Iterator[Document | Refusal | Remark]:
    for record in records(source):
        if isinstance(record, Refusal | Remark):
            yield record
            continue
        try:
            with refusing():
                derived = annotate(to_article(furniture.told(record), language), witnesses)
            yield derived
        except Refused as fault:
            yield record.refusal(str(fault))


def annotation(derived: Document) -> JsonObject:
    """One article's line. Offsets count characters of its `text`; `removed` are the lines that were taken away."""
    return {**document(derived), "removed": derived.article.removed}
