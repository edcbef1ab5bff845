"""The command `backup`: copy the index."""

from pathlib import Path

import click

from cli.command import Command
from cli.options import INDEX, PATHS
from cli.printable import printable


@click.command(cls=Command)
@click.argument("destination", type=PATHS)
@INDEX
def backup(destination: Path, location: Path) -> None:
    """Copy the index into a new folder, whatever goes on meanwhile; from a backup, restore it the same way."""
    from index.storage import backup as storage

    size = storage.backup(location, destination)
    click.echo(f"Copied {printable(str(location))} to {printable(str(destination))}: {size:,} bytes, verified.")
