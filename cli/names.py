"""The command `names`: which names the index has, and which of them are probably one."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.command import Command
from cli.options import INDEX, engine_at, user_file, user_files
from cli.printable import escaped, printable

if TYPE_CHECKING:
    from index.snapshots.likely_duplicates import LikelyDuplicate
    from search.types.result import FacetValue


@click.command(cls=Command)
@click.option("--duplicates", is_flag=True, help="The names that are probably one, with what speaks for it.")
@click.option("--most", default=100, show_default=True, type=click.IntRange(1), help="So many lines at most.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@user_files
@INDEX
def names(location: Path | str, most: int, *, duplicates: bool, as_json: bool) -> None:
    """List the names of the index, the most frequent first, or those that are probably one.

    What the collection settles is marked “settled” and shown as one name; in aliases.toml a name stays by itself with
    [rename] "A name" = "A name".
    """
    lines = (_duplicates if duplicates else _names)(location, most, as_json=as_json)
    for line in lines:
        click.echo(line)
    if not lines and not as_json:
        click.echo("No two names look like one." if duplicates else "No article names anybody.")


def _names(location: Path | str, most: int, *, as_json: bool) -> list[str]:
    from search.types.request import Facet, SearchRequest

    values, _ = engine_at(location).facet(SearchRequest(), Facet.ENTITY, per_page=most)
    return [_json(_value(each)) if as_json else _line(each) for each in values]


def _duplicates(location: Path | str, most: int, *, as_json: bool) -> list[str]:
    found = _likely_duplicates(location)[:most]
    return [_json(asdict(each)) if as_json else _pair(each) for each in found]


def _likely_duplicates(location: Path | str) -> "list[LikelyDuplicate]":
    if not isinstance(location, Path):
        from cluster.opening import loader

        told: list[LikelyDuplicate] = loader().likely_duplicates(location, user_file("aliases"))
        return told
    from index.snapshots.likely_duplicates import likely_duplicates
    from index.snapshots.snapshot import Snapshot

    return likely_duplicates(Snapshot(location))


def _value(value: "FacetValue") -> dict[str, object]:
    return {"name": value.value, "type": value.type, "articles": value.count}


def _line(value: "FacetValue") -> str:
    return f"{value.count:9,}  {value.type or '':12}  {printable(value.label)}"


def _pair(found: "LikelyDuplicate") -> str:
    one, other = (f"{printable(each.name)} ({each.type}, {each.articles:,})" for each in (found.name, found.other))
    settled = "settled" if found.settled else "open"
    return f"{settled:8} {one} = {other}: {printable(found.evidence)}"


def _json(row: dict[str, object]) -> str:
    return escaped(json.dumps(row, ensure_ascii=False))
