"""The command `concordance`: print each match of a query as a line, in its context."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cli.command import Command
from cli.options import INDEX, TEXT, engine_at, filters, request_of, user_files
from cli.printable import printable

if TYPE_CHECKING:
    from search.types.concordance import TellingWords

_ORDERS = ["result", "left", "right", "match", "date", "source"]


@click.command(cls=Command)
@click.argument("query", type=TEXT)
@filters
@click.option(
    "--by",
    type=click.Choice(_ORDERS),
    default="result",
    help="Sort by the words beside, by date or source. [default: result]",
)
@click.option("--lines", "per_page", default=25, show_default=True, help="Lines on a page, 1 to 100.")
@click.option("--page", default=1, show_default=True, help="Which page.")
@click.option("--width", type=click.IntRange(1, 400), default=50, show_default=True, help="Characters on each side.")
@click.option("--csv", "as_csv", is_flag=True, help="Every line, as a table.")
@click.option("--words", is_flag=True, help="The words that stand about the matches, and those of their articles.")
@user_files
@INDEX
def concordance(
    query: str, location: Path | str, by: str, width: int, *, as_csv: bool, words: bool, **options: Any
) -> None:
    """Print the matches of QUERY as lines, the key word in the middle."""
    from search.concordance.concordance import MOST_EXPORTED
    from search.types.concordance import LineOrder

    searcher, request = engine_at(location), request_of(query, options)
    if words:
        _print_words(searcher.telling_words(request))
        return
    if as_csv:
        from web.api.concordance import csv_lines

        for line in csv_lines(searcher.concordance_lines(request, width, LineOrder(by))):
            click.echo(line, nl=False)
        return
    found = searcher.concordance(request, LineOrder(by), width)
    for notice in found.notices:
        click.echo(notice, err=True)
    for each in found.lines:
        left, match, right = map(printable, (each.left, each.match, each.right))
        click.echo(f"{left:>{width}}  {click.style(match, bold=True)}  {right}")
    if found.sorted_of:
        click.echo(f"Sorted among the first {found.sorted_of:,} lines; --csv sorts up to {MOST_EXPORTED:,}.", err=True)
    if found.more:
        click.echo(f"More lines: --page {request.page + 1}", err=True)


def _print_words(found: "TellingWords") -> None:
    for notice in found.notices:
        click.echo(notice, err=True)
    click.echo(f"Counted in {found.counted:,} of {found.articles:,} articles: here, in all articles, log-likelihood.")
    for heading, words in (("beside the matches", found.collocates), ("in these articles", found.keywords)):
        click.echo(f"{heading}:")
        for each in words:
            click.echo(f"{each.count:9,} {each.total:9,} {each.score:10,.1f}  {printable(each.word)}")
