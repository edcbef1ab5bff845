"""The command `serve`: serve the page and the endpoint."""

from pathlib import Path

import click

from cli.command import Command
from cli.options import INDEX, ORIGIN, TEXT
from cli.printable import printable
from corpus.sample import EXAMPLES, SAMPLE


@click.command(cls=Command)
@click.option("--host", type=TEXT, default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Port to listen on.")
@click.option("--edit", is_flag=True, help="Let the page merge, rename and hide entities (writes aliases.toml).")
@click.option("--cors", "origin", type=ORIGIN, metavar="ORIGIN", help="Let pages of ORIGIN read the JSON endpoint.")
@click.option(
    "--search-seconds",
    "seconds",
    default=5.0,
    show_default=True,
    type=click.FloatRange(0.1),
    help="Stop a search that takes longer; it is answered with 503.",
)
@INDEX
def serve(host: str, port: int, location: Path, *, edit: bool, origin: str | None, seconds: float) -> None:
    """Serve the page and the JSON endpoint; builds the index of the sample corpus first where there is none."""
    from index.ingest.pipeline import refresh
    from index.storage.location import describe, exists
    from search.searcher import Searcher
    from web import server
    from web.views.edit import Editing

    if not exists(location):
        click.echo(f"There is no index at {printable(str(location))}: building that of the sample corpus.")
        refresh(location, [SAMPLE])
    searcher = Searcher(location, seconds=seconds)
    examples = EXAMPLES if describe(location).roots == (str(SAMPLE.resolve()),) else ()
    server.serve(
        searcher,
        host,
        port,
        examples=examples,
        editing=Editing(location, host) if edit else None,
        origin=origin,
        announce=lambda address: click.echo(f"{searcher.count():,} articles on {address} (Ctrl-C stops)"),
    )
