"""Run `dateline index` once, or after each change of the folders, and print what became of the articles."""

import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import click

from cli.destinations import Destination
from cli.exit_codes import ALL_IN, NOTHING_DONE, SOME_REFUSED
from cli.printable import printable
from cli.progress import progress as shown_progress
from cli.run_lines import clock, print_told, summary_line
from corpus.errors import DatelineError, NothingToRead
from corpus.refusal import Refusal
from corpus.remark import Remark
from index.ingest.pipeline import Settings
from index.ingest.report import check_report, write_report
from index.ingest.summary import Summary, silent
from index.storage.os_errors import obstacle

_LISTED = 10
"""Refusals, and remarks, that a terminal lists; there may be thousands."""
_RETRY = 30.0
"""Seconds after which a run is tried again that could not be done: a disk that was full may have room."""


@dataclass(slots=True)
class Indexing:
    """Runs over the folders of an index; what they tell is printed, and written to a `report`."""

    destination: Destination
    report: Path | None
    _told: set[Refusal | Remark] = field(default_factory=set)
    _said: str = ""

    def check(self, paths: Sequence[Path], *, rebuild: bool) -> None:
        """Raise `DatelineError` where the report cannot be written."""
        if self.report:
            anew = rebuild and paths  # an index that cannot be read is replaced, and its roots are read no more
            roots = () if anew else self.destination.roots()
            check_report(self.report, [*paths, *map(Path, roots)])

    def once(self, paths: Sequence[Path], *, rebuild: bool, forget: Sequence[Path], settings: Settings) -> int:
        """One run with its summary. Gives the exit code."""
        with shown_progress() as progress:
            summary = self.destination.refresh(
                paths, rebuild=rebuild, forget=forget, settings=settings, progress=progress
            )
        self._tell(summary)
        click.echo(summary_line(summary, progress.seconds, self.destination.location))
        for each in self.destination.notes():
            click.echo(printable(each), err=True)
        if not summary.refusals:
            return ALL_IN
        return SOME_REFUSED if summary.indexed or summary.unchanged or summary.removed else NOTHING_DONE

    def follow(self) -> None:
        """A run after each change of the folders, until Ctrl-C; each that did something prints a line."""
        _say("Watching the folders (Ctrl-C stops).")
        stop = Event()

        def interrupted(*_: object) -> None:
            stop.set()  # an exception alone may be lost where it is raised
            raise KeyboardInterrupt

        before = signal.signal(signal.SIGINT, interrupted)
        try:
            for _ in self.destination.changes(stop):
                while not self._step() and not stop.wait(_RETRY):
                    pass
                if stop.is_set():
                    break
        except KeyboardInterrupt:
            pass
        finally:
            signal.signal(signal.SIGINT, before)
        _say("Stopped.")

    def _step(self) -> bool:
        """One run that prints what it did, if it did anything; whether it could be done."""
        begun = time.monotonic()
        try:
            summary = self.destination.refresh((), rebuild=False, forget=(), settings=Settings(), progress=silent)
            told = self._tell(summary, or_lose_it=True)
        except (DatelineError, OSError, MemoryError) as fault:
            # A folder that is empty for a moment, another writer, a full disk: it may go on later.
            reason = (
                obstacle(fault, f"the index at {self.destination.location}") if isinstance(fault, OSError) else None
            )
            self._say_once(f"nothing done: {reason or str(fault) or 'out of memory'}")
            return isinstance(fault, NothingToRead)
        self._said = ""
        if told or summary.indexed or summary.removed or summary.redated:
            took = time.monotonic() - begun
            _say(f"{clock()} {summary_line(summary, took, self.destination.location)}")
        return True

    def _say_once(self, reason: str) -> None:
        """Why a run could not be done, unless it was said of the one before."""
        if reason != self._said:
            self._said = reason
            _say(printable(f"{clock()} {reason}"), err=True)

    def _tell(self, summary: Summary, *, or_lose_it: bool = False) -> int:
        """Print the refusals and remarks that were not printed before, and write all of them to the report."""
        before, self._told = self._told, {*summary.refusals, *summary.remarks}
        new = [each for each in summary.refusals if each not in before]
        with _what_is_said_may_be_lost() if or_lose_it else nullcontext():
            self._list(new, "refused")
            self._list([each for each in summary.remarks if each not in before], "remarks")
        if self.report:
            write_report(self.report, [*summary.refusals, *summary.remarks])
        return len(new)

    def _list(self, new: Sequence[Refusal | Remark], what: str) -> None:
        shown = new[:_LISTED] if sys.stderr.isatty() else new
        for each in shown:
            print_told(each)
        if left := len(new) - len(shown):
            where = f"see {self.report}" if self.report else "--report FILE.jsonl writes all of them"
            click.echo(printable(f"… and {left:,} more {what}: {where}"), err=True)


@contextmanager
def _what_is_said_may_be_lost() -> Iterator[None]:
    """Go on where a log, or the report, stands on a disk that is full for now: the index is what matters."""
    try:
        yield
    except BrokenPipeError:
        raise  # nobody reads any more
    except OSError:
        pass


def _say(line: str, *, err: bool = False) -> None:
    with _what_is_said_may_be_lost():
        click.echo(line, err=err)
