"""When does a text say that it was published? Only its date lines count, never a date in running text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.article import PartialDate
from corpus.extraction.metadata.date_expressions import find_date
from corpus.extraction.text.lines import Line

_LONGEST = 120
_TOP_LINES = 12
_TOP_SENTENCES = 2
_BYLINE_WORDS = 14
_SOURCE_WORDS = 4
_PUBLISHED = re.compile(
    r"(?:first\s+)?(?:published|posted|date|issued|released|created|publication\s+date|veröffentlicht|erschienen|stand|datum"
    r"|publié|paru|date\s+de\s+publication|publicado|fecha|опубликовано|дата|publiziert|pubblicato|gepubliceerd"
    r"|opublikowano|postado|publicada|diterbitkan|yayın(?:lanma)?|기사\s?입력|입력|등록|게시|작성일|公開日|掲載日|投稿日|发布时间"
    r"|发布于|发表于|日期)(?!\w)",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"(?:last\s+)?(?:updated|modified|revised|aktualisiert|mis\s+à\s+jour|modifié|actualizado|обновлено)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:by|von|par|por|автор:?)\s", re.IGNORECASE)
_FILLER = re.compile(r"\W+|\b(?:on|at|am|um|le|el|à|on:|online|the)\b", re.IGNORECASE)
_DIVIDED = re.compile(r"[|•·]")
_DATELINE = re.compile(r"(?:\([^)]{2,40}\)\s*)?(?:[A-ZÀ-ÞА-Я][\w.'’-]*[ ,/]+){1,6}\(?$")
_AFTER_DATELINE = re.compile(r"\)?[\s,]*(?:\([^)]{2,40}\)|[A-Z]{2,12})?\s*[-–—:]+\s")


@dataclass(frozen=True, slots=True)
class Stated:
    """A date of publication and the number of its line; `alone` where the line says nothing else."""

    date: PartialDate
    line: int
    alone: bool


def stated_date(lines: Sequence[Line], headline: int | None = None) -> Stated | None:
    """The date of publication that an article states near its top, or in its last line.

    `headline` is the number of its line: what stands above it is asked last. A date of update counts where no other is.
    """
    updated = None
    for number in _near(lines, headline):
        if found := _stated(lines[number].text, number, below=headline is not None and number == headline + 1):
            if not _UPDATED.match(lines[number].text):
                return found
            updated = updated or found
    if updated is None and len(lines) > 1 and is_date_line(lines[-1].text):
        return _stated(lines[-1].text, len(lines) - 1, below=False)
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


def _stated(text: str, number: int, *, below: bool) -> Stated | None:
    """The date that a line states; `below`: it is the line below the headline."""
    found = find_date(text[:_LONGEST])
    if found is None:
        return None
    before, after = text[: found.start], text[found.end :]
    if len(text) <= _LONGEST and (is_date_line(text) or _is_signed(text, before, after, below=below)):
        return Stated(replace(found.date, evidence=text), number, alone=True)
    placed = before.isupper() or before.rstrip().endswith((",", "("))
    if placed and _DATELINE.match(before) and (end := _AFTER_DATELINE.match(after)):
        return Stated(replace(found.date, evidence=text[: found.end + end.end()].rstrip(" -–—:")), number, alone=False)
    return None


def is_date_line(text: str) -> bool:
    """Whether a line is only a date, or says that it is the date of publication."""
    found = find_date(text) if len(text) <= _LONGEST else None
    if found is None:
        return False
    rest = f"{text[: found.start]} {text[found.end :]}".strip()
    if _PUBLISHED.match(rest) or _UPDATED.match(rest):
        return len(rest.split()) <= _BYLINE_WORDS
    return not _FILLER.sub("", rest)


def is_byline(text: str) -> bool:
    """Whether a line names a writer: `By A. Writer`."""
    return _BYLINE.match(text) is not None and len(text.split()) <= _BYLINE_WORDS and not text.endswith(".")


def _is_signed(text: str, before: str, after: str, *, below: bool) -> bool:
    """`By A. Writer | 14 October 2019`, `A. Writer, Agency | 14 October 2019`, `AMMAN, 14 October 2019`.

    Below the headline also `Agency, 14 October 2019`; elsewhere that may be the caption of a photo.
    """
    names = f"{before} {after}".split()
    if is_byline(text):
        return True
    if len(names) > _BYLINE_WORDS or text.endswith(".") or any(name[0].islower() for name in names):
        return False
    last = not _FILLER.sub("", after)
    named = below and before.endswith(", ") and len(names) <= _SOURCE_WORDS
    return _DIVIDED.search(text) is not None or (last and (before.isupper() or named))
