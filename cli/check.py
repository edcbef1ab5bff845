"""The command `check`: whether the index is sound."""

from pathlib import Path

import click

from cli.command import Command
from cli.options import INDEX
from cli.printable import printable
from corpus.errors import DatelineError


@click.command(cls=Command)
@INDEX
def check(location: Path | str) -> None:
    """Verify the index end to end, and say whether it is sound. Exit code 0: it is; 1: it is not."""
    if isinstance(location, str):
        _check_on_cluster(location)
        return
    from index.corrections.corrections import changed_otherwise
    from index.snapshots.integrity import damaged_notes, faults
    from index.snapshots.snapshot import Snapshot
    from search.searcher import Searcher

    found, beside = (
        list(faults(location)),
        [f"{path.name} is not as it was written" for path in damaged_notes(location)],
    )
    for fault in (*found, *beside):
        click.echo(f"unsound: {printable(fault)}", err=True)
    if found:
        raise DatelineError(f"the index at {location} is damaged; build it anew: dateline index --rebuild PATH")
    if beside:
        raise DatelineError(f"notes beside the index at {location} are damaged; have them made anew: dateline index")
    notes = list(Searcher(location).faults)
    if since := changed_otherwise(location):
        notes.append(
            f"aliases.toml was changed by other means since the page wrote it at {since}; look that you did it"
        )
    click.echo("".join(f"note: {printable(each)}\n" for each in notes), nl=False, err=True)
    click.echo(f"The index at {printable(str(location))} is sound: {_counted(Snapshot(location).count)}.")


def _check_on_cluster(location: str) -> None:
    from cluster.opening import loader

    articles, faults, notes = loader().check(location)
    for fault in faults:
        click.echo(f"unsound: {printable(fault)}", err=True)
    for note in notes:
        click.echo(f"note: {printable(note)}", err=True)
    if faults:
        raise DatelineError(
            f"the index at {location} is damaged; restore a snapshot of the cluster, or build it anew: "
            f"dateline index --index {location} --rebuild PATH"
        )
    click.echo(f"The index at {printable(location)} is sound: {_counted(articles)}.")


def _counted(articles: int) -> str:
    return f"{articles:,} article{'' if articles == 1 else 's'}"
