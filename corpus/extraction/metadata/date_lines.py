"""Find the date of publication that a text states: in its date lines, never in running text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.article import PartialDate
from corpus.extraction.dates.date_expressions import DateMatch, find_dates, unknown_language
from corpus.extraction.dates.readings import Language
from corpus.extraction.metadata.date_labels import PUBLISHED, UPDATED
from corpus.extraction.metadata.issue_numbers import without_issue
from corpus.extraction.text.lines import Line
from corpus.late_pattern import late

_LONGEST = 120
_TOP_LINES = 12
_TOP_SENTENCES = 2
_BYLINE_WORDS = 14
_SOURCE_WORDS = 4
_BYLINE = late(
    r"(?:by|von|par|por|автор:?|autor:|auteur:|autore:"
    r"|(?:di|door|oleh|av|af)(?=\s(?-i:[A-ZÀ-Þ])[\w.’'-]*\s(?-i:[A-ZÀ-Þ])))\s",
    re.IGNORECASE,
)
_FILLER = late(
    r"\W+|\b(?:on|at|am|um|le|el|à|a|os|den|den|kl|klo|il|em|à|online|the|الموافق|godz|ore|ora|ob|les|h|ч|uur)\b"
    r"|\b\d+\s+(?:min(?:ute)?|hour|day|week|month|year)s?\s+ago\b",
    re.IGNORECASE,
)
_SOURCE = late(
    r"(?:来源|來源|文章来源|稿源|出典|출처|source|quelle|fuente|fonte|источник|джерело|المصدر|منبع|kaynak|sumber|nguồn)\s*[:：].{1,40}$",
    re.IGNORECASE,
)
_PLACE = late(
    r"(?:[A-ZÀ-ÞА-ЯΑ-Ω][\w.’'-]*(?:\s+(?:de|del|la|am|an der|upon)(?=\s))?\s*){1,3},\s*(?:den|a|à|le|li|em|en|il)?\s*"
    r"|[\u0621-\u064a]{2,12}(?: [\u0621-\u064a]{2,12})? في\s*"
)
"""Where a letter or a release is written, before its day."""
_SECTION = late(r"\s+(?:in|dans|en|em)\s+[A-ZÀ-Þ][\w-]{2,20}\s*")
_SIGNED = late(r"\s+[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af][\w\s/／|·.:：]{1,28}")
"""What stands behind the day of a page: the part of the newspaper, or the agency and the reporter."""
_OF_ANOTHER = late(
    r"\W*(?:born|died|event date|when|deadline|geboren|gestorben|née?|décédée?|nat[oa]|nacid[oa]|nascid[oa])\b",
    re.IGNORECASE,
)
"""With what a line begins whose day is that of something else."""
_CALENDAR = late(r"\([\w ]+ calendar\)$")
_SMALL = frozenset(("of", "the", "and", "de", "la", "et", "und"))
_SPAN = late(r"\s*(?:[-–—~]|to|until|bis|au|al|до|a|até|tot|do)\s*", re.IGNORECASE)
"""Between the first and the last day of what is announced."""
_STATE = late(r"\W*stand\b", re.IGNORECASE)
"""Before the day on which a text was last looked at, where another is the day of publication."""
_MASTHEAD_LINES = 3
_LEAST_PARTS = 3
_DIVIDED = late(r"[|•·]")
_BAR = late(r"\s*[|•·]\s*|\s/\s")
_DATELINE = late(r"(?:\([^)]{2,40}\)\s*)?(?:[A-ZÀ-ÞА-Я][\w.'’-]*[ ,/–—-]+){1,6}\(?$")
_TELEGRAM = late(r"[A-ZÀ-ÞА-ЯΑ-Ω][A-ZÀ-ÞА-ЯΑ-Ω .'’-]{2,30},\s*")
_FULL_STOP = late(r"\.\s?[A-ZÀ-ÞА-ЯΑ-Ω]")
"""`LONDON, June 15, 1886. The Queen …`, as old newspapers have it."""
_ARABIC_PLACE = "[\u0621-\u064a]{2,12}(?: [\u0621-\u064a]{2,12})?"
_WIRES = (
    (late(r"[（(【]?[\u3400-\u9fff]{2,16}\s?"), late(r"\s?(?:电|電|讯|訊)(?:\W|$|[记記]者)")),
    (late(r"[(\[][가-힣]{2,10}\s?=\s?[가-힣]{2,12}[)\]]\s*"), late(r"\s")),
    (late(rf"{_ARABIC_PLACE}،\s*"), late(r"\s*(?:[-–—]\s|/[^/]{2,20}/|\([^)]{2,30}\))")),
    (late(rf"{_ARABIC_PLACE} في\s*"), late(r"\s*(?:/[^/]{2,20}/|\([^)]{2,30}\)\s*[-–—])")),
)
"""What agencies that write without capitals have before and behind the day: `新华社北京2019年3月22日电`."""
_AFTER_DATELINE = late(
    r"\)?[\s,]*(?:\([^)]{2,40}\)|[A-ZА-Я]{2,12})?\s*(?:[-–—:]+\s|\.\s?[-–—]+)|,\s*[A-ZА-Я]{2,12}(?:\s[A-ZА-Я]{2,12})?\.\s(?=[A-ZА-Я])"
    r"|\.\s{0,2}\([^)]{2,40}\)\s*[-–—]"
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A date of publication and the number of its line.

    `alone`: the line says nothing else. `updated`: it is the day of a change.
    """

    date: PartialDate
    line: int
    alone: bool
    updated: bool = False


def stated_date(
    lines: Sequence[Line], headline: int | None = None, language: Language = unknown_language
) -> Stated | None:
    """The date of publication that an article states near its top, or in its last line.

    `headline` is the number of its line: what stands above it is asked last. A date of update counts where no other is.
    `language` gives the language of the text, where the words of a date leave it open.
    """
    updated: Stated | None = None
    for number in _near(lines, headline):
        if found := _stated(lines[number].text, number, headline, language):
            if not found.updated:
                above = headline is not None and number < headline  # as the day on which a page was saved
                later = updated is not None and (found.date.iso or "") > (updated.date.iso or "")
                return updated if updated and above and later else found
            updated = updated or found
    if updated is None and len(lines) > 1 and is_date_line(lines[-1].text):
        return _stated(lines[-1].text, len(lines) - 1, headline, language)
    return updated


def _near(lines: Sequence[Line], headline: int | None) -> Iterator[int]:
    start = 0 if headline is None else headline + 1
    sentences = 0
    for number in range(start, min(start + _TOP_LINES, len(lines))):
        yield number
        sentences += lines[number].sentence
        if sentences > _TOP_SENTENCES:
            break
    yield from range(start - 1, max(start - 1 - _TOP_LINES, -1), -1)


def _stated(text: str, number: int, headline: int | None, language: Language) -> Stated | None:
    """The date that a line states."""
    matches = list(find_dates(text[:_LONGEST], language))
    if not matches or _OF_ANOTHER.match(text):
        return None
    below = headline is not None and number == headline + 1
    bare = without_issue(text) if below or number < (headline or 1) else text
    if len(text) <= _LONGEST and (_is_dated(bare, matches) or _is_signed(bare, matches[0], number, below=below)):
        found, updated = _published_of(text, matches)
        return Stated(replace(found.date, evidence=_quoted(text, found.date)), number, alone=True, updated=updated)
    before, after = text[: matches[0].start], text[matches[0].end :]
    placed = before.isupper() or before.rstrip().endswith((",", "(", "–", "—"))
    if before.isupper() and _TELEGRAM.fullmatch(before) and _FULL_STOP.match(after):
        evidence = text[: matches[0].end].strip()
        return Stated(replace(matches[0].date, evidence=evidence), number, alone=False)
    if any(start.fullmatch(before) and end.match(after) for start, end in _WIRES):
        return Stated(replace(matches[0].date, evidence=text[: matches[0].end]), number, alone=False)
    span = len(matches) > 1 and _is_span(text, matches[0], matches[1])
    if placed and not span and _DATELINE.match(before) and (end := _AFTER_DATELINE.match(after)):
        evidence = text[: matches[0].end + end.end()].rstrip(" -–—:")
        return Stated(replace(matches[0].date, evidence=evidence), number, alone=False)
    return None


def _quoted(text: str, found: PartialDate) -> str:
    """The line as evidence, with the calendar that its date was read in."""
    calendar = _CALENDAR.search(found.evidence)
    return f"{text} {calendar[0]}" if calendar else text


def _published_of(text: str, matches: Sequence[DateMatch]) -> tuple[DateMatch, bool]:
    """The first date of a line that is not said to be that of a change, else the first, and whether it is one."""
    matches = [found for found in matches if not _calendar(found)] or matches  # converted, it may be a day off
    before = 0
    first = None
    for found in matches:
        label = text[before : found.start]
        if not UPDATED.search(label):
            if not _STATE.match(label):
                return found, False
            first = first or found
        before = found.end
    return (first, False) if first else (matches[0], True)


def is_date_line(text: str) -> bool:
    """Whether a line is only a date, or says that it is the date of publication."""
    return len(text) <= _LONGEST and _is_dated(text, list(find_dates(text)))


def _is_dated(text: str, matches: Sequence[DateMatch]) -> bool:
    if not matches or any(_is_span(text, one, other) for one, other in pairwise(matches)):
        return False
    parts = [text[: matches[0].start], *(text[a.end : b.start] for a, b in pairwise(matches)), text[matches[-1].end :]]
    rest = " ".join(parts).strip()
    if PUBLISHED.match(rest) or UPDATED.match(rest):
        return len(rest.split()) <= _BYLINE_WORDS
    rest = _SOURCE.sub("", " ".join(parts[:1] + [_without_change(part) for part in parts[1:]]))
    return not _FILLER.sub("", rest) or _is_placed(text, matches)


def _without_change(part: str) -> str:
    """What stands behind a date, but for what is said of a change."""
    found = UPDATED.search(part)
    return part if found is None else part[: found.start()]


def _is_placed(text: str, matches: Sequence[DateMatch]) -> bool:
    """`Berlin, den 15. Juni 2021`, `2021-06-15 07:10 聯合報 / 記者`: a place before the day, or an agency behind it."""
    before, after = text[: matches[0].start], text[matches[-1].end :]
    if not _FILLER.sub("", after):
        return _PLACE.fullmatch(before) is not None
    if not before and is_byline(after.strip()):
        return True
    return not before and (_SECTION.fullmatch(after) is not None or _SIGNED.fullmatch(after) is not None)


def _is_span(text: str, one: DateMatch, other: DateMatch) -> bool:
    """Whether two dates are the ends of a time, and not one day in two calendars."""
    apart = (one.date.iso != other.date.iso) and not (_calendar(one) or _calendar(other))
    return apart and _SPAN.fullmatch(text[one.end : other.start]) is not None


def _calendar(found: DateMatch) -> bool:
    return _CALENDAR.search(found.date.evidence) is not None


def is_byline(text: str) -> bool:
    """Whether a line names a writer: `By A. Writer`."""
    return _BYLINE.match(text) is not None and len(text.split()) <= _BYLINE_WORDS and not text.endswith(".")


def _is_signed(text: str, found: DateMatch, number: int, *, below: bool) -> bool:
    """`By A. Writer | 14 October 2019`, `A. Writer, Agency | 14 October 2019`, `AMMAN, 14 October 2019`.

    Below the headline also `Agency, 14 October 2019`; elsewhere that may be the caption of a photo.
    """
    before, after = text[: found.start], text[found.end :]
    names = f"{before} {after}".split()
    if is_byline(text) or (number < _TOP_LINES and _is_part(text, found)):
        return True
    if len(names) > _BYLINE_WORDS or any(name[0].islower() and name not in _SMALL for name in names):
        return False
    if number < _MASTHEAD_LINES and found.date.day and (_is_masthead(before, found) or before.isupper()):
        return True
    if text.endswith(".") or any(name[0].islower() for name in names):
        return False
    last = not _FILLER.sub("", after)
    named = below and before.endswith((", ", " - ", " – ", " — ")) and len(names) <= _SOURCE_WORDS
    return _DIVIDED.search(text) is not None or (last and (before.isupper() or named))


def _is_part(text: str, found: DateMatch) -> bool:
    """Whether bars part a line into short pieces of which the day is one: `Post | 22.03.2019 | Page 4`."""
    parts = [part.strip() for part in _BAR.split(f"{text[: found.start]}\0{text[found.end :]}")]
    apart = "\0" in parts and len(_BAR.split(text)) >= _LEAST_PARTS
    return apart and all(part.count(" ") < _SOURCE_WORDS for part in parts)


def _is_masthead(before: str, found: DateMatch) -> bool:
    """`The Evening Herald, Friday, March 22, 1918.`: a name in capital letters, then the weekday."""
    words = [word for word in before.split() if word[0].isalpha() and word not in _SMALL]
    return found.weekday and bool(words) and all(word[0].isupper() for word in words)
