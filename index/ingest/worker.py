"""Prepare records in any process: annotate them and write them as a segment that no commit names yet."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from corpus.errors import Refused
from corpus.record import Record
from index.ingest.annotating import batches, documents
from index.ingest.annotation_cache import cached_annotations
from index.ingest.classifier_store import stored_classifier
from index.ingest.run_settings import Context
from index.ingest.versions import stamped
from index.segments.segment_builder import SegmentBuilder


@dataclass(frozen=True, slots=True)
class Prepared:
    """What became of the articles of a chunk: the `ids` of those that stand in its segment, in order.

    `refused` gives the reasons, `remarks` what else to know, by ordinals in the chunk. `seconds` of a processor went
    into it.
    """

    ids: Sequence[str]
    seconds: float = 0.0
    refused: Mapping[int, str] = field(default_factory=dict)
    remarks: Mapping[int, Sequence[str]] = field(default_factory=dict)


def prepare(records: Sequence[Record], path: Path, dictionary: bytes, context: Context) -> Prepared:
    """Write records as the segment at `path`; nothing where all are refused."""
    begun = time.process_time()
    builder = builder_of(context.language)
    known = cached_annotations(context.location, context.generation)
    classifier = None if context.rebuild else stored_classifier(context.location, context.generation).model
    refused: dict[int, str] = {}
    remarks: dict[int, Sequence[str]] = {}
    ids = list[str]()
    for batch in batches(records):
        first = len(ids) + len(refused)
        made = documents(batch, context.language, context.seconds, classifier, known)
        for ordinal, (record, document) in enumerate(zip(batch, made, strict=True), first):
            if isinstance(document, Refused):
                refused[ordinal] = str(document)
                continue
            builder.add(document, record.origin, stamped(record))
            ids.append(record.id)
            if document.article.remarks:
                remarks[ordinal] = document.article.remarks
    if ids:
        builder.write(path, dictionary)
    return Prepared(ids, time.process_time() - begun, refused, remarks)


@cache
def builder_of(language: str) -> SegmentBuilder:
    """One for each process, which remembers the words that it has met."""
    return SegmentBuilder(language)
