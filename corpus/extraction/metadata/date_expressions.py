"""Which day do some words name? `9 September 2014`, `Oct. 14, 2019`, `14.10.2019`, `14 de octubre de 2019`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from corpus.article import PartialDate
from corpus.publication_day import dated

_LANGUAGES = ("en", "en_GB", "de", "fr", "es", "ru")
_YEAR = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)")
_MONTHS = 12
_TIME = r"""\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?:[.,]\d+)?\s*(?:[ap]\.?m\b\.?)?|\d{1,2}\s*[ap]\.?m\b\.?|[+-]\d\d:?\d\d\b
    |(?-i:\b(?:A?[ECMP][DS]T|GMT|UTC|BST|[IJKN]ST|HKT|SGT|CES?T|EES?T|MSK|WES?T|[AEMPC]T|Z|Uhr)\b)"""


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date and where it stands: the words from `start` to `end` name it, weekday and time of day included."""

    date: PartialDate
    start: int
    end: int


def find_date(text: str) -> DateMatch | None:
    """The first possible day of publication that a short text names, in the languages read."""
    if not _YEAR.search(text):
        return None
    for found in _pattern().finditer(text):
        if date := _date(found):
            return DateMatch(date, found.start(), found.end())
    return None


def _date(found: re.Match[str]) -> PartialDate | None:
    words = found[0].strip(" ,")
    for year, month, day in _readings(found.groupdict()):
        try:
            return dated(year, month, day, words)
        except ValueError:
            continue
    return None


def _readings(parts: dict[str, str | None]) -> Iterator[tuple[int, int | None, int | None]]:
    """Year, month and day as they may be meant. With slashes either may come first: the year alone is sure."""
    first, second = int(parts["first"] or 0), int(parts["second"] or 0)
    year = int(next(value for name, value in parts.items() if name.startswith("y") and value))
    if parts["y3"]:
        yield year, int(parts["m3"] or 0), int(parts["d3"] or 0)
    elif parts["y4"]:
        yield year, int(parts["m4"] or 0), int(parts["d4"] or 0)
    elif not parts["y5"]:
        name = next(value for key in ("n1", "n2", "n6") if (value := parts[key]))
        day = parts["d1"] or parts["d2"]
        yield year, _months()[name.casefold()], int(day) if day else None
    elif first == second or max(first, second) > _MONTHS:
        yield (year, first, second) if second > _MONTHS else (year, second, first)
    else:
        yield year, None, None


@cache
def _pattern() -> re.Pattern[str]:
    month = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    weekday = "|".join(sorted(map(re.escape, _weekdays()), key=len, reverse=True))
    year = r"(?:1[6-9]|20)\d\d(?!\d)"
    return re.compile(
        rf"""(?<!\w)(?:(?:{weekday})\b[.,]{{0,2}}\s+)?(?:(?:{_TIME})[\s,]+){{0,3}}(?:
          (?P<d1>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?\s+(?:of\s+|de\s+)?(?P<n1>{month})\b\.?,?\s+(?:de\s+|del\s+)?(?P<y1>{year})
        | (?P<n2>{month})\b\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+)(?P<y2>{year})
        | (?P<y3>{year})[-./](?P<m3>\d{{1,2}})[-./](?P<d3>\d{{1,2}})(?:T(?=\d\d:))?
        | (?P<d4>\d{{1,2}})[.-](?P<m4>\d{{1,2}})[.-](?P<y4>{year})
        | (?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})/(?P<y5>{year})
        | (?P<n6>{month})\b\.?,?\s+(?:de\s+)?(?P<y6>{year})
        )(?:\s*г(?:\.|ода)?(?!\w))?(?:[\s,|/–-]*(?:at|um|à|a\s+las|в)?\s*(?:{_TIME})){{0,4}}""",
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _months() -> dict[str, int]:
    """Month names, full and short, as Unicode's locale data has them."""
    return {name: number for number, name in _names("months")}


@cache
def _weekdays() -> list[str]:
    return sorted({name for _, name in _names("days")})


def _names(kind: str) -> Iterator[tuple[int, str]]:
    from babel import Locale  # noqa: PLC0415 - most texts name no date where it is looked for

    for language in _LANGUAGES:
        for forms in getattr(Locale.parse(language), kind).values():
            for width in ("wide", "abbreviated"):
                yield from ((number, name.rstrip(".").casefold()) for number, name in forms[width].items())
