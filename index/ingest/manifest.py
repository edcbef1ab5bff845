"""Which files are in the index as they stand, so that a run need not read them again.

A note beside the index, written after the commit that it speaks of, and never believed alone: a file whose articles the
index does not hold is read again. Files that a run is to read are struck out before it commits anything, as the note
would not be true of what it leaves if it is killed. Losing it costs time and nothing else.
"""

import json
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus.readers.discovery import SourceFile
from corpus.refusal import Refusal
from index.storage.durable_storage import write_durably
from index.storage.files import MANIFEST

_PLAIN_ENTRY = 4
_RACY_NS = 2_000_000_000
"""A file changed so shortly before it was read may change again without a new time: it is read again next time."""


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A file that was read in full: its size and time, how many articles were taken of it, and what was refused.

    `named`: how many characters of its path, its last ones, were its name under its root, which its ids are made of.
    `publications`: those of its plain texts, but for that of its folder.
    """

    size: int
    mtime_ns: int
    named: int
    taken: int
    refusals: tuple[Refusal, ...] = ()
    publications: tuple[int, ...] = ()


@dataclass(slots=True)
class Manifest:
    """What is known of each file.

    `version` names the code, and the limits, that they were read with; `furniture` the samples of their publications.
    """

    version: str
    furniture: str = ""
    files: dict[str, FileEntry] = field(default_factory=dict)
    started_ns: int = field(default_factory=time.time_ns)

    @classmethod
    def load(cls, location: Path, version: str) -> "Manifest":
        """The manifest of an index; an empty one where there is none, or one of another version."""
        try:
            stored = json.loads((location / MANIFEST).read_bytes())
            if stored["version"] == version:
                files = {path: _known(path, entry) for path, entry in stored["files"].items()}
                return cls(version, str(stored["furniture"]), files)
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            pass
        return cls(version)

    def known(self, source: SourceFile) -> FileEntry | None:
        """What is known of a file as it stands."""
        known = self.files.get(str(source.path))
        stands = (source.size, source.mtime_ns, len(source.name))
        return known if known and (known.size, known.mtime_ns, known.named) == stands else None

    def forget(self, paths: Iterable[str]) -> bool:
        """Know some files no more; whether any of them was known."""
        before = len(self.files)
        for path in paths:
            self.files.pop(path, None)
        return len(self.files) < before

    def add(self, source: SourceFile, taken: int, refusals: Sequence[Refusal], publications: Iterable[int]) -> None:
        """Note that a file was read in full: how many articles are in the index, and which are refused."""
        if source.mtime_ns < self.started_ns - _RACY_NS:
            self.files[str(source.path)] = FileEntry(
                source.size, source.mtime_ns, len(source.name), taken, tuple(refusals), tuple(publications)
            )

    def save(self, location: Path) -> None:
        """Store the manifest, after the commit."""
        files = {path: _stored(known) for path, known in self.files.items()}
        write_durably(
            location / MANIFEST,
            json.dumps({"version": self.version, "furniture": self.furniture, "files": files}).encode(),
        )


def _stored(known: FileEntry) -> list[Any]:
    refused = [[each.line, each.reason, each.entry, each.id] for each in known.refusals]
    more = [refused, known.publications] if refused or known.publications else []
    return [known.size, known.mtime_ns, known.named, known.taken, *more]


def _known(path: str, entry: list[Any]) -> FileEntry:
    size, time_ns, named, taken, refused, publications = entry if len(entry) > _PLAIN_ENTRY else (*entry, [], [])
    refusals = tuple(Refusal(path, *each) for each in refused)
    return FileEntry(int(size), int(time_ns), int(named), int(taken), refusals, tuple(publications))
