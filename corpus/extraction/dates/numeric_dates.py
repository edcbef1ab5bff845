"""Read dates written in numbers: `2019-03-22`, `22.03.2019`, `3/22/2019`, `۱۳۹۸/۰۱/۰۲`, `平成31年3月22日`."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import cache

from corpus.extraction.dates.calendars import (
    BUDDHIST_YEARS,
    ERAS,
    LUNAR_YEARS,
    SOLAR_YEARS,
    buddhist_year,
    hijri,
    solar_hijri,
)
from corpus.extraction.dates.readings import Candidate, Language, Reading, centuries
from corpus.extraction.dates.tokens import Token
from corpus.publication_day import FIRST_YEAR

_MONTHS = 12
_YEAR_FIRST = frozenset(("ja", "zh", "ko", "hu", "mn", "lt", "lv", "sv", "af", "fa", "eu"))
_DIGITAL = 1990
_HAN_DIGITS = {each: number for number, each in enumerate("〇一二三四五六七八九")} | {"零": 0, "元": 1, "十": 10}
_PERSIAN_DIGITS = frozenset("۰۱۲۳۴۵۶۷۸۹")
_SOLAR_LANGUAGES = frozenset(("fa", "ps", "prs"))
_ARABIC_DIGITS = frozenset("٠١٢٣٤٥٦٧٨٩")
_THAI_DIGITS = frozenset("๐๑๒๓๔๕๖๗๘๙")


def numeric_date(token: Token, text: str, language: Language) -> Candidate | None:
    """What a date in numbers may mean; `text` is where it stands, in its own digits."""
    parts = token.parts
    written = text[token.start : token.end]
    if token.kind == "cjk":
        return _cjk(parts)
    if token.kind == "ymd":
        return _in_calendar(int(parts["y1"]), int(parts["m1"]), int(parts["d1"]), written, language)
    if token.kind == "dmy":
        year = int(parts["y2"])
        first, second = int(parts["f1"]), int(parts["f2"])
        if year < FIRST_YEAR or year in BUDDHIST_YEARS:
            return _in_calendar(year, second, first, written, language)
        return _either(
            first, second, lambda month, day: [(year, month, day)], _order(parts["s2"], first, second, language)
        )
    first, second, short = int(parts["f3"]), int(parts["f4"]), int(parts["y3"])
    found = _either(first, second, lambda month, day: list(centuries(short, month, day)), "")
    return Candidate(found.readings, sure=False, confirmed=True) if found else None


def of_this_time(tokens: Sequence[Token], language: Language) -> Candidate | None:
    """What a date with a year of two digits means beside a time of day, as pages have it and old papers do not.

    None where the language does not tell the order of day and month, or writes the year first.
    """
    token = next((each for each in tokens if each.kind == "short"), None)
    tag = (language() or "") if token else ""
    if token is None or not tag or tag.partition("-")[0] in _YEAR_FIRST:
        return None
    first, second, short = (int(token.parts[part]) for part in ("f3", "f4", "y3"))
    year = next(year for year, _, _ in centuries(short, 1, 1) if year <= datetime.now(UTC).year)
    order = "dm" if token.parts["s3"] == "." else order_in(tag)
    if not order and token.parts["s3"] == "-":
        return None
    found = _either(first, second, lambda month, day: [(year, month, day)], order)
    return found if found and found.sure and year > _DIGITAL else None


def _either(first: int, second: int, years: Callable[[int, int], list[Reading]], order: str) -> Candidate | None:
    """Day and month in one order or the other; `order` is `dm` or `md` where it is known."""
    if second > _MONTHS >= first or (order == "md" and first <= _MONTHS):
        return Candidate(years(first, second))
    if first == second or first > _MONTHS or order == "dm":
        return Candidate(years(second, first))
    return Candidate([*years(second, first), *years(first, second)], sure=False)


def _order(separator: str, first: int, second: int, language: Language) -> str:
    """The order that a mark between numbers tells, or the language where they leave it open."""
    if separator.strip() != "/":
        return "dm"
    if first == second or max(first, second) > _MONTHS:
        return ""
    tag = language()
    return order_in(tag) if tag else ""


@cache
def order_in(tag: str) -> str:
    """The order of day and month, `dm` or `md`, in the short dates of a language; empty where it is not known.

    That of English is known only with its country.
    """
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - few texts have dates that need it

    if tag == "en":
        return ""
    try:
        pattern = str(Locale.parse(tag, sep="-").date_formats["short"].pattern).lower()
    except (UnknownLocaleError, ValueError):
        return ""
    return (
        "dm" if pattern.index("d") < pattern.index("m") else "md" if pattern.index("m") < pattern.index("y") else "dm"
    )


def _in_calendar(year: int, month: int, day: int, written: str, language: Language) -> Candidate | None:
    """A day in the calendar that its year, its digits and its language tell."""
    if year in BUDDHIST_YEARS and (_THAI_DIGITS.intersection(written) or (language() or "")[:2] == "th"):
        return Candidate([(buddhist_year(year), month, day)], calendar="Buddhist")
    if year >= FIRST_YEAR:
        return Candidate([(year, month, day)])
    tag = (language() or "").partition("-")[0]
    if year in SOLAR_YEARS and (_PERSIAN_DIGITS.intersection(written) or tag in _SOLAR_LANGUAGES) and tag != "ur":
        return converted(solar_hijri, (year, month, day), "Solar Hijri")
    if year in LUNAR_YEARS and (_ARABIC_DIGITS.intersection(written) or tag == "ar"):
        return converted(hijri, (year, month, day), "Hijri")
    return None


def converted(calendar: Callable[[int, int, int], date], day: tuple[int, int, int], name: str) -> Candidate | None:
    """The Gregorian day of a day in the calendar of a name; None where that has no such day."""
    try:
        found = calendar(*day)
    except ValueError:
        return None
    return Candidate([(found.year, found.month, found.day)], calendar=name)


def _cjk(parts: dict[str, str]) -> Candidate | None:
    year, month = _number(parts["y4"]), _number(parts["m4"])
    day = _number(parts["d4"]) if "d4" in parts else None
    if "era" in parts:
        return Candidate([(ERAS[parts["era"]] + year, month, day)])
    return Candidate([(year, month, day)]) if year >= FIRST_YEAR else None


def _number(written: str) -> int:
    """A number in digits, or in the signs of China: `二〇一九`, `二十二`."""
    if written.isdecimal():
        return int(written)
    if "十" not in written:
        return int("".join(str(_HAN_DIGITS[each]) for each in written))
    tens, _, ones = written.partition("十")
    return (_HAN_DIGITS[tens[-1]] if tens else 1) * 10 + (_HAN_DIGITS[ones[0]] if ones else 0)
