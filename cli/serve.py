"""The command `serve`: serve the page and the endpoint."""

import logging
import os
import sys
from pathlib import Path
from typing import Any

import click

from cli.command import Command
from cli.options import BASE_URL, INDEX, ORIGIN, TEXT, engine_at, user_files
from cli.printable import printable
from corpus.errors import DatelineError
from corpus.sample import EXAMPLES, SAMPLE

_LOGS = {"errors": logging.WARNING, "requests": logging.INFO, "queries": logging.INFO}
_FILE = click.Path(path_type=Path, readable=False)


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
@click.option(
    "--base-url", type=BASE_URL, default="", metavar="URL", help="The address that people use, behind a proxy."
)
@click.option("--allow-host", "names", multiple=True, type=TEXT, metavar="NAME", help="Answer under this name, too.")
@click.option(
    "--trusted-proxy", "trusted", multiple=True, type=TEXT, metavar="ADDRESS", help="Believe its X-Forwarded-For."
)
@click.option("--password-file", type=_FILE, help="Ask for the password in this file (or DATELINE_PASSWORD).")
@click.option("--edit-password-file", type=_FILE, help="Ask for it to edit (or DATELINE_EDIT_PASSWORD).")
@click.option("--rate", default=0.0, type=click.FloatRange(0), help="Requests a second of one client. [default: any]")
@click.option(
    "--workers",
    default=1,
    show_default=True,
    type=click.IntRange(1, 64),
    help="Processes that serve: as many as there are processors, where many ask at once.",
)
@click.option(
    "--log", "logged", type=click.Choice([*_LOGS]), default="errors", show_default=True, help="What is logged."
)
@user_files
@INDEX
def serve(
    host: str,
    port: int,
    location: Path | str,
    *,
    edit: bool,
    origin: str | None,
    seconds: float,
    workers: int,
    **shown: Any,
) -> None:
    """Serve the page and the JSON endpoint; builds the index of the sample corpus first where there is none."""
    from web import server

    exposure = _exposure(**shown)
    if edit and not isinstance(location, Path):
        raise DatelineError("names on a cluster are put right in the file that --aliases names; leave --edit out")
    examples = _examples(location) if isinstance(location, Path) else ()
    searcher = engine_at(location, seconds)
    if warning := exposure.warning(host):
        click.echo(f"note: {printable(warning)}", err=True)
    server.serve(
        searcher,
        host,
        port,
        examples=examples,
        editing=exposure.editing(location, host) if edit and isinstance(location, Path) else None,
        origin=origin,
        exposure=exposure,
        workers=workers,
        announce=lambda address: click.echo(f"{searcher.count():,} articles on {address} (Ctrl-C stops)"),
    )


def _examples(location: Path) -> tuple[str, ...]:
    """Searches to offer, where it is the sample corpus; its index is built where there is none."""
    from index.ingest.pipeline import refresh
    from index.storage.location import describe, exists

    if not exists(location):
        click.echo(f"There is no index at {printable(str(location))}: building that of the sample corpus.")
        refresh(location, [SAMPLE])
    return EXAMPLES if describe(location).roots == (str(SAMPLE.resolve()),) else ()


def _exposure(
    *,
    base_url: str,
    names: tuple[str, ...],
    trusted: tuple[str, ...],
    password_file: Path | None,
    edit_password_file: Path | None,
    rate: float,
    logged: str,
) -> Any:
    """To whom the server shows itself; its log goes to the standard error from now on."""
    from web.http.access_log import FORM, named
    from web.server import Exposure

    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(named)
    logging.basicConfig(handlers=[handler], level=logging.WARNING, format=FORM)
    logging.getLogger("dateline").setLevel(_LOGS[logged])
    return Exposure(
        base_url,
        frozenset(name.lower() for name in names),
        frozenset(trusted),
        _password(password_file, "DATELINE_PASSWORD"),
        _password(edit_password_file, "DATELINE_EDIT_PASSWORD"),
        rate,
        logged == "queries",
    )


def _password(path: Path | None, variable: str) -> str:
    """The first line of a file, else what the environment holds; empty where neither is given."""
    if path is None:
        return os.environ.get(variable, "")
    try:
        password = path.read_text(encoding="utf-8").partition("\n")[0].strip()
    except (OSError, ValueError) as fault:
        raise DatelineError(f"the password cannot be read from {path} ({fault}); name a file that holds it") from fault
    if not password:
        raise DatelineError(f"the first line of {path} is empty; write the password there")
    return password
