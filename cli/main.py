"""The command line: each command parses what was typed, calls one function and prints."""

from difflib import get_close_matches
from importlib import import_module
from typing import Any

import click

from cli.printable import printable
from index.writing.garbage import end_uncollected, uncollected

_COMMANDS = {
    "annotate": "Print what the indexer derives from each article: one JSON object a line, in the order of the input.",
    "backup": "Copy the index into a new folder, whatever goes on meanwhile; from a backup, restore it the same way.",
    "check": "Verify the index end to end, and say whether it is sound.",
    "compare": "Compare up to four QUERIES, under the same filters: how many articles in each year, month or source.",
    "concordance": "Print the matches of QUERY as lines, the key word in the middle.",
    "evaluate": "Measure the order of results on judged queries: nDCG@10, AP (1,000 deep) and R@100.",
    "export": "Print everything that matches, an article a line; or as citations, or as a graph of its names.",
    "index": "Build or refresh the index from files and folders: what is new, changed or gone.",
    "link": "Bring near-duplicates, inferred dates, settled names and counts of words up to date, on a cluster.",
    "mcp": 'Serve the archive to an assistant, read-only (needs the extra: pip install "dateline[mcp]").',
    "names": "List the names of the index, the most frequent first, or those that are probably one.",
    "search": "Search, and print the results with their facets.",
    "serve": "Serve the page and the JSON endpoint; builds the index of the sample corpus first where there is none.",
    "versions": "Print the versions of the article with an ID, oldest first, with what each {+adds+} and [-lacks-].",
}
"""Each command with the first sentence of its help, which is so told without importing fourteen modules."""


class Commands(click.Group):
    """Commands, each in a module of `cli`, which is imported only when it runs: help comes at once."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Run as the program of this process."""
        end_uncollected()
        return super().__call__(*args, **kwargs)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as in click.Group
        """Their names."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as in click.Group
        """The command of a name."""
        if cmd_name not in _COMMANDS:
            return None
        with uncollected():
            found: click.Command = getattr(import_module(f"cli.{cmd_name}"), cmd_name)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was typed; of one that there is not, the nearest is offered."""
        near = [] if args[0] in _COMMANDS or args[0].startswith("-") else get_close_matches(args[0], _COMMANDS, 1)
        if near:
            raise click.UsageError(f"there is no command {printable(repr(args[0]))}; did you mean {near[0]}?", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as in click.Group
        """List them, each with what it does."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dateline", prog_name="dateline")
def main() -> None:
    """Dateline: a search engine for news archives. Who, where and when, from a folder of scraped articles.

    Begin with: dateline index FOLDER, then dateline serve.
    """
