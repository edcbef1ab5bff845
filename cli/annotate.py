"""The command `annotate`: print what is derived from each article."""

import sys
from pathlib import Path

import click

from cli.command import Command
from cli.options import FIELDS, LANGUAGE, SECONDS
from cli.paths import PATHS


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
    from cli.annotation import print_annotated
    from index.ingest.run_settings import ReadSettings

    settings = ReadSettings.of(seconds=article_seconds, fields=fields)
    if code := print_annotated(paths, language, location, settings):
        sys.exit(code)
