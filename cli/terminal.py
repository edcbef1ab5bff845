"""Print results on a terminal."""

from collections.abc import Iterator

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from cli.printable import printable
from corpus.enrichment.aliases.country_names import country_name
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
        filters = "fewer filters, " if result.request.filters or result.request.exclude else ""
        console.print(f"Try {filters}fewer words, or others for the same thing; --match any asks for any of them.")
    elif not result.hits:
        console.print(f"There is nothing on page {result.request.page:,}; --page 1 is the first.\n")
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
