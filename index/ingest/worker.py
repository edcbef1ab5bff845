"""The costly step, in any process: records understood, annotated and written as a segment that no commit names yet."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from corpus.article import Article
from corpus.enrichment.annotation import annotate_each
from corpus.errors import Refused
from corpus.extraction.extract import to_article
from corpus.record import Record
from index.ingest.annotation_cache import earlier
from index.ingest.classifier_store import stored_classifier
from index.ingest.versions import stamped
from index.segments.segment_builder import SegmentBuilder
from index.writing.run_context import Context

_AT_ONCE, _CHARACTERS = 32, 300_000
"""Articles are annotated so many together, or so long."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What became of some records: those that were refused, by their place and with the reason, are not written.

    `seconds` of a processor went into them.
    """

    indexed: int
    seconds: float
    refused: dict[int, str] = field(default_factory=dict)


def prepare(records: Sequence[Record], path: Path, dictionary: bytes, context: Context) -> Prepared:
    """Write records as the segment at `path`; nothing where all are refused."""
    begun = time.process_time()
    builder = builder_of(context.language)
    before = earlier(context.location, context.generation)
    witnesses = None if context.anew else stored_classifier(context.location, context.generation).model
    refused: dict[int, str] = {}
    for batch in _batches(records):
        understood: list[tuple[int, Record, Article]] = []
        for place, record in batch:
            try:
                understood.append((place, record, to_article(record, context.language)))
            except Refused as fault:
                refused[place] = str(fault)
        articles = [article for *_, article in understood]
        documents = annotate_each(articles, witnesses, list(map(before.derived, articles)))
        for (place, record, _), document in zip(understood, documents, strict=True):
            if isinstance(document, Refused):
                refused[place] = str(document)
            else:
                builder.add(document, record.origin, stamped(record))
    if len(builder):
        builder.write(path, dictionary)
    return Prepared(len(records) - len(refused), time.process_time() - begun, refused)


def _batches(records: Sequence[Record]) -> Iterator[list[tuple[int, Record]]]:
    """The records with their places, some of them at a time."""
    batch: list[tuple[int, Record]] = []
    characters = 0
    for place, record in enumerate(records):
        batch.append((place, record))
        characters += len(record.content)
        if len(batch) == _AT_ONCE or characters > _CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


@cache
def builder_of(language: str) -> SegmentBuilder:
    """One for each process, which remembers the words that it has met."""
    return SegmentBuilder(language)
