"""Which files are in the index as they stand, so that a run need not read them again.

A note beside the index, written after the commit that it speaks of, and never believed alone: a file whose articles the
index does not hold is read again. Losing it costs time and nothing else.
"""

import json
import time
from dataclasses import dataclass, field
from pathlib import Path

from corpus.discovery import SourceFile
from index.storage import write_durably

_FILE = "manifest.json"
_RACY_NS = 2_000_000_000
"""A file changed so shortly before it was read may change again without a new time: it is read again next time."""


@dataclass(slots=True)
class Manifest:
    """Size and time of each file that was read in full; `version` names the code that read them."""

    version: str
    files: dict[str, tuple[int, int]] = field(default_factory=dict)
    started_ns: int = field(default_factory=time.time_ns)

    @classmethod
    def load(cls, location: Path, version: str) -> "Manifest":
        """The manifest of an index; an empty one where there is none, or one of another version."""
        try:
            stored = json.loads((location / _FILE).read_bytes())
            files = {path: (int(size), int(time_ns)) for path, (size, time_ns) in stored["files"].items()}
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            return cls(version)
        return cls(version, files if stored.get("version") == version else {})

    def holds(self, source: SourceFile) -> bool:
        """Whether a file was read in full as it stands."""
        return self.files.get(str(source.path)) == (source.size, source.mtime_ns)

    def add(self, source: SourceFile) -> None:
        """Note that a file was read in full."""
        if source.mtime_ns < self.started_ns - _RACY_NS:
            self.files[str(source.path)] = (source.size, source.mtime_ns)

    def save(self, location: Path) -> None:
        """Store the manifest, after the commit."""
        write_durably(location / _FILE, json.dumps({"version": self.version, "files": self.files}).encode())
