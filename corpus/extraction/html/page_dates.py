"""Find the day on which a web page says that its article was published.

In order of trust: linked data (JSON-LD) and the head (OpenGraph, Dublin Core), time elements and date lines about the
heading, the address. Machines write the time of Greenwich, readers see the day where they are: where the address or
the line about the heading names the day before or after, and the time of day allows it, that day is the stated one.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import islice
from typing import Any

from corpus.article import UNDATED, PartialDate
from corpus.extraction.dates.date_expressions import find_date
from corpus.extraction.dates.machine_dates import machine_date, machine_text
from corpus.extraction.html.elements import following, text_of_element
from corpus.extraction.html.linked_data import LinkedData
from corpus.extraction.html.page_boxes import is_beside, is_of_others
from corpus.extraction.html.page_titles import PageTitle
from corpus.extraction.html.time_zones import at_place
from corpus.extraction.metadata.date_labels import UPDATED
from corpus.publication_day import dated

_NAMES = frozenset(
    (
        *(
            "articlepublishedtime",
            "articlepublishtime",
            "ogpublishedtime",
            "ogarticlepublishedtime",
            "articlepublished",
        ),
        *(
            "publishedtime",
            "publishtime",
            "datepublished",
            "published",
            "publishedat",
            "publisheddate",
            "firstpublished",
        ),
        *("date", "dcdate", "dcdateissued", "dcdatecreated", "dctermsdate", "dctermscreated", "dctermsissued"),
        *("dcdatepublished", "pubdate", "publishdate", "publicationdate", "ogpubdate", "ogarticlepublisheddate"),
        *("sailthrudate", "parselypubdate", "citationpublicationdate", "citationdate", "cxenseparserecspublishtime"),
        *("pdate", "articlepostdate", "postdate", "snpostdate", "displaydate", "articledateoriginal", "articledate"),
        *(
            "originalpublicationdate",
            "articlecreate",
            "articlecreated",
            "createdate",
            "datecreated",
            "issuedate",
            "bt:pubdate",
        ),
        *(
            "btpubdate",
            "releasedate",
            "creationdate",
            "weiboarticlecreateat",
            "vrpublished",
            "iccpublished",
            "ogregdate",
            "regdate",
            "articlepubdate",
            "ogreleasedate",
            "newspubdate",
        ),
    )
)
"""Names of meta elements without the signs that part their words."""
_LIKE = re.compile(
    r"(?<!un)(?<!re)(?:published?(?:time|date|at|on)?|publishtime|publishdate|pubdate|publicationdate|datepublished|ptime"
    r"|issuedate|dateissued|firstpublished)$"
)
_UNLIKE = re.compile(r"modif|updat|expir|event|video|site|copyright")
"""Of other names, how those end that say a day of publication, and what none of them holds."""
_LONGEST_LABEL = 60
_UPDATED_AT = re.compile(
    rf"(?:{UPDATED.pattern})\w{{0,3}}(?:\s+(?:on|at|le|am|el|il|em|at))?[\s:|·-]{{0,4}}$", re.IGNORECASE
)
"""What stands before the day of a change."""
_CLASS = re.compile(r"by-?line|date|time|publi|posted|(?:^|[\s_-])ago(?:$|[\s_-])", re.IGNORECASE)
_CHANGED = re.compile(r"modif|updat|revis|chang", re.IGNORECASE)
_AROUND = frozenset(("aside", "footer", "nav", "li"))
_WITHIN = frozenset(("article", "main"))
_STAMPS = ("data-timestamp", "data-datetime", "data-date", "data-time", "datetime")
_SIGNS = re.compile(r"[^a-z]+")
_MOST_ELEMENTS = 400
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
    tree: Any,
    *,
    meta: Mapping[str, str],
    linked: LinkedData,
    title: PageTitle,
    url: str | None,
    shown: PartialDate,
    language: str | None,
) -> PartialDate:
    """The date that a parsed page states; `shown` is the one in a line about its heading, as its text has it."""
    heads = list(_written(meta, linked))
    written, value = heads[0] if heads else (UNDATED, "")
    address, seen = in_address(url), _first(_times(tree, title.element))
    for other in (address, shown, seen, *(each for each, _ in heads)):
        if written.day and other.day and _same_moment(written, other, value):
            return other
    written = at_place(written, value, url, language)
    if not written.day:  # of which day and month may be either
        others = (shown, seen, address, machine_date(value, lambda: language) or UNDATED)
        written = next((each for each in others if each.day and each.year == written.year), written)
    behind = find_date(title.behind)
    found = (written, shown if shown.day else seen, shown, address, behind.date if behind else UNDATED)
    return next((each for each in (*found, _first(_only_times(tree))) if each.year), UNDATED)


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


def _written(meta: Mapping[str, str], linked: LinkedData) -> Iterator[tuple[PartialDate, str]]:
    """The dates in linked data, then in the head, and what they stand in."""
    nodes = (linked.article, *linked.pages)
    values = [node.get(name) for node in nodes for name in ("datePublished", "dateCreated")]
    bare = {_SIGNS.sub("", name): value for name, value in meta.items()}
    values += [value for name, value in bare.items() if name in _NAMES]
    values += [value for name, value in bare.items() if _LIKE.search(name) and not _UNLIKE.search(name)]
    for value in values:
        if (text := machine_text(value)) and (found := machine_date(text)):
            yield found, text


def _same_moment(written: PartialDate, other: PartialDate, value: str) -> bool:
    """Whether two neighbouring days may be one moment, told in two time zones."""
    clock = _CLOCK.search(value)
    if clock is None:
        return False
    hour, gap = int(clock[1]), _day(other) - _day(written)
    return (gap == timedelta(days=-1) and hour < _NOON) or (gap == timedelta(days=1) and hour >= _MORNING)


def _day(each: PartialDate) -> date:
    return date(each.year or 1, each.month or 1, each.day or 1)


def _first(values: Iterable[str | None]) -> PartialDate:
    for value in values:
        if value and (found := machine_date(value[:_LONGEST_VALUE])):
            return found
    return UNDATED


def _times(tree: Any, heading: Any) -> Iterator[str | None]:
    """What is marked as the day of publication, then what names a date from the heading to the first paragraph."""
    for element in tree.xpath(
        "//time[@pubdate] | //*[contains(@itemprop, 'datePublished')] | //abbr[@class='published']"
        " | //*[@property='datePublished' or @property='schema:datePublished']"
        " | //*[@content and not(self::meta) and (contains(@property, 'dc:date') or contains(@property, 'dc:issued')"
        " or contains(@property, 'dcterms:issued'))]"
    ):
        if element.tag != "meta" and not _is_of_another(element):
            yield element.get("datetime") or element.get("content") or element.get("title") or _text(element)
    heading = next(tree.iter("h1"), None) if heading is None else heading
    if heading is None:
        return
    around = set(heading.iterancestors())
    for element in islice(following(heading), _MOST_ELEMENTS):
        if is_beside(element, around):
            continue
        if element.tag == "p" and len(text_of_element(element)) >= _OPENING_PARAGRAPH:
            return
        if element.tag == "time" and not _is_updated(element):
            yield from (element.get("datetime") or element.get("title"), _text(element))
        elif _CLASS.search(element.get("class") or "") and not _is_updated(element):
            yield from (*map(element.get, _STAMPS), _text(element), element.get("title"))


def _is_updated(element: Any) -> bool:
    if _CHANGED.search(f"{element.get('itemprop') or ''} {element.get('class') or ''}"):
        return True
    before, above = element.getprevious(), element.getparent()
    label = (before.tail or before.text if before is not None else above.text if above is not None else "") or ""
    return len(label) < _LONGEST_LABEL and _UPDATED_AT.search(label) is not None


def _is_of_another(element: Any) -> bool:
    """Whether an element belongs to a comment or a video within the page."""
    scopes = (above.get("itemtype") or "" for above in element.iterancestors() if above.get("itemscope") is not None)
    return re.search(r"Comment|Video|Image|Person|Organization", next(scopes, "")) is not None


def _only_times(tree: Any) -> Iterator[str | None]:
    """The first time element of a page that has few: one with many lists other articles.

    The clock of a masthead, and what belongs to comments and to other articles, is none.
    """
    times = [each for each in tree.iter("time") if not _is_around(each)]
    if len(times) <= _FEW_TIMES:
        yield from (element.get("datetime") or _text(element) for element in times)


def _is_around(element: Any) -> bool:
    """Whether an element stands in what is around an article."""
    within = False
    for above in element.iterancestors():
        within = within or above.tag in _WITHIN
        if above.tag in _AROUND or (above.tag == "header" and not within) or is_of_others(above):
            return True
    return False


def _text(element: Any) -> str:
    return text_of_element(element, _LONGEST_BYLINE)
