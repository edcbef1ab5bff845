"""The day on which a web page says that its article was published.

Witnesses in order: linked data (JSON-LD) and the head (OpenGraph, Dublin Core), time elements and date lines about the
heading, the address. Machines write the time of Greenwich, readers see the day where they are: where the address or
the line about the heading names the day before or after, and the time of day allows it, that day is the stated one.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from corpus.article import UNDATED, PartialDate
from corpus.extraction.dates.date_expressions import find_date
from corpus.publication_day import dated

_NAMES = {
    *("article:published_time", "og:published_time", "og:article:published_time", "article.published", "datepublished"),
    *("date", "dc.date", "dc.date.issued", "dc.date.created", "dcterms.date", "dcterms.created", "dcterms.issued"),
    *("pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "publicationdate", "published"),
    *("sailthru.date", "parsely-pub-date", "citation_publication_date", "cxenseparse:recs:publishtime", "pdate"),
    *("article:published", "article:post_date", "published_at", "pub_date", "post-date", "sn-post-date", "displaydate"),
    *("article_date_original", "originalpublicationdate", "dc.date.published", "article:create"),
}
_CLASS = re.compile(r"by-?line|date|time|publi|posted", re.IGNORECASE)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:\d{4,6})?")
_CLOCK = re.compile(r"\d[T ](\d\d):?\d\d")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ADDRESS = re.compile(
    rf"/((?:19|20)\d\d)[/-](\d\d?|{'|'.join(_MONTHS)})[/-](\d\d?)(?=/)|/((?:19|20)\d\d)(\d\d)(\d\d)(?=/)", re.IGNORECASE
)
_LONGEST_BYLINE = 120
_LONGEST_VALUE = 300
_OPENING_PARAGRAPH = 80
_FEW_TIMES = 3
_NOON = 12
_MORNING = 10


def published(
    tree: Any, meta: Mapping[str, str], linked: Sequence[Mapping[str, Any]], url: str | None, shown: PartialDate
) -> PartialDate:
    """The date that a parsed page states; `shown` is the one in a line about its heading, as its text has it."""
    heads = list(_written(meta, linked))
    written, value = heads[0] if heads else (UNDATED, "")
    address, seen = in_address(url), _first(_times(tree))
    for witness in (address, shown, seen, *(each for each, _ in heads)):
        if written.day and witness.day and _same_moment(written, witness, value):
            return witness
    found = (written, shown if shown.day else seen, shown, address, _first(_only_times(tree)))
    return next((each for each in found if each.year), UNDATED)


def in_address(url: str | None) -> PartialDate:
    """The day in the folders of an address: `/2019/11/18/`, `/2019-11-18/`, `/2019/nov/18/`, `/20191118/`."""
    found = _ADDRESS.search(url or "")
    if found is None:
        return UNDATED
    year, month, day = (part for part in found.groups() if part)
    try:
        number = _MONTHS.index(month.lower()) + 1 if month.isalpha() else int(month)
        return dated(int(year), number, int(day), found[0]) or UNDATED
    except ValueError:
        return UNDATED


def _written(meta: Mapping[str, str], linked: Iterable[Mapping[str, Any]]) -> Iterator[tuple[PartialDate, str]]:
    """The dates in linked data, then in the head, and what they stand in."""
    values = [each.get("datePublished") for each in linked]
    values += [value for name, value in meta.items() if name in _NAMES]
    for value in values:
        if isinstance(value, str) and (found := _machine_date(value[:_LONGEST_VALUE])):
            yield found, value


def _machine_date(value: str) -> PartialDate | None:
    compact = _COMPACT.fullmatch(value.strip())
    if compact is None:
        found = find_date(value)
        return found.date if found else None
    try:
        return dated(int(compact[1]), int(compact[2]), int(compact[3]), value)
    except ValueError:
        return None


def _same_moment(written: PartialDate, witness: PartialDate, value: str) -> bool:
    """Whether two neighbouring days may be one moment, told in two time zones."""
    clock = _CLOCK.search(value)
    if clock is None:
        return False
    hour, gap = int(clock[1]), _day(witness) - _day(written)
    return (gap == timedelta(days=-1) and hour < _NOON) or (gap == timedelta(days=1) and hour >= _MORNING)


def _day(each: PartialDate) -> date:
    return date(each.year or 1, each.month or 1, each.day or 1)


def _first(values: Iterable[str | None]) -> PartialDate:
    for value in values:
        if value and (found := find_date(value[:_LONGEST_VALUE])):
            return found.date
    return UNDATED


def _times(tree: Any) -> Iterator[str | None]:
    """Time elements marked as the publication's, then what names a date from the heading to the first paragraph."""
    for element in tree.iter("time"):
        if element.get("pubdate") is not None or "datepublished" in (element.get("itemprop") or "").lower():
            yield element.get("datetime") or _text(element)
    heading = next(tree.iter("h1"), None)
    if heading is None:
        return
    for element in heading.xpath("following::*[self::time or self::p or @class]"):
        text = _text(element)
        if element.tag == "p" and len(text) >= _OPENING_PARAGRAPH:
            return
        if element.tag == "time":
            yield element.get("datetime") or text
        elif _CLASS.search(element.get("class") or "") and len(text) <= _LONGEST_BYLINE:
            yield text


def _only_times(tree: Any) -> Iterator[str | None]:
    """The first time element of a page that has few: one with many lists other articles."""
    times = list(tree.iter("time"))
    if len(times) <= _FEW_TIMES:
        yield from (element.get("datetime") or _text(element) for element in times)


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
