"""Log the changes of a file in another (`aliases.log`, `notes.log`), a JSON object a line: when, what and where.

An entry is written before the file is: where the machine stops between the two, the change was not made, and the entry
does not count. A line that was cut off is passed over.
"""

import json
import mmap
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any

from index.storage.durable_storage import sync

UNDO = "undo"


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A change of the file: at `offset`, in characters, `old` became `new`; `before` and `after` are digests of it."""

    time: str
    action: str
    names: tuple[str, ...]
    to: str
    offset: int
    old: str
    new: str
    before: str
    after: str

    @classmethod
    def of(cls, action: str, names: tuple[str, ...], to: str, texts: tuple[str, str]) -> "LogEntry":
        """The entry of a change that is made now, from the texts of the file before and after it."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        return cls(now, action, names, to, *_difference(*texts), *map(digest, texts))

    @property
    def mark(self) -> str:
        """What tells the entry from every other one."""
        return digest(f"{self.time}\n{self.after}")

    def made(self, text: str) -> bool:
        """Whether this is the text of the file after the change."""
        return digest(text) == self.after

    def reverted(self, text: str) -> str:
        """The text of the file before the change, from the one after it."""
        return text[: self.offset] + self.old + text[self.offset + len(self.new) :]


def append(path: Path, entry: LogEntry) -> None:
    """Add an entry to a log."""
    with path.open("a+b") as log:
        line = json.dumps(asdict(entry), ensure_ascii=False).encode() + b"\n"
        log.write(line if _ends_whole(log.fileno()) else b"\n" + line)
    sync(path)


def standing(path: Path, text: str) -> LogEntry | None:
    """The last change that was made and not taken back, where the file has this text; None where there is none."""
    taken_back, current = 0, digest(text)
    for entry in _backwards(path):
        if entry.after != current and entry.before == current:
            continue  # it was logged, and not made
        current = entry.before
        if entry.action == UNDO:
            taken_back += 1
        elif taken_back:
            taken_back -= 1
        else:
            return entry
    return None


def newest(path: Path) -> LogEntry | None:
    """The last change that was logged, made or not; None where there is none."""
    return next(_backwards(path), None)


def digest(text: str) -> str:
    """What tells a text from any other one."""
    return blake2b(text.encode(errors="replace"), digest_size=8).hexdigest()


def _difference(before: str, after: str) -> tuple[int, str, str]:
    """Where two texts differ: the offset, what stands there in the one and in the other."""
    start = _shared(before, after)
    most = min(len(before), len(after)) - start
    end = _shared(before[::-1][:most], after[::-1][:most])
    return start, before[start : len(before) - end], after[start : len(after) - end]


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((count for count, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _ends_whole(file: int) -> bool:
    """Whether the last line of a file is whole."""
    size = os.fstat(file).st_size
    return size == 0 or os.pread(file, 1, size - 1) == b"\n"


def _backwards(path: Path) -> Iterator[LogEntry]:
    """The entries, the last one first; the log is read no further than it is asked for."""
    if not path.exists() or not path.stat().st_size:
        return
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as log:
        end = len(log)
        while end > 0:
            begun = log.rfind(b"\n", 0, end - 1) + 1
            with suppress(ValueError, LookupError, TypeError):  # a line that was cut off when the machine stopped
                yield _entry(json.loads(log[begun:end]))
            end = begun


def _entry(stored: dict[str, Any]) -> LogEntry:
    action, names, to = str(stored["action"]), tuple(map(str, stored.get("names", ()))), str(stored.get("to", ""))
    if "offset" in stored:
        piece = int(stored["offset"]), str(stored["old"]), str(stored["new"])
        return LogEntry(str(stored["time"]), action, names, to, *piece, str(stored["before"]), str(stored["after"]))
    before, after = str(stored["before"]), str(stored["after"])  # earlier versions logged the whole file twice
    return LogEntry(str(stored["time"]), action, names, to, *_difference(before, after), digest(before), digest(after))
