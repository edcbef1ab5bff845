"""The command line: each command parses what was typed, calls one function of the house and prints."""

import json
import sys
from pathlib import Path
from typing import Any

import click

from corpus.errors import DatelineError
from corpus.reading import Refusal
from corpus.sample import EXAMPLES, SAMPLE
from index.dating.testimony import witnesses_of
from index.ingest.pipeline import refresh
from index.location import describe, exists
from index.snapshot import Snapshot
from index.soundness import faults
from search.judging.collection import collection
from search.judging.runs import read_run, write_run
from search.judging.trial import tried
from search.judging.verdict import verdict
from search.searcher import Searcher
from web import server, terminal
from web.addresses import Addresses
from web.annotations import annotated, annotation
from web.command import Command
from web.contract import Contract
from web.edit import Editing
from web.exports import csv_lines, jsonl_lines
from web.indexing import NOTHING_DONE, SOME_REFUSED, Indexing, say_refused
from web.judging import compared, means
from web.options import INDEX, LANGUAGE, ORIGIN, PATHS, SIZE, TEXT, filters, request_of


class Commands(click.Group):
    """The commands, each of which tells its faults."""

    command_class = Command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dateline")
def main() -> None:
    """Dateline: a search engine for news archives. Who, where and when, from a folder of scraped articles."""


@main.command()
@click.argument("paths", nargs=-1, type=PATHS)
@click.option("--rebuild", is_flag=True, help="Read every article anew.")
@click.option(
    "--forget", multiple=True, type=PATHS, help="Remove the articles of a path that the index was built from."
)
@click.option(
    "--language",
    type=LANGUAGE,
    metavar="CODE",
    help="Language of a new index, for stemming: en, de, fr, … [default: en]",
)
@click.option(
    "--max-article",
    "largest",
    type=SIZE,
    metavar="SIZE",
    help="Refuse articles that are larger, such as 20MB; the index keeps it. [default: 20MB]",
)
@click.option("--report", type=PATHS, metavar="FILE.jsonl", help="Write what is refused to a file, an article a line.")
@click.option("--watch", is_flag=True, help="Go on, and index what changes in the folders, until Ctrl-C.")
@INDEX
def index(
    paths: tuple[Path, ...], location: Path, report: Path | None, *, rebuild: bool, watch: bool, **options: Any
) -> None:
    """Build or refresh the index from files and folders: what is new, changed or gone.

    Without PATHS: from those that the index was built from, or the sample corpus. Exit code 0: all articles are in;
    3: some were refused (each is listed with the reason); 1: nothing was done; 2: wrong usage.
    """
    indexing = Indexing(location, report)
    indexing.check(paths, rebuild=rebuild)
    code = indexing.once(paths, rebuild=rebuild, **options)
    if note := terminal.stemming_note(describe(location).language):
        click.echo(note, err=True)
    if watch:
        indexing.follow()
    elif code:
        sys.exit(code)


@main.command()
@click.option("--host", type=TEXT, default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Port to listen on.")
@click.option("--edit", is_flag=True, help="Let the page merge, rename and hide entities (writes aliases.toml).")
@click.option("--cors", "origin", type=ORIGIN, metavar="ORIGIN", help="Let pages of ORIGIN read the JSON endpoint.")
@INDEX
def serve(host: str, port: int, location: Path, *, edit: bool, origin: str | None) -> None:
    """Serve the page and the JSON endpoint; builds the index of the sample corpus first where there is none."""
    if not exists(location):
        click.echo(f"There is no index at {terminal.printable(str(location))}: building that of the sample corpus.")
        refresh(location, [SAMPLE])
    searcher = Searcher(location)
    examples = EXAMPLES if describe(location).roots == (str(SAMPLE.resolve()),) else ()
    server.serve(
        searcher,
        host,
        port,
        examples=examples,
        editing=Editing(location, host) if edit else None,
        origin=origin,
        announce=lambda address: click.echo(f"{searcher.count():,} articles on {address} (Ctrl-C stops)"),
    )


@main.command()
@click.argument("query", default="", type=TEXT)
@filters
@click.option("--page", default=1, show_default=True, help="Which page of the results.")
@click.option("--per-page", default=10, show_default=True, help="Articles on a page, 1 to 100.")
@click.option("--json", "as_json", is_flag=True, help="Print what the endpoint returns.")
@INDEX
def search(query: str, location: Path, *, as_json: bool, **options: Any) -> None:
    """Search, and print the results with their facets."""
    request = request_of(query, options)
    result = Searcher(location).search(request)
    if as_json:
        click.echo(terminal.escaped(json.dumps(Contract(Addresses("")).search(result), ensure_ascii=False, indent=1)))
    else:
        terminal.print_result(result)


@main.command()
@click.argument("query", default="", type=TEXT)
@filters
@click.option("--format", "form", type=click.Choice(["jsonl", "csv"]), default="jsonl", help="[default: jsonl]")
@INDEX
def export(query: str, location: Path, form: str, **options: Any) -> None:
    """Print everything that matches, an article a line."""
    request = request_of(query, options)
    documents = Searcher(location).matches(request)
    for line in csv_lines(documents) if form == "csv" else map(terminal.escaped, jsonl_lines(documents)):
        click.echo(line, nl=False)


@main.command()
@click.argument("folder", metavar="BEIR_DIR", type=PATHS)
@click.option("--compare", "other", type=PATHS, metavar="FILE", help="A TREC run to compare with.")
@click.option("--run", "written", type=PATHS, metavar="FILE", help="Write the rankings to a file, as a TREC run.")
@click.option("--expand/--no-expand", default=None, help="As for search. [default: queries of 5 words and more]")
@click.option("--language", type=LANGUAGE, metavar="CODE", default="en", show_default=True, help="For stemming.")
def evaluate(folder: Path, other: Path | None, written: Path | None, language: str, *, expand: bool | None) -> None:
    """Measure the order of results on judged queries: nDCG@10, AP (1,000 deep) and R@100.

    BEIR_DIR has corpus.jsonl, queries.jsonl and qrels/test.tsv. Its articles are indexed for the moment, each query is
    asked for any of its words, in small letters.
    """
    judged = collection(folder)
    theirs = None if other is None else verdict(read_run(other), judged.judgements)
    run = tried(judged, language, expand=expand)
    if written is not None:
        write_run(run, written)
    ours = verdict(run, judged.judgements)
    told = [*means(ours), *(() if theirs is None else compared(ours, theirs, judged.queries))]
    for line in told:
        click.echo(terminal.printable(line))


@main.command()
@INDEX
def check(location: Path) -> None:
    """Verify the index end to end, and say whether it is sound. Exit code 0: it is; 1: it is not."""
    found = list(faults(location))
    for fault in found:
        click.echo(f"unsound: {terminal.printable(fault)}", err=True)
    if found:
        raise DatelineError(f"the index at {location} is damaged; build it anew: dateline index --rebuild PATH")
    click.echo("".join(f"note: {terminal.printable(each)}\n" for each in Searcher(location).faults), nl=False, err=True)
    click.echo(f"The index at {terminal.printable(str(location))} is sound: {Snapshot(location).count:,} articles.")


@main.command()
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
def annotate(paths: tuple[Path, ...], language: str, location: Path | None) -> None:
    """Print what the indexer derives from each article: one JSON object a line, in the order of the input."""
    refused = printed = 0
    for article in annotated(paths, language, None if location is None else witnesses_of(location)):
        if isinstance(article, Refusal):
            say_refused(article)
            refused += 1
        else:
            click.echo(terminal.escaped(json.dumps(annotation(article), ensure_ascii=False)))
            printed += 1
    if refused or not printed:
        sys.exit(SOME_REFUSED if printed else NOTHING_DONE)
