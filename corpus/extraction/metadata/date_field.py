"""Read the date of publication that the fields of a record give, in any form that files write."""

import re
from collections.abc import Mapping

from corpus.article import UNDATED, Basis, PartialDate
from corpus.errors import Refused
from corpus.extraction.dates.date_expressions import find_dates
from corpus.extraction.metadata.date_labels import UPDATED
from corpus.extraction.metadata.date_values import NUMBERS, readings
from corpus.extraction.metadata.language import language_of
from corpus.extraction.metadata.short_years import YEAR_FIRST
from corpus.late_pattern import late
from corpus.publication_day import dated

_BASES = {each.value: each for each in Basis}
_MEND = 'write "2019", "2019-04" or "2019-04-09"'
_NO_DATE = late(r"unknown|undated|n\.?d\.?|none|null|n/?a|nan|nat|tba|[-–—?.\s]*", re.IGNORECASE)
_TAG = late(r"[A-Za-z]{2}(?:[-_][A-Za-z]{2})?")
_CALLED = late(r"(?:/Date|new Date|ISODate|NumberLong)\(\W{0,2}([^()]{4,40}?)([+-]\d{4})?\W{0,2}\)/?", re.ASCII)
"""As .NET and MongoDB's shell write a date."""
_UPDATED = late(r"\W{0,3}(?:last\s+)?(?:updated?|modified|edited)\b[^;|]{6,60}[;|]\s*(?=\D{0,40}\d)", re.IGNORECASE)
_NO_CLOCK = late(
    r"(?:1970-01-01|1900-01-01|1899-12-3[01]|1601-01-01|0001-01-01)[T ]00:00(?::00(?:\.0+)?)?(?:Z|\+00:?00| UTC)?"
    r"|(?:1970-01-01[T ](?:0\d|1[0-4])|1969-12-31[T ](?:1[2-9]|2[0-3])):[034][05]:00(?:\.0+)?(?:[+-]\d\d:?\d\d)?"
)
"""What programs write where there is no date, at the hour of their time zone."""
_PERSIAN = late("[پچژگکی]")
_EAST_ASIAN = late("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def given_date(fields: Mapping[str, object], text: str = "") -> PartialDate | None:
    """The date that a record gives; None where it gives none, so that it is looked for in the `text`.

    A given date is a stated one unless `published_basis`, which an export has, says otherwise. Raises `Refused` where
    the value is no date on which an article can have been published.
    """
    value, basis = fields.get("published"), _basis(fields.get("published_basis"))
    if value is None or (isinstance(value, str) and _NO_DATE.fullmatch(value.strip())):
        return UNDATED if basis is Basis.UNKNOWN else None
    evidence = fields.get("published_evidence")
    return date_of_value(
        value,
        "published",
        Basis.INFERRED if basis is Basis.INFERRED else Basis.STATED,
        evidence if isinstance(evidence, str) and evidence else None,
        _tag(fields.get("language"))
        or _tag_of_letters(fields.get("title"))
        or (language_of(text, None, "") if is_ambiguous(value) else ""),
    )


def _tag(language: object) -> str:
    """The tag of a language that is given as one."""
    return language.strip().replace("_", "-") if isinstance(language, str) and _TAG.fullmatch(language.strip()) else ""


def _tag_of_letters(title: object) -> str:
    """What the letters of a title tell of the order and the calendar in which its record writes days."""
    if not isinstance(title, str) or title.isascii():
        return ""
    return YEAR_FIRST if _EAST_ASIAN.search(title) else "fa" if _PERSIAN.search(title) else ""


def date_of_value(
    value: object, name: str, basis: Basis = Basis.STATED, evidence: str | None = None, language: str = ""
) -> PartialDate | None:
    """The date that the value of a field is: words, numbers of the calendar, seconds or milliseconds since 1970.

    Where month and day may be either and the tag of the `language` does not tell, the year alone is known. Raises
    `Refused`, which names the field.
    """
    value = _bare(value)
    written = value if isinstance(value, str) else str(value)
    if _NO_CLOCK.fullmatch(written):
        raise Refused(f"the field {name} is {value!r}, which programs write for no date; {_MEND}")
    impossible = False
    for year, month, day in readings(value, written, language):
        try:
            if found := dated(year, month, day, evidence or written, basis):
                return found
            raise Refused(f"the field {name} is {value!r}, which lies in the future or before 1600; mend or drop it")
        except (ValueError, OverflowError):
            impossible = True
    if not impossible and isinstance(value, str) and (found := _named(written, language)):
        return PartialDate(found.year, found.month, found.day, basis, evidence or written)
    raise Refused(f"the field {name} is {value!r}, which is no date; {_MEND}")


def _named(written: str, language: str) -> PartialDate | None:
    """The first day that some words name and do not call that of a change; else the first."""
    matches = list(find_dates(written, lambda: language or None))
    before = 0
    for each in matches:
        if not UPDATED.search(written, before, each.start):
            return each.date
        before = each.end
    return matches[0].date if matches else None


def is_ambiguous(value: object) -> bool:
    """Whether a value is a date in numbers whose day and month may be either."""
    return isinstance(written := _bare(value), str) and NUMBERS.match(written) is not None


def _bare(value: object) -> object:
    """A value without the list of one, the call or the words around it."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, dict):
        if (seconds := value.get("seconds", value.get("_seconds"))) is not None:  # as Firestore and Protobuf write it
            return seconds
        parts = [value.get(part) for part in ("year", "month", "day")]
        value = parts[: parts.index(None)] if None in parts else parts
    if not isinstance(value, str):
        return value
    text = _UPDATED.sub("", " ".join(value.split()), count=1)
    called = _CALLED.fullmatch(text)
    return called[1] if called else text


def _basis(value: object) -> Basis | None:
    if value is None:
        return None
    if not isinstance(value, str) or value not in _BASES:
        raise Refused(f"the field published_basis is {value!r}; write stated, inferred or unknown")
    return _BASES[value]
