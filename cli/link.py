"""The command `link`: what speaks of all articles of a cluster together."""

from pathlib import Path

import click

from cli.command import Command
from cli.options import INDEX
from cli.printable import printable


@click.command(cls=Command)
@INDEX
def link(location: Path | str) -> None:
    """Bring near-duplicates, inferred dates, settled names and counts of words up to date, on a cluster.

    `index` does it at its end, unless so much is new that it would take long. In a folder it is always done.
    """
    from cli.progress import progress as shown_progress

    if isinstance(location, Path):
        click.echo("An index in a folder is always linked: there is nothing to do.")
        return
    from cluster.opening import loader

    with shown_progress() as progress:
        done = loader().link_all(location, progress)
    click.echo(
        f"Linked {printable(location)}: {done.regrouped:,} articles have other near-duplicates, {done.redated:,} have "
        f"another date. {progress.seconds:.1f} s."
    )
