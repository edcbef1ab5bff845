"""What does a web page state of its article: title, publication, address, language and date."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from corpus.article import UNDATED, PartialDate
from corpus.date_words import find_date

_SITE_PARTS = re.compile(r"\s+[-–—|:·»]\s+|\s*\|\s*")
_DATE_NAMES = {
    *("article:published_time", "og:published_time", "og:article:published_time", "article.published", "datepublished"),
    *("date", "dc.date", "dc.date.issued", "dc.date.created", "dcterms.date", "dcterms.created", "dcterms.issued"),
    *("pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "publicationdate", "published"),
    *("sailthru.date", "parsely-pub-date", "citation_publication_date", "cxenseparse:recs:publishtime"),
}
_DATE_CLASS = re.compile(r"by-?line|date|time|publi|posted", re.IGNORECASE)
_LONGEST_BYLINE = 120
_OPENING_PARAGRAPH = 80
_LONGEST_VALUE = 300


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of its article outside the text; None where it says nothing."""

    title: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    published: PartialDate = UNDATED


def page_facts(tree: Any) -> PageFacts:
    """The facts in the head of a parsed page, in its linked data and about its heading."""
    meta = _meta(tree)
    linked = list(_linked_data(tree))
    url = _url(tree, meta)
    source = meta.get("og:site_name") or _publisher(linked) or meta.get("application-name")
    title, site = _title(tree, meta, source)
    return PageFacts(title, source or site, url, _language(tree), _published(tree, meta, linked))


def _meta(tree: Any) -> dict[str, str]:
    """What the meta elements say, by name in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        value = _folded(element.get("content"))
        if name and value and len(value) <= _LONGEST_VALUE:
            found.setdefault(name.strip().lower(), value)
    return found


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """Every object of the page's JSON-LD."""
    waiting: list[Any] = []
    for element in tree.iter("script"):
        if "ld+json" in (element.get("type") or ""):
            try:
                waiting.append(json.loads(element.text or "null", strict=False))
            except (ValueError, RecursionError):
                continue
    while waiting:
        value = waiting.pop(0)
        if isinstance(value, dict):
            yield value
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value


def _publisher(linked: list[dict[str, Any]]) -> str | None:
    for each in linked:
        publisher = each.get("publisher")
        if isinstance(publisher, dict) and isinstance(name := publisher.get("name"), str) and _folded(name):
            return _folded(name)
    return None


def _title(tree: Any, meta: dict[str, str], source: str | None) -> tuple[str | None, str | None]:
    """The title without the publication's name, and that name where only the title tells it."""
    heading = _only_text(tree, "h1")
    head = _only_text(tree, "title")
    for candidate in (meta.get("og:title"), heading, head):
        if candidate:
            bare, _ = _without_site(candidate, source, heading)
            site = _without_site(head or "", source, bare)[1]
            return bare, site
    return None, None


def _without_site(title: str, source: str | None, bare: str | None) -> tuple[str, str | None]:
    for gap in _SITE_PARTS.finditer(title):
        before, after = title[: gap.start()], title[gap.end() :]
        if before and (before == bare or (source and after.casefold() == source.casefold())):
            return before, after
    return title, None


def _only_text(tree: Any, tag: str) -> str | None:
    element = next(tree.iter(tag), None)
    return None if element is None else _text(element)


def _url(tree: Any, meta: dict[str, str]) -> str | None:
    links = (link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    found = _folded(next(links, None)) or meta.get("og:url")
    return found if found and found.startswith(("http://", "https://")) else None


def _language(tree: Any) -> str | None:
    code = (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "")[:3]
    code = code.replace("_", "-").partition("-")[0].lower()
    return code if re.fullmatch("[a-z]{2}", code) else None


def _published(tree: Any, meta: dict[str, str], linked: list[dict[str, Any]]) -> PartialDate:
    """The date of publication in linked data, else in the head, else in a time element below the heading."""
    values = [each.get("datePublished") for each in linked]
    values += [value for name, value in meta.items() if name in _DATE_NAMES]
    for value in (*values, *_times(tree)):
        if isinstance(value, str) and (found := find_date(value[:_LONGEST_VALUE])):
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
        text = _text(element) or ""
        if element.tag == "p" and len(text) >= _OPENING_PARAGRAPH:
            return
        if element.tag == "time":
            yield element.get("datetime") or text
        elif _DATE_CLASS.search(element.get("class") or "") and len(text) <= _LONGEST_BYLINE:
            yield text


def _text(element: Any) -> str | None:
    return _folded("".join(element.itertext()))


def _folded(text: str | None) -> str | None:
    return " ".join((text or "").split()) or None
