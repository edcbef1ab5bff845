"""The command `index`: build or refresh an index."""

import sys
from pathlib import Path

import click

from cli.command import Command
from cli.options import FIELDS, INDEX, LANGUAGE, SECONDS, SIZE
from cli.paths import PATHS


@click.command(cls=Command)
@click.argument("paths", nargs=-1, type=PATHS)
@click.option("--rebuild", is_flag=True, help="Read every article anew.")
@click.option(
    "--forget", multiple=True, type=PATHS, help="Remove the articles of a path that the index was built from."
)
@click.option(
    "--language",
    type=LANGUAGE,
    metavar="CODE",
    help="Language of a new index, for stemming: en, de, fr, … [default: en]",
)
@click.option(
    "--max-article",
    "largest",
    type=SIZE,
    metavar="SIZE",
    help="Refuse articles that are larger, such as 20MB; the index keeps it. [default: 20MB]",
)
@SECONDS
@FIELDS
@click.option(
    "--report", type=PATHS, metavar="FILE.jsonl", help="Write what is refused or remarked to a file, one a line."
)
@click.option("--watch", is_flag=True, help="Go on, and index what changes in the folders, until Ctrl-C.")
@INDEX
def index(
    paths: tuple[Path, ...],
    location: Path | str,
    *,
    rebuild: bool,
    forget: tuple[Path, ...],
    language: str | None,
    largest: int | None,
    article_seconds: float | None,
    fields: dict[str, str] | None,
    report: Path | None,
    watch: bool,
) -> None:
    """Build or refresh the index from files and folders: what is new, changed or gone.

    Without PATHS: from those that the index was built from, or the sample corpus. Exit code 0: all articles are in;
    3: some were refused (each is listed with the reason); 1: nothing was done; 2: wrong usage; 10 to 19: what is wrong
    with a cluster (docs/scaling.md).
    """
    from cli.destinations import destination
    from cli.indexing import Indexing
    from cli.run_lines import stemming_note
    from index.ingest.pipeline import Settings

    brought_to = destination(location)
    indexing = Indexing(brought_to, report)
    indexing.check(paths, rebuild=rebuild)
    settings = Settings(language, largest, article_seconds, fields)
    code = indexing.once(paths, rebuild=rebuild, forget=forget, settings=settings)
    if note := stemming_note(brought_to.language()):
        click.echo(note, err=True)
    if watch:
        indexing.follow()
    elif code:
        sys.exit(code)
