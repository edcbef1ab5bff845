"""The command `versions`: how a story changed."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.command import Command
from cli.options import INDEX, TEXT, engine_at, user_files
from cli.printable import escaped, printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.types.lineage import Change, Version

_MARKS = {"same": "{}", "added": "{{+{}+}}", "removed": "[-{}-]"}
_AROUND = 10
"""Words on each side of a change."""

_COLOURS = {"added": "green", "removed": "red"}


@click.command(cls=Command)
@click.argument("article_id", metavar="ID", type=TEXT)
@click.option(
    "--against",
    type=click.Choice(["before", "first"]),
    default="before",
    show_default=True,
    help="Compare each version with the one before it, or with the first.",
)
@click.option("--page", default=1, show_default=True, type=click.IntRange(1), help="Which page of the versions.")
@click.option("--per-page", default=20, show_default=True, type=click.IntRange(1, 100), help="Versions on a page.")
@click.option("--json", "as_json", is_flag=True, help="Print what the endpoint returns.")
@user_files
@INDEX
def versions(article_id: str, location: Path | str, against: str, page: int, per_page: int, *, as_json: bool) -> None:
    """Print the versions of the article with an ID, oldest first, with what each {+adds+} and [-lacks-]."""
    from search.types.lineage import Against

    found = engine_at(location).lineage(article_id, Against(against), page, per_page)
    if as_json:
        from web.api.versions import lineage_json
        from web.links.addresses import Addresses

        click.echo(escaped(json.dumps(lineage_json(found, Addresses("")), ensure_ascii=False, indent=1)))
        return
    for each in found.versions:
        _print(each)
    if page * per_page < found.total:
        click.echo(f"{found.total:,} versions; more: --page {page + 1}", err=True)


def _print(version: "Version") -> None:
    from web.formatting.dates import date_with_basis

    article = version.document.article
    facts = [date_with_basis(version.document.published), article.source or "", article.id]
    told = f", +{version.added:,} -{version.removed:,} words" if version.compared_with is not None else ""
    click.echo(f"{version.place:3}  {printable(', '.join(filter(None, facts)))}{told}")
    click.echo(f"     {_marked(version.title)}")
    if version.compared_with is not None:
        click.echo(f"     {_marked(version.text)}\n")


def _marked(changes: "Sequence[Change]") -> str:
    """The changes in one row; long stretches that are the same are shortened."""
    parts = []
    for each in changes:
        words = each.text.split()
        if each.kind == "same" and len(words) > 2 * _AROUND:
            words = [*words[:_AROUND], "…", *words[-_AROUND:]]
        text = " ".join(words)
        parts.append(click.style(_MARKS[each.kind].format(printable(text)), fg=_COLOURS.get(each.kind)))
    return " ".join(parts)
