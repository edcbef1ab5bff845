"""The command `search`: search, on the terminal."""

import json
from pathlib import Path
from typing import Any

import click

from cli.command import Command
from cli.options import INDEX, TEXT, engine_at, filters, request_of, user_files
from cli.printable import escaped


@click.command(cls=Command)
@click.argument("query", default="", type=TEXT)
@filters
@click.option("--page", default=1, show_default=True, help="Which page of the results.")
@click.option("--per-page", default=10, show_default=True, help="Articles on a page, 1 to 100.")
@click.option("--json", "as_json", is_flag=True, help="Print what the endpoint returns.")
@user_files
@INDEX
def search(query: str, location: Path | str, *, as_json: bool, **options: Any) -> None:
    """Search, and print the results with their facets.

    QUERY is written as on the page: coalition "special forces" -Turkey year:2014..2019 (docs/query-language.md).
    Without it, every article.
    """
    request = request_of(query, options)  # what is wrong with it is said before an index is opened
    result = engine_at(location).search(request)
    if as_json:
        from web.api.contract import Contract
        from web.links.addresses import Addresses

        click.echo(escaped(json.dumps(Contract(Addresses("")).search(result), ensure_ascii=False, indent=1)))
    else:
        from cli.terminal import print_result

        print_result(result)
