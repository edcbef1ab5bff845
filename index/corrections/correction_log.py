"""What was corrected, and when: `aliases.log`, a JSON object a line with the whole file before and after."""

import json
import mmap
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any

from index.storage.durable_storage import sync
from index.storage.files import ALIASES_LOG

UNDO = "undo"

Entry = Mapping[str, Any]


def note(location: Path, change: Entry, before: str, after: str) -> None:
    """Append a change; what is given of it stands between its time and the file."""
    entry = {"time": datetime.now(UTC).isoformat(timespec="seconds"), **change, "before": before, "after": after}
    path = location / ALIASES_LOG
    with path.open("a", encoding="utf-8") as log:
        log.write(json.dumps(entry, ensure_ascii=False) + "\n")
    sync(path)


def representatives(location: Path) -> Entry | None:
    """The last change that was not taken back. Read from the end: the log grows with each change and its file."""
    taken_back = 0
    for entry in _backwards(location / ALIASES_LOG):
        if entry.get("action") == UNDO:
            taken_back += 1
        elif taken_back:
            taken_back -= 1
        else:
            return entry
    return None


def mark(entry: Entry) -> str:
    """What tells an entry from every other one."""
    return blake2b(f"{entry['time']}\n{entry['after']}".encode(errors="replace"), digest_size=8).hexdigest()


def _backwards(path: Path) -> Iterator[dict[str, Any]]:
    if not path.exists() or not path.stat().st_size:
        return
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as log:
        end = len(log)
        while end > 0:
            begun = log.rfind(b"\n", 0, end - 1) + 1
            with suppress(ValueError):  # a line that was cut off when the machine stopped
                yield json.loads(log[begun:end])
            end = begun
