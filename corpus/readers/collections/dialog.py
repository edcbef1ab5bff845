"""Split exports of Dialog, whose articles stand each below the name of its file."""

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.readers.collections.press_lines import RIGHTS, day_line, source_and_day
from corpus.readers.collections.splitter import Fields, Lines, Splitter, filled, joined, pieces_before

_BEGIN = re.compile(r"\s*DIALOG\s?\((?:R|r)\)\s?File\s+\d+\s*:\s*(.*)")
_NUMBER = re.compile(r"\s*\d+/\d+/\d+(?:\s+\(Item.*)?\s*")
_ACCESSION = re.compile(r"\d{4,}(?:\s+.{0,60})?")
_BY = re.compile(r"(?:By|Byline|Author)\s*:\s*([^,]+).*", re.IGNORECASE)
_TEXT = re.compile(r"(?:TEXT|FULL TEXT|ARTICLE TEXT)\s*:\s*(.*)", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:By|Byline|Author|Edition|Section|Page|Word Count|Column|Dateline|Language|Record Type|Journal)\s*:.*",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:DESCRIPTORS?|NAMED PERSONS?|COMPANY NAMES?|CAPTIONS?|COPYRIGHT|SPECIAL FEATURES?|GEOGRAPHIC)\b.*"
)
_CODE = re.compile(r"\s*\([A-Z]{1,6}\)$")


def _shows(lines: Sequence[str]) -> bool:
    return any(map(_BEGIN.fullmatch, lines))


def _pieces(lines: Iterable[str]) -> Iterator[Lines]:
    return pieces_before((line for line in lines if not _NUMBER.fullmatch(line)), _BEGIN.fullmatch)


def _fields(lines: Sequence[str]) -> Fields | None:
    """File, rights, accession number; title; source and day; labels; the text."""
    begun = _BEGIN.fullmatch(lines[0]) if lines else None
    if begun is None:
        return None
    kept = [line.strip() for line in lines[1:] if not RIGHTS.fullmatch(line.strip())]
    head = [line for line in filled(kept) if not _ACCESSION.fullmatch(line)]
    at = day_line(head, len(head))
    if at is None:
        return None
    source, day = source_and_day(head[at]) or ("", "")
    texts = [number for number, line in enumerate(kept) if _TEXT.fullmatch(line)]
    labels = [number for number, line in enumerate(kept) if _LABEL.fullmatch(line)]
    first = texts[0] if texts else max(labels, default=kept.index(head[at]))
    end = next((number for number in range(first + 1, len(kept)) if _TAIL.fullmatch(kept[number])), len(kept))
    told = _TEXT.fullmatch(kept[first])
    return {
        "title": " ".join(head[:at]) or None,
        "author": next((found[1] for line in head if (found := _BY.fullmatch(line))), None),
        "source": _CODE.sub("", source) or begun[1].strip() or None,
        "published": day,
        "text": joined([told[1] if told else "", *kept[first + 1 : end]]),
    }


DIALOG = Splitter("Dialog", _shows, _pieces, _fields)
