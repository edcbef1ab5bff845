"""The command `backup`: copy the index."""

from pathlib import Path

import click

from cli.command import Command
from cli.options import INDEX
from cli.paths import PATHS
from cli.printable import printable
from corpus.errors import DatelineError


@click.command(cls=Command)
@click.argument("destination", type=PATHS)
@INDEX
def backup(destination: Path, location: Path | str) -> None:
    """Copy the index into a new folder, whatever goes on meanwhile; from a backup, restore it the same way."""
    from index.storage import backup as storage

    if isinstance(location, str):
        raise DatelineError(
            f"{location} is on a cluster, which copies its indices itself: register a repository and take a snapshot "
            "(PUT _snapshot/REPOSITORY/NAME, docs/scaling.md), or write the articles to a file: "
            f"dateline export --index {location} >articles.jsonl"
        )
    size = storage.backup(location, destination)
    click.echo(f"Copied {printable(str(location))} to {printable(str(destination))}: {size:,} bytes, verified.")
