"""Where `index` brings articles: to a folder, or to a cluster. What is told of both is the same."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Any, Protocol

from index.ingest.pipeline import Settings, refresh
from index.ingest.summary import Progress, Summary
from index.snapshots.open_segments import opened
from index.snapshots.underived import underived
from index.storage.location import describe, exists


class Destination(Protocol):
    """The index that a run brings up to date."""

    @property
    def location(self) -> Path | str:
        """Where it is."""

    def roots(self) -> Sequence[str]:
        """The paths that it was built from; none where there is no index yet."""

    def language(self) -> str:
        """The language of stemming."""

    def refresh(
        self, paths: Sequence[Path], *, rebuild: bool, forget: Sequence[Path], settings: Settings, progress: Progress
    ) -> Summary:
        """Bring it up to date."""

    def notes(self) -> Iterable[str]:
        """What to know of it now."""

    def changes(self, stop: Event) -> Iterator[None]:
        """A step at once, and one after each change of the folders."""


@dataclass(frozen=True, slots=True)
class Folder:
    """An index that is a folder."""

    location: Path

    def roots(self) -> Sequence[str]:
        """As `Destination` says."""
        return describe(self.location).roots if exists(self.location) else ()

    def language(self) -> str:
        """As `Destination` says."""
        return describe(self.location).language

    def refresh(
        self, paths: Sequence[Path], *, rebuild: bool, forget: Sequence[Path], settings: Settings, progress: Progress
    ) -> Summary:
        """As `Destination` says."""
        return refresh(self.location, paths, rebuild=rebuild, forget=forget, settings=settings, progress=progress)

    def notes(self) -> Iterable[str]:
        """As `Destination` says."""
        return map(str, underived(opened(self.location)))

    def changes(self, stop: Event) -> Iterator[None]:
        """As `Destination` says."""
        return changes(lambda: describe(self.location).roots, self.location.resolve(), stop)


@dataclass(frozen=True, slots=True)
class OnCluster:
    """An index on a cluster."""

    location: str

    def roots(self) -> Sequence[str]:
        """As `Destination` says."""
        found: Sequence[str] = loader().roots(self.location)
        return found

    def language(self) -> str:
        """As `Destination` says."""
        found: str = loader().language(self.location)
        return found

    def refresh(
        self, paths: Sequence[Path], *, rebuild: bool, forget: Sequence[Path], settings: Settings, progress: Progress
    ) -> Summary:
        """As `Destination` says."""
        summary: Summary = loader().refresh(
            self.location, paths, rebuild=rebuild, forget=forget, settings=settings, progress=progress
        )
        return summary

    def notes(self) -> Iterable[str]:
        """As `Destination` says."""
        found: Iterable[str] = loader().notes(self.location)
        return found

    def changes(self, stop: Event) -> Iterator[None]:
        """As `Destination` says."""
        return changes(self.roots, None, stop)


def changes(roots: Callable[[], Sequence[str]], without: Path | None, stop: Event) -> Iterator[None]:
    """As in `index.ingest.watching`, which imports what watches folders: a single run wants none of it."""
    from index.ingest.watching import changes

    return changes(roots, without, stop)


def loader() -> Any:
    """As in `cluster.opening`, which imports the engines: they are not wanted to bring a folder up to date."""
    from cluster.opening import loader

    return loader()


def destination(location: Path | str) -> Destination:
    """The index at a location."""
    return Folder(location) if isinstance(location, Path) else OnCluster(location)
