"""Print summaries, refusals and results on a terminal."""

import time
from collections.abc import Iterator
from pathlib import Path

import click
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from cli.printable import printable
from corpus.enrichment.aliases.country_names import country_name
from corpus.refusal import Refusal
from corpus.remark import Remark
from index.analysis.analyzer import LANGUAGES
from index.ingest.summary import Summary
from index.segments.facets import Values
from search.types.request import Facet
from search.types.result import Hit, SearchResult, Snippet
from web.formatting.dates import date_with_basis
from web.links.paging import next_page

_SHOWN = 6
"""Values of a facet on the terminal."""

_UNWRAPPED = 10_000
"""Columns where there is no terminal: what reads our lines wants them whole."""

_INDENT = (0, 0, 0, 3)


def summary_line(summary: Summary, seconds: float, location: Path | str) -> str:
    """What a run did, in one line whose numbers add up."""
    removed = f" {summary.removed:,} gone from the folders and removed." if summary.removed else ""
    dated = f" {summary.redated:,} undated ones were dated by what the dated ones tell." if summary.redated else ""
    return (
        f"Read {summary.read:,} articles: {summary.indexed:,} indexed, {summary.unchanged:,} unchanged, "
        f"{len(summary.refusals):,} refused.{removed}{dated} {seconds:.1f} s. The index is {printable(str(location))}."
    )


def print_told(told: Refusal | Remark) -> None:
    """One line on the standard error for a refusal or a remark."""
    line = f"{told.where}: {told.text}" if isinstance(told, Remark) else f"refused: {told.where}: {told.reason}"
    click.echo(printable(line), err=True)


def clock() -> str:
    """The time of day, before a line of a run that goes on."""
    return time.strftime("%H:%M:%S")


def stemming_note(language: str) -> str | None:
    """What to know of a language that is not stemmed; None for one that is."""
    if language in LANGUAGES:
        return None
    return (
        f"note: words of the language {language} are not stemmed, so each form is found by itself; "
        f"{', '.join(LANGUAGES)} are."
    )


def print_result(result: SearchResult) -> None:
    """A page of results with the facets below it, for a person to read."""
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = _UNWRAPPED
    for said in _remarks(result):
        console.print(Text(printable(said), style="yellow"))
    folded = "" if result.groups is None else f", {result.groups:,} without near-duplicates"
    console.print(f"{result.total:,} article{'' if result.total == 1 else 's'}{folded}\n")
    if not result.total:
        console.print("Try fewer words, or others for the same thing; --match any asks for any of them.")
    first = (result.request.page - 1) * result.request.per_page + 1
    for number, hit in enumerate(result.hits, first):
        _print_hit(console, number, hit)
    if following := next_page(result):
        console.print(f"{result.listed - first - len(result.hits) + 1:,} more: --page {following.page}\n")
    _print_facets(console, result)


def _remarks(result: SearchResult) -> Iterator[str]:
    """What to know of how the query was read, and which words may have been meant."""
    yield from result.notices
    if result.relaxed:
        yield "No article has all of these words. These have some:"
    if result.suggestion:
        yield f"Did you mean: {result.suggestion}"
    if result.also_searched:
        yield f"also searched: {', '.join(result.also_searched)}"
    if result.expanded:
        yield f"ordered also by what the best articles have in common: {', '.join(result.expanded[:_SHOWN])}, …"
    if result.near_in_meaning:
        yield "ordered also by how near articles are in meaning to the query"


def _print_facets(console: Console, result: SearchResult) -> None:
    """The first values of each facet, each facet's below one another where they need several lines."""
    table = Table.grid(padding=(0, 1))
    for facet in Facet:
        if _all_alike(facet, result):
            continue
        values = [f"{value.label} {value.count:,}" for value in result.facets[facet][:_SHOWN]]
        if values:
            table.add_row(Text(facet, style="dim"), Text(printable(" · ".join(values))))
    console.print(table)


def _all_alike(facet: Facet, result: SearchResult) -> bool:
    """Whether the one value that an article has is the same for all, so that it narrows nothing."""
    one = facet.field.values is Values.STRINGS and not facet.field.several
    return one and [value.count for value in result.facets[facet]] == [result.total]


def _print_hit(console: Console, number: int, hit: Hit) -> None:
    article = hit.document.article
    countries = ", ".join(country_name(country.code) for country in hit.document.countries)
    similar = f"{hit.near_duplicates:,} similar" if hit.near_duplicates else ""
    facts = [article.source or "", date_with_basis(hit.document.published), countries, similar]
    console.print(Text(f"{number}. ") + _marked(hit.title, "bold"))
    lines = [
        Text(printable(" · ".join(filter(None, facts))), style="dim"),
        *(_marked(each, "") for each in hit.snippets),
    ]
    for line in (*lines, Text(printable(article.id), style="dim")):
        console.print(Padding(line, _INDENT, expand=False))
    console.print()


def _marked(snippet: Snippet, style: str) -> Text:
    text = Text(printable(snippet.text), style=style)
    for start, end in snippet.highlights:
        text.stylize("reverse", start, end)
    return text
