"""How far a run is: a bar on a terminal; elsewhere a line now and then, as a log wants it."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn

from index.ingest.summary import Summary

_LINE_EVERY = 10.0
"""Seconds between two lines."""
_BEHIND = "  writing the index"


class Shown:
    """The progress of a run. `seconds` since it began."""

    def __init__(self, bar: Progress) -> None:
        self._bar = bar
        self._task = bar.add_task("looking at the files", total=None)
        self._started = self._line = time.monotonic()

    @property
    def seconds(self) -> float:
        """Seconds since the run began."""
        return time.monotonic() - self._started

    def __call__(self, done: int, size: int, summary: Summary) -> None:
        """Show how many bytes of files are read, and what became of their articles."""
        rate = summary.read / max(self.seconds, 0.001)
        refused = f", {len(summary.refusals):,} refused" if summary.refusals else ""
        told = f"{summary.read:,} articles{refused}, {rate:,.0f}/s"
        told += _BEHIND if done >= size else ""
        self._bar.update(self._task, completed=done, total=max(size, 1), description=told)
        if self._bar.disable and time.monotonic() - self._line > _LINE_EVERY:
            self._line = time.monotonic()
            click.echo(f"{told}, {self._left(done, size)}", err=True)

    def _left(self, done: int, size: int) -> str:
        left = round(self.seconds * (size - done) / max(done, 1))
        return f"{done / max(size, 1):.0%} read, {left // 60}:{left % 60:02d} left"


@contextmanager
def progress() -> Iterator[Shown]:
    """A progress bar on the terminal, taken away when the run is over."""
    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=None),
        TaskProgressColumn(),
        TimeRemainingColumn(compact=True),
    )
    bar = Progress(*columns, console=console, transient=True, expand=True, disable=not sys.stderr.isatty())
    with bar:
        yield Shown(bar)
