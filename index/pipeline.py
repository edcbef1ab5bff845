"""Bring an index up to date with folders: what is new or changed is read and written, what is gone is removed."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from corpus.discovery import SourceFile, discover
from corpus.errors import DatelineError, NothingToRead
from corpus.reading import Refusal
from corpus.sample import SAMPLE
from index.location import Description, NoIndex, check_place, create, describe, exists, open_whoosh, save
from index.lock import sole_writer
from index.manifest import Manifest
from index.run import VERSION, Found, Progress, Run, Summary, silent
from index.workers import Workers
from index.writer import IndexWriter


def refresh(
    location: Path,
    paths: Sequence[Path] = (),
    *,
    rebuild: bool = False,
    language: str | None = None,
    progress: Progress = silent,
) -> Summary:
    """Bring the index at a location up to date with files and folders.

    Without paths: with those that it was built from, or where there is no index yet with the sample corpus.
    Everything becomes visible in one commit at the end; a run that is stopped before leaves the index as it was. With
    `rebuild` every article is read anew from these paths alone, and an index that cannot be read is replaced. Raises
    `NothingToRead` where there is no article to read, `NoIndex` where the location cannot hold an index,
    `IndexBusy` where another writer is at work for too long.
    """
    check_place(location)
    found, lost = _found(_roots(location, paths), location.resolve())
    if (not any(found.values()) and (rebuild or not exists(location))) or (lost and rebuild):
        raise _nothing(found, lost)
    with sole_writer(location):
        description = _prepared(location, rebuild=rebuild, language=language, named=bool(paths))
        manifest = Manifest(VERSION) if rebuild else Manifest.load(location, VERSION)
        with Workers() as workers, IndexWriter(location, description.language, anew=rebuild, workers=workers) as writer:
            run = Run(writer, manifest, workers, progress)
            for refusal in lost:
                run.refuse(refusal)
            run.over(found)
        roots = list(map(str, found)) if rebuild else [*description.roots, *map(str, found)]
        save(location, replace(description, roots=tuple(dict.fromkeys(roots))))
        manifest.save(location)
    if not (run.summary.indexed or run.summary.unchanged or run.summary.removed or run.summary.refusals):
        raise _nothing(found, lost)
    return run.summary


def _roots(location: Path, paths: Sequence[Path]) -> list[Path]:
    if paths:
        return list(dict.fromkeys(path.resolve() for path in paths))
    return list(map(Path, describe(location).roots)) if exists(location) else [SAMPLE.resolve()]


def _found(roots: Sequence[Path], location: Path) -> tuple[Found, list[Refusal]]:
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


def _nothing(found: Found, lost: Sequence[Refusal]) -> NothingToRead:
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
