"""The command `evaluate`: measure the order of results on judged queries."""

from pathlib import Path

import click

from cli.command import Command
from cli.options import LANGUAGE, TEXT
from cli.paths import PATHS
from cli.printable import printable


@click.command(cls=Command)
@click.argument("folder", metavar="BEIR_DIR", type=PATHS)
@click.option("--compare", "other", type=PATHS, metavar="FILE", help="A TREC run to compare with.")
@click.option("--run", "written", type=PATHS, metavar="FILE", help="Write the rankings to a file, as a TREC run.")
@click.option("--expand/--no-expand", default=None, help="As for search. [default: queries of 5 words and more]")
@click.option("--meaning/--no-meaning", default=None, help="As for search. [default: queries of 5 words and more]")
@click.option(
    "--index", "location", type=TEXT, metavar="LOCATION", help="Index on a cluster instead, where no index is yet."
)
@click.option("--language", type=LANGUAGE, metavar="CODE", default="en", show_default=True, help="For stemming.")
def evaluate(
    folder: Path,
    other: Path | None,
    written: Path | None,
    location: str | None,
    language: str,
    *,
    expand: bool | None,
    meaning: bool | None,
) -> None:
    """Measure the order of results on judged queries: nDCG@10, AP (1,000 deep) and R@100.

    BEIR_DIR has corpus.jsonl, queries.jsonl and qrels/test.tsv. Its articles are indexed for the moment, as
    `dateline index` does it; each query is asked for any of its words, in small letters. With --index they are indexed
    on a cluster, and removed from there afterwards.
    """
    from cli.evaluation.collection import collection
    from cli.evaluation.evaluation_run import tried
    from cli.evaluation.run_files import read_run, write_run
    from cli.evaluation.significance_report import verdict
    from cli.evaluation_output import compared, means

    judged = collection(folder)
    theirs = None if other is None else verdict(read_run(other), judged.judgements)
    run, refusals = tried(judged, language, expand=expand, meaning=meaning, location=location)
    for each in refusals:
        click.echo(printable(f"left out: {each.where}: {each.reason}"), err=True)
    if written is not None:
        write_run(run, written)
    ours = verdict(run, judged.judgements)
    told = [*means(ours), *(() if theirs is None else compared(ours, theirs, judged.queries))]
    for line in told:
        click.echo(printable(line))
