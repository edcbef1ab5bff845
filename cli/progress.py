"""Show how far a run is: the step and a bar on a terminal; elsewhere a line now and then, as a log wants it."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from index.ingest.summary import Summary
from index.writing.steps import Step

if TYPE_CHECKING:
    from rich.progress import Progress

_LINE_EVERY = 10.0
"""Seconds between two lines."""


class Shown:
    """The progress of a run: a line now and then. `seconds` since it began."""

    def __init__(self) -> None:
        self._started = self._line = self._began = time.monotonic()
        self._step: Step | None = None

    @property
    def seconds(self) -> float:
        """Seconds since the run began."""
        return time.monotonic() - self._started

    def __call__(self, step: Step, done: int, size: int, summary: Summary) -> None:
        """Show the step, how far it is, and where articles are read what became of them."""
        if step is not self._step:
            self._step, self._began = step, time.monotonic()
            self._begin(step)
        told = self._of_articles(summary) if step is Step.ARTICLES else str(step)
        self._show(told, done, size)

    def _begin(self, step: Step) -> None:
        """A step begins."""

    def _show(self, told: str, done: int, size: int) -> None:
        """What is told of the step, of which so much is done."""
        if time.monotonic() - self._line > _LINE_EVERY:
            self._line = time.monotonic()
            click.echo(f"{told}{self._left(done, size)}", err=True)

    def _of_articles(self, summary: Summary) -> str:
        if not summary.read:
            return "getting the first articles ready"
        rate = summary.read / max(time.monotonic() - self._began, 0.001)
        refused = f", {len(summary.refusals):,} refused" if summary.refusals else ""
        return f"{summary.read:,} articles{refused}, {rate:,.0f}/s"

    def _left(self, done: int, size: int) -> str:
        """How far the step is, and how long it will take at this pace."""
        if not done:
            return ""
        left = round((time.monotonic() - self._began) * (size - done) / done)
        return f", {done / size:.0%}, {left // 60}:{left % 60:02d} left"


class _Bar(Shown):
    """The progress of a run as a bar."""

    def __init__(self, bar: "Progress") -> None:
        super().__init__()
        self._bar = bar
        self._task = bar.add_task("looking at the files", total=None)

    def _begin(self, step: Step) -> None:
        self._bar.remove_task(self._task)  # its total could not be taken back
        self._task = self._bar.add_task(step, total=None)

    def _show(self, told: str, done: int, size: int) -> None:
        # Where nothing says how far a step is, the bar goes to and fro.
        self._bar.update(self._task, completed=done, total=size if done else None, description=told)


@contextmanager
def progress() -> Iterator[Shown]:
    """A progress bar on the terminal, taken away when the run is over."""
    if not sys.stderr.isatty():
        yield Shown()
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=None),
        TaskProgressColumn(),
        TimeRemainingColumn(compact=True),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True, expand=True) as bar:
        yield _Bar(bar)
