"""Bring an index up to date with folders: plan what to read, load it, commit it, and report what became of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from corpus.errors import DatelineError
from corpus.record import Record
from index.arrays.array_file import Damaged
from index.ingest.boilerplate_samples import BoilerplateSamples
from index.ingest.chunk_queue import ChunkQueue
from index.ingest.ledger import Ledger
from index.ingest.loader import Loader
from index.ingest.manifest import Manifest
from index.ingest.plan import Scope, planned
from index.ingest.redating import redate
from index.ingest.roots import nothing_to_read, sought
from index.ingest.run_settings import Context, ReadSettings
from index.ingest.summary import Progress, Summary, silent
from index.ingest.versions import VERSION
from index.ingest.work_queue import OnPrepared, WorkQueue
from index.ingest.worker import prepare, warm_up
from index.snapshots.integrity import damaged_notes
from index.snapshots.open_segments import generation
from index.storage.files import YEAR_CLASSIFIER
from index.storage.location import (
    Description,
    NoIndex,
    check_place,
    create,
    damage_told,
    describe,
    exists,
    open_commit,
    save,
)
from index.storage.lock import sole_writer
from index.writing.garbage import collected_seldom
from index.writing.steps import Step
from index.writing.workers import Workers
from index.writing.writer import IndexWriter


@dataclass(frozen=True, slots=True)
class Settings:
    """What the index keeps of a run for the next ones; None leaves what it had.

    `language` is that of stemming, `largest` the bytes and `seconds` the processor seconds that an article may take,
    `fields` the user's names of fields, each with ours.
    """

    language: str | None = None
    largest: int | None = None
    seconds: float | None = None
    fields: Mapping[str, str] | None = None


def refresh(
    location: Path,
    paths: Sequence[Path] = (),
    *,
    rebuild: bool = False,
    forget: Sequence[Path] = (),
    settings: Settings = Settings(),
    progress: Progress = silent,
) -> Summary:
    """Bring the index at a location up to date with files and folders.

    Without paths: with those that it was built from, or where there is no index yet with the sample corpus.
    A long run makes visible each minute what it has indexed so far, and a run that is stopped need not repeat it. With
    `rebuild` every article is read anew from these paths alone, and an index that cannot be read is replaced. The
    articles of roots to `forget` are removed, whether their files are there or not. Raises
    `NothingToRead` where there is no article to read, `NoIndex` where the location cannot hold an index,
    `IndexBusy` where another writer is at work for too long.
    """
    check_place(location)
    forgotten = [path.resolve() for path in forget]
    if not exists(location):
        sought(location, paths, rebuild=rebuild, forget=forgotten)  # before a folder is made in vain
    with sole_writer(location):
        found, lost = sought(location, paths, rebuild=rebuild, forget=forgotten)
        description = _prepared(location, settings, rebuild=rebuild, named=bool(paths))
        named = list(map(str, found)) if rebuild else [*description.roots, *map(str, found)]
        left = tuple(dict.fromkeys(root for root in named if Path(root) not in forgotten))
        description = replace(description, roots=left)
        if not rebuild:
            save(location, description)  # known also if the run is killed
        try:
            summary = _run(location, description, Scope.of(found, lost), rebuild=rebuild, progress=progress)
        except Damaged as fault:
            with damage_told(location):
                raise fault from None
    if not (summary.indexed or summary.unchanged or summary.removed or summary.refusals):
        raise nothing_to_read(found, lost)
    return summary


def _run(location: Path, description: Description, scope: Scope, *, rebuild: bool, progress: Progress) -> Summary:
    """One run under the lock: articles first, then what is noted of them, then the dates that they tell of others."""
    reading = ReadSettings(description.largest_article, description.article_seconds, dict(description.fields))
    manifest, samples = _notes(location, f"{VERSION}, {reading.version}", rebuild=rebuild)
    context = Context(location, generation(location), description.language, rebuild, reading.seconds)
    summary = Summary()

    def begun(step: Step, done: int = 0, size: int = 0) -> None:
        progress(step, done, size, summary)

    with collected_seldom(), Workers() as workers:
        with IndexWriter(location, description.language, anew=rebuild, workers=workers, begun=begun) as writer:
            plan = planned(
                scope, manifest, writer.indexed, samples, settings=reading, told=partial(begun, Step.REPEATS)
            )
            if manifest.forget([*plan.to_read, *plan.lost]) or rebuild:
                manifest.save(location)
            ledger = Ledger(writer.indexed, plan)

            queue = _queue(writer, workers, context)
            loader = Loader(plan, ledger, samples, reading, queue, progress=progress, checkpoint=writer.checkpoint)
            workers.left = loader.left
            loader.load()
            gone = ledger.missing()
            writer.remove(gone)
            samples.remove(gone)
            for path, entry in ledger.close():
                manifest.add(path, entry)
            summary = ledger.summary
            if rebuild:
                (location / YEAR_CLASSIFIER).unlink(missing_ok=True)
        save(location, description)
        manifest.samples = samples.save(location)
        manifest.save(location)
        return replace(summary, redated=redate(location, description.language, workers, begun))


def _queue(writer: IndexWriter, workers: Workers, context: Context) -> Callable[[OnPrepared], WorkQueue]:
    """What makes the queue of a run, of the one who is told what became of each chunk."""
    chunks, write = partial(ChunkQueue[Record], writer, workers), partial(prepare, context=context)

    def begin(chunk: Sequence[Record]) -> None:
        workers.start(warm_up, chunk[0], context)

    return lambda told: WorkQueue(
        chunks, write, told, empty=not writer.dictionary, begin=begin, left=workers.left_for_each
    )


def _notes(location: Path, version: str, *, rebuild: bool) -> tuple[Manifest, BoilerplateSamples]:
    """What is known of the files and their publications; nothing where the two do not fit together."""
    for path in damaged_notes(location):
        path.unlink()
    manifest = Manifest(version) if rebuild else Manifest.load(location, version)
    samples = BoilerplateSamples.load(location, manifest.samples)
    return (Manifest(version), BoilerplateSamples()) if samples is None else (manifest, samples)


def _prepared(location: Path, settings: Settings, *, rebuild: bool, named: bool) -> Description:
    """The description of the index, which is made where there is none, with the settings of this run."""
    language = settings.language
    try:
        description = describe(location)
        open_commit(location)
    except NoIndex:
        if exists(location) and not (rebuild and named):
            raise
        description = create(location, language or "en")
    if language not in (None, description.language) and not rebuild:
        raise DatelineError(
            f"the index at {location} is in language {description.language}; add --rebuild to change it"
        )
    return replace(
        description,
        language=language or description.language,
        largest_article=settings.largest or description.largest_article,
        article_seconds=description.article_seconds if settings.seconds is None else settings.seconds,
        fields=description.fields if settings.fields is None else tuple(sorted(settings.fields.items())),
    )
