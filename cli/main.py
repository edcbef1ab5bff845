"""The command line: each command parses what was typed, calls one function and prints."""

from importlib import import_module

import click

_COMMANDS = (
    "annotate",
    "backup",
    "check",
    "compare",
    "concordance",
    "evaluate",
    "export",
    "index",
    "link",
    "mcp",
    "names",
    "search",
    "serve",
    "versions",
)


class Commands(click.Group):
    """Commands, each in a module of `cli`, which imports what it needs only when it runs: help comes at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as in click.Group
        """Their names."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as in click.Group
        """The command of a name."""
        if cmd_name not in _COMMANDS:
            return None
        found: click.Command = getattr(import_module(f"cli.{cmd_name}"), cmd_name)
        return found


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dateline", prog_name="dateline")
def main() -> None:
    """Dateline: a search engine for news archives. Who, where and when, from a folder of scraped articles."""
