"""Read dates as programs write them: ISO 8601, compact digits, seconds since 1970, RFC 2822, Java's."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from corpus.article import PartialDate
from corpus.extraction.dates.date_expressions import find_date, unknown_language
from corpus.extraction.dates.readings import Language
from corpus.publication_day import dated

_COMPACT = re.compile(r"((?:1[6-9]|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}(?:\.\d+)?Z?)?")
_COLONS = re.compile(r"((?:1[6-9]|20)\d\d):(\d\d):(\d\d)(?!\S)")
"""As cameras write a day."""
_EPOCH = re.compile(r"(-?\d{9,10})(?:\.\d+)?|(-?\d{12,13})|(-?\d{15,16})")
_NO_DATE = re.compile(r"1970-01-01|(?:1900-01-01|1899-12-3[01]|1601-01-01|0001-01-01)[T ]00:00", re.ASCII)
"""What programs write where there is no date."""
_UNITS = (1, 1_000, 1_000_000)
_DATE_KEYS = ("$date", "$numberLong", "@value", "value", "date", "datetime", "iso")
_START = datetime(1970, 1, 1, tzinfo=UTC)
_LONGEST = 300
_FIRST_YEAR = 1980
"""No news was dated by a computer's clock before; what seems so is an empty field."""


def machine_text(value: Any) -> str | None:
    """The text of a date in a value of JSON: of a string, a number, or an object about one such as `{"$date": …}`."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, Mapping):
        return next((text for key in _DATE_KEYS if (text := machine_text(value.get(key)))), None)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return f"{value:.0f}" if abs(value) < 1e17 else None  # noqa: PLR2004 - beyond every clock
    return " ".join(value[:_LONGEST].split()) or None if isinstance(value, str) else None


def machine_date(text: str, language: Language = unknown_language) -> PartialDate | None:
    """The day that a text names, as a program or as a person writes it."""
    text = text.strip()
    if _NO_DATE.match(text):
        return None
    if epoch := _EPOCH.fullmatch(text):
        return _clock(text, epoch)
    compact = _COMPACT.fullmatch(text) or _COLONS.match(text)
    if compact is None:
        found = find_date(text, language)
        return found.date if found else None
    try:
        return dated(int(compact[1]), int(compact[2]), int(compact[3]), text)
    except ValueError:
        return None


def _clock(text: str, epoch: re.Match[str]) -> PartialDate | None:
    count, unit = next((int(part), unit) for part, unit in zip(epoch.groups(), _UNITS, strict=True) if part)
    try:
        moment = _START + timedelta(seconds=count // unit)
    except OverflowError:
        return None
    return dated(moment.year, moment.month, moment.day, text) if moment.year >= _FIRST_YEAR else None
