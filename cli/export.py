"""The command `export`: print everything that matches."""

from pathlib import Path
from typing import Any

import click

from cli.command import Command
from cli.options import ALIASES, INDEX, TEXT, engine_at, filters, request_of
from cli.printable import escaped


@click.command(cls=Command)
@click.argument("query", default="", type=TEXT)
@filters
@click.option("--format", "form", type=click.Choice(["jsonl", "csv"]), default="jsonl", help="[default: jsonl]")
@ALIASES
@INDEX
def export(query: str, location: Path | str, form: str, **options: Any) -> None:
    """Print everything that matches, an article a line."""
    from web.api.exports import csv_lines, jsonl_lines

    request = request_of(query, options)
    documents = engine_at(location).matches(request)
    for line in csv_lines(documents) if form == "csv" else map(escaped, jsonl_lines(documents)):
        click.echo(line, nl=False)
