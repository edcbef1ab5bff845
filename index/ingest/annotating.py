"""Turn records into annotated documents, some dozens together: the costly step of a run, and all of `annotate`."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from corpus.article import Article
from corpus.document import Document
from corpus.enrichment.annotation import annotate_all
from corpus.enrichment.dating import YearClassifier
from corpus.errors import NothingToRead, Overrun, Refused, refusing
from corpus.extraction.extract import to_article
from corpus.readers.discovery import SourceFile, discover
from corpus.record import Record
from corpus.refusal import Refusal
from corpus.remark import Remark
from corpus.time_limit import ProcessorLimit
from index.ingest.annotation_cache import AnnotationCache
from index.ingest.boilerplate_samples import BoilerplateSamples
from index.ingest.plan import look_at
from index.ingest.run_settings import ReadSettings

Item = TypeVar("Item")
Result = TypeVar("Result")
_TOGETHER, _CHARACTERS = 32, 300_000
"""Articles are annotated so many together, or so long: that takes two thirds of the time of one by one."""


def batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Items, records among them, as many together as are annotated together."""
    batch: list[Item] = []
    records = characters = 0
    for item in items:
        batch.append(item)
        if isinstance(item, Record):
            records += 1
            characters += len(item.content)
        if records == _TOGETHER or characters > _CHARACTERS:
            yield batch
            batch, records, characters = [], 0, 0
    if batch:
        yield batch


def documents(
    records: Sequence[Record],
    language: str,
    seconds: float,
    classifier: YearClassifier | None = None,
    cache: AnnotationCache | None = None,
) -> list[Document | Refused]:
    """The annotated article of each record of a batch; in place of one that is refused, why.

    `language` is that of articles which state none. Each of the two steps, extraction and annotation, may take so many
    `seconds` of a processor for an article. `cache` has what was derived before.
    """
    made = [_article(record, language, seconds) for record in records]
    articles = [each for each in made if not isinstance(each, Refused)]
    before = [cache.derived(article) if cache else None for article in articles]
    annotated = iter(_annotated(articles, classifier, before, seconds))
    return [each if isinstance(each, Refused) else next(annotated) for each in made]


def annotated(
    paths: Sequence[Path], language: str, classifier: YearClassifier | None = None, settings: ReadSettings | None = None
) -> Iterator[Document | Refusal | Remark]:
    """The articles of files and folders as an index of these paths alone would hold them, in order.

    What cannot be read, and what is remarked on it, stands where it was met. A year classifier, of an index, helps to
    tell the years of undated articles.
    """
    settings = settings or ReadSettings()
    found = [item for path in paths for item in _found(path)]
    sources = [item for item in found if isinstance(item, SourceFile)]
    samples = BoilerplateSamples()
    look_at(sources, samples, settings)
    for batch in batches(_items(found, samples, settings)):
        records = [item for item in batch if isinstance(item, Record)]
        made = iter(documents(records, language, settings.seconds, classifier))
        for item in batch:
            yield from _told(item, next(made)) if isinstance(item, Record) else [item]


def with_repeated_lines(record: Record, samples: BoilerplateSamples) -> Record | Refusal:
    """A record with those of its lines that its publication repeats."""
    try:
        with refusing():
            return samples.with_repeated_lines(record)
    except Refused as fault:
        return record.refusal(str(fault))


def _found(path: Path) -> Iterator[SourceFile | Refusal]:
    try:
        yield from discover(path.resolve())
    except NothingToRead as fault:
        yield Refusal(str(path), None, str(fault))


def _items(
    found: Iterable[SourceFile | Refusal], samples: BoilerplateSamples, settings: ReadSettings
) -> Iterator[Record | Refusal | Remark]:
    for source in found:
        for item in [source] if isinstance(source, Refusal) else settings.items(source, lambda _: None):
            yield with_repeated_lines(item, samples) if isinstance(item, Record) else item


def _told(record: Record, made: Document | Refused) -> Iterator[Document | Refusal | Remark]:
    if isinstance(made, Refused):
        yield record.refusal(str(made))
        return
    yield made
    yield from map(record.remark, made.article.remarks)


def _article(record: Record, language: str, seconds: float) -> Article | Refused:
    def extracted() -> Article:
        return to_article(record, language)

    def warm_up() -> None:
        with suppress(Refused):
            to_article(replace(record, content="Maria Lund left.", data=b""), language)

    try:
        return _limited(extracted, seconds, warm_up, f"extraction of {record.kind}")
    except Refused as fault:
        return fault


def _annotated(
    articles: Sequence[Article], classifier: YearClassifier | None, before: Sequence[Document | None], seconds: float
) -> Sequence[Document | Refused]:
    """Each article annotated: all together, or one by one where one of them fails or takes too long."""

    def all_annotated() -> list[Document]:
        return annotate_all(articles, classifier, before)

    def warm_up() -> None:
        annotate_all([Article("", "", "Maria Lund of NATO left Paris.")], classifier, [None])

    try:
        return _limited(all_annotated, seconds, warm_up, "annotation")
    except Refused as fault:
        if len(articles) == 1:
            return [fault]
    pairs = zip(articles, before, strict=True)
    return [each for article, known in pairs for each in _annotated([article], classifier, [known], seconds)]


_warm: set[str] = set()
"""The steps whose tables and libraries this process has loaded for sure."""


def _limited(work: Callable[[], Result], seconds: float, warm_up: Callable[[], object], step: str) -> Result:
    """Do a step within a limit of processor time. Raises `Refused`.

    The first article pays for the tables and libraries that its step loads: where that was too long, they are loaded
    without a limit, and it is tried again.
    """
    try:
        with refusing(), ProcessorLimit(seconds):
            return work()
    except Refused as fault:
        if step in _warm or not isinstance(fault.__cause__, Overrun):
            raise
    _warm.add(step)
    warm_up()
    with refusing(), ProcessorLimit(seconds):
        return work()
