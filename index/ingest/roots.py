"""Find the files that a run is about: the roots that are named or known, and what stands under them."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from corpus.errors import DatelineError, NothingToRead
from corpus.readers.discovery import SourceFile, discover
from corpus.refusal import Refusal
from corpus.sample import SAMPLE
from index.ingest.plan import FoundFiles
from index.storage.location import describe, exists


def sought(
    location: Path, paths: Sequence[Path], *, rebuild: bool, forget: Sequence[Path]
) -> tuple[FoundFiles, list[Refusal]]:
    """What stands under the roots of a run, and the roots that are not there.

    Raises `NothingToRead` where there is nothing, and the index would be emptied by mistake. Looked for under the lock:
    what another run did while this one waited would be undone by what stood there before.
    """
    there = exists(location)
    known = list(map(Path, describe(location).roots)) if there and not (rebuild and paths) else []
    roots = roots_of(known, paths, there=there, forget=forget)
    return found_under(roots, location, forget=forget, anew=rebuild or not there, rebuild=rebuild)


def found_under(
    roots: Sequence[Path], location: Path | None, *, forget: Sequence[Path], anew: bool, rebuild: bool
) -> tuple[FoundFiles, list[Refusal]]:
    """What stands under the roots of a run, and the roots that are not there; raises as `sought` does.

    `location` is that of the index, where it is a folder; `anew`: the index has nothing else.
    """
    found, lost = _found(roots, location and location.resolve())
    found = {**found, **{root: [] for root in forget}}
    if (not any(found.values()) and anew) or (lost and rebuild):
        raise nothing_to_read(found, lost)
    return found, lost


def nothing_to_read(found: FoundFiles, lost: Sequence[Refusal]) -> NothingToRead:
    """The error that says so of each root."""
    empty = [f"there is no article in {root}; name a folder of .txt, .md, .html or .jsonl files" for root in found]
    return NothingToRead(
        "; ".join([refusal.reason for refusal in lost] + empty) or "there is nothing to read; name a folder"
    )


def roots_of(known: Sequence[Path], paths: Sequence[Path], *, there: bool, forget: Sequence[Path]) -> list[Path]:
    """What is read: the paths, and before them the known roots within one, as a file's id is relative to its root.

    Without paths the known roots or, where no index is `there`, the sample corpus.
    """
    if unknown := [str(path) for path in forget if path not in known]:
        raise DatelineError(
            f"the index was not built from {', '.join(unknown)}; it was from: {', '.join(map(str, known)) or 'nothing'}"
        )
    if paths:
        named = [path.resolve() for path in paths]
        within = [root for root in known if any(root.is_relative_to(path) for path in named)]
        return [root for root in dict.fromkeys([*within, *named]) if root not in forget]
    return [root for root in known if root not in forget] if there else [SAMPLE.resolve()]


def _found(roots: Sequence[Path], location: Path | None) -> tuple[FoundFiles, list[Refusal]]:
    """What stands under the roots, indexes left out; and the roots that are not there (an unmounted disk)."""
    found: dict[Path, list[SourceFile | Refusal]] = {}
    lost: list[Refusal] = []
    within = _Indexes(location).hold
    for root in roots:
        try:
            found[root] = [each for each in discover(root) if not within(each)]
        except NothingToRead as fault:
            lost.append(Refusal(str(root), None, str(fault)))
    return found, lost


class _Indexes:
    """The files of indexes: of the one at a location, and of any other that stands among the articles."""

    def __init__(self, location: Path | None) -> None:
        self._location = location
        self._inside = cache(self._within)

    def hold(self, each: SourceFile | Refusal) -> bool:
        """Whether a file belongs to an index."""
        if isinstance(each, Refusal):
            return False
        own = self._location is not None and each.path.is_relative_to(self._location)
        return own or self._inside(each.path.parent, each.root)

    def _within(self, folder: Path, root: Path) -> bool:
        return exists(folder) or (folder != root and self._inside(folder.parent, root))
