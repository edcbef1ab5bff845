"""Plan a run: which files it reads, because they changed or their publications are known better now.

A publication may turn out to repeat a line that stands in articles which were indexed before that was known, or to
repeat it no longer, as files are lost: its files are read again, so that an index does not depend on the order in which
its articles came.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from corpus.errors import Refused, refusing
from corpus.readers.discovery import SourceFile
from corpus.refusal import Refusal
from index.ingest.boilerplate_samples import BoilerplateSamples, folder_of
from index.ingest.manifest import FileEntry, Manifest
from index.ingest.run_settings import ReadSettings
from index.writing.indexed_articles import Indexed

FoundFiles = Mapping[Path, Sequence[SourceFile | Refusal]]
"""What stands under each root."""

Told = Callable[[int, int], object]
"""Told now and then how many bytes of the files were looked at, and how many there are."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a run is about: the files under some roots, and what of them cannot be looked at."""

    roots: frozenset[str]
    sources: Mapping[str, SourceFile]
    unreadable: Sequence[Refusal]
    _barred: frozenset[str]

    @classmethod
    def of(cls, found: FoundFiles, lost: Sequence[Refusal]) -> "Scope":
        """The scope of what was found under the roots; `lost` are the roots that are not there."""
        items = [item for under in found.values() for item in under]
        unreadable = [*lost, *(item for item in items if isinstance(item, Refusal))]
        sources: dict[str, SourceFile] = {}
        for item in items:
            if isinstance(item, SourceFile):
                sources.setdefault(str(item.path), item)
        roots = frozenset(str(root).rstrip("/") for root in found)
        return cls(roots, sources, unreadable, frozenset(each.origin for each in unreadable))

    def expects(self, path: str) -> bool:
        """Whether the articles of a file should be found in this run, or are no more."""
        return _under(path, self.roots) and not _under(path, self._barred)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run does with each file of its scope: `unchanged` ones are not read, `lost` ones are there no more."""

    scope: Scope
    unchanged: Mapping[str, FileEntry]
    lost: Sequence[str]

    @property
    def to_read(self) -> set[str]:
        """The paths of the files to read."""
        return self.scope.sources.keys() - self.unchanged.keys()


def planned(
    scope: Scope,
    manifest: Manifest,
    indexed: Indexed,
    samples: BoilerplateSamples,
    *,
    settings: ReadSettings,
    told: Told,
) -> Plan:
    """The plan of a run; the lines of files that are new are looked at before, for what their publications repeat."""
    sources = scope.sources
    lost = [path for path in indexed.files() if path not in sources and scope.expects(path)]
    known = {path: entry for path, source in sources.items() if (entry := _known(source, manifest, indexed))}
    to_read = sources.keys() - known.keys()
    samples.remove(indexed.ids_of((*lost, *to_read)))
    look_at([source for path, source in sources.items() if path in to_read], samples, settings, told)
    if depleted := samples.depleted():
        to_read.update(_of(depleted, known))
        look_at([source for path, source in sources.items() if path in to_read], samples, settings, told)
    to_read.update(_of(samples.changed(), known))
    return Plan(scope, {path: entry for path, entry in known.items() if path not in to_read}, lost)


def look_at(
    sources: Sequence[SourceFile],
    samples: BoilerplateSamples,
    settings: ReadSettings,
    told: Told = lambda _done, _size: None,
) -> None:
    """Let the texts and pages of some files tell what their publications repeat."""
    done, size = 0, sum(source.size for source in sources)
    for source in sources:
        for record in settings.cleanable_texts(source, partial(_at, told, done, size)):
            with suppress(Refused), refusing():  # it is told when the article is read
                samples.add(record)
        done += source.size
        told(done, size)


def _at(told: Told, before: int, size: int, offset: int) -> None:
    told(before + offset, size)


def _known(source: SourceFile, manifest: Manifest, indexed: Indexed) -> FileEntry | None:
    """What is known of a file that stands as it stood, where the index holds its articles."""
    entry = manifest.entry(source)
    return entry if entry and indexed.count_of(str(source.path)) >= entry.taken else None


def _of(publications: Collection[int], known: Mapping[str, FileEntry]) -> Iterable[str]:
    """The files that hold articles of some publications."""
    if not publications:
        return ()
    wanted = frozenset(publications)
    return (path for path, entry in known.items() if wanted & {folder_of(path), *entry.publications})


def _under(path: str, folders: Collection[str]) -> bool:
    """Whether a path is one of some, or below one of them."""
    while path and path not in folders:
        path = path.rpartition("/")[0]
    return path in folders
