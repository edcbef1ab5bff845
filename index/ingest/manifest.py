"""Remember which files are in the index as they stand, so that a run need not read them again.

A note beside the index, written after the commit that it speaks of, and never believed alone: a file whose articles the
index does not hold is read again. Files that a run is to read are struck out before it commits anything, as the note
would not be true of what it leaves if it is killed. Losing it costs time and nothing else.
"""

import json
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from corpus.readers.discovery import SourceFile
from corpus.refusal import Refusal
from corpus.remark import Remark
from index.storage.durable_storage import sealed, unsealed, write_durably
from index.storage.files import MANIFEST

_SHORT_ENTRY = 4
_RACY_NS = 2_000_000_000
"""A file changed so shortly before it was read may change again without a new time: it is read again next time."""


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A file that was read in full: its size and time, how many articles were taken of it, what was refused, remarked.

    `named`: how many characters of its path, its last ones, were its name under its root, which its ids are made of.
    `publications`: those of its texts, but for that of its folder.
    """

    size: int
    mtime_ns: int
    named: int
    taken: int
    refusals: Sequence[Refusal] = ()
    publications: Sequence[int] = ()
    remarks: Sequence[Remark] = ()

    @classmethod
    def of(cls, source: SourceFile, taken: int) -> "FileEntry":
        """The entry of a file as it stands."""
        return cls(source.size, source.mtime_ns, len(source.name), taken)

    def describes(self, source: SourceFile) -> bool:
        """Whether a file still stands as it stood."""
        return (self.size, self.mtime_ns, self.named) == (source.size, source.mtime_ns, len(source.name))


@dataclass(slots=True)
class Manifest:
    """What is known of each file.

    `version` names the code, and the settings, that they were read with; `samples` the stored samples of their
    publications.
    """

    version: str
    samples: str = ""
    files: dict[str, FileEntry] = field(default_factory=dict)
    started_ns: int = field(default_factory=time.time_ns)

    @classmethod
    def load(cls, location: Path, version: str) -> "Manifest":
        """The manifest of an index; an empty one where there is none, or one of another version."""
        try:
            stored = json.loads(unsealed((location / MANIFEST).read_bytes()))
            if stored["version"] == version:
                files = {path: read_entry(path, entry) for path, entry in stored["files"].items()}
                return cls(version, str(stored["samples"]), files)
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            pass
        return cls(version)

    def entry(self, source: SourceFile) -> FileEntry | None:
        """What is known of a file as it stands."""
        known = self.files.get(str(source.path))
        return known if known and known.describes(source) else None

    def forget(self, paths: Iterable[str]) -> bool:
        """Know some files no more; whether any of them was known."""
        before = len(self.files)
        for path in paths:
            self.files.pop(path, None)
        return len(self.files) < before

    def add(self, path: str, entry: FileEntry) -> None:
        """Note that a file was read in full."""
        if entry.mtime_ns < self.started_ns - _RACY_NS:
            self.files[path] = entry

    def save(self, location: Path) -> None:
        """Store the manifest, after the commit."""
        files = {path: stored_entry(entry) for path, entry in self.files.items()}
        stored = {"version": self.version, "samples": self.samples, "files": files}
        write_durably(location / MANIFEST, sealed(json.dumps(stored).encode()))


def refused_articles(location: Path) -> int:
    """How many files and records were refused when the index was last brought up to date; 0 where nobody knows."""
    try:
        time_ns = (location / MANIFEST).stat().st_mtime_ns
    except OSError:
        return 0
    return _refused(location / MANIFEST, time_ns)


@lru_cache(maxsize=1)
def _refused(path: Path, _time_ns: int) -> int:
    try:
        files = json.loads(unsealed(path.read_bytes()))["files"]
        return sum(len(read_entry(name, entry).refusals) for name, entry in files.items())
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return 0


def stored_entry(entry: FileEntry) -> list[Any]:
    """An entry as plain values; `read_entry` makes it of them."""
    refused = [[each.line, each.reason, each.entry, each.id] for each in entry.refusals]
    remarked = [[each.entry, each.line, each.text] for each in entry.remarks]
    more = [refused, [*entry.publications], remarked] if refused or entry.publications or remarked else []
    return [entry.size, entry.mtime_ns, entry.named, entry.taken, *more]


def read_entry(path: str, stored: list[Any]) -> FileEntry:
    """The entry of the file at a path that `stored_entry` made plain."""
    size, time_ns, named, taken, refused, publications, remarked = (
        stored if len(stored) > _SHORT_ENTRY else (*stored, [], [], [])
    )
    refusals = tuple(Refusal(path, *each) for each in refused)
    remarks = tuple(Remark(path, *each) for each in remarked)
    return FileEntry(int(size), int(time_ns), int(named), int(taken), refusals, tuple(publications), remarks)
