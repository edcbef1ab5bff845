"""Prepare records in any process: annotate them and write them as a segment that no commit names yet."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from corpus.document import Document
from corpus.errors import Refused
from corpus.record import Record
from index.ingest.annotating import batches, documents
from index.ingest.annotation_cache import cached_annotations
from index.ingest.classifier_store import stored_classifier
from index.ingest.gathering import gathered
from index.ingest.run_settings import Context
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
    known = cached_annotations(context.location, context.generation)
    classifier = None if context.rebuild else stored_classifier(context.location, context.generation).model
    refused: dict[int, str] = {}
    taken: dict[int, tuple[Record, Document]] = {}
    for batch in batches(records):
        made = documents(batch, context.language, context.seconds, classifier, known)
        for record, document in zip(batch, made, strict=True):
            ordinal = len(taken) + len(refused)
            if isinstance(document, Refused):
                refused[ordinal] = str(document)
            else:
                taken[ordinal] = record, document
    builder, failed = gathered(taken, lambda: begun_builder(context.language), builder_of.cache_clear)
    kept = [ordinal for ordinal in taken if ordinal not in failed]
    told = {ordinal: taken[ordinal][1].article.remarks for ordinal in kept}
    remarks = {ordinal: each for ordinal, each in told.items() if each}
    ids = [taken[ordinal][0].id for ordinal in kept]
    taken.clear()  # the builder has it all, and writing takes as much memory again
    if ids:
        builder.write(path, dictionary)
    return Prepared(ids, time.process_time() - begun, refused | failed, remarks)


def warm_up(record: Record, context: Context) -> None:
    """Load what records like this one need."""
    documents([record], context.language, context.seconds)
    builder_of(context.language)


def begun_builder(language: str) -> SegmentBuilder:
    """The one of this process, empty, whatever became of the segment before."""
    builder = builder_of(language)
    builder.begin()
    return builder


@cache
def builder_of(language: str) -> SegmentBuilder:
    """One for each process, which remembers the words that it has met."""
    return SegmentBuilder(language)
