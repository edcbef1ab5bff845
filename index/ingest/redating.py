"""When were the undated articles of an index published? Told anew whenever its dated ones have more to tell.

The first run dates them from their own text and the tables, as it does not know yet what will stand beside them. Then a
model learns from the dated articles, and what it tells otherwise is written anew, in a commit of its own. Later runs
date by that model, until a quarter of the dated articles are more, fewer or of other years.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from pathlib import Path

import numpy as np

from corpus.article import Basis
from corpus.enrichment.annotation import published
from index.arrays.strings import Strings
from index.arrays.types import Int64Array
from index.ingest.classifier_store import StoredClassifier, count_dated, learned, stored_classifier
from index.ingest.worker import builder_of
from index.segments import stored_article
from index.segments.date_columns import basis_number
from index.segments.segment import ColumnarSegment, Segment
from index.snapshots.open_segments import generation, opened
from index.storage.durable_storage import sync
from index.storage.files import NEXT_YEAR_CLASSIFIER, YEAR_CLASSIFIER
from index.writing.run_context import Context
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
    dated, kept = count_dated(segments), stored_classifier(location, generation(location))
    if not any(map(len, undated)) or kept.holds(dated):
        return 0
    begun(Step.LEARNING, 0, 0)
    heard = StoredClassifier(dated, learned(segments))
    heard.save(location / NEXT_YEAR_CLASSIFIER)
    changed = 0
    if heard.model or kept.model:
        with IndexWriter(location, language, workers=workers, begun=lambda step: begun(step, 0, 0)) as writer:
            changed = _dated_anew(segments, undated, writer, workers, begun)
    (location / NEXT_YEAR_CLASSIFIER).replace(location / YEAR_CLASSIFIER)
    sync(location)
    stored_classifier.cache_clear()
    return changed


def _dated_anew(
    segments: Sequence[Segment], undated: Sequence[Int64Array], writer: IndexWriter, workers: Workers, begun: Begun
) -> int:
    """Write anew those of some articles that have another date now; how many that are."""
    sent: deque[tuple[ColumnarSegment, Future[list[str]], int]] = deque()
    changed, done, size = 0, 0, sum(map(len, undated))
    chunks = _chunks(segments, undated)
    begun(Step.DATING, done, size)
    while done < size:
        for segment, numbers in islice(chunks, workers.processes + 1 - len(sent)):
            new, path = writer.new_segment()
            written = workers.submit(_write, segment.path, numbers, path, writer.dictionary, writer.context)
            sent.append((new, written, len(numbers)))
        new, written, count = sent.popleft()
        changed += _adopted(new, written, writer)
        done += count
        begun(Step.DATING, done, size)
    return changed


def _adopted(new: ColumnarSegment, written: "Future[list[str]]", writer: IndexWriter) -> int:
    ids = written.result()
    writer.adopt(new, ids)
    return len(ids)


def _chunks(segments: Sequence[Segment], numbers: Sequence[Int64Array]) -> Iterator[tuple[Segment, Int64Array]]:
    for segment, some in zip(segments, numbers, strict=True):
        for first in range(0, len(some), _AT_ONCE):
            yield segment, some[first : first + _AT_ONCE]


def _write(source: Path, numbers: Int64Array, path: Path, dictionary: bytes, context: Context) -> list[str]:
    """Write those articles of a segment as another one that have another date now; their ids."""
    segment, model = Segment(source), _heard(context.location, context.generation).model
    origins = Strings(segment.arrays, "origin")
    builder, ids = builder_of(context.language), []
    for number in numbers.tolist():
        document, _ = stored_article.unpack(segment.records[number])
        date = published(document.article, model)
        if date != document.published:
            origin = origins[int(segment.arrays["origin.of"][number])].decode()
            builder.add(replace(document, published=date), origin, segment.fingerprints[number].decode())
            ids.append(document.article.id)
    if ids:
        builder.write(path, dictionary)
    return ids


@lru_cache(maxsize=1)
def _heard(location: Path, _generation: str) -> StoredClassifier:
    return StoredClassifier.load(location / NEXT_YEAR_CLASSIFIER)
