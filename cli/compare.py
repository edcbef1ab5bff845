"""The command `compare`: searches side by side, over time or by source."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cli.command import Command
from cli.options import INDEX, TEXT, engine_at, filters, request_of, user_files
from cli.printable import escaped, printable
from search.types.request import BadRequest
from search.types.trend import MOST_SERIES, Comparison, Spread

if TYPE_CHECKING:
    from web.api.trend import Measure

_WIDEST = 24
"""Letters of a query at the head of its column."""


@click.command(cls=Command)
@click.argument("queries", nargs=-1, required=True, type=TEXT, metavar="QUERY…")
@filters
@click.option(
    "--by",
    type=click.Choice([each.value for each in Spread]),
    help="Count by year, month or source. [default: year; month, if all are of one year]",
)
@click.option(
    "--as",
    "measure",
    type=click.Choice(["articles", "share"]),
    default="articles",
    show_default=True,
    help="Articles, or their share of all articles of that time or source.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "csv", "json", "svg"]),
    default="text",
    show_default=True,
    help="As text, or as the file that the page offers.",
)
@user_files
@INDEX
def compare(
    queries: tuple[str, ...], location: Path | str, by: str | None, measure: str, form: str, **options: Any
) -> None:
    """Compare up to four QUERIES, under the same filters: how many articles in each year, month or source."""
    from web.api.trend import Measure

    if len(queries) > MOST_SERIES:
        raise BadRequest("q", f"{len(queries)} queries are given; compare {MOST_SERIES} at most")
    first = request_of(queries[0], options)
    requests = [replace(first, q=query) for query in queries]
    found = engine_at(location).compare(requests, Spread(by) if by else None)
    for line in _written(found, Measure(measure), form):
        click.echo(line, nl=False)


def _written(found: Comparison, measure: "Measure", form: str) -> Iterator[str]:
    from web.api.histogram import file_of
    from web.api.trend import csv_lines, histogram_of, trend_json

    if form == "csv":
        yield from csv_lines(found)
    elif form == "svg":
        yield file_of(histogram_of(found, measure))
    elif form == "json":
        yield escaped(json.dumps(trend_json(found), ensure_ascii=False, indent=1)) + "\n"
    else:
        yield from _lines(found, measure)


def _lines(found: Comparison, measure: "Measure") -> Iterator[str]:
    from web.api.trend import Measure, row_label, series_name
    from web.formatting.language import grouped, percent

    names = [printable(series_name(each))[:_WIDEST] for each in found.series]
    widths = [max(len(name), 8) for name in names]
    labels = [printable(row_label(each.value, found.by)) for each in found.series[0].buckets]
    first = max(map(len, [*labels, found.by]))
    yield _row(found.by, first, [*zip(names, widths, strict=True), ("all", 9)])
    for label, buckets in zip(labels, zip(*(each.buckets for each in found.series), strict=True), strict=True):
        share = measure is Measure.SHARE
        figures = [percent(each.share) if share else grouped(each.count) for each in buckets]
        yield _row(label, first, [*zip(figures, widths, strict=True), (grouped(buckets[0].total), 9)])
    totals = [grouped(each.total) for each in found.series]
    yield _row("articles", first, [*zip(totals, widths, strict=True)])


def _row(label: str, width: int, cells: list[tuple[str, int]]) -> str:
    return "  ".join([label.ljust(width), *(text.rjust(wide) for text, wide in cells)]).rstrip() + "\n"
