"""Define the options that several commands share, and check what is typed where it enters."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cluster.location import is_cluster
from search.types.request import Facet, Match, SearchRequest, Sort

if TYPE_CHECKING:
    from search.engine import Engine

_Command = TypeVar("_Command", bound=Callable[..., Any])
_CODE = len("en")
_LONGEST = 1e6
_BASE_URL = re.compile(r"https?://[A-Za-z0-9.\-\[\]:]+(/[A-Za-z0-9._~/-]*)?")
_ORIGIN = re.compile(r"https?://[a-z0-9.\-\[\]:]+")


class _Location(click.ParamType[Path | str]):
    """Where an index lives: a folder as a path, the address of a cluster as it was typed."""

    name = "location"

    def convert(self, value: Path | str, _param: click.Parameter | None, _ctx: click.Context | None) -> Path | str:
        """The location."""
        return str(value) if is_cluster(value) else Path(value)


INDEX = click.option(
    "--index",
    "location",
    type=_Location(),
    default=Path(".dateline"),
    envvar="DATELINE_INDEX",
    show_default=True,
    metavar="LOCATION",
    help="Where the index lives: a folder, or opensearch+http://HOST:9200/NAME (environment: DATELINE_INDEX).",
)


def _beside(name: str, what: str) -> Callable[[_Command], _Command]:
    """An option for a file that a user keeps beside an index on a cluster; it is kept for `engine_at`."""

    def keep(ctx: click.Context, _param: click.Parameter, value: Path | None) -> None:
        ctx.meta[f"dateline.{name}"] = value

    return click.option(
        f"--{name}",
        type=click.Path(path_type=Path, readable=False),
        envvar=f"DATELINE_{name.upper()}",
        expose_value=False,
        callback=keep,
        metavar="FILE",
        help=f"{what}, where the index is on a cluster (DATELINE_{name.upper()}); a folder has its own {name}.toml.",
    )


def user_files(command: _Command) -> _Command:
    """The options `--aliases` and `--notes`."""
    return _beside("aliases", "How names are shown")(_beside("notes", "Tags and notes of articles")(command))


def engine_at(location: Path | str, seconds: float | None = None) -> "Engine":
    """What answers questions at a location, with the user's files that were given; `open_engine` has what it raises.

    Each question may take so many seconds.
    """
    from cluster.opening import open_engine

    return open_engine(location, seconds=seconds, aliases=user_file("aliases"), notes=user_file("notes"))


def user_file(name: str) -> Path | None:
    """The file that was named for aliases or notes, if any."""
    return click.get_current_context().meta.get(f"dateline.{name}")


class _Text(click.ParamType[str]):
    """Text of whole characters: what is not UTF-8 reaches us as halves of surrogate pairs."""

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The text as it is."""
        try:
            value.encode()
        except UnicodeEncodeError:
            self.fail("it is not UTF-8; type it in a terminal that is set to UTF-8", param, ctx)
        return value


class _Language(_Text):
    """An ISO 639-1 code."""

    name = "language"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The code in lower case."""
        code = super().convert(value, param, ctx).lower()
        if len(code) != _CODE or not (code.isascii() and code.isalpha()):
            self.fail(f"{value!r} is no ISO 639-1 code; write two letters: en, de, fr, …", param, ctx)
        return code


class _Size(click.ParamType[int]):
    """A number of bytes."""

    name = "size"

    def convert(self, value: str | int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number of bytes."""
        found = _SIZE.fullmatch(str(value))
        size = int(float(found[1]) * _UNITS[found[2].lower()]) if found else 0
        if not size:
            self.fail(f"{value!r} is no size; write a number of bytes, or such as 500kB, 20MB, 1GB, 64MiB", param, ctx)
        return size


_SIZE = re.compile(r"(\d{1,12}(?:\.\d{1,6})?)\s*(|[kmg]i?b?|b)", re.IGNORECASE | re.ASCII)
_POWERS = {"": 0, "k": 1, "m": 2, "g": 3}
_UNITS = {f"{unit}{end}": 1000**power for unit, power in _POWERS.items() for end in ("", "b")} | {
    f"{unit}i{end}": 1024**power for unit, power in _POWERS.items() if unit for end in ("", "b")
}

SIZE = _Size()


class _Origin(_Text):
    """Where a page comes from: scheme, host and port, or `*` for anywhere."""

    name = "origin"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The origin as a browser sends it."""
        origin = super().convert(value, param, ctx).lower()
        if origin != "*" and not _ORIGIN.fullmatch(origin):
            self.fail(f"{value!r} is no origin; write https://archive.example, http://localhost:3000 or *", param, ctx)
        return origin


class _BaseUrl(click.ParamType[str]):
    """The address of a site, without the slash at its end."""

    name = "url"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The address as it begins every other one."""
        if value and not _BASE_URL.fullmatch(value):
            self.fail(f"{value!r} is no address of a site; write https://archive.example", param, ctx)
        return value.rstrip("/")


class _Moment(click.ParamType[datetime]):
    """A moment, or the beginning of a day; of UTC where it does not say."""

    name = "moment"

    def convert(self, value: str | datetime, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The moment with its time zone."""
        try:
            moment = value if isinstance(value, datetime) else datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no moment; write 2026-11-29T17:10:00Z, or a day", param, ctx)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


BASE_URL = _BaseUrl()
TEXT = _Text()
LANGUAGE = _Language()
ORIGIN = _Origin()


class _Seconds(click.ParamType[float]):
    """Seconds of a processor; 0 for no limit."""

    name = "seconds"

    def convert(self, value: str | float, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number of seconds."""
        try:
            seconds = float(value)
        except ValueError:
            seconds = -1.0
        if not 0 <= seconds <= _LONGEST:
            self.fail(f"{value!r} is no number of seconds; write such as 60, or 0 for no limit", param, ctx)
        return seconds


def _fields(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> dict[str, str] | None:
    """The user's names of fields, each with ours; None where none is given, which leaves those of the index."""
    named: dict[str, str] = {}
    for value in values:
        ours, equals, theirs = value.partition("=")
        if not equals or ours.strip() not in OUR_FIELDS:
            known = ", ".join(OUR_FIELDS)
            raise click.BadParameter(f"{value!r}: write FIELD=NAME, where FIELD is one of {known}", ctx, param)
        if theirs.strip():
            named[theirs.strip()] = ours.strip()
    return named if values else None


OUR_FIELDS = (
    "text", "html", "title", "id", "url", "source", "author", "language", "published", "captured", "entities",
    "countries", "clean",
)  # fmt: skip
SECONDS = click.option(
    "--article-seconds",
    type=_Seconds(),
    metavar="SECONDS",
    help="Refuse articles that take more of a processor; the index keeps it. [default: 60]",
)
FIELDS = click.option(
    "--field",
    "fields",
    multiple=True,
    type=TEXT,
    callback=_fields,
    metavar="FIELD=NAME",
    help="What your files call a field, as in text=corpo; again for another. The index keeps them; text= alone: none.",
)


_EXAMPLES = {
    Facet.ENTITY: ', such as "John Kerry"',
    Facet.COUNTRY: ", such as Syria or SY",
    Facet.YEAR: ", such as 2019, 2014..2019 or 2019-04",
    Facet.LANGUAGE: ", such as fr",
    Facet.BASIS: " of their date: stated, inferred or undated",
}


def filters(command: Callable[..., None]) -> Callable[..., None]:
    """The options of every command that searches."""
    for facet in reversed(Facet):
        noun = facet.field.noun[0]
        told = f"Leave out articles with this {noun}."
        command = click.option(
            f"--not-{facet}", f"not_{facet}", type=TEXT, multiple=True, metavar=noun.upper(), help=told
        )(command)
    for facet in reversed(Facet):
        if facet.field.several:
            told = f"Articles with all of several {facet.field.noun[1]}, or with any of them. [default: any]"
            choice = click.Choice([each.value for each in Match])
            command = click.option(f"--{facet}-match", f"{facet}_match", type=choice, help=told)(command)
    for facet in reversed(Facet):
        noun = facet.field.noun[0]
        told = f"Only articles with this {noun}{_EXAMPLES.get(facet, '')}; again for another."
        command = click.option(f"--{facet}", type=TEXT, multiple=True, metavar=noun.upper(), help=told)(command)
    command = click.option("--group", is_flag=True, default=None, help="Of near-duplicates only the first published.")(
        command
    )
    command = click.option(
        "--expand/--no-expand",
        default=None,
        help="Order also by words that the best articles share. [default: with --match any, from 5 words on]",
    )(command)
    command = click.option(
        "--meaning/--no-meaning",
        default=None,
        help="Order also by nearness in meaning. [default: with --match any, from 5 words on]",
    )(command)
    command = click.option(
        "--added-since",
        type=_Moment(),
        metavar="MOMENT",
        help="Only articles added to the index later, such as 2026-11-29.",
    )(command)
    command = click.option(
        "--match",
        type=click.Choice([each.value for each in Match]),
        default=Match.ALL.value,
        help="Articles with all the words, or with any of them. [default: all]",
    )(command)
    return click.option(
        "--sort",
        type=click.Choice([each.value for each in Sort]),
        default=Sort.RELEVANCE.value,
        help="Order of the articles. [default: relevance]",
    )(command)


def request_of(query: str, options: dict[str, Any]) -> SearchRequest:
    """The search that was typed. Raises `BadRequest`."""
    chosen = {facet: options.pop(facet) for facet in Facet}
    exclude = {facet: options.pop(f"not_{facet}") for facet in Facet}
    said = {facet: options.pop(f"{facet}_match") for facet in Facet if facet.field.several}
    return SearchRequest(
        q=query,
        match=Match(options.pop("match")),
        sort=Sort(options.pop("sort")),
        filters={facet: values for facet, values in chosen.items() if values},
        exclude={facet: values for facet, values in exclude.items() if values},
        facet_match={facet: Match(each) for facet, each in said.items() if each},
        **options,
    )
