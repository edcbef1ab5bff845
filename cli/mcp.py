"""The command `mcp`: let an assistant read the archive, by the Model Context Protocol over stdio."""

from importlib.util import find_spec
from pathlib import Path

import click

from cli.command import Command
from cli.options import BASE_URL, INDEX, engine_at, user_files
from corpus.errors import DatelineError


@click.command(cls=Command)
@click.option(
    "--base-url", type=BASE_URL, default="", metavar="URL", help="Where the page is served: citations lead there."
)
@click.option(
    "--search-seconds",
    "seconds",
    default=5.0,
    show_default=True,
    type=click.FloatRange(0.1),
    help="Stop a search that takes longer.",
)
@user_files
@INDEX
def mcp(location: Path | str, base_url: str, seconds: float) -> None:
    """Serve the archive to an assistant, read-only (needs the extra: pip install "dateline[mcp]")."""
    if find_spec("mcp") is None:
        raise DatelineError('the package mcp is missing; install it with: pip install "dateline[mcp]"')
    from web.assistant.server import server
    from web.assistant.tools import Tools

    server(Tools(engine_at(location, seconds), base_url)).run()
