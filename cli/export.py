"""The command `export`: print everything that matches, or the names in it that stand together."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from cli.command import Command
from cli.options import INDEX, TEXT, engine_at, filters, request_of, user_files
from cli.printable import escaped

_FORMS = ["jsonl", "csv", "bib", "ris", "graphml", "gexf"]


@click.command(cls=Command)
@click.argument("query", default="", type=TEXT)
@filters
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMS),
    default="jsonl",
    help="Articles (jsonl, csv), citations (bib, ris) or a graph of names (graphml, gexf). [default: jsonl]",
)
@user_files
@INDEX
def export(query: str, location: Path | str, form: str, **options: Any) -> None:
    """Print everything that matches, an article a line; or as citations, or as a graph of its names.

    What is to be said of the query, as that an operator was read as a word, goes to standard error.
    """
    from web.api import networks
    from web.links.selection import name_of

    searcher, request = engine_at(location), request_of(query, options)
    if query:
        for notice in searcher.search(replace(request, per_page=1)).notices:
            click.echo(notice, err=True)
    if form in ("graphml", "gexf"):
        written = networks.graphml if form == "graphml" else networks.gexf
        click.echo(written(searcher.cooccurrence(request), name_of(request)), nl=False)
        return
    for line in _lines(form, searcher.matches(request)):
        click.echo(line, nl=False)


def _lines(form: str, documents: Iterator[Any]) -> Iterator[str]:
    from web.api.exports import bibtex_entries, csv_lines, jsonl_lines, ris_records

    match form:
        case "csv":
            return csv_lines(documents)
        case "bib":
            return bibtex_entries(documents, lambda _: "")
        case "ris":
            return ris_records(documents, lambda _: "")
        case _:
            return map(escaped, jsonl_lines(documents))
