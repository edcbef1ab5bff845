"""Bring an index up to date with folders: what is new or changed is read and written, what is gone is removed."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from corpus.errors import DatelineError, NothingToRead
from corpus.readers.discovery import SourceFile, discover
from corpus.refusal import Refusal
from corpus.sample import SAMPLE
from index.ingest.boilerplate_samples import BoilerplateSamples
from index.ingest.manifest import Manifest
from index.ingest.redating import redate
from index.ingest.run import Run
from index.ingest.summary import FoundFiles, Progress, Summary, silent
from index.ingest.versions import VERSION
from index.storage.files import YEAR_CLASSIFIER
from index.storage.location import Description, NoIndex, check_place, create, describe, exists, open_whoosh, save
from index.storage.lock import sole_writer
from index.writing.steps import Step
from index.writing.workers import Workers
from index.writing.writer import IndexWriter


def refresh(
    location: Path,
    paths: Sequence[Path] = (),
    *,
    rebuild: bool = False,
    forget: Sequence[Path] = (),
    language: str | None = None,
    largest: int | None = None,
    progress: Progress = silent,
) -> Summary:
    """Bring the index at a location up to date with files and folders.

    Without paths: with those that it was built from, or where there is no index yet with the sample corpus.
    A long run makes visible each minute what it has indexed so far, and a run that is stopped need not repeat it. With
    `rebuild` every article is read anew from these paths alone, and an index that cannot be read is replaced. The
    articles of roots to `forget` are removed, whether their files are there or not. An article of more than `largest`
    bytes is refused; without it the limit that the index had before is kept. Raises
    `NothingToRead` where there is no article to read, `NoIndex` where the location cannot hold an index,
    `IndexBusy` where another writer is at work for too long.
    """
    check_place(location)
    forgotten = [path.resolve() for path in forget]
    if not exists(location):
        _sought(location, paths, rebuild=rebuild, forget=forgotten)  # before a folder is made in vain
    with sole_writer(location):
        found, lost = _sought(location, paths, rebuild=rebuild, forget=forgotten)
        description = _prepared(location, rebuild=rebuild, language=language, named=bool(paths))
        if largest is not None:
            description = replace(description, largest_article=largest)
        named = list(map(str, found)) if rebuild else [*description.roots, *map(str, found)]
        left = tuple(dict.fromkeys(root for root in named if Path(root) not in forgotten))
        if not rebuild:
            save(location, replace(description, roots=left))  # known also if the run is killed
        summary = _read(location, replace(description, roots=left), found, lost, rebuild=rebuild, progress=progress)
    if not (summary.indexed or summary.unchanged or summary.removed or summary.refusals):
        raise _nothing(found, lost)
    return summary


def _read(
    location: Path,
    description: Description,
    found: FoundFiles,
    lost: Sequence[Refusal],
    *,
    rebuild: bool,
    progress: Progress,
) -> Summary:
    """One run under the lock: articles first, then what is noted of them, then the dates that they tell of others."""
    version = f"{VERSION}, at most {description.largest_article}"
    manifest, furniture = _notes(location, version, rebuild=rebuild)
    with Workers() as workers:

        def begun(step: Step, done: int = 0, size: int = 0) -> None:
            progress(step, done, size, run.summary)

        with IndexWriter(location, description.language, anew=rebuild, workers=workers, begun=begun) as writer:
            largest = description.largest_article
            run = Run(writer, manifest, workers, furniture, progress=progress, largest=largest)
            for refusal in lost:
                run.refuse(refusal)
            run.over(found)
            if rebuild:
                (location / YEAR_CLASSIFIER).unlink(missing_ok=True)
        save(location, description)
        manifest.furniture = furniture.save(location)
        manifest.save(location)
        run.summary.redated = redate(location, description.language, workers, begun)
    return run.summary


def _sought(
    location: Path, paths: Sequence[Path], *, rebuild: bool, forget: Sequence[Path]
) -> tuple[FoundFiles, list[Refusal]]:
    """What a run is to read. Raises `NothingToRead` where there is nothing, and the index would be emptied by mistake.

    Looked for under the lock: what another run did while this one waited would be undone by what stood there before.
    """
    roots = _roots(location, paths, rebuild=rebuild, forget=forget)
    found, lost = _found(roots, location.resolve())
    found = {**found, **{root: [] for root in forget}}
    if (not any(found.values()) and (rebuild or not exists(location))) or (lost and rebuild):
        raise _nothing(found, lost)
    return found, lost


def _roots(location: Path, paths: Sequence[Path], *, rebuild: bool, forget: Sequence[Path]) -> list[Path]:
    """What is read: the paths, and before them the known roots within one, as a file's id is relative to its root."""
    known = list(map(Path, describe(location).roots)) if exists(location) and not (rebuild and paths) else []
    if unknown := [str(path) for path in forget if path not in known]:
        raise DatelineError(
            f"the index was not built from {', '.join(unknown)}; it was from: {', '.join(map(str, known)) or 'nothing'}"
        )
    if paths:
        named = [path.resolve() for path in paths]
        within = [root for root in known if any(root.is_relative_to(path) for path in named)]
        return [root for root in dict.fromkeys([*within, *named]) if root not in forget]
    return [root for root in known if root not in forget] if exists(location) else [SAMPLE.resolve()]


def _found(roots: Sequence[Path], location: Path) -> tuple[FoundFiles, list[Refusal]]:
    """What stands under the roots, indexes left out; and the roots that are not there (an unmounted disk)."""
    found: dict[Path, list[SourceFile | Refusal]] = {}
    lost: list[Refusal] = []
    within = _Indexes(location).holds
    for root in roots:
        try:
            found[root] = [each for each in discover(root) if not within(each)]
        except NothingToRead as fault:
            lost.append(Refusal(str(root), None, str(fault)))
    return found, lost


class _Indexes:
    """Which files are those of an index: the one at a location, or another that stands among the articles."""

    def __init__(self, location: Path) -> None:
        self._location = location
        self._inside = cache(self._within)

    def holds(self, each: SourceFile | Refusal) -> bool:
        """Whether a file belongs to an index."""
        if isinstance(each, Refusal):
            return False
        return each.path.is_relative_to(self._location) or self._inside(each.path.parent, each.root)

    def _within(self, folder: Path, root: Path) -> bool:
        return exists(folder) or (folder != root and self._inside(folder.parent, root))


def _notes(location: Path, version: str, *, rebuild: bool) -> tuple[Manifest, BoilerplateSamples]:
    """What is known of the files and their publications; nothing where the two do not fit together."""
    manifest = Manifest(version) if rebuild else Manifest.load(location, version)
    furniture = BoilerplateSamples.load(location, manifest.furniture)
    return (Manifest(version), BoilerplateSamples()) if furniture is None else (manifest, furniture)


def _nothing(found: FoundFiles, lost: Sequence[Refusal]) -> NothingToRead:
    empty = [f"there is no article in {root}; name a folder of .txt, .md, .html or .jsonl files" for root in found]
    return NothingToRead(
        "; ".join([refusal.reason for refusal in lost] + empty) or "there is nothing to read; name a folder"
    )


def _prepared(location: Path, *, rebuild: bool, language: str | None, named: bool) -> Description:
    """The description of the index, which is made where there is none."""
    try:
        description = describe(location)
        open_whoosh(location)
    except NoIndex:
        if exists(location) and not (rebuild and named):
            raise
        return create(location, language or "en")
    if language is None or language == description.language:
        return description
    if not rebuild:
        raise DatelineError(
            f"the index at {location} is in language {description.language}; add --rebuild to change it"
        )
    return replace(description, language=language)
