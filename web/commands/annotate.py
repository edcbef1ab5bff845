"""The command `annotate`: print what is derived from each article."""

import json
import sys
from pathlib import Path

import click

from corpus.reading import Refusal
from index.dating.testimony import witnesses_of
from web.commands import terminal
from web.commands.annotations import annotated, annotation
from web.commands.command import Command
from web.commands.indexing import NOTHING_DONE, SOME_REFUSED, say_refused
from web.commands.options import LANGUAGE, PATHS


@click.command(cls=Command)
@click.argument("paths", nargs=-1, required=True, type=PATHS)
@click.option(
    "--language", type=LANGUAGE, metavar="CODE", default="en", show_default=True, help="Of articles that state none."
)
@click.option(
    "--index",
    "location",
    type=click.Path(path_type=Path),
    help="An index whose dated articles help to tell the years of undated ones.",
)
def annotate(paths: tuple[Path, ...], language: str, location: Path | None) -> None:
    """Print what the indexer derives from each article: one JSON object a line, in the order of the input."""
    refused = printed = 0
    for article in annotated(paths, language, None if location is None else witnesses_of(location)):
        if isinstance(article, Refusal):
            say_refused(article)
            refused += 1
        else:
            click.echo(terminal.escaped(json.dumps(annotation(article), ensure_ascii=False)))
            printed += 1
    if refused or not printed:
        sys.exit(SOME_REFUSED if printed else NOTHING_DONE)
