"""What does a web page state of its article: title, publication, address, language and date."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from corpus.article import UNDATED, PartialDate
from corpus.extraction.html.page_dates import published
from corpus.extraction.metadata.authors import page_author

_SITE_PARTS = re.compile(r"\s+[-–—|:·»]\s+|\s*\|\s*")
_LONGEST_VALUE = 300


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of its article outside the text; None where it says nothing."""

    title: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    published: PartialDate = UNDATED
    author: str | None = None


def page_facts(tree: Any, address: str | None, shown: Callable[[str | None], PartialDate]) -> PageFacts:
    """The facts in the head of a parsed page, in its linked data and about its heading.

    `address` is where it was fetched, if that is known; `shown` gives the date in a line about a heading.
    """
    meta = _meta(tree)
    linked = list(_linked_data(tree))
    url = _url(tree, meta)
    source = meta.get("og:site_name") or _publisher(linked) or meta.get("application-name")
    title, site = _title(tree, meta, source)
    date = published(tree, meta, linked, address or url, shown(title))
    return PageFacts(title, source or site, url, _language(tree), date, page_author(meta, linked))


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


def _text(element: Any) -> str | None:
    return _folded("".join(element.itertext()))


def _folded(text: str | None) -> str | None:
    return " ".join((text or "").split()) or None
