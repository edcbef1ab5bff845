"""Read dates whose month has a name: `22 March 2019`, `March 22, 2019`, `2019. március 22.`, `15 رجب 1440`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from corpus.extraction.dates.calendar_names import MOST_WORDS, in_language, months_of
from corpus.extraction.dates.calendars import (
    BUDDHIST_YEARS,
    ETHIOPIAN_MONTHS,
    LUNAR_MONTHS,
    LUNAR_YEARS,
    SOLAR_MONTHS,
    SOLAR_YEARS,
    buddhist_year,
    ethiopian,
    hijri,
    solar_hijri,
)
from corpus.extraction.dates.numeric_dates import converted
from corpus.extraction.dates.readings import Candidate, Language, centuries
from corpus.extraction.dates.tokens import Token
from corpus.folding import fold
from corpus.publication_day import FIRST_YEAR

_FILLERS = frozenset(
    fold(word)
    for word in re.split(
        r"\s+",
        """st nd rd th of the de del do da dell d der den dem le el la il em en na y m e er ko eko a ta an ng ika día
        dia in г год года року рік р ж оны жылғы жыл жылы жил жылдын тарихи yil yili yilda yilning gada metų
        men nin nın nap napja
        ngày năm ene ος από του της لعام عام سنة من ماه سال को तारीख ปี พ ศ ค พ.ศ. ค.ศ. วันที่ ที่ ឆ្នាំ ថ្ងៃទី ປີ දින
        დღე წლის წელი թ թվականի հ ին ዓ ም ዓ.ም ዓ/ም ቀን""",
    )
)
"""Words between the parts of a date."""
_LONGEST_DAY, _LONGEST_YEAR, _SHORT_YEAR = 2, 4, 2
_DAYS = 31
_SKIPPED = 6
_LIGHT = ",.-/'’()·،–ʼ`"


def named_date(tokens: list[Token], first: int, at: int, language: Language) -> tuple[int, int, Candidate] | None:
    """Where a date begins and ends whose month begins at a token, and what it may mean; None where none begins."""
    for count in range(min(MOST_WORDS + 1, len(tokens) - at), 0, -1):
        words = tokens[at : at + count]
        if not _is_name(words):
            continue
        before = list(islice(_numbers(tokens, range(at - 1, first - 1, -1)), 2))
        behind = list(islice(_numbers(tokens, range(at + count, len(tokens))), 2))
        parts = _parts(tokens, before, behind)
        candidate = parts and _meant(joined(words), parts, language)
        if parts and candidate:
            return min(at, *parts.used), max(at + count - 1, *parts.used) + 1, candidate
    return None


@dataclass(frozen=True, slots=True)
class _Parts:
    """The year and the day beside a month, and the tokens that they are."""

    year: int
    day: int | None
    used: tuple[int, ...]
    short: bool = False


def _is_name(words: list[Token]) -> bool:
    """Whether tokens may be a name: words, with numbers and hyphens among them as in `tháng 3` and `3-р сарын`."""
    kinds = {word.kind for word in words}
    inner = all(word.kind in {"word", "number"} or word.text == "-" for word in words)
    return inner and "word" in kinds and words[-1].text != "-" and words[0].text != "-"


def joined(words: list[Token]) -> str:
    """The text of tokens, with single spaces where space stands between them."""
    gaps = ["", *(" " if before.end < word.start else "" for before, word in pairwise(words))]
    return "".join(gap + word.text for gap, word in zip(gaps, words, strict=True)).replace("\u200c", " ")


def _numbers(tokens: list[Token], places: range) -> Iterator[int]:
    """The places of the numbers that stand next to a month, one after the other, words between them passed over."""
    skipped = 0
    for place in places:
        token = tokens[place]
        if token.kind == "number":
            yield place
            skipped = 0
        elif is_filler(token) or token.kind == "time" or (token.kind == "other" and token.text in _LIGHT):
            skipped += 1
        else:
            return
        if skipped > _SKIPPED:
            return


def _parts(tokens: list[Token], before: list[int], behind: list[int]) -> _Parts | None:
    """Year and day, in the orders that languages have: d M y, M d y, y M d, y d M."""
    for day, year in (
        (before[:1], behind[:1]),
        (behind[:1], behind[1:]),
        (behind[:1], before[:1]),
        (before[:1], before[1:]),
    ):
        if day and year and _is_day(tokens[day[0]]) and (read := _year(tokens, year[0])):
            return _Parts(read[0], int(tokens[day[0]].text), (day[0], year[0]), read[1])
    for year in (behind[:1], before[:1]):
        if year and (read := _year(tokens, year[0])) and not read[1]:
            return _Parts(read[0], None, (year[0],))
    return None


def is_filler(token: Token) -> bool:
    """Whether a word stands between the parts of a date: `of`, `de`, `года`."""
    return token.kind == "word" and fold(token.text) in _FILLERS


def _is_day(token: Token) -> bool:
    return len(token.text) <= _LONGEST_DAY and 1 <= int(token.text) <= _DAYS


def _year(tokens: list[Token], place: int) -> tuple[int, bool] | None:
    """A year, and whether it has two digits alone."""
    text = tokens[place].text
    if len(text) == _LONGEST_YEAR:
        return int(text), False
    return (int(text), True) if len(text) == _SHORT_YEAR else None


def _meant(name: str, parts: _Parts, language: Language) -> Candidate | None:
    year, day = parts.year, parts.day
    if (month := ETHIOPIAN_MONTHS.get(_key(name))) and not (language() or "").startswith("ti"):
        return None if parts.short or day is None else converted(ethiopian, (year, month, day), "Ethiopian")
    if parts.short or year >= FIRST_YEAR:
        months = months_of(name, rare=day is not None)
        if len(months) > 1:
            months = in_language(months, language())
        return _gregorian(tuple(months), parts)
    convert, name_of_calendar, table, years = (
        (solar_hijri, "Solar Hijri", SOLAR_MONTHS, SOLAR_YEARS)
        if _key(name) in SOLAR_MONTHS
        else (hijri, "Hijri", LUNAR_MONTHS, LUNAR_YEARS)
    )
    month = table.get(_key(name))
    if month is None or day is None or year not in years:
        return None
    return converted(convert, (year, month, day), name_of_calendar)


def _gregorian(months: tuple[int, ...], parts: _Parts) -> Candidate | None:
    if not months:
        return None
    year, day = parts.year, parts.day
    if parts.short:
        readings = [each for month in months for each in centuries(year, month, day or 1)]
        return Candidate(readings, sure=False, confirmed=True)
    if year in BUDDHIST_YEARS:
        return Candidate([(buddhist_year(year), month, day) for month in months], calendar="Buddhist")
    return Candidate([(year, month, day) for month in months], sure=len(months) == 1)


def _key(name: str) -> str:
    return fold(name).replace("'", "").strip()
