"""The command `annotate`: print what is derived from each article."""

import json
import sys
from pathlib import Path

import click

from cli import terminal
from cli.command import Command
from cli.exit_codes import NOTHING_DONE, SOME_REFUSED
from cli.options import FIELDS, LANGUAGE, PATHS, SECONDS
from corpus.document import Document
from corpus.refusal import Refusal
from index.ingest.annotating import annotated
from index.ingest.classifier_store import classifier_of
from index.ingest.run_settings import ReadSettings
from web.api.values import JsonObject, document


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
@FIELDS
@SECONDS
def annotate(
    paths: tuple[Path, ...],
    language: str,
    location: Path | None,
    fields: dict[str, str] | None,
    article_seconds: float | None,
) -> None:
    """Print what the indexer derives from each article: one JSON object a line, in the order of the input."""
    settings = ReadSettings.of(seconds=article_seconds, fields=fields)
    classifier = None if location is None else classifier_of(location)
    refused = printed = 0
    for item in annotated(paths, language, classifier, settings):
        if isinstance(item, Document):
            click.echo(terminal.escaped(json.dumps(annotation(item), ensure_ascii=False)))
            printed += 1
        else:
            terminal.print_told(item)
            refused += isinstance(item, Refusal)
    if refused or not printed:
        sys.exit(SOME_REFUSED if printed else NOTHING_DONE)


def annotation(derived: Document) -> JsonObject:
    """One article's line. Offsets count characters of its `text`; `removed` are the lines that were taken away."""
    return {**document(derived), "removed": derived.article.removed}
