"""Tell the day at the place of publication of a moment that is written in the time of Greenwich."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from corpus.article import PartialDate
from corpus.publication_day import dated

_GREENWICH = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s?(?:Z|\+00:?00|UTC|GMT)$")
_DAYBREAK = ("00:00", "00:00:00")
"""What programs write where only the day is known."""
_BORROWED = frozenset(
    (
        "tv",
        "io",
        "me",
        "co",
        "ai",
        "fm",
        "to",
        "cc",
        "ws",
        "ly",
        "la",
        "nu",
        "gl",
        "gg",
        "is",
        "us",
        "eu",
        "ms",
        "tk",
        "su",
    )
)
"""Endings of countries that sites of any country have."""
_RENAMED = {"UK": "GB"}


def at_place(written: PartialDate, value: str, url: str | None, tag: str | None) -> PartialDate:
    """The day where the publication is, of a moment `value`; the written one where the place is not known.

    The place is the country of its address, else that of its language tag; of a country with several time zones, the
    day counts where all of them have the same.
    """
    found = _GREENWICH.fullmatch(value.strip())
    if found is None or found[2] in _DAYBREAK:
        return written
    moment = datetime.fromisoformat(f"{found[1]}T{found[2]}").replace(tzinfo=UTC)
    days = {moment.astimezone(zone).date() for zone in _zones(_territory(url, tag))}
    if len(days) != 1:
        return written
    day = days.pop()
    return dated(day.year, day.month, day.day, value) or written


def _territory(url: str | None, tag: str | None) -> str:
    try:
        ending = (urlsplit(url or "").hostname or "").rpartition(".")[2]
    except ValueError:
        ending = ""
    if len(ending) == len("jp") and ending not in _BORROWED:
        return _RENAMED.get(ending.upper(), ending.upper())
    return (tag or "").partition("-")[2]


@cache
def _zones(territory: str) -> tuple[ZoneInfo, ...]:
    return tuple(_found(territory)) if territory else ()


def _found(territory: str) -> Iterator[ZoneInfo]:
    from babel.core import get_global  # noqa: PLC0415 - few pages need it

    for name, of in get_global("zone_territories").items():
        if of == territory and name.partition("/")[0] not in {"Etc", "SystemV"}:
            try:
                yield ZoneInfo(name)
            except (OSError, ValueError, LookupError):
                continue
