"""The command `index`: a run and what it prints, once or after each change of the folders."""

import signal
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import click

from cli import terminal
from cli.progress import progress as shown_progress
from corpus.errors import DatelineError
from corpus.refusal import Refusal
from index.ingest.pipeline import refresh
from index.ingest.report import check_report, write_report
from index.ingest.summary import Summary
from index.ingest.watching import changes
from index.storage.location import describe, exists

ALL_IN, NOTHING_DONE, SOME_REFUSED = 0, 1, 3
_LISTED = 10
"""Refusals that a terminal lists; there may be thousands."""


@dataclass(slots=True)
class Indexing:
    """Runs over the folders of the index at a location; what they refuse is printed, and written to a `report`."""

    location: Path
    report: Path | None
    _told: set[Refusal] = field(default_factory=set)

    def check(self, paths: Sequence[Path], *, rebuild: bool) -> None:
        """Raise `DatelineError` where the report cannot be written."""
        if self.report:
            anew = rebuild and paths  # an index that cannot be read is replaced, and its roots are read no more
            roots = describe(self.location).roots if exists(self.location) and not anew else ()
            check_report(self.report, [*paths, *map(Path, roots)])

    def once(
        self,
        paths: Sequence[Path] = (),
        *,
        rebuild: bool = False,
        forget: Sequence[Path] = (),
        language: str | None = None,
        largest: int | None = None,
    ) -> int:
        """One run with its summary. Gives the exit code."""
        with shown_progress() as progress:
            summary = refresh(
                self.location,
                paths,
                rebuild=rebuild,
                forget=forget,
                language=language,
                largest=largest,
                progress=progress,
            )
        self._tell(summary)
        click.echo(terminal.summary_line(summary, progress.seconds, self.location))
        if not summary.refusals:
            return ALL_IN
        return SOME_REFUSED if summary.indexed or summary.unchanged or summary.removed else NOTHING_DONE

    def follow(self) -> None:
        """A run after each change of the folders, until Ctrl-C; each that did something prints a line."""
        click.echo("Watching the folders (Ctrl-C stops).")
        stop = Event()

        def interrupted(*_: object) -> None:
            stop.set()  # an exception alone may be lost where it is raised
            raise KeyboardInterrupt

        before = signal.signal(signal.SIGINT, interrupted)
        try:
            for _ in changes(self.location, stop):
                self._step()
                if stop.is_set():
                    break
        except KeyboardInterrupt:
            pass
        finally:
            signal.signal(signal.SIGINT, before)
        click.echo("Stopped.")

    def _step(self) -> None:
        begun = time.monotonic()
        try:
            summary = refresh(self.location)
        except DatelineError as fault:  # a folder that is empty for a moment, another writer: it may go on later
            click.echo(terminal.printable(f"{terminal.clock()} nothing done: {fault}"), err=True)
            return
        if self._tell(summary) or summary.indexed or summary.removed or summary.redated:
            took = time.monotonic() - begun
            click.echo(f"{terminal.clock()} {terminal.summary_line(summary, took, self.location)}")

    def _tell(self, summary: Summary) -> int:
        """Print the refusals that were not printed before, and write all of them to the report."""
        new = [refusal for refusal in summary.refusals if refusal not in self._told]
        self._told = set(summary.refusals)
        shown = new[:_LISTED] if sys.stderr.isatty() else new
        for refusal in shown:
            say_refused(refusal)
        if left := len(new) - len(shown):
            where = f"see {self.report}" if self.report else "--report FILE.jsonl writes all of them"
            click.echo(terminal.printable(f"… and {left:,} more refused: {where}"), err=True)
        if self.report:
            write_report(self.report, summary.refusals)
        return len(new)


def say_refused(refusal: Refusal) -> None:
    """One line for a refusal."""
    click.echo(terminal.printable(f"refused: {refusal.where}: {refusal.reason}"), err=True)
