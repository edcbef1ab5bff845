"""Change a file that is the user's: one change at a time, logged before it is written, and taken back by its log."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import DatelineError
from index.corrections.correction_log import UNDO, LogEntry, append, digest, newest, standing
from index.storage.durable_storage import write_durably
from index.storage.lock import held
from index.storage.os_errors import obstacle

_WAIT = 10.0


class CannotChange(DatelineError):  # noqa: N818 - it reads as a sentence where it is raised
    """A change that cannot be made, or be taken back."""


class BadFile(DatelineError):  # noqa: N818
    """A file that cannot be read at all."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file with its log and its lock; `change` is what a change of it is called."""

    path: Path
    log: Path
    lock: Path
    change: str

    def text(self) -> str:
        """What it says, with the line ends that it has; nothing where there is none. Raises `BadFile`."""
        try:
            return self.path.read_bytes().decode()
        except FileNotFoundError:
            return ""
        except (OSError, ValueError) as fault:
            raise BadFile(f"{self.path} cannot be read ({fault}); mend it or move it away") from fault

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Hold the lock of the file. Raises `CannotChange` for what the machine refuses."""
        try:
            with held(self.lock, _WAIT):
                yield
        except OSError as fault:
            reason = obstacle(fault, self.path) or f"{self.path} cannot be written ({fault})"
            raise CannotChange(f"nothing was changed: {reason}") from fault

    def write(self, entry: LogEntry, text: str) -> None:
        """Log a change, and make it. The caller holds the lock."""
        append(self.log, entry)
        try:
            write_durably(self.path, text.encode())
        except OSError:
            if self.text() != text:  # else it was made, and only the disk did not say that it will last
                raise

    def last(self) -> LogEntry | None:
        """The change that `undo` would take back; None where there is none, or the file was changed by hand since."""
        text = self.text()
        last = standing(self.log, text)
        return last if last and last.made(text) else None

    def changed_otherwise(self) -> str | None:
        """When it was last written here, where it is not as it was written; else None. Raises `BadFile`, `OSError`."""
        last = newest(self.log)
        return None if last is None or digest(self.text()) in (last.before, last.after) else last.time

    def undo(self, expected: str | None, told: Callable[[LogEntry], str]) -> LogEntry:
        """Take the last change back, and after it the one before; `expected` is the mark of the one that is meant.

        Raises `CannotChange` where that is not possible; `told` says what a change was.
        """
        with self.changing():
            text = self.text()
            last = standing(self.log, text)
            if last is None:
                raise CannotChange(f"there is no {self.change} to take back")
            if not last.made(text):
                raise CannotChange(f"{self.path} was changed by hand since; take the change back there")
            if expected not in (None, last.mark):
                raise CannotChange(f"another {self.change} was made meanwhile: {told(last)}; look at it anew")
            before = last.reverted(text)
            self.write(LogEntry.of(UNDO, (), "", (text, before)), before)
            return last
