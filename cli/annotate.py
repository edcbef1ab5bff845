"""The command `annotate`: print what is derived from each article."""

import json
import sys
from pathlib import Path

import click

from cli import terminal
from cli.annotations import annotated, annotation
from cli.command import Command
from cli.indexing import NOTHING_DONE, SOME_REFUSED, say_refused
from cli.options import LANGUAGE, PATHS
from corpus.refusal import Refusal
from corpus.remark import Remark
from index.ingest.classifier_store import classifier_of


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
    for article in annotated(paths, language, None if location is None else classifier_of(location)):
        if isinstance(article, Refusal):
            say_refused(article)
            refused += 1
        elif isinstance(article, Remark):
            click.echo(terminal.printable(f"{article.where}: {article.text}"), err=True)
        else:
            click.echo(terminal.escaped(json.dumps(annotation(article), ensure_ascii=False)))
            printed += 1
    if refused or not printed:
        sys.exit(SOME_REFUSED if printed else NOTHING_DONE)
