"""Date the undated articles of an index anew whenever its dated ones have more to tell.

The first run dates them from their own text and the tables, as it does not know yet what will stand beside them. Then a
model learns from the dated articles, and what it tells otherwise is written anew, in a commit of its own. Later runs
date by that model, until a quarter of the dated articles are more, fewer or of other years.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path

import numpy as np

from corpus.article import Basis
from corpus.enrichment.annotation import published
from index.arrays.strings import Strings
from index.arrays.types import Int64Array
from index.ingest.chunk_queue import ChunkQueue
from index.ingest.classifier_store import StoredClassifier, count_dated, learned, stored_classifier
from index.ingest.run_settings import Context
from index.ingest.worker import Prepared, begun_builder
from index.segments import stored_article
from index.segments.date_columns import basis_number
from index.segments.segment import Segment, verified_as_read
from index.snapshots.open_segments import generation, opened
from index.storage.durable_storage import sync
from index.storage.files import NEXT_YEAR_CLASSIFIER, YEAR_CLASSIFIER
from index.writing.steps import Step
from index.writing.workers import Workers
from index.writing.writer import IndexWriter

__all__ = ["YEAR_CLASSIFIER", "redate"]

_AT_ONCE = 2_000
_STATED = basis_number(Basis.STATED)


Begun = Callable[[Step, int, int], object]


def redate(location: Path, language: str, workers: Workers, begun: Begun = lambda *_: None) -> int:
    """Date the undated articles of the index at a location anew where it is time to; how many have another date now.

    `begun` is told the step, and of how many articles how many are done. The caller holds the lock. What is killed
    half-way is done by the next run.
    """
    segments = opened(location)
    undated = [np.flatnonzero(segment.live & (segment.date_bases != _STATED)) for segment in segments]
    dated, stored = count_dated(segments), stored_classifier(location, generation(location))
    if not any(map(len, undated)) or stored.holds(dated):
        return 0
    begun(Step.LEARNING, 0, 0)
    renewed = StoredClassifier(dated, learned(segments))
    renewed.save(location / NEXT_YEAR_CLASSIFIER)
    changed = 0
    if renewed.model or stored.model:
        context = Context(location, generation(location), language)
        with IndexWriter(location, language, workers=workers, begun=lambda step: begun(step, 0, 0)) as writer:
            chunks, size = _chunks(segments, undated), sum(map(len, undated))
            changed = _dated_anew(chunks, size, writer, workers=workers, context=context, begun=begun)
    (location / NEXT_YEAR_CLASSIFIER).replace(location / YEAR_CLASSIFIER)
    sync(location)
    stored_classifier.cache_clear()
    return changed


def _dated_anew(
    chunks: Iterator[tuple[Path, list[int]]],
    size: int,
    writer: IndexWriter,
    *,
    workers: Workers,
    context: Context,
    begun: Begun,
) -> int:
    """Write anew those of some articles that have another date now; how many that are."""
    changed = done = 0

    def taken(doc_ids: Sequence[int], prepared: Prepared) -> None:
        nonlocal changed, done
        changed += len(prepared.ids)
        done += len(doc_ids)
        begun(Step.DATING, done, size)

    begun(Step.DATING, done, size)
    workers.left = lambda: (size - done) / max(done, 1)
    queue = ChunkQueue[int](writer, workers, taken)
    try:
        for segment, doc_ids in chunks:
            queue.send(doc_ids, partial(_write, source=segment, context=context))
        queue.finish()
    finally:
        queue.discard()
    return changed


def _chunks(segments: Sequence[Segment], doc_ids: Sequence[Int64Array]) -> Iterator[tuple[Path, list[int]]]:
    for segment, some in zip(segments, doc_ids, strict=True):
        for first in range(0, len(some), _AT_ONCE):
            yield segment.path, some[first : first + _AT_ONCE].tolist()


def _write(doc_ids: Sequence[int], path: Path, dictionary: bytes, source: Path, context: Context) -> Prepared:
    """Write those articles of a segment as another one that have another date now."""
    segment, model = _opened(source), _renewed(context.location, context.generation).model
    origins = Strings(segment.arrays, "origin")
    builder, ids = begun_builder(context.language), list[str]()
    for doc_id in doc_ids:
        document, _ = stored_article.unpack(segment.records[doc_id])
        date = published(document.article, model)
        if date != document.published:
            origin = origins[int(segment.arrays["origin.of"][doc_id])].decode()
            builder.add(replace(document, published=date), origin, segment.fingerprints[doc_id].decode())
            ids.append(document.article.id)
    if ids:
        builder.write(path, dictionary)
    return Prepared(ids)


def _opened(source: Path) -> Segment:
    """A segment of which nothing damaged is written into another, where it would have a sound checksum."""
    return Segment(source, arrays=verified_as_read(source))


@lru_cache(maxsize=1)
def _renewed(location: Path, _generation: str) -> StoredClassifier:
    return StoredClassifier.load(location / NEXT_YEAR_CLASSIFIER)
