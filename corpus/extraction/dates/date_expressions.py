"""Find the day that some words name, in any language of CLDR: `9 September 2014`, `14.10.2019`, `2019年3月22日`."""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.article import PartialDate
from corpus.extraction.dates.calendar_names import MOST_WORDS, weekdays_of
from corpus.extraction.dates.hebrew_dates import hebrew_days
from corpus.extraction.dates.named_dates import is_filler, joined, named_date
from corpus.extraction.dates.numeric_dates import numeric_date, of_this_time
from corpus.extraction.dates.readings import Candidate, Language, chosen
from corpus.extraction.dates.tokens import Token, tokens_of, western
from corpus.late_pattern import late
from corpus.publication_day import dated

_MAY_DATE = late(
    r"(?<!\d)(?:1[2-9]|2[0-5])\d\d(?!\d)|[年년]"
    r"|(?<![\d.:/-])\d{1,2}([-./])\d{1,2}\1\d\d(?![\d:])|\d[ -][^\W\d_]{3,}[ -]?['’]?\d\d\b"
)
_HEBREW = (" ת", "'ת", "׳ת")
"""With what the year of a day of the Hebrew calendar begins."""
_LONGEST_GAP = 3
"""Signs that may stand between a date and the weekday or the time beside it."""
_SUFFIXES = frozenset(
    (
        "г",
        "года",
        "р",
        "року",
        "d",
        "m",
        "a",
        "ko",
        "gada",
        "r",
        "ء",
        "هـ",
        "ه",
        "م",
        "ж",
        "жыл",
        "ዓ.ም",
        "ዓ/ም",
        "հ",
        "თ",
    )
)
"""Words behind a date that belong to it."""
_FIRST_WHOLE_WORDS = "\u0e00"
"""From here on in Unicode, a single sign may be a word."""
_THAI_ORDINAL = "ที่"
"""Between a weekday and the number of the day; no blank parts it from the weekday."""
_CONNECTIVE = 8
"""Letters of a word between a date and a time of day: `at`, `um`, `klockan`."""


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date and where it stands: the words from `start` to `end` name it, weekday and time of day included.

    `weekday`: one is named.
    """

    date: PartialDate
    start: int
    end: int
    weekday: bool = False


def unknown_language() -> str | None:
    """Nothing is known of the language of a text."""
    return None


def find_date(text: str, language: Language = unknown_language) -> DateMatch | None:
    """The first possible day of publication that a short text names.

    `language` gives the language tag of the text (`pt`, `en-GB`); it is asked where the words alone do not tell.
    """
    return next(find_dates(text, language), None)


def find_dates(text: str, language: Language = unknown_language) -> Iterator[DateMatch]:
    """Every possible day of publication that a short text names, in order."""
    if any(mark in text for mark in _HEBREW) and (of_israel := [*_of_israel(text)]):
        yield from sorted([*of_israel, *_found(text, language)], key=lambda found: found.start)
    else:
        yield from _found(text, language)


def _of_israel(text: str) -> Iterator[DateMatch]:
    for start, end, day in hebrew_days(text):
        if found := dated(day.year, day.month, day.day, f"{text[start:end]} (Hebrew calendar)"):
            yield DateMatch(found, start, end)


def _found(text: str, language: Language) -> Iterator[DateMatch]:
    plain = western(text)
    if not _MAY_DATE.search(plain):
        return
    tokens = tokens_of(plain)
    first = after = 0
    while after < len(tokens):
        found = _candidate(tokens, first, after, text, language)
        if found is None:
            after += 1
            continue
        begin, end, candidate = found
        begin, end, weekdays = _widened(tokens, first, begin, end, language)
        if candidate.confirmed and not weekdays and any(each.kind == "time" for each in tokens[begin:end]):
            candidate = of_this_time(tokens[begin:end], language) or candidate
        words = text[tokens[begin].start : tokens[end - 1].end]
        if date := chosen(candidate, weekdays, words.strip(" ,")):
            yield DateMatch(date, tokens[begin].start, tokens[end - 1].end, bool(weekdays))
        first = after = max(end, after + 1)


def _candidate(
    tokens: list[Token], first: int, at: int, text: str, language: Language
) -> tuple[int, int, Candidate] | None:
    token = tokens[at]
    if token.kind in {"ymd", "dmy", "short", "cjk"}:
        read = numeric_date(token, text, language)
        return (at, at + 1, read) if read else None
    if token.kind in {"word", "number"}:
        return named_date(tokens, first, at, language)
    return None


def _widened(
    tokens: list[Token], first: int, begin: int, end: int, language: Language
) -> tuple[int, int, frozenset[int]]:
    """The tokens of a date with the weekday and the time of day on either side, and the weekdays that are named."""
    weekdays: set[int] = set()
    while (step := _before(tokens, first, begin, weekdays, language)) is not None:
        begin = step
    while (step := _behind(tokens, end, weekdays, language)) is not None:
        end = step
    return begin, end, frozenset(weekdays)


def _before(tokens: list[Token], first: int, begin: int, weekdays: set[int], language: Language) -> int | None:
    """Where a weekday or a time begins that stands before the token `begin`."""
    at = begin
    while at > first and begin - at < _LONGEST_GAP and _is_light(tokens[at - 1]):
        at -= 1
    if at > first and (tokens[at - 1].kind == "time" or is_filler(tokens[at - 1])):
        return at - 1
    for count in range(MOST_WORDS, 0, -1):
        start = at - count
        if start >= first and (found := _weekday(tokens, start, at, language)):
            weekdays.update(found)
            return start
    return None


def _behind(tokens: list[Token], end: int, weekdays: set[int], language: Language) -> int | None:
    """Where a weekday, a time or the word `year` ends that stands behind a date."""
    at = end
    while at < len(tokens) and at - end < _LONGEST_GAP and _is_light(tokens[at]):
        at += 1
    if at == len(tokens):
        return None
    if tokens[at].kind == "time" or (
        (at == end or tokens[at - 1].text == "(") and tokens[at].text.casefold() in _SUFFIXES
    ):
        return _closed(tokens, at + 1)
    if at + 1 < len(tokens) and tokens[at].kind == "word" and len(tokens[at].text) <= _CONNECTIVE:
        clock = next((n for n in range(at + 1, min(at + 4, len(tokens))) if not _is_connective(tokens[n])), at + 1)
        if clock < len(tokens) and tokens[clock].kind == "time":
            return _closed(tokens, clock + 1)
    for count in range(MOST_WORDS, 0, -1):
        if at + count <= len(tokens) and (found := _weekday(tokens, at, at + count, language)):
            weekdays.update(found)
            return _closed(tokens, at + count)
    return None


def _is_connective(token: Token) -> bool:
    return _is_light(token) or (token.kind == "word" and len(token.text) <= _CONNECTIVE // 2)


def _closed(tokens: list[Token], end: int) -> int:
    """The end moved over a closing parenthesis, or the full stop of what is shortened."""
    return end + 1 if end < len(tokens) and tokens[end].text in {")", "]", "）", "."} else end


def _is_light(token: Token) -> bool:
    return token.kind == "other" and token.text in ",.|/–—-·•([（:،、"


def _weekday(tokens: list[Token], start: int, end: int, language: Language) -> frozenset[int]:
    if end == start + 1 and len(tokens[start].text) == 1 and tokens[start].text < _FIRST_WHOLE_WORDS:
        return frozenset()
    if any(token.kind not in {"word", "number"} and token.text != "-" for token in tokens[start:end]):
        return frozenset()
    return weekdays_of(joined(tokens[start:end]).removesuffix(_THAI_ORDINAL), language)
