"""Which files does a run have to read? Those that changed, and those of publications that are known better now."""

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from functools import partial

from corpus.errors import Refused, refusing
from corpus.readers.discovery import SourceFile
from corpus.readers.records import plain_texts
from index.ingest.boilerplate_samples import BoilerplateSamples, folder_of
from index.ingest.manifest import FileEntry, Manifest
from index.writing.indexed_articles import IndexedArticles


def to_read(
    sources: Sequence[SourceFile],
    gone: Iterable[str],
    manifest: Manifest,
    held: IndexedArticles,
    furniture: BoilerplateSamples,
    *,
    largest: int,
    told: Callable[[int, int], object] = lambda *_: None,
) -> set[str]:
    """The paths of the files to read; the lines of those that are new are looked at before, for what is repeated.

    `told` learns now and then how many bytes of them were looked at, and how many there are.
    A publication may turn out to repeat a line that stands in articles which were indexed before it was known, or no
    longer, as files are `gone`: its files are read again, so that an index does not depend on how its articles came.
    """
    known = {str(source.path): found for source in sources if (found := _held(source, manifest, held))}
    new = {str(source.path) for source in sources} - known.keys()
    furniture.remove(each for path in (*gone, *new) for each in held.ids_of(path))
    _look(sources, new, furniture, largest, told)
    if depleted := furniture.depleted():
        new.update(_of(depleted, known))
        _look(sources, new, furniture, largest, told)
    return new.union(_of(furniture.changed(), known))


def _look(
    sources: Sequence[SourceFile],
    paths: Collection[str],
    furniture: BoilerplateSamples,
    largest: int,
    told: Callable[[int, int], object],
) -> None:
    """Let the plain texts of some files tell what their publications repeat."""
    looked_at = [source for source in sources if str(source.path) in paths]
    done, size = 0, sum(source.size for source in looked_at)
    for source in looked_at:
        for record in plain_texts(source, largest, partial(_at, told, done, size)):
            with suppress(Refused), refusing():  # it is told when the file is read
                furniture.add(record)
        done += source.size
        told(done, size)


def _at(told: Callable[[int, int], object], before: int, size: int, place: int) -> None:
    told(before + place, size)


def _held(source: SourceFile, manifest: Manifest, held: IndexedArticles) -> FileEntry | None:
    """What is known of a file that stands as it stood, where the index holds its articles."""
    found = manifest.known(source)
    return found if found and held.count_of(str(source.path)) >= found.taken else None


def _of(publications: Collection[int], known: dict[str, FileEntry]) -> Iterable[str]:
    """The files that hold articles of some publications."""
    if not publications:
        return ()
    wanted = frozenset(publications)
    return (path for path, found in known.items() if wanted & {folder_of(path), *found.publications})
