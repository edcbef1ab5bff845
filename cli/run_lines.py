"""What a run says of itself: its last line, what it refused, and what to know of its language."""

import time
from pathlib import Path

import click

from cli.printable import printable
from corpus.refusal import Refusal
from corpus.remark import Remark
from index.analysis.analyzer import LANGUAGES
from index.ingest.summary import Summary


def summary_line(summary: Summary, seconds: float, location: Path | str) -> str:
    """What a run did, in one line whose numbers add up."""
    removed = f" {summary.removed:,} gone from the folders and removed." if summary.removed else ""
    dated = f" {summary.redated:,} undated ones were dated by what the dated ones tell." if summary.redated else ""
    return (
        f"Read {summary.read:,} articles: {summary.indexed:,} indexed, {summary.unchanged:,} unchanged, "
        f"{len(summary.refusals):,} refused.{removed}{dated} {seconds:.1f} s. The index is {printable(str(location))}."
    )


def print_told(told: Refusal | Remark) -> None:
    """One line on the standard error for a refusal or a remark."""
    line = f"{told.where}: {told.text}" if isinstance(told, Remark) else f"refused: {told.where}: {told.reason}"
    click.echo(printable(line), err=True)


def clock() -> str:
    """The time of day, before a line of a run that goes on."""
    return time.strftime("%H:%M:%S")


def stemming_note(language: str) -> str | None:
    """What to know of a language that is not stemmed; None for one that is."""
    if language in LANGUAGES:
        return None
    return (
        f"note: words of the language {language} are not stemmed, so each form is found by itself; "
        f"{', '.join(LANGUAGES)} are."
    )
