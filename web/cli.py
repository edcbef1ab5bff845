"""The command line: each command parses what was typed, calls one function of the house and prints."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from corpus.errors import DatelineError
from corpus.reading import Refusal
from corpus.sample import EXAMPLES, SAMPLE
from index.dating.testimony import witnesses_of
from index.location import describe, exists
from index.pipeline import refresh
from index.snapshot import Snapshot
from index.soundness import faults
from search.request import Facet, Match, SearchRequest, Sort
from search.searcher import Searcher
from web import server, terminal
from web.addresses import Addresses
from web.annotations import annotated, annotation
from web.contract import Contract
from web.exports import csv_lines, jsonl_lines

ALL_IN, NOTHING_DONE, SOME_REFUSED = 0, 1, 3

INDEX = click.option(
    "--index",
    "location",
    type=click.Path(path_type=Path),
    default=Path(".dateline"),
    envvar="DATELINE_INDEX",
    show_default=True,
    help="Where the index lives (environment: DATELINE_INDEX).",
)
PATHS = click.Path(path_type=Path)


class Commands(click.Group):
    """Says what is wrong, and what to do, in one line instead of a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; an error of ours ends it with exit code 1."""
        try:
            return super().invoke(ctx)
        except (DatelineError, OSError) as fault:
            raise click.ClickException(str(fault)) from fault


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dateline")
def main() -> None:
    """Dateline: a search engine for news archives. Who, where and when, from a folder of scraped articles."""


@main.command()
@click.argument("paths", nargs=-1, type=PATHS)
@click.option("--rebuild", is_flag=True, help="Read every article anew.")
@click.option("--language", metavar="CODE", help="Language of a new index, for stemming: en, de, fr, … [default: en]")
@INDEX
def index(paths: tuple[Path, ...], location: Path, *, rebuild: bool, language: str | None) -> None:
    """Build or refresh the index from files and folders: what is new, changed or gone.

    Without PATHS: from those that the index was built from, or the sample corpus. Exit code 0: all articles are in;
    3: some were refused (each is listed with the reason); 1: nothing was done; 2: wrong usage.
    """
    with terminal.progress() as progress:
        summary = refresh(location, paths, rebuild=rebuild, language=language, progress=progress)
    for refusal in summary.refusals:
        _say_refused(refusal)
    click.echo(terminal.summary_line(summary, progress.seconds, location))
    if summary.refusals:
        sys.exit(SOME_REFUSED if summary.indexed or summary.unchanged or summary.removed else NOTHING_DONE)


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Port to listen on.")
@INDEX
def serve(host: str, port: int, location: Path) -> None:
    """Serve the page and the JSON endpoint; builds the index of the sample corpus first where there is none."""
    if not exists(location):
        click.echo(f"There is no index at {location}: building that of the sample corpus.")
        refresh(location, [SAMPLE])
    searcher = Searcher(location)
    examples = EXAMPLES if describe(location).roots == (str(SAMPLE.resolve()),) else ()
    server.serve(
        searcher,
        host,
        port,
        examples=examples,
        announce=lambda address: click.echo(f"{searcher.count():,} articles on {address} (Ctrl-C stops)"),
    )


def _filters(command: Callable[..., None]) -> Callable[..., None]:
    for facet in reversed(Facet):
        command = click.option(f"--not-{facet}", f"not_{facet}", multiple=True, help=f"Leave out a value of {facet}.")(
            command
        )
    for facet in reversed(Facet):
        command = click.option(f"--{facet}", multiple=True, help=f"Only a value of {facet}; again for another.")(
            command
        )
    command = click.option(
        "--match",
        type=click.Choice([each.value for each in Match]),
        default=Match.ALL.value,
        help="All words, or any of them. [default: all]",
    )(command)
    return click.option(
        "--sort",
        type=click.Choice([each.value for each in Sort]),
        default=Sort.RELEVANCE.value,
        help="Order. [default: relevance]",
    )(command)


def _request(query: str, options: dict[str, Any]) -> SearchRequest:
    filters = {facet: options.pop(facet) for facet in Facet}
    exclude = {facet: options.pop(f"not_{facet}") for facet in Facet}
    return SearchRequest(
        q=query,
        match=Match(options.pop("match")),
        sort=Sort(options.pop("sort")),
        filters={facet: values for facet, values in filters.items() if values},
        exclude={facet: values for facet, values in exclude.items() if values},
        **options,
    )


@main.command()
@click.argument("query", default="")
@_filters
@click.option("--page", default=1, show_default=True, help="Which page of the results.")
@click.option("--per-page", default=10, show_default=True, help="Articles on a page, 1 to 100.")
@click.option("--json", "as_json", is_flag=True, help="Print what the endpoint returns.")
@INDEX
def search(query: str, location: Path, *, as_json: bool, **options: Any) -> None:
    """Search, and print the results with their facets."""
    request = _request(query, options)
    result = Searcher(location).search(request)
    if as_json:
        click.echo(json.dumps(Contract(Addresses("")).search(result), ensure_ascii=False, indent=1))
    else:
        terminal.print_result(result)


@main.command()
@click.argument("query", default="")
@_filters
@click.option("--format", "form", type=click.Choice(["jsonl", "csv"]), default="jsonl", help="[default: jsonl]")
@INDEX
def export(query: str, location: Path, form: str, **options: Any) -> None:
    """Print everything that matches, an article a line."""
    request = _request(query, options)
    documents = Searcher(location).matches(request)
    for line in csv_lines(documents) if form == "csv" else jsonl_lines(documents):
        click.echo(line, nl=False)


@main.command()
@INDEX
def check(location: Path) -> None:
    """Verify the index end to end, and say whether it is sound. Exit code 0: it is; 1: it is not."""
    found = list(faults(location))
    for fault in found:
        click.echo(f"unsound: {fault}", err=True)
    if found:
        raise click.ClickException(f"the index at {location} is damaged; build it anew: dateline index --rebuild PATH")
    click.echo(f"The index at {location} is sound: {Snapshot(location).count:,} articles.")


@main.command()
@click.argument("paths", nargs=-1, required=True, type=PATHS)
@click.option("--language", metavar="CODE", default="en", show_default=True, help="Of articles that state none.")
@click.option(
    "--index",
    "location",
    type=click.Path(path_type=Path),
    help="An index whose dated articles help to tell the years of undated ones.",
)
def annotate(paths: tuple[Path, ...], language: str, location: Path | None) -> None:
    """Print what the indexer derives from each article: one JSON object a line, in the order of the input."""
    refused = printed = 0
    for article in annotated(paths, language, None if location is None else witnesses_of(location)):
        if isinstance(article, Refusal):
            _say_refused(article)
            refused += 1
        else:
            click.echo(json.dumps(annotation(article), ensure_ascii=False))
            printed += 1
    if refused or not printed:
        sys.exit(SOME_REFUSED if printed else NOTHING_DONE)


def _say_refused(refusal: Refusal) -> None:
    click.echo(f"refused: {refusal.where}: {refusal.reason}", err=True)
